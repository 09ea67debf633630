using FundTracker.Domain.Figures;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Policies;

/// <summary>Which check a foreseen change is about, when it needs a reason, and how what was overridden is named.</summary>
public sealed class ForeseenChangeTests
{
    private static readonly RuleCheck Floor = new("a", Demand.AtLeast, "limit");
    private static readonly RuleCheck Cap = new("b", Demand.AtMost, "limit");

    [Fact]
    public void A_change_is_told_by_one_check_as_it_is_and_as_it_would_be()
    {
        var now = Of(Breached(Floor, 15m), Met(Cap, 20m));
        var then = Of(Breached(Floor, 10m), Breached(Cap, 21m)) with { Deciding = Breached(Cap, 21m) };
        var change = new ForeseenChange(ForeseenKind.Breach, then, now);
        Assert.Equal((21m, 20m), (change.CheckThen.Reading.Number, change.CheckNow!.Reading.Number));
        Assert.Equal(("R", "R@F"), (change.Rule.Id, change.Name));
        Assert.Null((change with { Now = null }).CheckNow);
        Assert.Null((change with { Now = Of(Breached(Floor, 15m)) }).CheckNow); // the rule did not ask it before
        var worse = change with { Kind = ForeseenKind.Worse, Then = then with { Checks = [Breached(Floor, 10m), Met(Cap, 20m)] } };
        Assert.Equal((10m, 15m), (worse.CheckThen.Reading.Number, worse.CheckNow!.Reading.Number));
    }

    [Fact]
    public void What_would_be_breached_further_or_anew_gets_worse_and_the_worst_is_named()
    {
        Assert.Equal("a", Worsened(Of(Breached(Floor, 15m), Breached(Cap, 30m)), Of(Breached(Floor, 14.99m), Breached(Cap, 30m))));
        Assert.Null(Worsened(Of(Breached(Floor, 15m), Breached(Cap, 30m)), Of(Breached(Floor, 15m), Breached(Cap, 29.99m))));
        Assert.Equal("b", Worsened(Of(Breached(Floor, 15m), Met(Cap, 20m)), Of(Breached(Floor, 15m), Breached(Cap, 20.01m))));
        Assert.Equal("b", Worsened(Of(Met(Floor, 20m), Met(Cap, 20m)), Of(Breached(Floor, 19m), Breached(Cap, 22m))));
        Assert.Equal("a", Worsened(Of(Met(Floor, 20m), Met(Cap, 20m)), Of(Breached(Floor, 17m), Breached(Cap, 22m))));
        Assert.Null(Worsened(Of(Met(Floor, 30m)), Of(Met(Floor, 20m)))); // still met
        Assert.Null(Worsened(Of(Met(Cap, 20m)), Of(Breached(Floor, 19m)))); // not asked before
        Assert.Null(Worsened(now: null, Of(Breached(Floor, 19m))));

        static string? Worsened(Finding? now, Finding then) => ForeseenChange.Worsened(now, then)?.Check.Input;
    }

    [Theory]
    [InlineData(ForeseenKind.Breach, RuleSeverity.Hard, FindingStatus.Met, true)]
    [InlineData(ForeseenKind.Breach, RuleSeverity.Hard, FindingStatus.Breached, true)]
    [InlineData(ForeseenKind.Breach, RuleSeverity.Hard, FindingStatus.NoData, false)] // a floor that had no answer
    [InlineData(ForeseenKind.Breach, RuleSeverity.Soft, FindingStatus.Met, false)]
    [InlineData(ForeseenKind.Cure, RuleSeverity.Hard, FindingStatus.Breached, false)]
    public void Hard_rules_that_would_be_breached_need_a_reason(ForeseenKind kind, RuleSeverity severity, FindingStatus before, bool needsReason)
    {
        var rule = RulebookTests.Rule("R") with { Severity = severity };
        var change = new ForeseenChange(kind, Of(Breached(Floor, 10m)) with { Rule = rule }, Of(Met(Floor, 20m) with { Status = before }));
        Assert.Equal(needsReason, change.NeedsReason);
        Assert.Equal(needsReason ? "R@F" : "", ForeseenRules.Override([change], "agreed").Value);
        Assert.Equal(!needsReason, ForeseenRules.Override([change], " ").IsSuccess);
    }

    [Theory]
    [InlineData(1, 999, 999)]
    [InlineData(1, 1_000, 1_000)]
    [InlineData(1, 1_001, 1_000)]
    [InlineData(2, 499, 1_000)] // with the comma between
    [InlineData(2, 500, 1_000)]
    public void Names_of_what_is_overridden_are_kept_up_to_a_thousand_characters(int count, int length, int kept)
    {
        var code = new string('x', length - "R@".Length);
        var then = Of(Breached(Cap, 30m)) with { Subject = new PolicySubject(code, BilingualName.Of("基金", "fund"), new NodeId(1)) };
        var whole = string.Join(", ", Enumerable.Repeat("R@" + code, count));
        var names = ForeseenRules.Override([.. Enumerable.Repeat(new ForeseenChange(ForeseenKind.Breach, then, Now: null), count)], "agreed").Value;
        Assert.Equal(kept, names.Length);
        Assert.Equal(whole.Length <= 1_000 ? whole : whole[..999] + "…", names);
    }

    private static Finding Of(params IReadOnlyList<CheckResult> checks) => new(
        RulebookTests.Rule("R"), new PolicySubject("F", BilingualName.Of("基金", "fund"), new NodeId(1)), checks[0].Status, checks, checks[0],
        IsRetroactive: false);

    private static CheckResult Met(RuleCheck check, decimal number) => Result(check, FindingStatus.Met, number);

    private static CheckResult Breached(RuleCheck check, decimal number) => Result(check, FindingStatus.Breached, number);

    private static CheckResult Result(RuleCheck check, FindingStatus status, decimal number) => new(
        check, status,
        new InputReading(Figure<Percentage>.Of(new FigureId(check.Input, "F"), Percentage.FromPercent(number), Trail.Empty), number), 20m,
        PolicyUnit.Percent, Reason: null);
}
