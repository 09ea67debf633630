using FundTracker.Analytics.Performance;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>Roll-forwards of NAV from ledger lines. The fund F is held by the mother fund M for 60 % and by CITY for 40 %.</summary>
public sealed class RollForwardEngineTests
{
    private const string Payments = """
        mother M CNY
        fund F CNY
        2023-01-05 M->F    Contribution 60.00
        2023-01-05 CITY->F Contribution 40.00
        2023-03-31 M->F    Nav          63.00
        2023-03-31 CITY->F Nav          42.00
        2023-05-10 M->F    Contribution 30.00
        2023-05-10 CITY->F Contribution 20.00
        2023-06-01 M->F    IncomeDistribution 6.00
        2023-06-01 CITY->F IncomeDistribution 4.00
        """;

    private const string HalfYear = Payments + "\n" + """
        2023-06-30 M->F    Nav          93.00
        2023-06-30 CITY->F Nav          62.00
        """;

    private const string Split = """
        2023-06-30 F ValueIncome         3.00
        2023-06-30 F ValueRealised       4.00
        2023-06-30 F ValueUnrealised     8.00
        2023-06-30 F ValueManagementFee  2.00
        2023-06-30 F ValueExpense        1.00
        2023-06-30 F ValueCarryChange    2.00
        """;

    [Fact]
    public void A_split_statement_gives_the_mother_fund_its_share_of_each_part_by_what_was_paid_in()
    {
        var roll = Of(HalfYear + "\n" + Split, "2023-03-31", "2023-06-30");
        Assert.Equal(
            "opening 63.00, in 30.00, out 6.00, income 1.80, realised 2.40, unrealised 4.80, fees 1.20, "
            + "expenses 0.60, carry 1.20, notSplit 0.00, closing 93.00", Text(roll));
        Assert.Empty(roll.Remarks);
    }

    [Fact]
    public void All_investors_together_have_the_whole_split()
    {
        var books = TestBooks.Of(HalfYear + "\n" + Split);
        var view = books.View("2023-06-30");
        var roll = RollForwardEngine.Of(view, view.Book.FindNode("F")!, view.Book.CommitmentsTo(view.Book.FindNode("F")!.Id), new(2023, 3, 31));
        Assert.Equal(
            "opening 105.00, in 50.00, out 10.00, income 3.00, realised 4.00, unrealised 8.00, fees 2.00, "
            + "expenses 1.00, carry 2.00, notSplit 0.00, closing 155.00", Text(roll));
    }

    [Fact]
    public void A_statement_that_splits_nothing_leaves_all_as_value_change_not_split()
    {
        var roll = Of(HalfYear, "2023-03-31", "2023-06-30");
        Assert.Equal(
            "opening 63.00, in 30.00, out 6.00, income rollForward.notStated, realised rollForward.notStated, "
            + "unrealised rollForward.notStated, fees rollForward.notStated, expenses rollForward.notStated, "
            + "carry rollForward.notStated, notSplit 6.00, closing 93.00", Text(roll));
        AssertRemarks(roll, RollForwardReasons.FewSplit(0, statements: 1));
    }

    [Fact]
    public void What_a_partial_split_leaves_over_is_not_split()
    {
        var roll = Of(HalfYear + "\n2023-06-30 F ValueIncome 3.00\n2023-06-30 F ValueManagementFee 2.00", "2023-03-31", "2023-06-30");
        Assert.Equal(("1.80", "1.20", "5.40"), (Value(roll.Income), Value(roll.ManagementFees), Value(roll.NotSplit)));
        Assert.Equal("rollForward.notStated", Value(roll.Realised));
    }

    [Theory]
    [InlineData("2023-06-30 F ValueIncome 1.00", "0.60")]
    [InlineData("", "rollForward.notStated")]
    public void A_statement_that_is_restated_counts_with_the_later_ones_split_alone(string restatedSplit, string income)
    {
        var roll = Of(HalfYear + "\n" + Split + "\n2023-06-30 M->F Nav 90.00\n2023-06-30 CITY->F Nav 60.00\n" + restatedSplit, "2023-03-31", "2023-06-30");
        Assert.Equal((income, "90.00"), (Value(roll.Income), Value(roll.Closing)));
        AssertAddsUp(roll);
    }

    [Fact]
    public void A_statement_that_is_taken_back_takes_its_split_along()
    {
        var roll = Of(HalfYear + "\n" + Split + "\n2023-06-30 reverse #9", "2023-03-31", "2023-06-30");
        Assert.Equal("rollForward.notStated", Value(roll.Income));
        Assert.Equal(("0.00", "87.00"), (Value(roll.NotSplit), Value(roll.Closing)));
    }

