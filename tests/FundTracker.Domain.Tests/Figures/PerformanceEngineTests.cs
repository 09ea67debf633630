using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Performance;
using FundTracker.Analytics.PublicMarket;
using FundTracker.Analytics.Ratios;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>A fund's performance from ledger lines. The first case is that of Gredil, Griffiths and Stucke (2014), posted as lines.</summary>
public sealed class PerformanceEngineTests
{
    private const string Published = """
        mother M CNY
        fund F CNY
        2001-12-31 M->F Commitment   300.00
        2001-12-31 M->F Contribution 100.00
        2003-12-31 M->F Contribution 100.00
        2003-12-31 M->F GainDistribution  25.00
        2005-12-31 M->F Contribution  50.00
        2005-12-31 M->F GainDistribution 150.00
        2007-12-31 M->F GainDistribution 150.00
        2009-12-31 M->F GainDistribution 100.00
        2010-12-31 M->F Nav           75.00
        """;

    private static readonly double[] Levels = [100, 78, 100, 111, 117, 135, 142, 90, 113, 131];

    private static ChosenIndex Index { get; } = new(
        "SP500", Currency.Cny, new IndexSeries(Levels.Select((level, year) => (new DateOnly(2001 + year, 12, 31), level))));

    [Fact]
    public void Lines_of_the_ledger_give_the_published_equivalents()
    {
        var performance = Of(Published, "F", "2010-12-31", Index);

        Assert.Equal("17.52 %", Percent(performance.Figures.Irr.Value!.Quoted!.Value.Rate));
        Assert.Equal(1.6668m, decimal.Round(performance.Market.KaplanSchoar.Value!.Value, 4, MidpointRounding.AwayFromZero));
        Assert.Equal("12.56 %", Percent(performance.Market.DirectAlpha.Value!.Quoted!.Value.Rate));
        Assert.Equal(["-27.26 %", "5.97 %"], performance.Market.LongNickels.Value!.Roots.Select(root => Percent(root.Rate)));
    }

    [Fact]
    public void The_bridge_ends_where_the_value_is()
    {
        var performance = Of(Published, "F", "2010-12-31");

        Assert.Equal(Yuan(250m), performance.Gain.Value); // 425 received and 75 held for 250 paid in
        var last = performance.Curve[^1];
        Assert.Equal((Yuan(250m), Yuan(425m), Yuan(175m), Yuan(75m), Yuan(250m)), (last.PaidIn, last.Distributed, last.NetCash, last.Nav, last.NetValue));
    }

    [Fact]
    public void The_curve_has_a_point_at_each_quarter_end_and_falls_before_it_rises()
    {
        var curve = Of(Published, "F", "2010-12-31").Curve;

        Assert.Equal(37, curve.Count); // 2001Q4 to 2010Q4
        Assert.Equal(Yuan(-100m), curve[0].NetCash);
        Assert.Null(curve[0].Nav);
        Assert.Equal(Yuan(-175m), curve.MinBy(point => point.NetCash.MinorUnits)!.NetCash);
    }

    [Fact]
    public void The_last_point_of_the_history_is_the_rate_of_the_figures()
    {
        var performance = Of(Published, "F", "2010-12-31");
        Assert.Equal(performance.Figures.Irr.Value!.Quoted!.Value.Rate, performance.RateHistory[^1].Irr.Rate!.Value, 12);
    }

    [Fact]
    public void A_horizon_takes_the_value_at_its_start_as_paid_in()
    {
        // 100 became 110 by the end of 2021, and 10 more were paid before 132 at the end of 2022.
        var performance = Of("""
            mother M CNY
            fund F CNY
            2020-12-31 M->F Contribution 100.00
            2021-12-31 M->F Nav          110.00
            2022-12-31 M->F Contribution  10.00
            2022-12-31 M->F Nav          131.00
            """, "F", "2022-12-31");

        Assert.Equal("10.00 %", Percent(performance.Horizons[0].Irr.Value!.Quoted!.Value.Rate)); // 110 -> 121 and the 10 of the day
        Assert.Equal("10.00 %", performance.LastYear.Value!.ToString());
        Assert.Equal("return.noValueAtStart", performance.Horizons[1].Irr.NoneReason?.Code);
    }

    [Fact]
    public void A_payment_taken_back_and_a_statement_taken_back_leave_the_history_as_if_they_had_not_been()
    {
        const string Plain = """
            mother M CNY
            fund F CNY
            2020-12-31 M->F Contribution 100.00
            2021-12-31 M->F Nav          110.00
            """;
        var corrected = TestBooks.Of(Plain + """

            2021-06-30 M->F Contribution 40.00
            2021-06-30 reverse #3
            """);
        var view = corrected.View("2021-12-31");
        var history = HolderHistory.Of(view, view.Book.FindNode("F")!);

        Assert.Equal(Events(Of(Plain, "2021-12-31")), Events(history.Value));
    }

