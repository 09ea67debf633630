using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>Levels: NAV on commitments, valuations on holdings.</summary>
public sealed class NavRollForwardTests
{
    private const string Aiyi = "LUZHOU1->AIYI";

    [Fact]
    public void The_latest_nav_is_rolled_forward_by_later_flows()
    {
        var books = Books("""
            2023-01-05 LUZHOU1->AIYI Contribution      100.00
            2023-03-31 LUZHOU1->AIYI Nav               110.00
            2023-04-15 LUZHOU1->AIYI Contribution       20.00
            2023-05-15 LUZHOU1->AIYI IncomeDistribution  5.00
            """);
        Assert.Equal(["none", "110.00", "130.00", "125.00"], new[] { "2023-03-30", "2023-03-31", "2023-04-30", "2023-06-30" }
            .Select(day => books.On(day).Level(Aiyi)));
        Assert.Equal("2023-03-31", books.On("2023-06-30").LevelDate(Aiyi));
        Assert.Equal(1_500, books.View("2023-06-30").FlowSinceLevel(books.Index(Aiyi)));
    }

    [Fact]
    public void A_flow_on_the_day_of_the_nav_is_part_of_it()
    {
        var books = Books("""
            2023-03-31 LUZHOU1->AIYI Nav          110.00
            2023-03-31 LUZHOU1->AIYI Contribution  20.00
            """);
        Assert.Equal("110.00", books.On("2023-03-31").Level(Aiyi));
    }

    [Fact]
    public void A_nav_recorded_later_for_an_earlier_day_does_not_replace_the_later_one()
    {
        var books = Books("""
            2023-06-30 LUZHOU1->AIYI Nav 120.00 at:2023-07-20
            2023-03-31 LUZHOU1->AIYI Nav 110.00 at:2023-08-01
            """);
        Assert.Equal("120.00", books.On("2023-06-30").Level(Aiyi));
        Assert.Equal("110.00", books.On("2023-06-29").Level(Aiyi));
        Assert.Equal("none", books.On("2023-06-29", knownAt: "2023-07-31").Level(Aiyi));
    }

    [Fact]
    public void A_nav_stated_again_for_the_same_day_replaces_the_first()
    {
        var books = Books("""
            2023-06-30 LUZHOU1->AIYI Nav 120.00 at:2023-07-20
            2023-06-30 LUZHOU1->AIYI Nav 118.00 at:2023-08-20
            """);
        Assert.Equal("118.00", books.On("2023-06-30").Level(Aiyi));
        Assert.Equal("120.00", books.On("2023-06-30", knownAt: "2023-07-31").Level(Aiyi));
    }

    [Fact]
    public void A_nav_taken_back_gives_way_to_the_one_before_with_its_flows()
    {
        var books = Books("""
            2023-03-31 LUZHOU1->AIYI Nav          110.00
            2023-04-15 LUZHOU1->AIYI Contribution  20.00
            2023-06-30 LUZHOU1->AIYI Nav          500.00
            2023-06-30 reverse #3
            """);
        Assert.Equal("130.00", books.On("2023-06-30").Level(Aiyi));
        Assert.Equal("500.00", books.On("2023-06-30", knownAt: "2023-06-30T12:00:00Z").Level(Aiyi));
    }

    [Fact]
    public void A_nav_taken_back_after_the_close_stands_until_then()
    {
        var books = Books("""
            2023-03-31 LUZHOU1->AIYI Nav 110.00
            2023-06-30 LUZHOU1->AIYI Nav 500.00
            2023-07-01 reverse #2 corrects:#2
            2023-07-01 LUZHOU1->AIYI Nav 120.00
            """);
        Assert.Equal("500.00", books.On("2023-06-30").Level(Aiyi));
        Assert.Equal("120.00", books.On("2023-07-01").Level(Aiyi));
    }

    [Fact]
    public void A_nav_taken_back_and_none_before_leaves_none_rather_than_zero()
    {
        var books = Books("""
            2023-06-30 LUZHOU1->AIYI Nav 500.00
            2023-06-30 reverse #1
            """);
        Assert.Equal("none", books.On().Level(Aiyi));
        Assert.Equal("none", books.On().LevelDate(Aiyi));
    }

