using FundTracker.Analytics.Policies;
using FundTracker.Application.Policies;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Evaluations;

/// <summary>Reads evaluation schemes from their files, see <c>Evaluations/Schemes/README.md</c>.</summary>
public static class SchemeFiles
{
    private const string Folder = "FundTracker.Application.Evaluations.Schemes.";

    /// <summary>Everything that schemes ask somebody to state, by name.</summary>
    public static IReadOnlyList<EvidenceInput> Entered(IReadOnlyList<Scheme> schemes) =>
    [
        .. schemes.SelectMany(scheme => scheme.Groups).SelectMany(group => group.Indicators).SelectMany(indicator => indicator.Ladders)
            .Select(ladder => ladder.Entered).OfType<EvidenceInput>().DistinctBy(input => input.Name),
    ];

    /// <summary>Reads files.</summary>
    /// <returns>The schemes by code, or every reason against a file.</returns>
    public static Result<IReadOnlyList<Scheme>> Read(IEnumerable<(string Name, string Json)> files)
    {
        var read = files.Select(file => Parse(file.Name, file.Json)).ToList();
        var errors = read.SelectMany(scheme => scheme.Errors).ToList();
        if (errors.Count > 0) return Result<IReadOnlyList<Scheme>>.Refused(errors);
        var twice = read.GroupBy(scheme => scheme.Value.Id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
        return twice is not null
            ? EvaluationErrors.SchemeTwice(twice.Key)
            : Result<IReadOnlyList<Scheme>>.Ok([.. read.Select(scheme => scheme.Value).OrderBy(scheme => scheme.Id, StringComparer.Ordinal)]);
    }

    /// <summary>The shipped files: name and text.</summary>
    public static IReadOnlyList<(string Name, string Json)> Shipped() => RecordFiles.Shipped(Folder);

    /// <summary>Reads and checks one file.</summary>
    public static Result<Scheme> Parse(string name, string json)
    {
        var file = new PolicyFile(PolicyFileKind.Scheme, name);
        return FileShape.Read<SchemeText>(file, json).Then(text => BandEnds(file, text).ToList() is { Count: > 0 } faults
            ? Result<Scheme>.Refused(faults)
            : SchemeRules.Check(ToScheme(text), PolicyInputs.All));
    }

    /// <summary>A band begins at a number that belongs to it or above one that doesn't; which it is, the file says.</summary>
    private static IEnumerable<DomainError> BandEnds(PolicyFile file, SchemeText text) =>
        from @group in text.Groups.Index()
        from indicator in (@group.Item.Indicators ?? []).Index()
        from ladder in indicator.Item.Ladders.Index()
        from band in ladder.Item.Bands.Index()
        where band.Item.From is null == band.Item.Above is null
        select PolicyErrors.FileBandEnds(
            file, $"$.groups[{@group.Index}].indicators[{indicator.Index}].ladders[{ladder.Index}].bands[{band.Index}]");

    private static Scheme ToScheme(SchemeText text) => new(
        text.Id, text.Version, Words(text.Title), Words(text.Source), text.SourceStatus, text.EffectiveFrom, text.FirstYear, text.Template, text.Own,
        [.. text.Groups.Select(group => new IndicatorGroup(group.Id, Words(group.Title), group.Points, [.. (group.Indicators ?? []).Select(ToIndicator)]))],
        [.. (text.Grades ?? []).Select(ToGrade).OrderByDescending(grade => grade.From)],
        text.Timings ?? [EvaluationTiming.Yearly],
        text.Review is { } review ? new ReviewTerms(review.Method, review.ReviewersMin, review.ObjectionDays) : null, text.FeePercent);

    private static Grade ToGrade(GradeText text) => new(
        text.Id, Words(text.Title), text.From, text.Terms is { } terms ? new GradeTerms(terms.FeeFactor, terms.TranchePercent, terms.GainPercent) : null);

    private static Indicator ToIndicator(IndicatorText text) =>
        new(
        text.Id, Words(text.Title), text.Points, [.. text.Ladders.Select(ladder => ToLadder(ladder, Words(text.Title)))], text.NotApplicable ?? []);

    private static Ladder ToLadder(LadderText text, BilingualName title)
    {
        var entered = text.Unit is not { } unit
            ? null
            : new EvidenceInput(text.Input, unit, text.Ask is { } ask ? Words(ask) : title);
        var bands = text.Bands.Select(ToBand).OrderBy(band => band.From).ToList();
        return new Ladder(text.Input, entered, text.WhenZero, bands);
    }

    private static Band ToBand(BandText text) => new((text.From ?? text.Above)!.Value, IsAbove: text.Above is not null, text.To, text.Points);

    private static BilingualName Words(WordsText text) => BilingualName.Of(text.Zh, text.En);

    private sealed record SchemeText(
        string Id, string Version, WordsText Title, WordsText Source, SourceStatus SourceStatus, DateOnly EffectiveFrom, int FirstYear,
        IReadOnlyList<GroupText> Groups, IReadOnlyList<GradeText>? Grades = null, bool Template = false, bool Own = false,
        IReadOnlyList<EvaluationTiming>? Timings = null, ReviewText? Review = null, decimal? FeePercent = null);

    private sealed record ReviewText(ReviewMethod Method, int ReviewersMin, int ObjectionDays);

    private sealed record GroupText(string Id, WordsText Title, decimal? Points = null, IReadOnlyList<IndicatorText>? Indicators = null);

    private sealed record IndicatorText(
        string Id, WordsText Title, decimal Points, IReadOnlyList<LadderText> Ladders, IReadOnlyList<NotApplicable>? NotApplicable = null);

    private sealed record LadderText(
        string Input, IReadOnlyList<BandText> Bands, PolicyUnit? Unit = null, WordsText? Ask = null, decimal? WhenZero = null);

    private sealed record BandText(decimal Points, decimal? From = null, decimal? Above = null, decimal? To = null);

    private sealed record GradeText(string Id, WordsText Title, decimal From, TermsText? Terms = null);

    private sealed record TermsText(decimal? FeeFactor = null, decimal? TranchePercent = null, decimal? GainPercent = null);

    private sealed record WordsText(string Zh, string En);
}
