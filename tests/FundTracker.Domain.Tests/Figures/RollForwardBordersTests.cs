using FundTracker.Analytics.Performance;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>Where roll-forwards of NAV begin and end, and what leaves them without an opening.</summary>
public sealed class RollForwardBordersTests
{
    private const string Books = """
        mother M CNY
        fund F CNY
        2023-01-05 FIN->M  Contribution 200.00
        2023-01-05 M->F    Contribution 60.00
        2023-01-05 CITY->F Contribution 40.00
        2023-03-31 M->F    Nav          63.00
        2023-03-31 CITY->F Nav          42.00
        2023-05-10 M->F    Contribution 30.00
        2023-06-01 M->F    IncomeDistribution 6.00
        2023-06-30 M->F    Nav          93.00
        2023-06-30 CITY->F Nav          42.00
        2023-06-30 F       ValueIncome   3.00

        """;

    [Theory]
    [InlineData("2023-05-09", "63.00", "30.00", "6.00")]
    [InlineData("2023-05-10", "93.00", "0.00", "6.00")] // its flows are in the opening
    [InlineData("2023-05-31", "93.00", "0.00", "6.00")]
    [InlineData("2023-06-01", "87.00", "0.00", "0.00")]
    public void Flows_of_the_opening_day_are_in_the_opening_and_those_of_the_day_after_are_in_the_period(string from, string opening, string paidIn, string distributed)
    {
        var roll = Of(Books, from);
        Assert.Equal((opening, paidIn, distributed), (Value(roll.Opening), Value(roll.Contributions), Value(roll.Distributions)));
    }

    [Theory]
    [InlineData("2023-01-01 F notReported = paidIn", "paidIn")]
    [InlineData("2023-01-01 F notReported = distributed", "distributed")]
    [InlineData("2023-01-01 F notReported = nav", "nav")]
    [InlineData("2023-01-01 F notReported = commitment", null)]
    public void What_is_not_reported_of_flows_or_value_leaves_no_opening(string fact, string? what)
    {
        var roll = Of(Books + fact, "2023-03-31");
        Assert.Equal(what is null ? null : $"{FigureReasons.NotReported(what)}", roll.Opening.NoneReason is { } reason ? $"{reason}" : null);
        Assert.Equal(what is null, roll.NotSplit.Value is not null);
    }

    [Fact]
    public void A_fund_that_does_not_report_its_value_opens_with_nothing_known_even_before_the_first_payment() =>
        Assert.Equal("figure.notReported", Value(Of($"{Books}2022-01-01 F notReported = nav", "2023-01-04").Opening));

    [Theory]
    [InlineData("2023-04-01 M OpeningCash 5.00", "M", "irr.openingBalances")]
    [InlineData("2023-03-31 M OpeningCash 5.00", "M", "208.00")] // in the opening: 140 in cash, 5 more, 63 in F
    [InlineData("2023-04-01 F OpeningCash 5.00", "F", "63.00")] // the fund's own cash is no flow of its investors
    [InlineData("2023-04-01 CITY->F OpeningContribution 5.00", "F", "63.00")] // another investor's
    [InlineData("2023-04-01 M->F OpeningDistribution 5.00", "F", "irr.openingBalances")]
    public void Opening_balances_in_the_period_leave_those_without_an_opening_whose_flows_they_stand_for(string line, string fund, string opening)
    {
        Assert.Equal(opening, Value(Of(Books + line, "2023-03-31", fund).Opening));
        Assert.Equal(opening, Value(Of(Books.Replace("2023-01-05 FIN", $"{line}\n2023-01-05 FIN", StringComparison.Ordinal), "2023-03-31", fund).Opening));
    }

    [Fact]
    public void A_mother_fund_without_shareholders_has_no_opening() =>
        Assert.Equal("figure.nothingCommitted", Value(Of("mother M CNY\n2023-01-05 M OpeningCash 5.00", "2023-03-31", "M").Opening));

    [Fact]
    public void What_a_mother_fund_booked_in_another_currency_is_not_added()
    {
        var roll = Of($"{Books}2023-04-01 M Interest 3.00 USD\n2023-01-01 M fx:USD/CNY = 7\n2023-04-02 M ManagementFee 2.00", "2023-03-31", "M");
        Assert.Equal($"{FigureReasons.CurrenciesMixed("CNY, USD")}", $"{roll.Income.NoneReason}");
        Assert.Equal(("2.00", "0.00"), (Value(roll.ManagementFees), Value(roll.Expenses)));
    }

    [Fact]
    public void A_part_of_all_investors_needs_nobodys_shares_and_that_of_one_does()
    {
        var view = TestBooks.Of(Books).View("2023-06-30");
        var fund = view.Book.FindNode("F")!;
        Assert.Equal(["splitStated", "paidInOfInvestors"], Roles(RollForwardEngine.Of(view, "F", new DateOnly(2023, 3, 31))!));
        Assert.Equal(["splitStated"], Roles(RollForwardEngine.Of(view, fund, view.Book.CommitmentsTo(fund.Id), new DateOnly(2023, 3, 31))));

        static IEnumerable<string> Roles(NavRollForward roll) => roll.Income.Trail.Inputs.Select(input => input.Role);
    }

    [Theory]
    [InlineData("F/from:2023-03-31", true)]
    [InlineData("F/from:2023-3-31", false)]
    [InlineData("F/from:", false)]
    [InlineData("/from:2023-03-31", false)]
    [InlineData("NOBODY/from:2023-03-31", false)]
    public void An_address_names_a_fund_and_a_day(string scope, bool isFound) =>
        Assert.Equal(isFound, RollForwardEngine.Find(TestBooks.Of(Books).View("2023-06-30"), new FigureId("nav.income", scope)) is not null);

    private static NavRollForward Of(string text, string from, string fund = "F") =>
        RollForwardEngine.Of(TestBooks.Of(text).View("2023-06-30"), fund, LedgerText.Date(from))!;

    private static string Value(Figure<Money> figure) => figure.Value?.ToPlainText() ?? figure.NoneReason!.Code;
}
