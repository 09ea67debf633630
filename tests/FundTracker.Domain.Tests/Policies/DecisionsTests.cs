using System.Globalization;
using FundTracker.Analytics.Tolerance;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Policies;

public sealed class DecisionsTests
{
    [Fact]
    public void Payments_of_one_round_are_one_decision_and_each_without_a_round_is_one_by_itself()
    {
        var view = TestBooks.Of("""
            mother M CNY
            fund F CNY
            2022-01-10 F->A Investment 1.00
            2022-01-10 F->A Investment 2.00
            2022-03-20 F->A Investment 4.00 round:1
            2022-02-10 F->A Investment 8.00 round:1
            2022-05-01 F->A Investment 16.00 round:2
            """).View("2022-12-31");
        var project = Assert.Single(FundTolerance.Of(view, view.Book.FindNode("F")!).Projects);
        Assert.Equal(
            ["2022-01-10 1.00 CNY", "2022-01-10 2.00 CNY", "2022-02-10 12.00 CNY", "2022-05-01 16.00 CNY"],
            project.Decisions.Select(decision => string.Create(CultureInfo.InvariantCulture, $"{decision.Day:O} {decision.Amount}")));
    }
}
