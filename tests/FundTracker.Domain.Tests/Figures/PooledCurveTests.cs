using FundTracker.Analytics.Performance;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>The J-curve of all sub-funds of a mother fund.</summary>
public sealed class PooledCurveTests
{
    private const string Books = """
        mother M CNY
        fund A CNY
        fund B CNY
        fund C USD
        fund D CNY
        2023-01-05 FIN->M Contribution 900.00
        2023-01-10 M->A Commitment 300.00
        2023-01-10 M->A Contribution 100.00
        2023-06-30 M->A Nav 90.00
        2023-05-10 M->B Commitment 200.00
        2023-05-10 M->B Contribution 60.00
        2023-08-01 M->B GainDistribution 5.00
        2023-01-10 M->C Commitment 50.00
        2023-01-10 M->C Contribution 10.00
        2023-02-10 M->D Commitment 70.00
        2023-02-10 M->D OpeningContribution 20.00
        """;

    [Fact]
    public void Cash_and_value_of_the_funds_of_the_mother_funds_currency_are_added_by_date()
    {
        var pooled = PooledCurve.Of(TestBooks.Of(Books).View("2023-09-30"));

        Assert.Equal(["A", "B"], pooled.Funds.Select(fund => fund.Code));
        Assert.Equal(
            [
                ("2023-03-31", -100m, 100m, 0m), // A at cost: nobody has stated a value yet
                ("2023-06-30", -160m, 150m, -10m), // A at its NAV of 90, B at its cost of 60
                ("2023-09-30", -155m, 145m, -10m), // B at cost less what came back
            ],
            pooled.Points.Select(point => ($"{point.Day:yyyy-MM-dd}", point.NetCash.Amount, point.Nav!.Amount, point.NetValue!.Amount)));
        Assert.Equal("B", pooled.AtCost.Single().Code);
    }

    [Fact]
    public void Funds_in_another_currency_and_funds_without_dated_flows_are_named_as_left_out()
    {
        var pooled = PooledCurve.Of(TestBooks.Of(Books).View("2023-09-30"));

        Assert.Equal([("C", "figure.otherCurrency"), ("D", "irr.openingBalances")], pooled.LeftOut.Select(left => (left.Fund.Code, left.Reason.Code)));
        Assert.Equal(Currency.Cny, pooled.Currency);
    }

    [Fact]
    public void A_mother_fund_without_sub_funds_has_no_points()
    {
        var pooled = PooledCurve.Of(TestBooks.Of("mother M CNY\n2023-01-05 FIN->M Contribution 300.00").View("2023-09-30"));
        Assert.Empty(pooled.Points);
    }
}
