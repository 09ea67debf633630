using FundTracker.Analytics.Returns;

namespace FundTracker.Analytics.Tests.Returns;

public class IrrGoldenTests
{
    // Microsoft, documentation of the Excel function XIRR.
    private const string MicrosoftExample = """
        2008-01-01 -10000
        2008-03-01 2750
        2008-10-30 4250
        2009-02-15 3250
        2009-04-01 2750
        """;

    // Gredil, Griffiths, Stucke, Benchmarking Private Equity: The Direct Alpha Method (2014).
    private const string GredilGriffithsStucke = """
        2001-12-31 -100
        2003-12-31 -100
        2003-12-31 25
        2005-12-31 -50
        2005-12-31 150
        2007-12-31 150
        2009-12-31 100
        2010-12-31 75
        """;

    [Fact]
    public void Microsofts_example_of_xirr_gives_its_published_rate()
    {
        IrrResult result = Irr.Of(Flows.Parse(MicrosoftExample));

        IrrResult.Unique unique = Assert.IsType<IrrResult.Unique>(result);
        Assert.Equal(0.3733625335, unique.Root.Rate, 1e-8);
        Assert.Equal(RatePresentation.Annual, result.PresentAs);
        Assert.Equal(456, result.Days);
    }

    [Fact]
    public void The_direct_alpha_papers_fund_has_an_irr_of_17_52_percent() =>
        Assert.Equal(0.1752, Assert.IsType<IrrResult.Unique>(Irr.Of(Flows.Parse(GredilGriffithsStucke))).Root.Rate, 5e-5);

    [Fact]
    public void The_order_of_flows_does_not_matter()
    {
        double inOrder = Irr.Of(Flows.Parse(GredilGriffithsStucke)).Roots[0].Rate;
        double reversed = Irr.Of([.. Flows.Parse(GredilGriffithsStucke).Reverse()]).Roots[0].Rate;

        Assert.Equal(inOrder, reversed);
    }

    [Fact]
    public void Two_roots_are_both_listed_and_none_is_preferred_when_both_contradict_the_loss()
    {
        IrrResult.Multiple result = Assert.IsType<IrrResult.Multiple>(Irr.Of(Flows.Spaced(365, -100, 230, -132)));

        Assert.Equal([0.10, 0.20], result.Roots.Select(r => Math.Round(r.Rate, 12, MidpointRounding.AwayFromZero)));
        Assert.Null(result.PreferredIndex);
        Assert.All(result.Roots, root => Assert.False(root.IsTouching));
    }

    [Fact]
    public void Of_two_roots_on_both_sides_of_zero_the_one_that_agrees_with_the_gain_is_preferred()
    {
        IrrResult.Multiple result = Assert.IsType<IrrResult.Multiple>(Irr.Of(Flows.Spaced(365, -100, 230, -120)));

        Assert.Equal([-0.20, 0.50], result.Roots.Select(r => Math.Round(r.Rate, 12, MidpointRounding.AwayFromZero)));
        Assert.Equal(1, result.PreferredIndex);
        Assert.Equal(0.50, result.Quoted!.Value.Rate, 1e-12);
    }

    [Fact]
    public void Flows_whose_present_value_is_never_zero_have_no_root()
    {
        IrrResult.None result = Assert.IsType<IrrResult.None>(Irr.Of(Flows.Spaced(365, -100, 150, -60)));

        Assert.Equal(IrrNoneReason.NoRoot, result.Reason);
        Assert.Empty(result.Roots);
        Assert.Null(result.Quoted);
    }

    [Theory]
    [InlineData(-100, 220, -121, 0.1)]
    [InlineData(-100, 214, -114.49, 0.07)]
    [InlineData(100, -160, 64, -0.2)]
    public void A_double_root_is_one_touching_entry(double first, double second, double third, double rate)
    {
        IrrResult.Multiple result = Assert.IsType<IrrResult.Multiple>(Irr.Of(Flows.Spaced(365, first, second, third)));

        IrrRoot root = Assert.Single(result.Roots);
        Assert.True(root.IsTouching);
        Assert.Equal(rate, root.Rate, 1e-12);
        Assert.InRange(root.HighestRate - root.LowestRate, 0, 1e-6);
    }

    [Fact]
    public void A_triple_root_is_one_touching_entry_at_its_rate()
    {
        IrrResult.Multiple result = Assert.IsType<IrrResult.Multiple>(Irr.Of(Flows.Spaced(365, -1000, 3300, -3630, 1331)));

        IrrRoot root = Assert.Single(result.Roots);
        Assert.True(root.IsTouching);
        Assert.Equal(0.1, root.Rate, 1e-9);
    }

    [Fact]
    public void Roots_a_hundred_thousandth_apart_are_told_apart()
    {
        // (1 − 1.1 v)(1 − 1.10001 v) in years, times −1e7: roots 10 % and 10.001 %.
        IrrResult.Multiple result =
            Assert.IsType<IrrResult.Multiple>(Irr.Of(Flows.Spaced(365, -10_000_000, 22_000_100, -12_100_110)));

        Assert.Equal(2, result.Roots.Count);
        Assert.Equal(0.10, result.Roots[0].Rate, 1e-9);
        Assert.Equal(0.10001, result.Roots[1].Rate, 1e-9);
        Assert.All(result.Roots, root => Assert.False(root.IsTouching));
    }

    [Fact]
    public void A_value_that_misses_zero_by_one_part_in_ten_billion_has_no_root() =>
        Assert.Equal(
            IrrNoneReason.NoRoot,
            Assert.IsType<IrrResult.None>(Irr.Of(Flows.Spaced(365, -100, 220, -121.00000001))).Reason);

    [Fact]
    public void Three_roots_are_all_listed_in_ascending_order()
    {
        // (1 − 0.9 v)(1 − 1.2 v)(1 − 1.5 v) = 1 − 3.6 v + 4.23 v² − 1.62 v³
        IrrResult.Multiple result = Assert.IsType<IrrResult.Multiple>(Irr.Of(Flows.Spaced(365, -100, 360, -423, 162)));

        Assert.Equal([-0.1, 0.2, 0.5], result.Roots.Select(r => Math.Round(r.Rate, 11, MidpointRounding.AwayFromZero)));
        Assert.Equal(0, result.PreferredIndex);
    }

    [Fact]
    public void Flows_that_add_up_to_nothing_have_a_rate_of_exactly_zero()
    {
        IrrResult.Unique result = Assert.IsType<IrrResult.Unique>(Irr.Of(Flows.Spaced(365, -100, 40, 60)));

        Assert.Equal(0, result.Root.Rate);
    }
}
