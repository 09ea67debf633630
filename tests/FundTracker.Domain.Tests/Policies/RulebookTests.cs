using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Policies;

/// <summary>What a rulebook refuses, and which version of a rule answers for a day.</summary>
public sealed class RulebookTests
{
    private static readonly InputDefinition[] Inputs =
        [new("share", PolicyUnit.Percent, []), new("within", PolicyUnit.Percent, [("years", PolicyUnit.Count)])];

    [Fact]
    public void A_rule_with_all_that_it_needs_is_taken() => Assert.Equal(["R"], Rulebook.Of([Rule("R")], Inputs).Value.Rules.Select(rule => rule.Id));

    [Fact]
    public void Every_reason_against_a_rule_is_said()
    {
        Assert.Equal(["policy.nothingAsked"], Refusals(Rule("R") with { Checks = [] }));
        Assert.Equal(["policy.endsBeforeStart"], Refusals(Rule("R") with { EffectiveTo = Day("2019-12-31") }));
        Assert.Empty(Refusals(Rule("R") with { EffectiveTo = Day("2020-01-01") }));
        Assert.Equal(["policy.inputUnknown"], Refusals(Rule("R") with { Checks = [new RuleCheck("unheard", Demand.AtLeast, "limit")] }));
        Assert.Equal(["policy.parameterMissing"], Refusals(Rule("R") with { Checks = [new RuleCheck("within", Demand.AtLeast, "limit")] }));
        Assert.Equal(["policy.parameterMissing"], Refusals(Rule("R") with { Checks = [new RuleCheck("share", Demand.AtLeast, "other")] }));
        Assert.Equal(["policy.parameterMissing"], Refusals(Rule("R") with { Checks = [new RuleCheck("share", Demand.AtLeast, null)] }));
        Assert.Equal(["policy.parameterMissing"], Refusals(Rule("R") with { Parameters = [Number("limit") with { Unit = PolicyUnit.Days }] }));
        Assert.Empty(Refusals(Rule("R") with { Checks = [new RuleCheck("share", Demand.Yes, null)] }));
        Assert.Empty(Refusals(Rule("R") with
        {
            Checks = [new RuleCheck("within", Demand.AtLeast, "limit")], Parameters = [Number("limit"), Number("years") with { Unit = PolicyUnit.Count }],
        }));
    }

    [Fact]
    public void A_parameter_has_a_value_or_values_by_a_fact()
    {
        Dictionary<string, decimal> some = new() { ["Seed"] = 1m }, none = [];
        Assert.Equal(["policy.parameterWithoutValue"], Refusals(With(null, null, none)));
        Assert.Equal(["policy.parameterWithoutValue"], Refusals(With(1m, "stage", none)));
        Assert.Equal(["policy.parameterWithoutValue"], Refusals(With(1m, null, some)));
        Assert.Empty(Refusals(With(1m, "stage", some)));
        Assert.Empty(Refusals(With(null, "stage", some)));

        static Rule With(decimal? value, string? by, Dictionary<string, decimal> values) =>
            Rule("R") with { Parameters = [new RuleParameter("limit", PolicyUnit.Percent, value, by, values)] };
    }

    [Fact]
    public void What_is_stated_counts_as_an_input_with_its_own_unit()
    {
        var rule = Rule("R") with
        {
            Checks = [new RuleCheck("count", Demand.AtLeast, "limit")], Parameters = [Number("limit") with { Unit = PolicyUnit.Count }],
            Evidence = [new EvidenceInput("count", PolicyUnit.Count, Name("count"))],
        };
        Assert.Empty(Refusals(rule));
        Assert.Equal(["policy.parameterMissing"], Refusals(rule with { Parameters = [Number("limit")] }));
        var other = rule with { Id = "S", Evidence = [.. rule.Evidence, new EvidenceInput("audit", PolicyUnit.Flag, Name("audit"))] };
        Assert.Equal(["audit", "count"], Rulebook.Of([rule, other], Inputs).Value.Evidence.Select(input => input.Name));
    }

    [Fact]
    public void Each_result_needs_an_example_and_an_example_reads_what_is_asked()
    {
        var rule = Rule("R");
        foreach (var status in Enum.GetValues<FindingStatus>())
        {
            var error = Assert.Single(Rulebook.Of([rule with { Cases = [.. rule.Cases.Where(one => one.Expected != status)] }], Inputs).Errors);
            Assert.Equal(PolicyErrors.CaseMissing("R", status).ToString(), error.ToString());
        }

        Assert.Equal(["policy.inputUnknown"], Refusals(rule with { Cases = [.. rule.Cases, rule.Cases[0] with { Inputs = new Dictionary<string, decimal> { ["within"] = 1m } }] }));
        Assert.Empty(Refusals(rule with { Cases = [.. rule.Cases, rule.Cases[0] with { Inputs = new Dictionary<string, decimal> { ["share"] = 1m } }] }));
    }

