using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Policies;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Tests.Policies.Whole;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Policies;

/// <summary>On which day a phase, a period or a layer begins to count. The book is that of Policies/Whole where none is given.</summary>
public sealed class PolicyBordersTests
{
    [Theory]
    [InlineData("2023-06-29", "600.00 CNY")]
    [InlineData("2023-06-30", "800.00 CNY")]
    public void A_phase_is_due_on_the_day_that_it_is_planned_for(string day, string due) =>
        Assert.Equal(due, $"{Compute(PolicyBook.View(day), "planPaidShare", "M").Denominator}");

    [Theory]
    [InlineData("2023-06-30", false)]
    [InlineData("2023-07-01", true)]
    public void A_phase_is_overdue_the_day_after(string day, bool isOverdue)
    {
        var view = PolicyBook.View(day);
        var phases = PhaseProgress.Of(view, view.Book.Root, PolicyBook.Plans(view)[0], PolicyBook.Calls(view));
        Assert.Equal(isOverdue, phases.Single(phase => phase.Number == 3).IsOverdue);
    }

    [Theory]
    [InlineData("2022-02-09", "policy.periodNotOver")]
    [InlineData("2022-02-10", null)] // two years after the first money
    public void A_period_is_judged_from_its_last_day_on(string day, string? reason)
    {
        var view = PolicyBook.View(day);
        var rule = PolicyBook.Rules().Rules.Single(rule => rule.Id == "R-03");
        Assert.Equal(reason, Reader(view).Read(rule, "investedWithin", Reader(view).SubjectOf("F")!).Figure.NoneReason?.Code);
    }

    [Theory]
    [InlineData("2023-01-05 M->F Commitment 5.00\n2023-01-05 F->K Commitment 5.00", 3)]
    [InlineData("2023-01-05 M->F OpeningContribution 5.00\n2023-01-05 F->K OpeningContribution 5.00", 3)] // paid in without a promise
    [InlineData("2023-01-05 M->F Commitment 5.00\n2023-01-05 F->K Nav 5.00", 2)] // neither
    [InlineData("2023-01-05 M->F Commitment 5.00\n2023-01-05 F->K Commitment 5.00\n2023-02-01 F->K CommitmentReduction 5.00", 2)]
    [InlineData("2023-01-05 M->K Commitment 5.00\n2023-01-05 M->F Commitment 5.00\n2023-01-05 F->K Commitment 5.00\n2023-01-05 M->L Commitment 5.00", 3)] // the deepest counts
    [InlineData("2023-01-05 M Interest 1.00", 1)]
    public void Layers_are_those_that_money_was_promised_or_paid_through(string lines, int layers) => Assert.Equal(
        layers, Compute(TestBooks.Of($"mother M CNY\nfund F CNY\nfund K CNY\nfund L CNY\n{lines}").View("2023-12-31"), "fundLayers", "M").Number);

    private static InputReading Compute(LedgerView view, string input, string fund) => Reader(view).Compute(input, Reader(view).SubjectOf(fund)!);

    private static PolicyReader Reader(LedgerView view) => new(view, view.Book.FindNode("P") is null ? [] : PolicyBook.Plans(view), PolicyBook.Rules());
}
