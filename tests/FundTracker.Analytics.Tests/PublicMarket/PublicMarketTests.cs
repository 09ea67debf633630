using CsCheck;
using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.PublicMarket;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Tests.PublicMarket;

public class PublicMarketTests
{
    [Fact]
    public void The_direct_alpha_papers_fund_has_a_kaplan_schoar_ratio_of_1_6668() =>
        Assert.Equal(
            1.6668, PublicMarketEquivalents.KaplanSchoar(Histories.DirectAlphaPaper, Histories.DirectAlphaIndex).Value, 5e-5);

    [Fact]
    public void The_direct_alpha_papers_fund_has_a_direct_alpha_of_12_56_percent() =>
        Assert.Equal(0.1256, DirectAlpha(Histories.DirectAlphaPaper, Histories.DirectAlphaIndex), 5e-5);

    [Fact]
    public void Long_nickels_gives_both_roots_of_the_direct_alpha_papers_fund()
    {
        IrrResult result = PublicMarketEquivalents.LongNickels(Histories.DirectAlphaPaper, Histories.DirectAlphaIndex).Value;

        Assert.IsType<IrrResult.Multiple>(result);
        Assert.Equal([-0.2726, 0.0597], result.Roots.Select(r => Math.Round(r.Rate, 4, MidpointRounding.AwayFromZero)));
    }

    [Fact]
    public void Pme_plus_scales_distributions_so_that_the_funds_own_nav_is_left()
    {
        // By hand: FV(paid) 100·1.31 + 100·1.31 + 50·131/117; FV(received) 25·1.31 + 150·131/117 + 150·131/142 + 100·131/113.
        double paid = 131 + 131 + (50 * 131 / 117.0);
        double received = 32.75 + (150 * 131 / 117.0) + (150 * 131 / 142.0) + (100 * 131 / 113.0);
        double scale = (paid - 75) / received;
        CashFlow[] flows =
        [
            new(new(2001, 12, 31), -100), new(new(2003, 12, 31), -100 + (25 * scale)), new(new(2005, 12, 31), -50 + (150 * scale)),
            new(new(2007, 12, 31), 150 * scale), new(new(2009, 12, 31), 100 * scale), new(new(2010, 12, 31), 75),
        ];

        IrrResult result = PublicMarketEquivalents.PmePlus(Histories.DirectAlphaPaper, Histories.DirectAlphaIndex).Value;

        Assert.Equal(Irr.Of(flows).Roots[0].Rate, result.Roots[0].Rate, 1e-12);
    }

    [Fact]
    public void Modified_pme_sells_the_part_of_the_index_that_the_distribution_was_of_the_fund()
    {
        FundHistory fund = Histories.Fund("2003-12-31", """
            2001-12-31 Contribution 100
            2002-12-31 Distribution 60
            2002-12-31 Nav 60
            2003-12-31 Nav 66
            """);

        IrrResult result = PublicMarketEquivalents.ModifiedPme(fund, Histories.YearEnds(2001, 100, 110, 99)).Value;

        // 100 grow to 110; half is sold for 55; the other 55 fall to 49.5.
        Assert.Equal(Irr.Of(Flows.Parse("2001-12-31 -100\n2002-12-31 55\n2003-12-31 49.5")).Roots[0].Rate, result.Roots[0].Rate, 1e-12);
    }

    // pypme, README: https://github.com/ymyke/pypme. It buys at prices 100, 120, 100: 12,000 on the day of the 7,500, so 4,500 are left.
    [Fact]
    public void Modified_pme_gives_the_published_rate_of_uneven_dates()
    {
        FundHistory fund = Histories.Fund("2016-02-15", """
            2015-01-01 Contribution 10000
            2015-06-12 Distribution 7500
            2015-06-12 Nav 4500
            2016-02-15 Nav 3750
            """);
        IndexSeries index = new([(new(2015, 1, 1), 100), (new(2015, 6, 12), 150), (new(2016, 2, 15), 100)]);

        Assert.Equal(0.5525698793027238, PublicMarketEquivalents.ModifiedPme(fund, index).Value.Roots[0].Rate, 1e-9);
        Assert.Equal(0.19495150355969598, Irr.Of(fund.ToCashFlows()).Roots[0].Rate, 1e-9);
    }

    // pypme, tests/test_pypme.py, even periods: 2.02 % of the index beside 7.77 % of the fund.
    [Fact]
    public void Modified_pme_gives_the_published_rate_of_even_periods()
    {
        FundHistory fund = Histories.Fund("2024-12-31", """
            2021-01-01 Contribution 100
            2022-01-01 Contribution 50
            2023-01-01 Distribution 60
            2023-01-01 Nav 125
            2024-01-01 Distribution 100
            2024-01-01 Nav 15
            2024-12-31 Nav 20
            """);
        IndexSeries index = new([(new(2021, 1, 1), 100), (new(2022, 1, 1), 105), (new(2023, 1, 1), 115), (new(2024, 1, 1), 100), (new(2024, 12, 31), 120)]);

        Assert.Equal(0.0202, PublicMarketEquivalents.ModifiedPme(fund, index).Value.Roots[0].Rate, 5e-5);
        Assert.Equal(0.0777, Irr.Of(fund.ToCashFlows()).Roots[0].Rate, 5e-5);
    }

