using FundTracker.Domain.Figures;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Policies;

/// <summary>How a figure is set against a limit, which check and which subject decides, and which rules can't be had together.</summary>
public sealed class RuleJudgeTests
{
    [Theory]
    [InlineData(Demand.AtLeast, "20", FindingStatus.Met)]
    [InlineData(Demand.AtLeast, "19.99", FindingStatus.Breached)]
    [InlineData(Demand.AtMost, "20", FindingStatus.Met)]
    [InlineData(Demand.AtMost, "20.01", FindingStatus.Breached)]
    [InlineData(Demand.Above, "20", FindingStatus.Breached)]
    [InlineData(Demand.Above, "20.01", FindingStatus.Met)]
    [InlineData(Demand.Below, "20", FindingStatus.Breached)]
    [InlineData(Demand.Below, "19.99", FindingStatus.Met)]
    public void A_figure_on_the_limit_is_judged_as_the_demand_says(Demand must, string figure, FindingStatus expected) =>
        Assert.Equal(expected, One(Rule("R", [Check("a", must)]), ("a", decimal.Parse(figure))).Status);

    [Theory]
    [InlineData(1, FindingStatus.Met)]
    [InlineData(0, FindingStatus.Breached)]
    public void A_yes_is_asked_for_without_a_limit(decimal figure, FindingStatus expected)
    {
        var finding = One(Rule("R", [new RuleCheck("a", Demand.Yes, null)]), ("a", figure));
        Assert.Equal((expected, 1m, PolicyUnit.Flag), (finding.Status, finding.Deciding.Limit!.Value, finding.Deciding.Unit));
    }

    [Fact]
    public void Of_all_checks_a_breach_decides_and_then_what_is_not_known()
    {
        var rule = Rule("R", [Check("a", Demand.AtLeast), Check("b", Demand.AtLeast), Check("c", Demand.AtLeast)]);
        Assert.Equal("Breached by b", Say(One(rule, ("a", 20m), ("b", 10m), ("c", null))));
        Assert.Equal("NoData by c", Say(One(rule, ("a", 20m), ("b", 30m), ("c", null))));
        Assert.Equal("Met by b", Say(One(rule, ("a", 25m), ("b", 21m), ("c", 30m)))); // the narrowest pass
        Assert.Equal("Breached by c", Say(One(rule, ("a", 19m), ("b", 30m), ("c", 2m)))); // the worst breach
    }

    [Fact]
    public void Of_any_check_one_that_is_met_is_enough()
    {
        var rule = Rule("R", [Check("a", Demand.AtLeast), Check("b", Demand.AtLeast)]) with { AnyOf = true };
        Assert.Equal("Met by b", Say(One(rule, ("a", 10m), ("b", 20m))));
        Assert.Equal("NoData by b", Say(One(rule, ("a", 10m), ("b", null))));
        Assert.Equal("Breached by b", Say(One(rule, ("a", 10m), ("b", 5m))));
    }

    [Fact]
    public void The_worst_breach_of_all_subjects_stands_on_top_and_without_a_breach_what_is_not_known()
    {
        var rule = Rule("R", [Check("a", Demand.AtLeast)]);
        Assert.Equal(("Breached", "Y"), Top(rule, 18m, 10m, null));
        Assert.Equal(("NoData", "Z"), Top(rule, 21m, 30m, null));
        Assert.Equal(("Met", "X"), Top(rule, 21m, 30m, 25m));
        var nobody = RuleJudge.Judge(rule, new Reader([]), isRetroactive: true);
        Assert.Equal((FindingStatus.NoData, 0, true), (nobody.Status, nobody.Findings.Count, nobody.IsRetroactive));
        Assert.Null(nobody.Headline);

        static (string, string) Top(Rule rule, params decimal?[] figures)
        {
            var result = RuleJudge.Judge(rule, new Reader([.. figures.Select((figure, i) => ($"{(char)('X' + i)}", "a", figure))]), isRetroactive: false);
            return ($"{result.Status}", result.Headline!.Subject.Code);
        }
    }

    [Fact]
    public void A_rule_is_asked_only_of_whom_it_names_and_its_limit_goes_by_the_fact()
    {
        var rule = Rule("R", [Check("a", Demand.AtMost)]) with
        {
            AppliesTo = new RuleScope("stage", ["Seed", "Angel"]),
            Parameters = [new RuleParameter("limit", PolicyUnit.Percent, null, "stage", new Dictionary<string, decimal> { ["Seed"] = 50m })],
        };
        var reader = new Reader([("X", "a", 30m), ("Y", "a", 30m), ("Z", "a", 30m)], ("X", "Seed"), ("Y", "Angel"), ("Z", "Industry"));
        var findings = RuleJudge.Judge(rule, reader, isRetroactive: false).Findings;
        Assert.Equal(["X Met 50", "Y NoData "], findings.Select(finding => $"{finding.Subject.Code} {finding.Status} {finding.Deciding.Limit}"));
        Assert.Equal("policy.factMissing", findings[1].Deciding.Reason!.Code);
        var forTheRest = rule with { Parameters = [rule.Parameters[0] with { Value = 10m }] };
        Assert.Equal("Breached", $"{RuleJudge.Judge(forTheRest, reader, isRetroactive: false).Findings[1].Status}");
    }

