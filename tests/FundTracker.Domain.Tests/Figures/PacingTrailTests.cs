using FundTracker.Analytics.Pacing;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>What cash ahead reads, how each of its figures is found again, and what is known of a fund's pace.</summary>
public sealed class PacingTrailTests
{
    // Costs of the year up to 2023-03-31: 8 + 2 + 1 + 4. The fees of the day a year before and of the day after are outside, interest is no cost.
    private const string Costs = """
        2022-03-31 M ManagementFee 7.00
        2022-04-01 M ManagementFee 8.00
        2022-06-30 M Expense 2.00
        2022-12-31 M Tax 1.00
        2023-03-31 M ManagementFee 4.00
        2023-03-01 M Interest 9.00
        2023-04-01 M Expense 100.00
        """;

    private const string Money = """
        2021-01-05 FIN->M Commitment 900.00
        2021-01-05 FIN->M Contribution 300.00
        2021-01-10 M->F Commitment 100.00
        2021-01-15 M->F Contribution 30.00
        2022-12-31 M->F Nav 33.00
        2023-03-20 M->F CallIssued 12.00 call:1
        2023-03-25 FIN->M CallIssued 40.00 call:2
        """;

    private const string Family = "mother M CNY\nfund F CNY\n";

    [Theory]
    [InlineData(Family + Costs + "\n" + Money, "1,2,3,4")]
    [InlineData(Family + Money + "\n" + Costs, "8,9,10,11")]
    public void Costs_as_of_last_year_lead_to_the_fees_expenses_and_taxes_of_that_year(string books, string lines)
    {
        var view = TestBooks.Of(books).View("2023-03-31");
        var pacing = PortfolioPacing.Of(view, Assumed(15m));

        Assert.Equal((Yuan(15m), Yuan(15m)), (pacing.CostsLastYear, pacing.Costs.Require()));
        var input = Assert.IsType<LinesInput>(Assert.Single(pacing.Costs.Trail.Inputs));
        Assert.Equal(("costs", Yuan(15m)), (input.Role, input.Total));
        Assert.Equal(DateRange.Of(new DateOnly(2022, 4, 1), new DateOnly(2023, 3, 31)), input.Days);
        Assert.Equal(lines, string.Join(',', input.Lines(view)));
        Assert.Equal("pacing.costs@M/ahead:2", $"{pacing.Costs.Id}");
    }

    [Theory]
    [InlineData(Family + Money, 0)] // no account of its own
    [InlineData(Family + "2021-06-01 M ManagementFee 5.00\n" + Money, 0)] // none in the last year
    [InlineData(Family + Costs + "\n" + Money, 16)] // not those of last year
    public void Costs_that_are_assumed_or_nothing_lead_to_no_line(string books, int costs)
    {
        var pacing = PortfolioPacing.Of(TestBooks.Of(books).View("2023-03-31"), Assumed(costs));

        Assert.Equal(Yuan(costs), pacing.Costs.Require());
        Assert.Empty(pacing.Costs.Trail.Inputs);
    }

    [Fact]
    public void A_fee_that_comes_back_in_a_later_year_makes_no_cost_below_nothing() =>
        Assert.Equal(Yuan(0m), PortfolioPacing.CostsOfLastYear(
            TestBooks.Of($"{Family}2021-06-01 M ManagementFee 5.00\n2022-06-01 reverse #1\n2022-07-01 M Expense 1.00").View("2023-03-31")));

    [Theory]
    [InlineData(1, 0, 0, 0, 0)]
    [InlineData(0.5, 0.1, 2, 425, 100)]
    public void Every_figure_of_cash_ahead_is_found_again_under_its_address(double calls, double shock, double delay, int reserve, int planned)
    {
        var view = TestBooks.Of(Family + Money + "\n" + Costs).View("2023-03-31");
        var assume = Assumed(15m) with { Scenario = new PacingScenario(calls, shock, delay), Reserve = Yuan(reserve), NewCommitments = Yuan(planned) };
        var pacing = PortfolioPacing.Of(view, assume);
        IEnumerable<IFigure> shown =
        [
            pacing.Expected, pacing.Owed, pacing.Costs, pacing.Phase.AmountNeeded, pacing.Phase.ShortfallAmount, pacing.Phase.LowestCash,
            .. pacing.Quarters.SelectMany(quarter => new[] { quarter.Calls, quarter.Distributions, quarter.Cash }),
        ];

        var all = shown.SelectMany(Reached).Where(figure => figure.Id.Formula.StartsWith(PortfolioPacing.Formulas, StringComparison.Ordinal))
            .DistinctBy(figure => figure.Id).ToList();
        Assert.True(all.Count > 40, $"only {all.Count} figures");
        foreach (var figure in all)
        {
            var found = PortfolioPacing.Near(view, figure.Id).SelectMany(Reached).FirstOrDefault(near => near.Id == figure.Id);
            Assert.True(Equals(figure.Value, found?.Value), $"{figure.Id}: {figure.Value}, {found?.Value}");
        }
    }

