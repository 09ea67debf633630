using FundTracker.Analytics.Leverage;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Tests.Leverage;

public class SourceSumsTests
{
    private static readonly FundSource Known = Source(10, social: 30), Other = Source(1, social: 2);

    [Fact]
    public void Money_of_each_kind_adds_up_over_the_funds_and_each_edge_is_named_once()
    {
        SourceSums sums = SourceSums.Of([Known, Other]);

        Assert.Equal((11L, 32L, 0L), (sums[InvestorKind.Fiscal].Minor, sums[InvestorKind.SocialCapital].Minor, sums[InvestorKind.Manager].Minor));
        Assert.Equal([7, 8], sums.EdgesOf(_ => true).Order());
        Assert.Equal([8], sums.EdgesOf(kind => kind == InvestorKind.SocialCapital));
    }

    [Fact]
    public void A_fund_that_is_exchanged_leaves_with_what_it_had_and_the_sums_before_stay_as_they_were()
    {
        SourceSums before = SourceSums.Of([Known, Other]), after = before.With([(1, Source(5, social: 6))])!;

        Assert.Equal((15L, 36L), (after[InvestorKind.Fiscal].Minor, after[InvestorKind.SocialCapital].Minor));
        Assert.Equal((11L, 32L), (before[InvestorKind.Fiscal].Minor, before[InvestorKind.SocialCapital].Minor));
        Assert.Equal((1, 0), (before[InvestorKind.SocialCapital].Illustrative, after[InvestorKind.SocialCapital].Illustrative));
    }

    [Fact]
    public void Where_one_fund_has_an_investor_of_unknown_kind_nothing_is_known_and_nothing_is_carried_on()
    {
        FundSource unknown = new(FigureReasons.InvestorKindUnknown("X"), [], []);
        SourceSums sums = SourceSums.Of([Known, unknown]);

        Assert.Equal("figure.investorKindUnknown", sums.Unknown!.Code);
        Assert.Null(sums.With([(0, Known)]));
        Assert.Null(SourceSums.Of([Known]).With([(0, unknown)]));
    }

    [Fact]
    public void Where_other_investors_are_named_than_before_sums_are_made_anew() =>
        Assert.Null(SourceSums.Of([Known]).With([(0, Known with { Facts = [new FactInput("investorKind", new NodeId(9), null)] })]));

    [Fact]
    public void Sums_that_no_longer_fit_are_refused()
    {
        Assert.Throws<OverflowException>(() => SourceSums.Of([Source(long.MaxValue, social: 0), Source(1, social: 0)]));
        Assert.Throws<OverflowException>(() => new EdgeSum(long.MaxValue, 0) + new EdgeSum(1, 0));
        Assert.Throws<OverflowException>(() => new EdgeSum(long.MinValue, 0) - new EdgeSum(1, 0));
    }

    [Fact]
    public void Money_of_an_edge_is_added_and_taken_away_with_how_much_of_it_is_illustrative()
    {
        Assert.Equal(new EdgeSum(7, 3), new EdgeSum(5, 1) + new EdgeSum(2, 2));
        Assert.Equal(new EdgeSum(3, 1), new EdgeSum(5, 3) - new EdgeSum(2, 2));
    }

    private static FundSource Source(long fiscal, long social) => new(
        null, [new SourceOfKind(InvestorKind.Fiscal, fiscal, [7], IsIllustrative: false), new SourceOfKind(InvestorKind.SocialCapital, social, [8], IsIllustrative: social == 2)],
        [new FactInput("investorKind", new NodeId(3), null)]);
}