    [Fact]
    public void Where_the_restatement_is_taken_back_the_first_ones_split_counts_again_and_once()
    {
        var roll = Of(
            HalfYear + "\n" + Split + "\n2023-06-30 M->F Nav 90.00\n2023-06-30 CITY->F Nav 60.00\n2023-06-30 F ValueIncome 1.00\n2023-06-30 reverse #17",
            "2023-03-31", "2023-06-30");
        Assert.Equal(("1.80", "93.00", "0.00"), (Value(roll.Income), Value(roll.Closing), Value(roll.NotSplit)));
    }

    [Fact]
    public void A_part_that_is_taken_back_is_no_more_stated()
    {
        var roll = Of(HalfYear + "\n" + Split + "\n2023-06-30 reverse #13", "2023-03-31", "2023-06-30");
        Assert.Equal(("1.80", "2.40", "rollForward.notStated", "4.80"), (Value(roll.Income), Value(roll.Realised), Value(roll.Unrealised), Value(roll.NotSplit)));
    }

    [Fact]
    public void One_investors_own_account_leaves_that_investor_without_a_split_and_the_whole_fund_too()
    {
        var books = TestBooks.Of(HalfYear + "\n" + Split + "\n2023-06-30 M->F Nav 91.00");
        var view = books.View("2023-06-30");
        var fund = view.Book.FindNode("F")!;
        Assert.Equal("rollForward.notStated", Value(RollForwardEngine.Of(view, "F", new(2023, 3, 31))!.Income));
        Assert.Equal("1.20", Value(RollForwardEngine.Of(view, fund, [books.Index("CITY->F")], new(2023, 3, 31)).Income));
        Assert.Equal("rollForward.notStated", Value(RollForwardEngine.Of(view, fund, view.Book.CommitmentsTo(fund.Id), new(2023, 3, 31)).Income));
    }

    [Fact]
    public void A_split_that_begins_before_the_period_is_left_aside_and_not_apportioned()
    {
        var roll = Of(HalfYear + "\n" + Split, "2023-04-30", "2023-06-30");
        Assert.Equal(("rollForward.notStated", "6.00"), (Value(roll.Income), Value(roll.NotSplit)));
        AssertRemarks(
            roll, RollForwardReasons.RolledForward(new(2023, 4, 30), statedOn: new(2023, 3, 31)),
            RollForwardReasons.BeginsBefore(new(2023, 6, 30), since: new(2023, 3, 31), from: new(2023, 4, 30)));
    }

    [Fact]
    public void Behind_the_last_statement_flows_alone_move_the_value()
    {
        var roll = Of(HalfYear + "\n" + Split + "\n2023-07-10 M->F Contribution 5.00", "2023-03-31", "2023-07-15");
        Assert.Equal(("35.00", "1.80", "0.00", "98.00"), (Value(roll.Contributions), Value(roll.Income), Value(roll.NotSplit), Value(roll.Closing)));
        AssertRemarks(roll, RollForwardReasons.RolledForward(new(2023, 7, 15), statedOn: new(2023, 6, 30)));
    }

    [Fact]
    public void Several_statements_of_a_period_add_up_and_those_without_a_split_are_counted()
    {
        var roll = Of(
            HalfYear + "\n" + Split + "\n2023-09-30 M->F Nav 99.00\n2023-09-30 CITY->F Nav 66.00\n2023-12-31 M->F Nav 105.00\n2023-12-31 CITY->F Nav 70.00"
            + "\n2023-12-31 F ValueIncome 10.00", "2023-03-31", "2023-12-31");
        Assert.Equal(("7.80", "6.00"), (Value(roll.Income), Value(roll.NotSplit)));
        AssertRemarks(roll, RollForwardReasons.FewSplit(2, statements: 3));
        AssertAddsUp(roll);
    }

    [Fact]
    public void Before_the_first_payment_the_opening_is_zero_and_the_first_split_lies_in_the_period()
    {
        var roll = Of(Payments + "\n2023-03-31 F ValueUnrealised 5.00", "2023-01-04", "2023-03-31");
        Assert.Equal(("0.00", "60.00", "3.00", "0.00", "63.00"),
            (Value(roll.Opening), Value(roll.Contributions), Value(roll.Unrealised), Value(roll.NotSplit), Value(roll.Closing)));
    }