    [Theory]
    [InlineData("2023-03-31", "2023-04-01 2023-06-30, 2023-07-01 2023-09-30")]
    [InlineData("2023-02-28", "2023-03-01 2023-05-31, 2023-06-01 2023-08-31")]
    [InlineData("2023-03-30", "2023-03-31 2023-06-30, 2023-07-01 2023-09-30")]
    [InlineData("2022-11-29", "2022-11-30 2023-02-28, 2023-03-01 2023-05-29")]
    public void Quarters_ahead_begin_the_day_after_and_follow_on_each_other(string day, string quarters) =>
        Assert.Equal(quarters, string.Join(", ", PortfolioPacing.Of(TestBooks.Of(Family + Money).View(day), Assumed(0m)).Quarters
            .Select(quarter => FormattableString.Invariant($"{quarter.Start:O} {quarter.End:O}"))));

    [Theory]
    [InlineData("calls:3")]
    [InlineData("shock:1")]
    [InlineData("delay:10")]
    [InlineData("ahead:40")]
    [InlineData("ahead:1")]
    [InlineData("reserve:1000000000000")]
    [InlineData("costs:0.01")]
    [InlineData("new:1000000000000")]
    public void An_address_up_to_what_can_be_asked_for_finds_its_figure(string part)
    {
        var id = new FigureId("pacing.needed", $"M/{part}");
        Assert.Contains(PortfolioPacing.Near(TestBooks.Of(Family + Money).View("2023-03-31"), id), figure => figure.Id == id);
    }

    [Theory]
    [InlineData("calls:3.01")]
    [InlineData("shock:1.01")]
    [InlineData("delay:10.1")]
    [InlineData("ahead:0")]
    [InlineData("ahead:40.5")]
    [InlineData("ahead:1.5")]
    [InlineData("costs:-1")]
    [InlineData("costs:0.001")]
    [InlineData("new:1000000000000.01")]
    [InlineData("new:0.005")]
    [InlineData("reserve:1,000")]
    public void An_address_just_beyond_what_can_be_asked_for_finds_nothing(string part) =>
        Assert.Empty(PortfolioPacing.Near(TestBooks.Of(Family + Money).View("2023-03-31"), new FigureId("pacing.needed", $"M/{part}")));

    [Theory]
    [InlineData("2020-01-10 M->F Contribution 40.00\n2020-12-31 M->F Nav 40.00", "2021-01-10", PacingSource.Calibrated)] // a year to the day
    [InlineData("2020-01-10 M->F Contribution 40.00\n2020-12-31 M->F Nav 40.00", "2021-01-09", PacingSource.Published)] // a day less
    [InlineData("2020-01-10 M->F Contribution 40.00\n2021-01-10 M->F Nav 40.00", "2021-02-10", PacingSource.Published)] // no value within the year
    [InlineData("2020-01-10 M->F Contribution 40.00\n2020-12-31 M->F Nav 40.00\n2021-12-31 M->F Nav 0.00", "2022-01-31", PacingSource.Published)] // all of it lost
    [InlineData("2020-01-10 M->F Contribution 40.00\n2020-12-31 M->F Nav 40.00\n2021-12-31 M->F Nav 0.01", "2022-01-31", PacingSource.Calibrated)]
    [InlineData("2020-01-10 M->F Contribution 40.00\n2020-12-31 M->F Nav 40.00\n2021-03-01 M->F PaidInTransferOut 1.00\n2021-03-01 G->F PaidInTransferIn 1.00\n2021-12-31 M->F Nav 40.00", "2022-01-31", PacingSource.Published)]
    [InlineData("2020-01-10 M->F CommitmentReduction 100.00\n2020-01-10 M->F Contribution 40.00\n2020-12-31 M->F Nav 40.00", "2021-01-10", PacingSource.Published)] // nothing promised
    public void A_fund_is_paced_by_its_own_years_where_whole_ones_with_a_value_are_known(string history, string day, PacingSource source) =>
        Assert.Equal(source, Fund($"2020-01-10 M->F Commitment 100.00\n{history}", day).Source);

    [Fact]
    public void A_fund_older_than_the_paper_lives_one_year_longer_than_its_history()
    {
        var years = string.Join('\n', Enumerable.Range(2005, 13).Select(year => $"{year}-12-31 M->F Nav 40.00"));
        var fund = Fund($"2005-01-10 M->F Commitment 100.00\n2005-01-10 M->F Contribution 40.00\n{years}", "2018-02-01");

        Assert.Equal((PacingSource.Calibrated, 14.0), (fund.Source, fund.Paced.Parameters.LifeYears));
        Assert.Equal(13.0, fund.Paced.State.AgeYears, 0.1);
    }

    [Fact]
    public void A_fund_that_has_called_nothing_needs_no_value_and_is_of_no_age()
    {
        var fund = Fund("2020-01-10 M->F Commitment 100.00", "2022-01-31");

        Assert.Equal((100.0, 0.0, 0.0, 0.0), (fund.Paced.State.Commitment, fund.Paced.State.PaidIn, fund.Paced.State.Nav, fund.Paced.State.AgeYears));
        Assert.Equal((Yuan(100m), Yuan(0m)), (fund.Callable, fund.Outstanding));
    }