    [Fact]
    public void A_nav_of_zero_is_a_nav()
    {
        var books = Books("2023-06-30 LUZHOU1->AIYI Nav 0.00");
        Assert.Equal("0.00", books.On().Level(Aiyi));
    }

    [Fact]
    public void A_valuation_is_rolled_forward_by_investments_and_exit_proceeds_and_not_by_dividends()
    {
        var books = Books("""
            2023-01-05 LUZHOU1->C001 Investment        50.00
            2023-03-31 LUZHOU1->C001 Valuation         60.00
            2023-04-01 LUZHOU1->C001 Investment        10.00
            2023-04-02 LUZHOU1->C001 InvestmentInKind   5.00
            2023-04-03 LUZHOU1->C001 ExitProceeds      20.00
            2023-04-03 LUZHOU1->C001 CostRelieved      15.00
            2023-04-04 LUZHOU1->C001 Dividend           3.00
            """);
        Assert.Equal("55.00", books.On("2023-04-30").Level("LUZHOU1->C001"));
    }

    [Fact]
    public void A_figure_is_illustrative_only_if_the_nav_that_counts_is()
    {
        var books = Books("""
            2023-03-31 LUZHOU1->AIYI Nav 110.00 illustrative
            2023-06-30 LUZHOU1->AIYI Nav 120.00 reported
            """);
        Assert.True(NavInput("2023-03-31").IsIllustrative);
        Assert.False(NavInput("2023-06-30").IsIllustrative);
        Assert.Equal([1], NavInput("2023-06-30").Lines(books.View("2023-06-30")));

        LinesInput NavInput(string asOf) =>
            LinesInput.Of("nav", books.View(asOf), [books.Index(Aiyi)], KindSet.Of(LineKind.Nav), Money.Zero(Currency.Cny));
    }

    [Fact]
    public void A_printed_amount_is_reported_on_an_invented_day_and_a_rate_of_return_on_it_is_not()
    {
        var view = Books("""
            2023-01-05 FIN->LUZHOU1 Commitment   500.00 reported
            2023-01-05 FIN->LUZHOU1 Contribution 500.00 reported invented:Day
            2023-06-30 FIN->LUZHOU1 Nav          510.00 reported
            """).View("2024-06-30");
        var figures = FundFigureEngine.Of(view, "LUZHOU1")!;
        Assert.Equal((Money.Of(500m, Currency.Cny), false), (figures.PaidIn.Require(), figures.PaidIn.IsIllustrative));
        Assert.Equal((false, true), (figures.Commitment.IsIllustrative, figures.Irr.IsIllustrative));
    }

    [Theory]
    [InlineData("Day", false, false, true, false)]
    [InlineData("Parties", false, true, true, true)]
    [InlineData("Round", false, false, false, true)]
    [InlineData("Amount", true, true, true, true)]
    [InlineData("Terms", true, true, true, true)]
    public void What_a_figure_reads_of_a_printed_line_decides_whether_it_is_illustrative(
        string invented, bool amount, bool share, bool dated, bool ofRound)
    {
        var books = Books($"2023-01-05 LUZHOU1->AIYI Contribution 100.00 reported invented:{invented}");
        var (view, edge) = (books.View("2023-02-04"), books.Index(Aiyi));
        bool[] said = [.. new[] { FieldsRead.Amount, FieldsRead.Share, FieldsRead.Dated, FieldsRead.OfRound }
            .Select(read => view.IsIllustrative(edge, LineKinds.PaidInKinds, read))];
        Assert.Equal([amount, share, dated, ofRound], said);
    }

    [Fact]
    public void A_sum_is_illustrative_if_any_of_its_lines_is()
    {
        var books = Books("""
            2023-01-05 LUZHOU1->AIYI Contribution 100.00
            2023-02-05 LUZHOU1->AIYI Contribution   1.00 illustrative
            """);
        var edge = books.Index(Aiyi);
        Assert.False(books.View("2023-02-04").IsIllustrative(edge, LineKinds.PaidInKinds));
        Assert.True(books.View("2023-02-05").IsIllustrative(edge, LineKinds.PaidInKinds));
        Assert.False(books.View("2023-02-05").IsIllustrative(edge, LineKinds.CommitmentKinds));
    }

    private static TestBooks Books(string text) => TestBooks.Of("mother LUZHOU1 CNY\nfund AIYI CNY\n" + text);
}
