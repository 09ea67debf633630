using System.Globalization;
using System.Text.Json.Nodes;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Policies;
using FundTracker.Application.Text;
using FundTracker.Domain.Evaluations;

namespace FundTracker.Application.Tests.Evaluations;

/// <summary>Scheme files: the shipped ones stand as their source says, a faulty one is refused by name.</summary>
public sealed class SchemeFileTests
{
    [Theory]
    [InlineData("evaluation.weightsOff", "groups/2/points", "11")]
    [InlineData("evaluation.weightsOff", "groups/0/indicators/0/points", "9")]
    [InlineData("evaluation.pointsUnreachable", "groups/0/indicators/0/points", "9")]
    [InlineData("evaluation.idTwice", "groups/0/indicators/1/id", "\"A1\"")]
    [InlineData("evaluation.idTwice", "groups/1/id", "\"A\"")]
    [InlineData("evaluation.pointsOff", "groups/0/indicators/0/ladders/0/bands/0/points", "-1")]
    [InlineData("evaluation.pointsOff", "groups/0/indicators/0/ladders/0/whenZero", "11")]
    [InlineData("evaluation.bandsHole", "groups/0/indicators/0/ladders/0/bands/1/to", "85")]
    [InlineData("evaluation.bandsOverlap", "groups/0/indicators/0/ladders/0/bands/1/to", "95")]
    [InlineData("evaluation.bandsOverlap", "groups/0/indicators/0/ladders/0/bands/1/from", "95")]
    [InlineData("evaluation.bandsHole", "groups/0/indicators/0/ladders/0/bands/0/to", "100")]
    [InlineData("evaluation.inputUnknown", "groups/0/indicators/10/ladders/0/input", "\"weather\"")]
    [InlineData("policy.fileValueWrong", "groups/0/indicators/0/ladders/0/bands/0/from", "\"high\"")]
    [InlineData("policy.fileBandEnds", "groups/0/indicators/0/ladders/0/bands/0/above", "95")]
    [InlineData("policy.fileBandEnds", "groups/0/indicators/0/ladders/0/bands/0/from", "null")]
    [InlineData("policy.fileMemberUnknown", "groups/0/colour", "1")]
    [InlineData("policy.fileMemberMissing", "groups/0/title", "{\"zh\":\"政策\"}")]
    [InlineData("policy.fileValueWrong", "groups", "7")]
    [InlineData("policy.fileValueWrong", "id", "\" \"")]
    [InlineData("policy.fileValueWrong", "effectiveFrom", "\"soon\"")]
    [InlineData("policy.fileValueWrong", "review/method", "\"loudest\"")]
    [InlineData("policy.fileValueWrong", "timings", "[\"monthly\"]")]
    [InlineData("evaluation.leftOutEntered", "groups/0/indicators/0/notApplicable", "[\"noPlan\"]")]
    [InlineData("policy.fileValueWrong", "groups/0/indicators/0/notApplicable", "[\"bored\"]")]
    [InlineData("evaluation.termOff", "review/reviewersMin", "1")]
    [InlineData("evaluation.termOff", "review/objectionDays", "91")]
    [InlineData("evaluation.termOff", "feePercent", "11")]
    [InlineData("evaluation.basisMixed", "groups/0/indicators/10/ladders/0/unit", "\"percent\"")]
    [InlineData("evaluation.gradesHole", "grades", "[{\"id\":\"a\",\"title\":{\"zh\":\"优\",\"en\":\"A\"},\"from\":50}]")]
    [InlineData("evaluation.gradeTwice", "grades", "[{\"id\":\"a\",\"title\":{\"zh\":\"优\",\"en\":\"A\"},\"from\":0},{\"id\":\"a\",\"title\":{\"zh\":\"良\",\"en\":\"B\"},\"from\":5}]")]
    [InlineData("evaluation.feeMissing", "grades", "[{\"id\":\"a\",\"title\":{\"zh\":\"优\",\"en\":\"A\"},\"from\":0,\"terms\":{\"feeFactor\":1}}]")]
    [InlineData("evaluation.termOff", "grades", "[{\"id\":\"a\",\"title\":{\"zh\":\"优\",\"en\":\"A\"},\"from\":0,\"terms\":{\"tranchePercent\":101}}]")]
    public void A_scheme_file_with_a_fault_is_refused_by_its_name(string code, string path, string value)
    {
        var read = SchemeFiles.Parse("1753.json", With(path, value));
        Assert.False(read.IsSuccess);
        var error = read.Errors.First(error => error.Code == code);
        Assert.DoesNotContain("{", Texts.In("en").Sentence(error), StringComparison.Ordinal);
        Assert.DoesNotContain("{", Texts.In("zh").Sentence(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "groups/0/indicators/0/ladders/0/bands/0/from", "\"high\"",
        "In the scheme file 1753.json the value at $.groups[0].indicators[0].ladders[0].bands[0].from is \"high\"; it should be a number.")]
    [InlineData("groups/0/colour", "1", "In the scheme file 1753.json nobody reads the member at $.groups[0].colour; it may be a slip of spelling.")]
    [InlineData("review/method", "\"loudest\"", "In the scheme file 1753.json the value at $.review.method is \"loudest\"; it should be median | mean.")]
    [InlineData("groups/0/title", "{\"zh\":\"政策\"}", "The scheme file 1753.json lacks the member $.groups[0].title.en.")]
    [InlineData(
        "groups/0/indicators/0/ladders/0/bands/0/above", "95",
        "In the scheme file 1753.json the band at $.groups[0].indicators[0].ladders[0].bands[0] must have exactly one of from and above.")]
    public void A_fault_names_the_scheme_file_the_place_and_what_should_stand_there(string path, string value, string sentence) =>
        Assert.Equal(sentence, Texts.In("en").Sentence(Assert.Single(SchemeFiles.Parse("1753.json", With(path, value)).Errors)));

    [Fact]
    public void A_file_that_is_no_json_says_where_reading_ends() => Assert.Equal(
        "The scheme file own.json is no valid JSON: it can't be read on from line 2, byte 9.",
        Texts.In("en").Sentence(SchemeFiles.Parse("own.json", "{\n  \"id\": one }").Error));

    [Fact]
    public void A_folder_that_is_not_there_refuses_every_question_about_rules_and_schemes()
    {
        var library = new PolicyLibrary(new MissingFolder());
        Assert.Equal("policy.folderMissing", library.Rules.Error.Code);
        Assert.Equal("policy.folderMissing", library.Schemes.Error.Code);
        Assert.Equal("policy.folderMissing", library.SchemeText("1753").Error.Code);
    }

    [Theory]
    [InlineData("A1", 0, "100", "10")]
    [InlineData("A1", 0, "90", "10")]
    [InlineData("A1", 0, "89.99", "9")]
    [InlineData("A1", 0, "10", "2")]
    [InlineData("A1", 0, "9.99", "1")]
    [InlineData("A1", 0, "0", "0")]
    [InlineData("A2a", 0, "6", "3")]
    [InlineData("A2a", 0, "1", "0.5")]
    [InlineData("A2a", 0, "0", "0")]
    [InlineData("A2c", 0, "2", "5")]
    [InlineData("A2c", 0, "1", "3")]
    [InlineData("A3a", 0, "0", "3")]
    [InlineData("A3a", 0, "0.4999", "3")]
    [InlineData("A3a", 0, "0.5", "2")]
    [InlineData("A3a", 0, "1", "1")]
    [InlineData("A3a", 0, "1.4999", "1")]
    [InlineData("A3a", 0, "1.5", "0")]
    [InlineData("A4a", 0, "5", "3")]
    [InlineData("A4a", 0, "0.99", "0")]
    [InlineData("A4b", 0, "20", "1")]
    [InlineData("A4b", 0, "20.01", "2")]
    [InlineData("A5", 0, "10", "1")]
    [InlineData("A5", 0, "9.99", "0")]
    [InlineData("A6", 0, "70", "5")]
    [InlineData("A6", 0, "20", "2")]
    [InlineData("A6", 0, "19.99", "0")]
    [InlineData("A6", 1, "5", "5")]
    [InlineData("A6", 1, "2", "2")]
    [InlineData("A6", 1, "1.99", "0")]
    [InlineData("A7", 0, "50", "5")]
    [InlineData("A7", 0, "49.99", "4")]
    [InlineData("A7", 0, "9.99", "0")]
    [InlineData("B2", 0, "90", "10")]
    [InlineData("B2", 0, "29.99", "0")]
    [InlineData("B3", 0, "5.01", "5")]
    [InlineData("B3", 0, "5", "3")]
    [InlineData("B3", 0, "-5", "3")]
    [InlineData("B3", 0, "-5.01", "0")]
    [InlineData("B4", 0, "60", "3")]
    [InlineData("C1", 0, "30", "0.5")]
    [InlineData("C2", 0, "29.99", "1")]
    [InlineData("C2", 0, "30", "0")]
    [InlineData("C3", 0, "3", "1")]
    [InlineData("C5", 0, "10", "0")]
    [InlineData("C8", 0, "1", "1")]
    public void The_bands_of_1753_stand_as_their_source_says(string indicator, int ladder, string number, string points)
    {
        var found = Scheme("1753").Groups.SelectMany(group => group.Indicators).Single(one => one.Id == indicator);
        Assert.Equal(Number(points), found.Ladders[ladder].PointsOf(Number(number)));
    }

    [Fact]
    public void The_weights_of_1753_are_60_30_and_10_and_of_the_district_40_25_and_35()
    {
        Assert.Equal([60m, 30m, 10m], Scheme("1753").Groups.Select(group => group.Of!.Value));
        Assert.Equal([40m, 25m, 35m], Scheme("district").Groups.Select(group => group.Of!.Value));
        Assert.All(Shipped.Where(scheme => !scheme.IsTemplate), scheme => Assert.Equal(100m, scheme.Groups.SelectMany(group => group.Indicators).Sum(one => one.Of)));
    }

    [Fact]
    public void Only_the_district_scheme_leaves_an_indicator_out_and_it_is_the_one_about_the_plan() => Assert.Equal(
        ["district/M1"],
        Shipped.SelectMany(scheme => scheme.Indicators.Where(one => one.LeftOut.Count > 0).Select(one => $"{scheme.Id}/{one.Id}")));

    [Fact]
    public void What_is_asked_of_people_has_one_unit_and_a_name_in_both_languages()
    {
        var asked = Library.Rules.Value.Rules.SelectMany(rule => rule.Evidence)
            .Concat(Shipped.SelectMany(scheme => scheme.Groups).SelectMany(group => group.Indicators)
                .SelectMany(indicator => indicator.Ladders).Select(ladder => ladder.Entered).OfType<Domain.Policies.EvidenceInput>());
        Assert.All(asked.GroupBy(input => input.Name, StringComparer.Ordinal), same => Assert.Single(same.Select(input => input.Unit).Distinct()));
        string[] computed = [.. Analytics.Policies.PolicyInputs.All.Select(input => input.Name)];
        foreach (var language in new[] { "zh", "en" })
        {
            Assert.All(Library.Evidence.Value, input => Assert.NotNull(Texts.In(language).Find($"formula.policy.evidence.{input.Name}")));
            Assert.All(computed, name => Assert.NotNull(Texts.In(language).Find($"formula.policy.{name}")));
        }
    }

    private static PolicyLibrary Library => new(new NoFiles());

    private static IReadOnlyList<Scheme> Shipped => Library.Schemes.Value;

    private static Scheme Scheme(string id) => Library.Scheme(id).Value;

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [Fact]
    public void Two_files_of_one_scheme_are_refused()
    {
        var json = With("version", "\"x\"");
        Assert.Equal("evaluation.schemeTwice", SchemeFiles.Read([("a", json), ("b", json)]).Error.Code);
    }

    private static string With(string path, string value)
    {
        var json = JsonNode.Parse(SchemeFiles.Shipped().Single(file => file.Name == "1753.json").Json)!;
        var steps = path.Split('/');
        var at = json;
        foreach (var step in steps.SkipLast(1)) at = at is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : at[step]!;
        at[steps[^1]] = JsonNode.Parse(value);
        return json.ToJsonString();
    }

    private sealed class MissingFolder : IPolicyFolder
    {
        public Domain.Results.DomainError? Fault => Domain.Policies.PolicyErrors.FolderMissing("nowhere");

        public IReadOnlyList<(string Name, string Json)> Rules => throw new InvalidOperationException("Nothing is read from a folder that is not there.");

        public IReadOnlyList<(string Name, string Json)> Schemes => Rules;
    }

    private sealed class NoFiles : IPolicyFolder
    {
        public IReadOnlyList<(string Name, string Json)> Rules => [];

        public IReadOnlyList<(string Name, string Json)> Schemes => [];
    }
}