    [Theory]
    [InlineData("2022-12-31", true)]
    [InlineData("2023-01-01", false)]
    [InlineData(null, false)]
    public void Two_versions_of_a_rule_never_hold_on_the_same_day(string? end, bool isTaken)
    {
        var first = Rule("R") with { EffectiveTo = end is null ? null : Day(end) };
        var second = Rule("R") with { Version = "v2", EffectiveFrom = Day("2023-01-01") };
        Assert.Equal(isTaken, Rulebook.Of([second, first], Inputs).IsSuccess);
        Assert.True(Rulebook.Of([second with { Id = "S" }, first], Inputs).IsSuccess);
    }

    [Fact]
    public void The_version_that_is_in_force_answers_and_one_that_is_not_only_where_it_is_asked_to()
    {
        var book = Rulebook.Of(
            [
                Rule("R") with { EffectiveTo = Day("2020-12-31") }, Rule("R") with { Version = "v2", EffectiveFrom = Day("2022-01-01"), EffectiveTo = Day("2022-12-31") },
                Rule("S"),
            ], Inputs).Value;
        Assert.Equal("R v1, S v1 |", Say("2020-01-01"));
        Assert.Equal("R v1, S v1 |", Say("2020-12-31"));
        Assert.Equal("S v1 | policy.notInForce(rule=R, from=01/01/2022, day=01/01/2021)", Say("2021-01-01"));
        Assert.Equal("R v2 late, S v1 |", Say("2021-01-01", retroactive: true));
        Assert.Equal("R v2, S v1 |", Say("2022-12-31"));
        Assert.Equal("S v1 | policy.noLongerInForce(rule=R, to=12/31/2022, day=01/01/2023)", Say("2023-01-01"));
        Assert.Equal("R v2 late, S v1 |", Say("2023-01-01", retroactive: true));
        Assert.Equal("R v1 late, S v1 late |", Say("2019-01-01", retroactive: true));
        Assert.Equal("S v1 |", Say("2020-06-01", only: "S"));
        Assert.Equal(" |", Say("2020-06-01", only: "NONE"));

        string Say(string day, bool retroactive = false, string? only = null)
        {
            var (answering, refused) = book.On(Day(day), retroactive, only);
            return $"{string.Join(", ", answering.Select(one => $"{one.Rule.Id} {one.Rule.Version}{(one.IsRetroactive ? " late" : "")}"))} | {string.Join(", ", refused)}".TrimEnd();
        }
    }

    [Fact]
    public void The_strictest_limit_in_force_is_the_most_that_an_input_may_be()
    {
        Rule Most(string id, decimal limit, Demand must = Demand.AtMost) => Rule(id) with { Checks = [new RuleCheck("share", must, "limit")], Parameters = [Number("limit", limit)] };
        var book = Rulebook.Of([Most("A", 30m), Most("B", 20m), Most("C", 10m, Demand.Below), Most("D", 5m) with { EffectiveFrom = Day("2023-01-01") }], Inputs).Value;
        Assert.Equal(20m, book.AtMost(Day("2022-12-31"), "share"));
        Assert.Equal(5m, book.AtMost(Day("2023-01-01"), "share"));
        Assert.Null(book.AtMost(Day("2022-12-31"), "within"));
        Assert.Null(book.AtMost(Day("2019-12-31"), "share"));
    }

    [Theory]
    [InlineData(PolicyUnit.Flag, "yes; paper 7", "1 paper 7")]
    [InlineData(PolicyUnit.Flag, "no;paper", "0 paper")]
    [InlineData(PolicyUnit.Flag, "1;paper", "policy.answerUnreadable")]
    [InlineData(PolicyUnit.Percent, " 12.5 ; a; b", "12.5 a; b")]
    [InlineData(PolicyUnit.Percent, "yes;paper", "policy.answerUnreadable")]
    [InlineData(PolicyUnit.Percent, "12.5", "policy.proofMissing")]
    [InlineData(PolicyUnit.Percent, "12.5; -", "policy.proofMissing")]
    [InlineData(PolicyUnit.Percent, ";paper", "policy.answerUnreadable")]
    public void What_is_stated_needs_its_unit_and_its_proof(PolicyUnit unit, string text, string expected)
    {
        var read = Evidence.Read("a", unit, text);
        Assert.Equal(expected, read.IsSuccess ? $"{read.Value.Answer} {read.Value.Proof}" : read.Error.Code);
        Assert.Equal("12.5; paper", Evidence.Write(" 12.5", "paper "));
    }

    internal static Rule Rule(string id) => new(
        id, "v1", RuleLevel.District, RuleSeverity.Hard, Name(id), Name(id), Name(id), SourceStatus.Text, Day("2020-01-01"), null, IsDateAssumed: false,
        RuleSubjects.AllFunds, null, AnyOf: false, [new RuleCheck("share", Demand.AtLeast, "limit")], [Number("limit")], [], Name(id),
        [.. Enum.GetValues<FindingStatus>().Select(status => new RuleCase("", new Dictionary<string, string>(), new Dictionary<string, decimal>(), status))]);

    private static RuleParameter Number(string name, decimal value = 1m) => new(name, PolicyUnit.Percent, value, null, new Dictionary<string, decimal>());

    private static string[] Refusals(Rule rule) => Rulebook.Of([rule], Inputs) is { IsSuccess: false } refused ? [.. refused.Errors.Select(error => error.Code)] : [];

    private static BilingualName Name(string name) => BilingualName.Of(name, name);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
