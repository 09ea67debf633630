using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.PublicMarket;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Tests.PublicMarket;

/// <summary>An index at the borders of its dates, and equivalents where something is missing or nothing.</summary>
public class PublicMarketBordersTests
{
    private static readonly IndexSeries Index = Histories.YearEnds(2001, 100, 110, 121);

    [Fact]
    public void The_day_of_the_level_that_holds_is_the_last_one_on_or_before_a_date()
    {
        Assert.Null(Index.LastOn(new(2001, 12, 30)));
        Assert.Equal(new DateOnly(2001, 12, 31), Index.LastOn(new(2001, 12, 31)));
        Assert.Equal(new DateOnly(2001, 12, 31), Index.LastOn(new(2002, 12, 30)));
        Assert.Equal(new DateOnly(2003, 12, 31), Index.LastOn(new(2030, 1, 1)));
    }

    [Theory]
    [InlineData("2001-01-01", null)] // before the index begins
    [InlineData("2004-04-01", null)] // 92 days
    [InlineData("2004-04-02", "2003-12-31")]
    public void An_index_is_stale_where_its_last_level_is_more_than_92_days_old(string day, string? since) =>
        Assert.Equal(since is null ? null : Histories.Date(since), Index.StaleSince(Histories.Date(day)));

    [Fact]
    public void Levels_are_ordered_by_their_dates()
    {
        IndexSeries turned = new([(new(2002, 12, 31), 110), (new(2001, 12, 31), 100)]);
        Assert.Equal((100, 110), (turned.LevelOn(new(2002, 1, 1)).Value, turned.LevelOn(new(2003, 1, 1)).Value));
    }

    [Fact]
    public void A_level_without_bounds_is_refused_and_the_refusals_name_the_date()
    {
        Assert.Contains("2002-12-31", Assert.Throws<ArgumentException>(() => Histories.YearEnds(2001, 100, double.PositiveInfinity)).Message, StringComparison.Ordinal);
        Assert.Contains("2001-01-01", Assert.Throws<ArgumentException>(() => new IndexSeries([(new(2001, 1, 1), 1), (new(2001, 1, 1), 2)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_was_paid_in_there_is_no_ratio() => Assert.Equal(
        "figure.nothingPaidIn", PublicMarketEquivalents.KaplanSchoar(Fund("2002-12-31 Distribution 5\n2003-12-31 Nav 5"), Index).Error.Code);

    [Fact]
    public void A_fund_that_brought_nothing_back_has_a_ratio_of_zero() =>
        Assert.Equal(0, PublicMarketEquivalents.KaplanSchoar(Fund("2001-12-31 Contribution 5\n2003-12-31 Nav 0"), Index).Value);

    [Fact]
    public void Pme_plus_needs_a_distribution_and_takes_a_nav_of_all_that_the_index_would_have_made()
    {
        Assert.Equal(
            "pme.nothingDistributed", PublicMarketEquivalents.PmePlus(Fund("2001-12-31 Contribution 100\n2003-12-31 Nav 5"), Index).Error.Code);

        // 100 carried to the end are 121: distributions count for nothing, and the rate is that of the index.
        IrrResult all = PublicMarketEquivalents.PmePlus(Fund("2001-12-31 Contribution 100\n2002-12-31 Distribution 1\n2003-12-31 Nav 121"), Index).Value;
        Assert.Equal(0.1, all.Quoted!.Value.Rate, 1e-12);
    }

    [Fact]
    public void Each_equivalent_names_the_day_on_which_the_index_has_not_begun()
    {
        FundHistory fund = Fund("2000-06-30 Contribution 100\n2002-12-31 Nav 100\n2002-12-31 Distribution 10\n2003-12-31 Nav 100");
        foreach (DomainError error in (DomainError[])[
            PublicMarketEquivalents.KaplanSchoar(fund, Index).Error, PublicMarketEquivalents.DirectAlpha(fund, Index).Error,
            PublicMarketEquivalents.LongNickels(fund, Index).Error, PublicMarketEquivalents.PmePlus(fund, Index).Error,
            PublicMarketEquivalents.ModifiedPme(fund, Index).Error,
        ])
        {
            Assert.Equal(("pme.noLevel", new DateOnly(2000, 6, 30)), (error.Code, error.Args[0].Value));
        }
    }

    [Fact]
    public void An_index_that_begins_after_the_as_of_date_has_no_level_to_carry_to()
    {
        FundHistory fund = new(Histories.Events("2000-06-30 Contribution 100\n2000-12-31 Nav 100"), new(2000, 12, 31));
        Assert.Equal(new DateOnly(2000, 12, 31), PublicMarketEquivalents.KaplanSchoar(fund, Index).Error.Args[0].Value);
        Assert.Equal(new DateOnly(2000, 6, 30), PublicMarketEquivalents.ModifiedPme(fund, Index).Error.Args[0].Value);
        Assert.Equal(new DateOnly(2000, 12, 31), PublicMarketEquivalents.ModifiedPme(new([new(new(2000, 12, 31), FundEventKind.Nav, 1)], new(2000, 12, 31)), Index).Error.Args[0].Value);
    }

    [Fact]
    public void Modified_pme_buys_before_it_sells_on_a_day_and_sells_all_with_the_last_of_the_fund()
    {
        // 100 grow to 110 and 22 are bought: 132, of which 33 / (33 + 99) are sold for 33; the other 99 grow to 108.90.
        FundHistory fund = Fund("2001-12-31 Contribution 100\n2002-12-31 Contribution 22\n2002-12-31 Distribution 33\n2002-12-31 Nav 99\n2003-12-31 Distribution 1\n2003-12-31 Nav 0");
        IrrResult result = PublicMarketEquivalents.ModifiedPme(fund, Index).Value;
        Assert.Equal(0.1, result.Quoted!.Value.Rate, 1e-12);
        Assert.Equal(2 * 365, result.Days);

        // The rest of 99 is sold on the last day for its 108.90, not for the 1 that the fund brought.
        Assert.Equal(Irr.Of(Flows.Parse("2001-12-31 -100\n2002-12-31 11\n2003-12-31 108.9")).Quoted!.Value.Rate, result.Quoted!.Value.Rate, 1e-12);
    }

    [Fact]
    public void Modified_pme_has_no_answer_on_the_day_of_a_distribution_beyond_the_nav()
    {
        FundHistory fund = Fund("2001-12-31 Contribution 100\n2001-12-31 Nav 100\n2002-12-31 Distribution 101\n2003-12-31 Nav 5");
        DomainError error = PublicMarketEquivalents.ModifiedPme(fund, Index).Error;
        Assert.Equal(("pme.noNavAtDistribution", new DateOnly(2002, 12, 31)), (error.Code, error.Args[0].Value));
    }

    [Fact]
    public void A_nav_before_the_index_begins_asks_for_no_level()
    {
        FundHistory fund = Fund("2000-06-30 Nav 0\n2001-12-31 Contribution 100\n2003-12-31 Nav 121");
        Assert.Equal(0.1, PublicMarketEquivalents.ModifiedPme(fund, Index).Value.Quoted!.Value.Rate, 1e-12);
    }

    private static FundHistory Fund(string lines) => Histories.Fund("2003-12-31", lines);
}
