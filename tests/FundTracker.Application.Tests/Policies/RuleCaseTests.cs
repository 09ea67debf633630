using FundTracker.Application.Policies;
using FundTracker.Application.Text;
using FundTracker.Domain.Policies;

namespace FundTracker.Application.Tests.Policies;

/// <summary>Every shipped rule says of the examples beside it what they expect.</summary>
public sealed class RuleCaseTests
{
    private static Rulebook Shipped => RuleFiles.Read(RuleFiles.Shipped()).Value;

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var rule in Shipped.Rules)
                foreach (var one in rule.Cases) data.Add($"{rule.Id} {rule.Version}", one.Name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_shipped_rule_says_of_its_example_what_is_expected(string version, string name)
    {
        var rule = Shipped.Rules.Single(one => $"{one.Id} {one.Version}" == version);
        var example = rule.Cases.Single(one => one.Name == name);
        var result = RuleExamples.Run(rule, example);
        Assert.Equal(example.Expected, result.Status);
        var finding = Assert.Single(result.Findings);
        if (example.Expected == FindingStatus.NoData) Assert.NotNull(finding.Deciding.Reason);
        if (example.Expected == FindingStatus.Breached) Assert.NotEqual("", FindingText.Cure(finding, "en"));
    }

    [Fact]
    public void All_rules_of_the_list_are_shipped()
    {
        string[] wanted =
        [
            "F-01", "F-02", "F-03", "F-04", "F-06", "F-08", "F-10", "L-01", "L-02", "L-04", "L-05", "L-06", "L-07", "L-09", "L-10", "L-14",
            "N-01", "N-03", "N-04", "N-05", "N-07", "N-10", "N-12", "N-13",
        ];
        Assert.Empty(wanted.Except(Shipped.Rules.Select(rule => rule.Id)));
    }

    [Fact]
    public void A_limit_that_no_figure_can_meet_together_with_another_is_a_conflict()
    {
        var rules = Shipped.Rules.Where(rule => rule.Id is "L-04" or "S-1753-A3");
        var example = new RuleCase(
            "1.6", new Dictionary<string, string>(StringComparer.Ordinal) { ["fundStage"] = "Angel" },
            new Dictionary<string, decimal>(StringComparer.Ordinal) { ["localMultiple"] = 1.6m, ["motherShare"] = 30m }, FindingStatus.Met);
        var results = rules.Select(rule => RuleExamples.Run(rule, example)).ToList();
        Assert.Equal([FindingStatus.Met, FindingStatus.Breached], results.Select(result => result.Status));
        var conflict = Assert.Single(RuleJudge.Conflicts(results));
        Assert.Equal((ConflictKind.Incompatible, "localMultiple", "L-04", "S-1753-A3"), (conflict.Kind, conflict.Input, conflict.First.Rule.Id, conflict.Second.Rule.Id));
    }
}
