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

    private static FundPerformance Of(string ledger) => PerformanceEngine.Of(TestBooks.Of(ledger).View("2023-01-01"), "F")!;
}