    [Theory]
    [InlineData(Demand.AtLeast, "30", Demand.AtMost, "20", "Incompatible")]
    [InlineData(Demand.AtLeast, "20", Demand.AtMost, "20", null)]
    [InlineData(Demand.Above, "20", Demand.AtMost, "20", "Incompatible")]
    [InlineData(Demand.AtLeast, "20", Demand.Below, "20", "Incompatible")]
    [InlineData(Demand.AtMost, "20", Demand.AtLeast, "20.5", "Incompatible")]
    [InlineData(Demand.AtLeast, "20", Demand.AtLeast, "25", "Differing")]
    [InlineData(Demand.AtLeast, "25", Demand.AtLeast, "30", null)]
    public void Two_rules_of_different_sets_conflict_where_no_figure_meets_both_or_one_is_met_and_the_other_is_not(
        Demand first, string limit, Demand second, string other, string? expected)
    {
        var one = Rule("A", [Check("a", first)], decimal.Parse(limit));
        var two = Rule("B", [Check("a", second)], decimal.Parse(other)) with { Version = "other-1" };
        // 20 is what the fund has; it meets and breaches as the limits say.
        var conflicts = RuleJudge.Conflicts([Judge(one), Judge(two)]);
        Assert.Equal(expected, conflicts.Count == 0 ? null : $"{Assert.Single(conflicts).Kind}");
        if (expected is not null) Assert.Equal(("a", "A", "B", "X"), (conflicts[0].Input, conflicts[0].First.Rule.Id, conflicts[0].Second.Rule.Id, string.Join(',', conflicts[0].Subjects)));
        Assert.Empty(RuleJudge.Conflicts([Judge(one), Judge(two with { Version = one.Version })]));
        Assert.Empty(RuleJudge.Conflicts([Judge(one), RuleJudge.Judge(two, new Reader([("Y", "a", 20m)]), isRetroactive: false)]));

        static RuleResult Judge(Rule rule) => RuleJudge.Judge(rule, new Reader([("X", "a", 20m)]), isRetroactive: false);
    }

    [Theory]
    [InlineData(10, 20, false, 10.0)] // 20 % of 100 is 20, so 10 more
    [InlineData(30, 20, false, 10.0)] // and 10 less where there is more
    [InlineData(10, 20, true, 12.5)] // (10 + x) / (100 + x) = 20 %
    [InlineData(30, 20, true, 10.0)]
    [InlineData(10, 100, true, null)]
    [InlineData(20, 20, true, 0.0)]
    [InlineData(100, 100, true, 0.0)] // there already, though nothing that is added would reach it
    [InlineData(100, 90, true, 10.0)]
    [InlineData(10, 99, true, 8900.0)]
    [InlineData(100, 100, false, 0.0)]
    public void The_way_to_a_limit_is_said_in_money(decimal above, decimal limit, bool growsWhole, double? expected)
    {
        var reading = new InputReading(Figure(above), above, Yuan(above), Yuan(100m), growsWhole);
        Assert.Equal(expected is { } known ? Yuan((decimal)known) : null, reading.MoneyTo(limit, PolicyUnit.Percent));
    }

    [Fact]
    public void The_way_is_rounded_up_and_money_is_set_against_money()
    {
        Assert.Equal(Yuan(0.01m), new InputReading(Figure(1m), 33.333m, Yuan(1m), Yuan(3.01m)).MoneyTo(33.34m, PolicyUnit.Percent));
        Assert.Equal(Yuan(50m), new InputReading(Figure(1m), 1m, Yuan(100m), Yuan(100m)).MoneyTo(1.5m, PolicyUnit.Multiple));
        var money = new InputReading(Figure<Money>.Of(new FigureId("a", "X"), Yuan(7m), Trail.Empty), 7m);
        Assert.Equal(Yuan(3m), money.MoneyTo(10m, PolicyUnit.Money));
        Assert.Equal(Yuan(2m), money.MoneyTo(5m, PolicyUnit.Money));
        Assert.Null(new InputReading(Figure(1m), 1m).MoneyTo(2m, PolicyUnit.Percent));
        Assert.Null(new InputReading(Figure(1m), null, Yuan(1m), Yuan(2m)).MoneyTo(2m, PolicyUnit.Percent));
    }

    private static Finding One(Rule rule, params (string Input, decimal? Number)[] numbers) => RuleJudge.Of(
        rule, new PolicySubject("X", BilingualName.Of("X", "X"), new NodeId(1)), new Reader([.. numbers.Select(one => ("X", one.Input, one.Number))]), isRetroactive: false);

    private static string Say(Finding finding) => $"{finding.Status} by {finding.Deciding.Check.Input}";

    private static RuleCheck Check(string input, Demand must) => new(input, must, "limit");

    private static Rule Rule(string id, IReadOnlyList<RuleCheck> checks, decimal limit = 20m) => RulebookTests.Rule(id) with
    {
        Checks = checks, Parameters = [new RuleParameter("limit", PolicyUnit.Percent, limit, null, new Dictionary<string, decimal>())],
    };

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);

    private static Figure<Percentage> Figure(decimal percent) => Figure<Percentage>.Of(new FigureId("a", "X"), Percentage.FromPercent(percent), Trail.Empty);

    private sealed class Reader(IReadOnlyList<(string Subject, string Input, decimal? Number)> numbers, params (string Subject, string Stage)[] stages) : IPolicyReader
    {
        public IReadOnlyList<PolicySubject> SubjectsOf(RuleSubjects subjects) =>
            [.. numbers.Select(one => one.Subject).Distinct().Select(code => new PolicySubject(code, BilingualName.Of(code, code), new NodeId(1)))];

        public string? Fact(PolicySubject subject, string name) => stages.FirstOrDefault(one => one.Subject == subject.Code).Stage;

        public InputReading Read(Rule rule, string input, PolicySubject subject) =>
            numbers.First(one => one.Subject == subject.Code && one.Input == input).Number is { } number
                ? new InputReading(Figure(number), number)
                : new InputReading(Figure<Percentage>.None(new FigureId(input, subject.Code), PolicyErrors.NoMoneyYet()), null);
    }
}