    [Theory]
    [InlineData("2023-01-04", "3.00", null)]
    [InlineData("2023-01-05", "rollForward.notStated", "rollForward.beginsUnknown")] // the other one paid in on the opening day
    [InlineData("2023-01-06", "rollForward.notStated", "rollForward.beginsUnknown")]
    public void The_first_split_begins_with_the_first_payment_of_anybody_whose_value_it_states(string from, string unrealised, string? remark)
    {
        const string Later = """
            mother M CNY
            fund F CNY
            2023-01-05 CITY->F Contribution 40.00
            2023-02-01 M->F    Contribution 60.00
            2023-03-31 M->F    Nav          63.00
            2023-03-31 CITY->F Nav          42.00
            2023-03-31 F ValueUnrealised     5.00
            """;
        var roll = Of(Later, from, "2023-03-31");
        Assert.Equal(("0.00", unrealised, remark), (Value(roll.Opening), Value(roll.Unrealised), roll.Remarks.SingleOrDefault()?.Code));
    }

    [Fact]
    public void A_split_of_a_fund_that_nobody_had_paid_in_to_has_no_parts_and_is_left_in_the_rest()
    {
        var roll = Of("""
            mother M CNY
            fund F CNY
            2023-01-01 M->F Commitment 100.00
            2023-03-31 M->F Nav         -3.00
            2023-03-31 F ValueExpense    3.00
            """, "2022-12-31", "2023-03-31");
        Assert.Equal(("share.nobodyPaidIn", "rollForward.notStated", "-3.00"), (Value(roll.Expenses), Value(roll.Income), Value(roll.NotSplit)));
    }

    [Fact]
    public void Where_money_was_paid_in_and_no_value_stated_by_then_there_is_no_bridge_and_it_says_why()
    {
        var roll = Of(HalfYear, "2023-02-01", "2023-06-30");
        Assert.Equal(("figure.noNav", "figure.noNav", "figure.noNav", "93.00"),
            (Value(roll.Opening), Value(roll.NotSplit), Value(roll.Income), Value(roll.Closing)));
        Assert.Equal("30.00", Value(roll.Contributions));
    }

    [Theory]
    [InlineData("2023-06-30", "2023-06-30", "rollForward.noPeriod")]
    [InlineData("2023-07-31", "2023-06-30", "rollForward.noPeriod")]
    public void A_period_ends_after_it_begins(string from, string to, string reason) => Assert.Equal(reason, Value(Of(HalfYear, from, to).NotSplit));

    [Fact]
    public void Opening_balances_in_the_period_stand_for_flows_without_dates()
    {
        var roll = Of("mother M CNY\nfund F CNY\n2023-03-31 M->F OpeningContribution 60.00\n2023-03-31 M->F Nav 63.00", "2022-12-31", "2023-03-31");
        Assert.Equal("irr.openingBalances", Value(roll.NotSplit));
    }

    [Fact]
    public void What_sharing_out_rounds_is_not_split()
    {
        const string Thirds = """
            mother M CNY
            fund F CNY
            2023-01-05 CITY->F Contribution 10.00
            2023-01-05 FIN->F  Contribution 10.00
            2023-01-05 M->F    Contribution 10.00
            2023-03-31 CITY->F Nav          10.03
            2023-03-31 FIN->F  Nav          10.03
            2023-03-31 M->F    Nav          10.02
            2023-03-31 F       ValueIncome   0.10
            2023-03-31 F       ValueExpense  0.02
            """;
        var roll = Of(Thirds, "2023-01-04", "2023-03-31");
        Assert.Equal(("0.03", "0.00", "-0.01"), (Value(roll.Income), Value(roll.Expenses), Value(roll.NotSplit)));
        AssertAddsUp(roll);
    }

    [Fact]
    public void What_was_not_known_yet_does_not_count()
    {
        var books = TestBooks.Of(HalfYear + "\n2023-06-30 F ValueIncome 3.00 at:2023-07-20");
        Assert.Equal("rollForward.notStated", Value(RollForwardEngine.Of(books.View("2023-06-30", "2023-07-19"), "F", new(2023, 3, 31))!.Income));
        Assert.Equal("1.80", Value(RollForwardEngine.Of(books.View("2023-06-30", "2023-07-20"), "F", new(2023, 3, 31))!.Income));
    }

    [Fact]
    public void A_mother_fund_reads_its_own_books_and_leaves_what_its_holdings_gained_not_split()
    {
        var roll = Of(
            """
            mother M CNY
            fund F CNY
            company C1
            2023-01-05 FIN->M Contribution 200.00
            2023-01-06 M->F   Contribution 100.00
            2023-01-07 M->C1  Investment    50.00
            2023-03-31 M->F   Nav          100.00
            2023-04-10 M      Interest       1.00
            2023-04-11 M->C1  Dividend       2.00
            2023-04-12 M      ManagementFee  4.00
            2023-04-13 M      Expense        0.50
            2023-04-14 M      Tax            0.25
            2023-06-01 FIN->M GainDistribution 10.00
            2023-06-30 M->F   Nav          108.00
            2023-06-30 M->C1  Valuation     53.00
            """, "2023-03-31", "2023-06-30", "M");
        Assert.Equal(
            "opening 200.00, in 0.00, out 10.00, income 3.00, realised rollForward.notOfMotherFund, "
            + "unrealised rollForward.notOfMotherFund, fees 4.00, expenses 0.75, carry rollForward.notOfMotherFund, "
            + "notSplit 11.00, closing 199.25", Text(roll));
        AssertRemarks(roll, RollForwardReasons.OfMotherFund());
    }

