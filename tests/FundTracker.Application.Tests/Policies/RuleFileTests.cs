using System.Text.Json.Nodes;
using FundTracker.Application.Policies;
using FundTracker.Application.Text;

namespace FundTracker.Application.Tests.Policies;

/// <summary>A rule file that says something impossible is refused with the reason.</summary>
public sealed class RuleFileTests
{
    [Theory]
    [InlineData("policy.inputUnknown", "checks/0/input", "\"weatherTomorrow\"")]
    [InlineData("policy.parameterMissing", "checks/0/limit", "\"noSuchLimit\"")]
    [InlineData("policy.parameterMissing", "parameters/shareMin/unit", "\"money\"")]
    [InlineData("policy.parameterWithoutValue", "parameters/shareMin", "{\"unit\":\"percent\"}")]
    [InlineData("policy.parameterWithoutValue", "parameters/shareMin/values", "{}")]
    [InlineData("policy.parameterWithoutValue", "parameters/shareMin/by", "null")]
    [InlineData("policy.nothingAsked", "checks", "[]")]
    [InlineData("policy.endsBeforeStart", "effectiveTo", "\"2019-01-01\"")]
    [InlineData("policy.caseMissing", "cases/2/expect", "\"met\"")]
    [InlineData("policy.caseFails", "parameters/shareMin/value", "11")]
    [InlineData("policy.fileValueWrong", "level", "\"planet\"")]
    [InlineData("policy.fileValueWrong", "effectiveFrom", "\"soon\"")]
    [InlineData("policy.fileMemberUnknown", "colour", "\"red\"")]
    [InlineData("policy.fileValueWrong", "clause", "{\"zh\":\"\",\"en\":\"\"}")]
    public void A_rule_file_with_a_fault_is_refused_by_its_name(string code, string path, string value)
    {
        var read = RuleFiles.Read([("N-12.json", With(path, value))]);
        Assert.False(read.IsSuccess);
        var error = read.Errors.First(error => error.Code == code);
        Assert.DoesNotContain("{", Texts.In("en").Sentence(error), StringComparison.Ordinal);
        Assert.DoesNotContain("{", Texts.In("zh").Sentence(error), StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_that_overlap_are_refused_and_versions_that_follow_are_not()
    {
        var later = With("effectiveFrom", "\"2027-01-01\"");
        Assert.Equal("policy.datesOverlap", RuleFiles.Read([("a", With("version", "\"v1\"")), ("b", later)]).Error.Code);
        var touching = RuleFiles.Read([("a", With("effectiveTo", "\"2027-01-01\"")), ("b", later)]);
        Assert.Equal("policy.datesOverlap", touching.Error.Code);
        var following = RuleFiles.Read([("a", With("effectiveTo", "\"2026-12-31\"")), ("b", later)]);
        Assert.True(following.IsSuccess);
        Assert.Equal(later.Contains("2027", StringComparison.Ordinal), following.Value.On(new DateOnly(2027, 1, 1), retroactive: false).Answering[0].Rule.EffectiveFrom.Year == 2027);
        Assert.Equal(2019, following.Value.On(new DateOnly(2026, 12, 31), retroactive: false).Answering[0].Rule.EffectiveFrom.Year);
    }

    [Fact]
    public void A_rule_is_refused_before_its_day_unless_asked_for_retroactively()
    {
        var book = RuleFiles.Read([("N-12.json", With("effectiveTo", "\"2026-12-31\""))]).Value;
        Assert.Equal("policy.notInForce", Assert.Single(book.On(new DateOnly(2019, 10, 18), retroactive: false).Refused).Code);
        Assert.Equal("policy.noLongerInForce", Assert.Single(book.On(new DateOnly(2027, 1, 1), retroactive: false).Refused).Code);
        Assert.False(Assert.Single(book.On(new DateOnly(2019, 10, 19), retroactive: true).Answering).IsRetroactive);
        Assert.True(Assert.Single(book.On(new DateOnly(2019, 10, 18), retroactive: true).Answering).IsRetroactive);
    }

    [Fact]
    public void An_administrators_file_takes_the_place_of_the_shipped_one_and_a_faulty_one_is_named()
    {
        var own = With("version", "\"own-1\"");
        Assert.Contains(new PolicyLibrary(new Folder(own)).Rules.Value.Rules, rule => rule.Version == "own-1");
        Assert.Single(new PolicyLibrary(new Folder(own)).Rules.Value.Rules, rule => rule.Id == "N-12");
        var faulty = new PolicyLibrary(new Folder(With("checks", "[]")));
        Assert.Equal("policy.nothingAsked", faulty.Rules.Error.Code);
        Assert.Equal("policy.nothingAsked", faulty.Evidence.Error.Code);
        Assert.True(faulty.Schemes.IsSuccess);
    }

    private sealed class Folder(string rule) : IPolicyFolder
    {
        public IReadOnlyList<(string Name, string Json)> Rules => [("n-12.json", rule)];

        public IReadOnlyList<(string Name, string Json)> Schemes => [];
    }

    private static string With(string path, string value)
    {
        var json = JsonNode.Parse(RuleFiles.Shipped().Single(file => file.Name == "N-12.json").Json)!;
        var steps = path.Split('/');
        var at = json;
        foreach (var step in steps.SkipLast(1)) at = at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!;
        at[steps[^1]] = JsonNode.Parse(value);
        return json.ToJsonString();
    }
}
