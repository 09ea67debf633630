using FundTracker.Analytics.Phases;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>A fund's money by how often it has been used, first in, first out.</summary>
public sealed class RollingUseTests
{
    [Fact]
    public void What_comes_back_is_the_next_generation_and_is_used_in_its_turn()
    {
        var use = Of("""
            mother M CNY
            fund SUB CNY
            company C
            2023-01-02 FIN->M   Contribution    100.00
            2023-02-01 M->SUB   Contribution     60.00
            2023-03-01 M->SUB   ReturnOfCapital  30.00
            2023-04-01 M->C     Investment       50.00
            2023-05-01 M->C     ExitProceeds     70.00
            2023-06-01 M        ManagementFee     5.00
            """);
        // 50 were 40 of the first and 10 of the second; they brought back 40 as second, 10 as third, and 20 above as third.
        Assert.Equal(
            [(1, Yuan(100m), Yuan(100m), Yuan(0m), Yuan(0m)), (2, Yuan(70m), Yuan(10m), Yuan(5m), Yuan(55m)), (3, Yuan(30m), Yuan(0m), Yuan(0m), Yuan(30m))],
            use.Generations.Select(one => (one.Number, one.Arrived.Value, one.Placed.Value, one.Spent.Value, one.Waiting.Value)));
        Assert.Equal(Yuan(0m), use.Unattributed);
    }

    [Fact]
    public void What_waits_adds_up_to_the_funds_cash_and_the_oldest_comes_first()
    {
        const string Text = """
            mother M CNY
            fund SUB CNY
            2023-01-02 FIN->M Contribution      100.00
            2023-02-02 FIN->M Contribution       50.00
            2023-02-10 M->SUB Contribution       70.00
            2023-03-01 M      Interest            1.00
            2023-04-01 M->SUB GainDistribution    9.00
            2023-05-01 FIN->M IncomeDistribution 12.00
            """;
        var use = Of(Text);
        Assert.Equal(
            [(new DateOnly(2023, 1, 2), 1, Yuan(18m)), (new DateOnly(2023, 2, 2), 1, Yuan(50m)), (new DateOnly(2023, 3, 1), 1, Yuan(1m)), (new DateOnly(2023, 4, 1), 2, Yuan(9m))],
            use.Waiting.Select(money => (money.Since, money.Generation, money.Amount)));
        Assert.Equal(Yuan(78m), use.Waiting.Select(money => money.Amount).Aggregate((sum, part) => sum + part));
        Assert.Equal("78.00", TestBooks.Of(Text).On().Cash("M"));
    }

    [Fact]
    public void Shares_given_in_kind_are_placed_in_the_first_generation_without_cash()
    {
        var use = Of("""
            mother M CNY
            fund SUB CNY
            2023-01-02 FIN->M ContributionInKind 80.00
            2023-01-02 M->SUB ContributionInKind 80.00
            2023-06-01 M->SUB ReturnOfCapital    20.00
            """);
        Assert.Equal([(1, Yuan(0m)), (2, Yuan(20m))], use.Generations.Select(one => (one.Number, one.Arrived.Value)));
    }

    private static RollingUse Of(string text)
    {
        var view = TestBooks.Of(text).View();
        return RollingUse.Of(view, view.Book.Root);
    }

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);
}
