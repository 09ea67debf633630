using FundTracker.Analytics.Policies;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Application.Tests.Policies;

/// <summary>Shipped rules, and what schemes read, asked of books that are written as text: from ledger lines to the figure and the verdict.</summary>
internal static class TextBooks
{
    private static readonly Stamp Signed = LedgerText.Instant("2022-12-30T09:00:00Z");

    private static readonly Rulebook Shipped = RuleFiles.Read(RuleFiles.Shipped()).Value;

    /// <summary>What a check of a shipped rule says of a fund on a day; of a rule with several checks the input is named.</summary>
    public static (FindingStatus Status, decimal? Number) Judge(
        string text, string rule, string fund, string day, string? input = null, Func<TestBooks, ContributionPlan>? plan = null)
    {
        var check = Check(text, rule, fund, day, input, plan);
        return (check.Status, check.Reading.Number);
    }

    /// <summary>The same with all that the check holds.</summary>
    public static CheckResult Check(
        string text, string rule, string fund, string day, string? input = null, Func<TestBooks, ContributionPlan>? plan = null)
    {
        var finding = Finding(text, rule, fund, day, plan);
        return input is null ? finding.Deciding : finding.Checks.Single(check => check.Check.Input == input);
    }

    /// <summary>What a shipped rule says of a fund on a day.</summary>
    public static Finding Finding(string text, string rule, string fund, string day, Func<TestBooks, ContributionPlan>? plan = null)
    {
        var version = Shipped.On(LedgerText.Date(day), retroactive: true, rule).Answering.Single().Rule;
        return RuleJudge.Judge(version, Reader(text, day, plan), isRetroactive: false).Findings.Single(finding => finding.Subject.Code == fund);
    }

    /// <summary>An input that schemes read of a fund on a day.</summary>
    public static InputReading Read(
        string text, string input, string fund, string day, Func<TestBooks, ContributionPlan>? plan = null, params IReadOnlyList<string> rules)
    {
        var reader = Reader(text, day, plan, rules);
        return reader.Compute(input, reader.SubjectOf(fund)!);
    }

    /// <summary>The pre-score of a fund on a day by a shipped scheme.</summary>
    public static Scorecard Score(string text, string scheme, string fund, string day, Func<TestBooks, ContributionPlan>? plan = null)
    {
        var reader = Reader(text, day, plan);
        var file = SchemeFiles.Shipped().Single(file => file.Name == $"{scheme}.json");
        return reader.Score(SchemeFiles.Parse(file.Name, file.Json).Value, reader.SubjectOf(fund)!, isRetroactive: false);
    }

    /// <summary>A plan of a fund with phases: day, amount, year of the budget.</summary>
    public static Func<TestBooks, ContributionPlan> Plan(
        string fund, bool rolling, Provenance provenance, params (string Day, decimal Amount, int? BudgetYear)[] phases) => books =>
    {
        var signed = new Signatures("manager1", "approver1", Voucher: null);
        var plan = ContributionPlan.DrawUp(new ContributionPlanId(1), books.Head.MotherFund, books.Node(fund), rolling, signed, Signed);
        foreach (var (day, amount, year) in phases)
            _ = plan.AddTranche(LedgerText.Date(day), Money.Of(amount, Currency.Cny), year, [], provenance, signed, Signed).Value;
        return plan;
    };

    private static PolicyReader Reader(string text, string day, Func<TestBooks, ContributionPlan>? plan, params IReadOnlyList<string> rules)
    {
        var books = TestBooks.Of(text);
        var book = rules.Count == 0 ? Shipped : Rulebook.Of([.. Shipped.Rules.Where(rule => rules.Contains(rule.Id))], PolicyInputs.ForRules).Value;
        return new PolicyReader(books.View(day), plan is null ? [] : [plan(books)], book);
    }
}
