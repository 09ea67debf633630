using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>A NAV older than 92 days is used, rolled forward, and every figure that stands on it says so.</summary>
public sealed class NavAgeTests
{
    private const string Ledger = """
        mother M CNY
        investor I
        fund F CNY
        fund G CNY
        fund H CNY
        2020-01-01 I->M Commitment   500.00
        2020-01-02 I->M Contribution 300.00
        2020-01-01 M->F Commitment   200.00
        2020-01-02 M->F Contribution 100.00
        2020-01-01 M->G Commitment   200.00
        2020-01-02 M->G Contribution 100.00
        2020-01-01 M->H Commitment   100.00
        2020-01-02 M->H Contribution  50.00
        2020-02-01 M->H ReturnOfCapital 50.00
        2020-02-01 M->H Nav            0.00
        2020-03-31 M->F Nav          120.00
        2020-06-30 M->G Nav           90.00
        2020-06-15 M->F Contribution  10.00
        """;

    [Theory]
    [InlineData("2020-07-01", null)]
    [InlineData("2020-07-02", "2020-03-31")]
    public void A_nav_is_stale_from_its_ninety_third_day_on_and_with_it_what_stands_on_it(string asOf, string? since)
    {
        var figures = FundFigureEngine.Of(TestBooks.Of(Ledger).View(asOf), "F")!;
        var day = since is null ? (DateOnly?)null : LedgerText.Date(since);

        Assert.Equal(130m, figures.Nav.Require().Amount);
        Assert.All(new IFigure[] { figures.Nav, figures.Rvpi, figures.Tvpi, figures.Irr }, figure => Assert.Equal(day, NavAge.StaleSince(figure)));
        Assert.All(new IFigure[] { figures.PaidIn, figures.Dpi, figures.Unfunded }, figure => Assert.Null(NavAge.StaleSince(figure)));
    }

    [Theory]
    [InlineData("2020-06-30", null, "2020-03-30")]
    [InlineData("2020-07-01", "2020-03-30", "2020-03-30")]
    public void What_the_mother_fund_holds_itself_ages_by_its_valuation_as_a_nav_does(string asOf, string? since, string statedOn)
    {
        const string Held = """
            mother M CNY
            2020-01-02 I->M Contribution 300.00
            2020-01-03 M->A Investment    10.00
            2020-01-03 M->B Investment    20.00
            2020-01-03 M->C Investment    30.00
            2020-03-30 M->A Valuation     15.00
            2020-01-31 M->C Valuation     0.00
            """;
        var figures = FundFigureEngine.Of(TestBooks.Of(Held).View(asOf), "M")!;
        var day = since is null ? (DateOnly?)null : LedgerText.Date(since);

        Assert.Equal(275m, figures.Nav.Require().Amount);
        Assert.All(new IFigure[] { figures.Nav, figures.Rvpi, figures.Tvpi, figures.Irr }, figure => Assert.Equal(day, NavAge.StaleSince(figure)));
        Assert.Equal(LedgerText.Date(statedOn), NavAge.StatedOn(figures.Nav));
        Assert.Null(NavAge.StaleSince(figures.PaidIn));
    }

    [Fact]
    public void The_mother_funds_nav_tells_the_oldest_of_its_parts_and_a_share_that_is_worth_nothing_is_never_stale()
    {
        var view = TestBooks.Of(Ledger).View("2020-12-31");

        Assert.Equal(LedgerText.Date("2020-03-31"), NavAge.StaleSince(FundFigureEngine.Of(view, "M")!.Nav));
        Assert.Equal(LedgerText.Date("2020-03-31"), NavAge.StaleSince(FundFigureEngine.Of(view, "M")!.Tvpi));
        Assert.Equal(LedgerText.Date("2020-06-30"), NavAge.StaleSince(FundFigureEngine.Of(view, "G")!.Nav));
        Assert.Null(NavAge.StaleSince(FundFigureEngine.Of(view, "H")!.Nav));
    }
}
