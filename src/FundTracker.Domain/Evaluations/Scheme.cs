using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Evaluations;

/// <summary>A step of a ladder: figures from one end to the other earn the same points.</summary>
/// <param name="From">Lower end; it belongs to the band, unless <paramref name="IsAbove"/>.</param>
/// <param name="IsAbove">Whether the lower end itself belongs to the band below.</param>
/// <param name="To">Upper end, where the next band begins; null for the highest.</param>
/// <param name="Points">Points earned.</param>
public sealed record Band(decimal From, bool IsAbove, decimal? To, decimal Points)
{
    /// <summary>Whether a figure lies at or past the lower end.</summary>
    public bool IsReachedBy(decimal number) => IsAbove ? number > From : number >= From;
}

/// <summary>Points by an input.</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="Entered">What is asked of people, where the input is entered with evidence; null where it is computed.</param>
/// <param name="WhenZero">Points where the figure is exactly zero; null where the bands say.</param>
/// <param name="Bands">From the lowest up, without hole or overlap; below the lowest is 0.</param>
public sealed record Ladder(string Input, EvidenceInput? Entered, decimal? WhenZero, IReadOnlyList<Band> Bands)
{
    /// <summary>Points of a figure in the input's unit.</summary>
    public decimal PointsOf(decimal number) =>
        number == 0 && WhenZero is { } none ? none : Bands.LastOrDefault(band => band.IsReachedBy(number))?.Points ?? 0m;
}

/// <summary>When an indicator is left out of a fund's score.</summary>
public enum NotApplicable : byte
{
    /// <summary>无出资计划 there is no contribution plan, or no phase of it was planned by the day.</summary>
    NoPlan = 1,
}

/// <summary>An indicator of a scheme.</summary>
/// <param name="Id">Such as <c>A7</c>, unique in the scheme.</param>
/// <param name="Title">What it is.</param>
/// <param name="Of">Most points that it gives.</param>
/// <param name="Ladders">Its ladders; of several the higher counts.</param>
/// <param name="LeftOut">When it is left out of a fund's score, so that the points of the rest are scaled to 100; never where it is empty.</param>
public sealed record Indicator(
    string Id, BilingualName Title, decimal Of, IReadOnlyList<Ladder> Ladders, IReadOnlyList<NotApplicable> LeftOut)
{
    /// <summary>Whether it is left out of the score of a fund whose figure has no answer for a reason.</summary>
    public bool IsLeftOut(DomainError reason) => LeftOut.Contains(NotApplicable.NoPlan) && reason.Code == PolicyErrors.NoPlan().Code;

    /// <summary>Whether people score it: it is entered with evidence, and not computed.</summary>
    public bool LeavesRoom => Ladders.Any(ladder => ladder.Entered is not null);
}

/// <summary>A group of indicators.</summary>
/// <param name="Id">Such as <c>A</c>.</param>
/// <param name="Title">What it is.</param>
/// <param name="Of">Points of the group; null in a template whose source names a range.</param>
/// <param name="Indicators">Its indicators; none in a template.</param>
public sealed record IndicatorGroup(string Id, BilingualName Title, decimal? Of, IReadOnlyList<Indicator> Indicators);

/// <summary>A grade.</summary>
/// <param name="Id">Such as <c>good</c>, unique in the scheme; what facts and gates name it by.</param>
/// <param name="Title">Its name.</param>
/// <param name="From">Points from which on it is given; they belong to it.</param>
/// <param name="Terms">What follows from it; null where the scheme names nothing.</param>
public sealed record Grade(string Id, BilingualName Title, decimal From, GradeTerms? Terms = null);

/// <summary>An evaluation scheme of 100 points. A scheme is data, as rules are.</summary>
/// <param name="Id">Such as <c>1753</c>.</param>
/// <param name="Version">Its version, printed beside each result.</param>
/// <param name="Title">What it is.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="SourceStatus">How sure it is.</param>
/// <param name="EffectiveFrom">Day from which on it is in force.</param>
/// <param name="FirstYear">First year that it evaluates.</param>
/// <param name="IsTemplate">Whether groups are still to be filled, so that it scores nothing.</param>
/// <param name="IsOwn">Whether the bands are the district's own, to be edited, and stand in no document.</param>
/// <param name="Groups">Its groups; their points add up to 100.</param>
/// <param name="Grades">Its grades from the highest down; none where the source names none.</param>
/// <param name="Timings">When in a fund's life it evaluates.</param>
/// <param name="Review">How the committee reviews by it; null where the scheme does not say, so that no evaluation is opened by it.</param>
/// <param name="FeePercent">Management fee a year in per cent of what is paid in, before a grade's factor; null where none is named.</param>
public sealed record Scheme(
    string Id, string Version, BilingualName Title, BilingualName Source, SourceStatus SourceStatus, DateOnly EffectiveFrom, int FirstYear,
    bool IsTemplate, bool IsOwn, IReadOnlyList<IndicatorGroup> Groups, IReadOnlyList<Grade> Grades,
    IReadOnlyList<EvaluationTiming> Timings, ReviewTerms? Review, decimal? FeePercent)
{
    /// <summary>Why it scores nothing: it is a template, with the groups that are open; null where it scores.</summary>
    public DomainError? WhyIncomplete => IsTemplate
        ? EvaluationErrors.SchemeIncomplete(Id, string.Join(", ", Groups.Where(group => group.Indicators.Count == 0).Select(group => group.Id)))
        : null;

    /// <summary>All indicators in order.</summary>
    public IEnumerable<Indicator> Indicators => Groups.SelectMany(group => group.Indicators);

    /// <summary>Everything that people are asked to enter, each once, in order.</summary>
    public IEnumerable<EvidenceInput> Entered =>
        Indicators.SelectMany(indicator => indicator.Ladders).Select(ladder => ladder.Entered).OfType<EvidenceInput>().DistinctBy(input => input.Name);

    /// <summary>The grade of some points; null where the scheme names none.</summary>
    public Grade? GradeOf(decimal points) => Grades.Where(grade => points >= grade.From).MaxBy(grade => grade.From);

    /// <summary>The next better grade; null where there is none.</summary>
    public Grade? NextGrade(decimal points) => Grades.Where(grade => grade.From > points).MinBy(grade => grade.From);

    /// <summary>Whether a score of a year would be retroactive: a year before its first, or asked for before the scheme is in force.</summary>
    /// <param name="year">The year that is scored.</param>
    /// <param name="day">The day on which the score is asked for.</param>
    public bool IsEarly(int year, DateOnly day) => year < FirstYear || day < EffectiveFrom;
}