    [Fact]
    public void Modified_pme_has_no_answer_where_a_distribution_comes_before_any_nav() =>
        Assert.Equal(
            "pme.noNavAtDistribution",
            PublicMarketEquivalents.ModifiedPme(Histories.DirectAlphaPaper, Histories.DirectAlphaIndex).Error.Code);

    [Fact]
    public void A_date_without_a_level_takes_the_last_level_before_it()
    {
        IndexSeries sparse = new([(new(2001, 12, 31), 100), (new(2002, 12, 31), 120)]);

        Assert.Equal(100, sparse.LevelOn(new(2002, 12, 30)).Value);
        Assert.Equal(120, sparse.LevelOn(new(2002, 12, 31)).Value);
        Assert.Equal(120, sparse.LevelOn(new(2010, 1, 1)).Value);
    }

    [Fact]
    public void An_index_that_begins_after_a_flow_gives_no_answer_and_names_the_date()
    {
        DomainError reason = PublicMarketEquivalents
            .KaplanSchoar(Histories.DirectAlphaPaper, Histories.YearEnds(2002, 100, 110, 120, 130, 140, 150, 160, 170, 180)).Error;

        Assert.Equal("pme.noLevel", reason.Code);
        Assert.Equal(new DateOnly(2001, 12, 31), reason.Args[0].Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_level_that_is_not_above_zero_is_refused(double level) =>
        Assert.Throws<ArgumentException>(() => Histories.YearEnds(2001, 100, level));

    [Fact]
    public void Two_levels_on_one_date_are_refused() =>
        Assert.Throws<ArgumentException>(() => new IndexSeries([(new(2001, 1, 1), 1), (new(2001, 1, 1), 2)]));

    [Fact]
    public void Without_a_nav_no_equivalent_has_an_answer()
    {
        FundHistory fund = Histories.Fund("2003-12-31", "2001-12-31 Contribution 100\n2002-12-31 Distribution 130");
        IndexSeries index = Histories.YearEnds(2001, 100, 110, 120);

        Assert.Equal("figure.noNav", PublicMarketEquivalents.LongNickels(fund, index).Error.Code);
        Assert.Equal("figure.noNav", PublicMarketEquivalents.PmePlus(fund, index).Error.Code);
        Assert.Equal("figure.noNav", PublicMarketEquivalents.ModifiedPme(fund, index).Error.Code);
        Assert.Equal("figure.noNav", PublicMarketEquivalents.KaplanSchoar(fund, index).Error.Code);
        Assert.Equal("figure.noNav", PublicMarketEquivalents.DirectAlpha(fund, index).Error.Code);
    }

    [Fact]
    public void Pme_plus_has_no_answer_where_the_nav_is_more_than_the_index_would_have_made() =>
        Assert.Equal(
            "pme.scaleNegative",
            PublicMarketEquivalents.PmePlus(
                Histories.Fund("2003-12-31", "2001-12-31 Contribution 100\n2002-12-31 Distribution 1\n2003-12-31 Nav 500"),
                Histories.YearEnds(2001, 100, 110, 120)).Error.Code);

    [Fact]
    public void A_fund_that_is_the_index_has_a_ratio_of_one_and_no_alpha()
    {
        var fund = Gen.Select(Gen.Int[1, 9].Array[2, 8], Gen.Double[0.5, 2].Array[9, 9]);
        fund.Sample((contributions, growths) =>
        {
            double level = 100, units = 0;
            List<(DateOnly, double)> index = [];
            List<CashFlow> flows = [];
            for (int i = 0; i < contributions.Length; i++)
            {
                DateOnly date = new DateOnly(2001, 6, 30).AddDays(i * 200);
                index.Add((date, level));
                flows.Add(new CashFlow(date, -contributions[i]));
                units += contributions[i] / level;
                level *= growths[i];
            }

            DateOnly asOf = new DateOnly(2001, 6, 30).AddDays(contributions.Length * 200);
            index.Add((asOf, level));
            flows.Add(new CashFlow(asOf, units * level));
            IndexSeries series = new(index);

            Assert.Equal(1, PublicMarketEquivalents.KaplanSchoar([.. flows], asOf, series).Value, 1e-12);
            Assert.Equal(0, PublicMarketEquivalents.DirectAlpha([.. flows], asOf, series).Value.Quoted!.Value.Rate, 1e-12);
        }, iter: DeepRun.Cases(100));
    }

    private static double DirectAlpha(FundHistory fund, IndexSeries index) =>
        ReturnReasons.QuotedRate(PublicMarketEquivalents.DirectAlpha(fund, index).Value).Value;
}