    [Fact]
    public void What_a_mother_fund_held_before_anybody_paid_in_came_with_the_payments_that_followed()
    {
        var roll = Of(
            "mother M CNY\nfund F CNY\n2023-01-06 M->F ContributionInKind 100.00\n2023-03-31 M->F Nav 104.00\n2023-05-01 FIN->M ContributionInKind 104.00\n2023-06-30 M->F Nav 110.00",
            "2023-04-30", "2023-06-30", "M");
        Assert.Equal(("0.00", "104.00", "6.00", "110.00"), (Value(roll.Opening), Value(roll.Contributions), Value(roll.NotSplit), Value(roll.Closing)));
    }

    [Fact]
    public void The_trail_of_a_part_holds_the_lines_that_count_and_no_others()
    {
        var books = TestBooks.Of(HalfYear + "\n" + Split + "\n2023-06-30 M->F Nav 90.00\n2023-06-30 CITY->F Nav 60.00\n2023-06-30 F ValueIncome 1.00 illustrative");
        var view = books.View("2023-06-30");
        var roll = RollForwardEngine.Of(view, "F", new(2023, 3, 31))!;
        Assert.Equal([18], Assert.IsType<LinesInput>(roll.Income.Trail.Inputs[0]).Lines(view));
        Assert.Equal((true, false), (roll.Income.IsIllustrative, roll.Contributions.IsIllustrative));
        Assert.Equal([4], Assert.IsType<LinesInput>(roll.Contributions.Trail.Inputs[0]).Lines(view));
        var opening = Assert.IsType<FigureInput>(roll.Opening.Trail.Inputs[0]);
        Assert.Equal(new DateOnly(2023, 3, 31), opening.Day);
        Assert.Equal([2], Assert.IsType<LinesInput>(opening.Figure.Trail.Inputs[0]).Lines(view.On(opening.Day!.Value)));
    }

    [Fact]
    public void Each_figure_is_found_again_by_its_address()
    {
        var view = TestBooks.Of(HalfYear + "\n" + Split).View("2023-06-30");
        foreach (var figure in RollForwardEngine.Of(view, "F", new(2023, 3, 31))!.All)
            Assert.Equal(figure.Value, RollForwardEngine.Find(view, figure.Id)!.All.Single(found => found.Id == figure.Id).Value);
        Assert.Null(RollForwardEngine.Find(view, new FigureId("nav.income", "F")));
        Assert.Null(RollForwardEngine.Find(view, new FigureId("nav.income", "CITY/from:2023-03-31")));
    }

    [Fact]
    public void To_date_are_the_quarter_the_year_and_all_since_the_first_payment()
    {
        var view = TestBooks.Of(HalfYear).View("2023-08-15");
        Assert.Equal([new(2023, 6, 30), new(2022, 12, 31), new(2023, 1, 4)], RollForwardEngine.ToDate(view, "F")!.Select(roll => roll.From));
        Assert.Equal(2, RollForwardEngine.ToDate(TestBooks.Of("mother M CNY\nfund F CNY\n2023-01-05 M->F Commitment 1.00").View("2023-01-31"), "F")!.Count);
        Assert.Null(RollForwardEngine.ToDate(view, "CITY"));
    }

    private static NavRollForward Of(string text, string from, string to, string fund = "F") =>
        RollForwardEngine.Of(TestBooks.Of(text).View(to), fund, LedgerText.Date(from))!;

    private static void AssertRemarks(NavRollForward roll, params DomainError[] expected) =>
        Assert.Equal(expected.Select(remark => remark.ToString()), roll.Remarks.Select(remark => remark.ToString()));

    private static void AssertAddsUp(NavRollForward roll) => Assert.Equal(
        roll.Closing.Require(), roll.Effects().Aggregate(roll.Opening.Require(), (sum, part) => sum + part.Effect));

    private static string Value(Figure<Domain.Values.Money> figure) => figure.Value?.ToPlainText() ?? figure.NoneReason!.Code;

    private static string Text(NavRollForward roll)
    {
        AssertAddsUp(roll);
        return string.Join(", ", roll.All.Select(figure => $"{figure.Id.Formula["nav.".Length..]} {Value(figure)}"));
    }
}
