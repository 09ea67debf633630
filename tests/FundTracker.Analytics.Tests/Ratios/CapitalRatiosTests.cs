using CsCheck;
using FundTracker.Analytics.Ratios;

namespace FundTracker.Analytics.Tests.Ratios;

public class CapitalRatiosTests
{
    private static readonly CapitalAmounts Fund = new(
        Committed: 400, PaidInside: 250, PaidOutside: 10, Distributed: 130, Recallable: 50, Nav: 195);

    [Fact]
    public void By_default_recallable_distributions_and_payments_outside_the_commitment_count()
    {
        Assert.Equal(0.625m, CapitalRatios.Pic(Fund).Value);
        Assert.Equal(0.5m, CapitalRatios.Dpi(Fund).Value);
        Assert.Equal(0.75m, CapitalRatios.Rvpi(Fund).Value);
        Assert.Equal(1.25m, CapitalRatios.Tvpi(Fund).Value);
    }

    [Fact]
    public void Netting_takes_recallable_money_off_both_sides()
    {
        RatioPolicy policy = new(RecallablePolicy.Netted, OutsideCommitmentPolicy.Excluded);

        Assert.Equal(0.5m, CapitalRatios.Pic(Fund, policy).Value);
        Assert.Equal(80m / 200, CapitalRatios.Dpi(Fund, policy).Value);
        Assert.Equal(195m / 200, CapitalRatios.Rvpi(Fund, policy).Value);
        Assert.Equal(275m / 200, CapitalRatios.Tvpi(Fund, policy).Value);
    }

    [Fact]
    public void The_direct_alpha_papers_fund_has_a_dpi_of_1_70_an_rvpi_of_0_30_and_a_tvpi_of_2_00()
    {
        CapitalAmounts paper = new(Committed: null, PaidInside: 250, PaidOutside: 0, Distributed: 425, Recallable: 0, Nav: 75);

        Assert.Equal(1.70m, CapitalRatios.Dpi(paper).Value);
        Assert.Equal(0.30m, CapitalRatios.Rvpi(paper).Value);
        Assert.Equal(2.00m, CapitalRatios.Tvpi(paper).Value);
        Assert.Equal("figure.notReported", CapitalRatios.Pic(paper).Error.Code);
    }

    [Fact]
    public void Ratios_without_their_denominator_or_nav_say_why()
    {
        CapitalAmounts nothing = new(Committed: 0, PaidInside: 0, PaidOutside: 0, Distributed: 0, Recallable: 0, Nav: null);

        Assert.Equal("figure.nothingCommitted", CapitalRatios.Pic(nothing).Error.Code);
        Assert.Equal("figure.nothingPaidIn", CapitalRatios.Dpi(nothing).Error.Code);
        Assert.Equal("figure.noNav", CapitalRatios.Rvpi(nothing).Error.Code);
        Assert.Equal("figure.noNav", CapitalRatios.Tvpi(nothing).Error.Code);
    }

    [Fact]
    public void Dpi_and_rvpi_add_up_to_tvpi_under_every_policy()
    {
        var amounts = Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[0, 1000], Gen.Int[0, 2_000_000], Gen.Int[0, 900_000]);
        amounts.Sample((paid, outside, distributed, nav) =>
        {
            CapitalAmounts fund = new(2_000_000, paid, outside, distributed, Math.Min(paid, distributed) / 2, nav);
            foreach (RecallablePolicy recallable in Enum.GetValues<RecallablePolicy>())
            {
                foreach (OutsideCommitmentPolicy outsideCommitment in Enum.GetValues<OutsideCommitmentPolicy>())
                {
                    RatioPolicy policy = new(recallable, outsideCommitment);
                    decimal sum = CapitalRatios.Dpi(fund, policy).Value + CapitalRatios.Rvpi(fund, policy).Value;
                    Assert.Equal(CapitalRatios.Tvpi(fund, policy).Value, sum, 20);
                }
            }
        });
    }

    [Theory]
    [InlineData(VintageConvention.FirstCall, 2021)]
    [InlineData(VintageConvention.FirstClosing, 2020)]
    public void The_vintage_year_follows_the_stated_convention(VintageConvention convention, int expected) =>
        Assert.Equal(expected, VintageYear.Of(convention, firstCall: new(2021, 2, 1), firstClosing: new(2020, 11, 5)));

    [Fact]
    public void A_fund_without_the_event_has_no_vintage_year() =>
        Assert.Null(VintageYear.Of(VintageConvention.FirstCall, firstCall: null, firstClosing: new(2020, 11, 5)));
}