    [Theory]
    [InlineData("2020-01-10 M->F Commitment 100.00\n2020-01-10 F notReported = commitment", "figure.notReported")]
    [InlineData("2020-01-10 M->F Commitment 100.00\n2020-01-10 F notReported = paidIn", "figure.notReported")]
    [InlineData("2020-01-10 M->F Commitment 100.00\n2020-01-10 F notReported = distributed", "figure.notReported")]
    [InlineData("2020-01-10 M->F Commitment 100.00\n2020-01-10 M->F OpeningContribution 5.00\n2020-01-10 M->F Nav 5.00", "irr.openingBalances")]
    public void A_fund_is_left_out_with_the_first_thing_that_is_not_known_of_it(string history, string reason)
    {
        var pacing = PortfolioPacing.Of(TestBooks.Of($"{Family}fund G CNY\n{history}").View("2022-01-31"), Assumed(0m));
        Assert.Equal([("F", reason)], pacing.LeftOut.Select(left => (left.Fund.Code, left.Reason.Code)));
    }

    [Fact]
    public void Neither_what_can_be_called_nor_what_is_called_is_ever_below_nothing()
    {
        var calledAbove = Fund("2020-01-10 M->F Commitment 100.00\n2021-12-01 M->F CallIssued 120.00 call:1", "2022-01-31");
        var paidAbove = Fund("""
            2020-01-10 M->F Commitment 100.00
            2021-12-01 M->F CallIssued 20.00 call:1
            2021-12-20 M->F Contribution 30.00 call:1
            2021-12-31 M->F Nav 30.00
            """, "2022-01-31");

        Assert.Equal((Yuan(0m), Yuan(120m)), (calledAbove.Callable, calledAbove.Outstanding));
        Assert.Equal(Yuan(0m), paidAbove.Outstanding);
    }

    [Fact]
    public void What_shareholders_paid_beyond_what_was_called_is_not_expected_to_go_back()
    {
        var pacing = PortfolioPacing.Of(TestBooks.Of($"{Family}2022-01-05 FIN->M CallIssued 40.00 call:1\n2022-01-20 FIN->M Contribution 60.00 call:1").View("2022-03-31"), Assumed(0m));

        Assert.Equal((Yuan(0m), Yuan(60m)), (pacing.Expected.Require(), pacing.Quarters[0].Cash.Require()));
        Assert.Equal(["start"], pacing.Quarters[0].Cash.Trail.Inputs.Select(input => input.Role));
    }

    [Fact]
    public void A_payment_on_a_birthday_belongs_to_the_year_that_begins()
    {
        var fund = Fund("""
            2020-01-10 M->F Commitment 100.00
            2020-01-10 M->F Contribution 40.00
            2020-12-31 M->F Nav 40.00
            2021-01-10 M->F Contribution 30.00
            2021-12-31 M->F Nav 70.00
            """, "2022-01-31");

        Assert.Equal([0.4, 0.5, 0.5], fund.Paced.Parameters.ContributionRates);
    }

    [Theory]
    [InlineData("2020-01-10 M->F Commitment 100.00 illustrative", "2021-12-31 M->F Nav 33.00", true, true)]
    [InlineData("2020-01-10 M->F Commitment 100.00", "2021-12-31 M->F Nav 33.00 illustrative", false, true)]
    [InlineData("2020-01-10 M->F Commitment 100.00", "2021-12-31 M->F Nav 33.00", false, false)]
    public void Cash_ahead_is_illustrative_where_it_stands_on_what_is_invented(string promised, string valued, bool ofCalls, bool ofDistributions)
    {
        var last = PortfolioPacing.Of(TestBooks.Of($"{Family}{promised}\n2020-01-20 M->F Contribution 30.00\n{valued}\n2020-01-10 F pacing = 20;10;2;8;5").View("2022-01-31"), Assumed(0m)).Quarters[^1];
        Assert.Equal((ofCalls, ofDistributions, ofDistributions), (last.Calls.IsIllustrative, last.Distributions.IsIllustrative, last.Cash.IsIllustrative));
    }

    private static SubFundPacing Fund(string history, string day) =>
        Assert.Single(PortfolioPacing.Of(TestBooks.Of($"{Family}fund G CNY\n{history}").View(day), Assumed(0m)).Funds);

    private static IEnumerable<IFigure> Reached(IFigure figure) =>
        figure.Trail.Inputs.OfType<FigureInput>().SelectMany(input => Reached(input.Figure)).Prepend(figure);

    private static PacingAssumptions Assumed(decimal costs) => new(
        PacingScenario.Base, Quarters: 2, Reserve: Yuan(0m), CostsAnnual: Yuan(costs), NewCommitments: Yuan(0m), LeadDays: 90, Volatility: 0, Correlation: 0, Seed: 1);

    private static Money Yuan(decimal amount) => Domain.Values.Money.Of(amount, Currency.Cny);
}
