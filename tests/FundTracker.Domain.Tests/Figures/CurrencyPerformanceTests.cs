using FundTracker.Analytics.Performance;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>A dollar fund of a mother fund that counts in renminbi.</summary>
public sealed class CurrencyPerformanceTests
{
    private const string Ledger = """
        mother M CNY
        fund F USD
        2021-01-01 M->F Contribution 100.00 USD
        2023-01-01 M->F Nav          121.00 USD
        """;

    private const string Rates = """
        2021-01-01 M fx:USD/CNY = 6.5
        2022-12-30 M fx:USD/CNY = 7.15
        """;

    [Fact]
    public void The_currency_effect_stands_apart_from_what_the_fund_did()
    {
        var performance = Of(Ledger + "\n" + Rates);

        // 10 % a year in dollars; 650 became 865.15, which is 33.1 % over two years; the dollar rose by 10 %.
        var inBase = performance.InBase!;
        Assert.Equal((650m, 0m, 865.15m), (inBase.PaidIn.Value!.Amount, inBase.Distributed.Value!.Amount, inBase.Nav.Value!.Amount));
        Assert.Equal(1.331m, inBase.Tvpi.Value!.Value);
        Assert.Equal(0.1, performance.Figures.Irr.Value!.Quoted!.Value.Rate, 1e-9);
        Assert.Equal(Math.Sqrt(1.331) - 1, inBase.Irr.Value!.Quoted!.Value.Rate, 1e-9);
        Assert.Equal(Math.Sqrt(1.1) - 1, (double)inBase.Effect.Value!.Fraction, 1e-9);
        Assert.Equal(Money.Of(65m, Currency.Cny), inBase.GainEffect.Value); // gain 215.15 less 21.00 dollars at 7.15
    }

    [Fact]
    public void A_day_without_any_rate_before_it_is_named()
    {
        var inBase = Of(Ledger + "\n2021-01-02 M fx:USD/CNY = 6.5").InBase!;

        Assert.All(inBase.All, figure => Assert.Equal("currency.noRate", figure.NoneReason?.Code));
        Assert.Equal(new DateOnly(2021, 1, 1), inBase.Irr.NoneReason!.Args.Single().Value);
    }

    [Fact]
    public void A_fund_in_the_mother_funds_currency_has_no_currency_effect() =>
        Assert.Null(Of("""
            mother M CNY
            fund F CNY
            2021-01-01 M->F Contribution 100.00
            """).InBase);

    [Fact]
    public void Without_a_value_only_what_was_paid_and_came_back_is_told()
    {
        var inBase = Of($"mother M CNY\nfund F USD\n2021-01-01 M->F Contribution 100.00\n2022-12-30 M->F GainDistribution 1.01\n{Rates}").InBase!;

        Assert.Equal((650m, 7.22m), (inBase.PaidIn.Value!.Amount, inBase.Distributed.Value!.Amount)); // 7.2215
        Assert.All(inBase.All.Skip(2), figure => Assert.Equal("figure.noNav", figure.NoneReason?.Code));
    }

    [Fact]
    public void A_value_of_what_nobody_paid_in_is_no_multiple()
    {
        var inBase = Of($"mother M CNY\nfund F USD\n2021-01-01 M->F Commitment 100.00\n2023-01-01 M->F Nav 2.00\n{Rates}").InBase!;

        Assert.Equal((14.30m, "figure.nothingPaidIn"), (inBase.Nav.Value!.Amount, inBase.Tvpi.NoneReason?.Code));
        Assert.Equal(0m, inBase.GainEffect.Value!.Amount);
    }

    [Fact]
    public void Each_flow_is_rounded_by_itself_at_the_rate_of_its_own_day()
    {
        // 0.01 at 6.5 is 0.065, so 0.07, twice; the gain of -0.02 in dollars is -0.14 at 7.15 (0.143).
        var inBase = Of($"mother M CNY\nfund F USD\n2021-01-01 M->F Contribution 0.01\n2021-01-02 M->F Contribution 0.01\n2023-01-01 M->F Nav 0.00\n{Rates}").InBase!;
        Assert.Equal((0.14m, 0m), (inBase.PaidIn.Value!.Amount, inBase.GainEffect.Value!.Amount));
    }

    private static FundPerformance Of(string ledger) => PerformanceEngine.Of(TestBooks.Of(ledger).View("2023-01-01"), "F")!;
}