    [Fact]
    public void The_value_of_a_mother_fund_is_put_together_at_each_quarter_end()
    {
        var view = TestBooks.Of("""
            mother M CNY
            fund F CNY
            2021-01-10 FIN->M Contribution 100.00
            2021-02-10 M->F   Contribution  60.00
            2021-06-30 M->F   Nav           90.00
            """).View("2021-08-15");
        var history = HolderHistory.Of(view, view.Book.Root).Value;

        Assert.Equal(
            ["2021-01-10 Contribution 100", "2021-03-31 Nav 100", "2021-06-30 Nav 130", "2021-08-15 Nav 130"], Events(history));
        Assert.Equal(FundFigureEngine.OfMotherFund(view).Nav.Require().Amount, history.FinalNav!.Value.Amount);
    }

    [Fact]
    public void Opening_balances_have_no_history_and_each_measure_says_so()
    {
        var performance = Of("""
            mother M CNY
            fund F CNY
            2020-12-31 M->F OpeningContribution 100.00
            2021-12-31 M->F Nav 110.00
            """, "F", "2021-12-31", Index);

        Assert.Empty(performance.Curve);
        Assert.Equal(Yuan(10m), performance.Gain.Value);
        Assert.All(performance.All.Skip(1).Except(performance.Gross.All), figure => Assert.Equal("irr.openingBalances", figure.NoneReason?.Code));
    }

    [Fact]
    public void Less_than_a_year_has_no_annual_return()
    {
        var performance = Of("""
            mother M CNY
            fund F CNY
            2021-01-10 M->F Contribution 100.00
            2021-03-31 M->F Nav 100.00
            2021-06-30 M->F Nav 110.00
            """, "F", "2021-06-30");

        Assert.Equal("10.00 %", performance.TimeWeighted.Value!.ToString());
        Assert.Equal("return.notAnnualised", performance.TimeWeightedAnnual.NoneReason?.Code);
    }

    [Fact]
    public void An_index_of_another_currency_is_not_compared_with() =>
        Assert.Equal("pme.otherCurrency", Of(Published, "F", "2010-12-31", Index with { Currency = Currency.Of("USD") }).Market.KaplanSchoar.NoneReason?.Code);

    [Fact]
    public void Peers_stand_by_vintage_and_are_ranked_from_four_on()
    {
        var view = TestBooks.Of("mother M CNY\n" + string.Join('\n', Enumerable.Range(1, 6).Select(i => $"""
            fund F{i} CNY
            {(i == 6 ? "2019" : "2020")}-01-31 M->F{i} Contribution 100.00
            2022-01-31 M->F{i} Nav {100 + (10 * i)}.00
            """)) + "\n2020-01-31 F5 vintageYear = 2019\n").View("2022-01-31");
        var vintages = VintagePeers.Of(view, FundFigureEngine.OfFamily(view));

        Assert.Equal([(2019, 2), (2020, 4)], vintages.Select(vintage => (vintage.Year!.Value, vintage.Funds.Count)));
        Assert.All(vintages[0].Funds, peer => Assert.Null(peer.TvpiQuartile));
        Assert.Equal([("F4", 1), ("F3", 2), ("F2", 3), ("F1", 4)], vintages[1].Funds.Select(peer => (peer.Figures.Fund.Code, peer.TvpiQuartile!.Value)));
        Assert.Equal((1.175, 1.25, 1.325), (vintages[1].Tvpi!.Value.Lower, vintages[1].Tvpi!.Value.Median, vintages[1].Tvpi!.Value.Upper));
    }

    private static FundPerformance Of(string ledger, string fund, string day, ChosenIndex? index = null) =>
        PerformanceEngine.Of(TestBooks.Of(ledger).View(day), fund, index)!;

    private static FundHistory Of(string ledger, string day)
    {
        var view = TestBooks.Of(ledger).View(day);
        return HolderHistory.Of(view, view.Book.FindNode("F")!).Value;
    }

    private static IEnumerable<string> Events(FundHistory history) =>
        history.Events.ToArray().Select(e => FormattableString.Invariant($"{e.Date:yyyy-MM-dd} {e.Kind} {e.Amount:0.##}"));

    private static string Percent(double rate) => Percentage.FromFraction((decimal)rate).ToString();

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);
}
