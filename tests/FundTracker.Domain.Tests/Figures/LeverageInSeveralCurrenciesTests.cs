using FundTracker.Analytics.Leverage;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>The five formulas of a mother fund that holds funds in other currencies: payments at the rate of their day, promises at that of the day asked for.</summary>
public sealed class LeverageInSeveralCurrenciesTests
{
    private const string Books = """
        mother M CNY
        fund C CNY
        fund H USD
        2020-01-05 FIN investorKind = Fiscal
        2020-01-05 SOC investorKind = SocialCapital
        2020-01-10 FIN->M Contribution 1,000.00
        2020-01-01 M fx:USD/CNY = 6.5
        2021-01-01 M fx:USD/CNY = 7.1
        2022-07-01 M fx:USD/CNY = 6.8
        2020-02-01 M->C Commitment 100.00
        2020-02-01 M->C Contribution 50.00
        2020-02-01 SOC->C Commitment 200.00
        2020-02-01 SOC->C Contribution 100.00
        2020-03-01 M->H Commitment 10.00
        2020-03-01 SOC->H Commitment 30.01
        2020-03-01 M->H Contribution 4.00
        2021-03-01 SOC->H Contribution 12.01
        2021-03-01 M->H Contribution 1.00
        2021-06-01 H->X Investment 5.00 round:1
        2021-06-01 X RoundRaised 355.00 round:1
        """;

    [Theory]
    // (200 + 100 + 30.01 x 6.8 + 10 x 6.8) / (100 + 10 x 6.8), all at the rate of the day asked for.
    [InlineData(LeverageFormula.TotalToMotherCommitted, 572.07, 168.00)]
    // (50 + 100 + 4 x 6.5 + 1 x 7.1 + 12.01 x 7.1) / (50 + 4 x 6.5 + 1 x 7.1), each payment at the rate of its day.
    [InlineData(LeverageFormula.TotalToMotherPaidIn, 268.37, 83.10)]
    // Social 100 + 12.01 x 7.1; fiscal 50 + 4 x 6.5 + 7.1.
    [InlineData(LeverageFormula.SocialToFiscal, 185.27, 83.10)]
    [InlineData(LeverageFormula.SocialShare, 185.27, 268.37)]
    // Raised 355 by a company in the mother fund's currency; ours 5 x 7.1 x 5.00 / 17.01 = 10.4350...
    [InlineData(LeverageFormula.LookThrough, 355.00, 10.44)]
    public void Each_formula_answers_in_the_mother_funds_currency(LeverageFormula formula, double above, double below)
    {
        var ratio = Whole(Books, "2022-12-31")[formula];

        Assert.Equal((Cny(above), Cny(below)), (ratio.Numerator.Require(), ratio.Denominator.Require()));
        Assert.Equal(Multiple.Of(Cny(above), Cny(below)), ratio.Ratio.Require());
    }

    [Theory]
    [InlineData(LeverageFormula.TotalToMotherCommitted, 40.01, 10.00)]
    [InlineData(LeverageFormula.TotalToMotherPaidIn, 17.01, 5.00)]
    [InlineData(LeverageFormula.SocialToFiscal, 12.01, 5.00)]
    [InlineData(LeverageFormula.SocialShare, 12.01, 17.01)]
    // 355 of the mother fund's currency at 7.1 are 50 of the fund's; 5 x 5.00 / 17.01 = 1.4697...
    [InlineData(LeverageFormula.LookThrough, 50.00, 1.47)]
    public void A_fund_in_another_currency_answers_in_its_own(LeverageFormula formula, double above, double below)
    {
        var ratio = LeverageEngine.Find(TestBooks.Of(Books).View("2022-12-31"), "H")![formula];

        Assert.Equal((Usd(above), Usd(below)), (ratio.Numerator.Require(), ratio.Denominator.Require()));
        Assert.Equal(formula == LeverageFormula.LookThrough ? ["USD/CNY 2021-01-01 7.1"] : [], Rates(ratio));
    }

    [Fact]
    public void Each_ratio_says_which_rates_it_stands_on()
    {
        var row = Whole(Books, "2022-12-31");

        Assert.Equal(["USD/CNY 2022-07-01 6.8"], Rates(row[LeverageFormula.TotalToMotherCommitted]));
        Assert.Equal(["USD/CNY 2020-01-01 6.5", "USD/CNY 2021-01-01 7.1"], Rates(row[LeverageFormula.TotalToMotherPaidIn]));
        Assert.Equal(["USD/CNY 2020-01-01 6.5", "USD/CNY 2021-01-01 7.1"], Rates(row[LeverageFormula.SocialToFiscal]));
        Assert.Equal(["USD/CNY 2021-01-01 7.1"], Rates(row[LeverageFormula.LookThrough]));
    }

    [Fact]
    public void The_trail_adds_up_and_leads_to_the_amounts_in_their_own_currency_and_to_the_rates()
    {
        var total = Whole(Books, "2022-12-31")[LeverageFormula.TotalToMotherPaidIn].Numerator;
        var own = Assert.Single(total.Trail.Inputs.OfType<LinesInput>());
        var other = Assert.Single(total.Trail.Inputs.OfType<FigureInput>()).Figure;

        Assert.Equal(("leverage.totalPaidIn@M/currency:USD", Cny(118.37)), ($"{other.Id}", (Money)other.Value!));
        Assert.Equal((Cny(150.00), total.Require()), (own.Total, own.Total! + (Money)other.Value!));
        Assert.Equal(Usd(17.01), Assert.Single(other.Trail.Inputs.OfType<LinesInput>()).Total);
        Assert.Equal(["6.5", "7.1"], other.Trail.Inputs.OfType<FactInput>().Select(input => input.Fact!.Value));
    }

    [Fact]
    public void The_part_of_each_kind_of_investor_adds_up_by_currency()
    {
        var social = Whole(Books, "2022-12-31")[LeverageFormula.SocialToFiscal].Numerator;
        var other = Assert.Single(social.Trail.Inputs.OfType<FigureInput>()).Figure;

        Assert.Equal(("leverage.social@M/currency:USD", Cny(85.27)), ($"{other.Id}", (Money)other.Value!));
        Assert.Equal(Cny(100.00), Assert.Single(social.Trail.Inputs.OfType<LinesInput>()).Total);
    }

    [Fact]
    public void Without_a_rate_there_is_no_ratio_and_the_reason_names_the_pair_and_the_first_day_without_one()
    {
        var row = Whole(Books.Replace("2020-01-01 M fx", "2020-06-01 M fx", StringComparison.Ordinal), "2022-12-31");
        var reason = $"{FigureReasons.NoRate("USD/CNY", new DateOnly(2020, 3, 1))}";

        foreach (var formula in (LeverageFormula[])[LeverageFormula.TotalToMotherPaidIn, LeverageFormula.SocialToFiscal, LeverageFormula.SocialShare])
            Assert.Equal(reason, $"{row[formula].Ratio.NoneReason}");
        Assert.Equal(Cny(572.07), row[LeverageFormula.TotalToMotherCommitted].Numerator.Require());
        Assert.Equal(Cny(10.44), row[LeverageFormula.LookThrough].Denominator.Require());
    }

    [Fact]
    public void A_commitment_needs_the_rate_of_the_day_asked_for()
    {
        var ratio = Whole(Books + "\n2022-12-01 M fx:USD/CNY =", "2022-12-31")[LeverageFormula.TotalToMotherCommitted].Ratio;

        Assert.Equal($"{FigureReasons.NoRate("USD/CNY", new DateOnly(2022, 12, 31))}", $"{ratio.NoneReason}");
        Assert.Null(ratio.Value);
    }

    [Fact]
    public void What_takes_a_payment_back_after_its_quarter_counts_at_the_rate_of_the_payment()
    {
        var before = Whole(Books, "2022-12-31")[LeverageFormula.TotalToMotherPaidIn].Numerator.Require();
        var wrong = Books + "\n2021-04-01 M->H Contribution 3.00\n";
        var line = TestBooks.Of(wrong).Lines.Count;

        Assert.Equal(before, Whole($"{wrong}2022-08-01 M->H Contribution -3.00 reverses:#{line}", "2022-12-31")[LeverageFormula.TotalToMotherPaidIn].Numerator.Require());
    }

    [Theory]
    [InlineData("5.00", 0, 33.10)] // 4 x 6.5 + 1 x 7.1 go with all of it, at no rate of the day of the transfer
    [InlineData("2.00", 19.86, 13.24)] // two fifths of 33.10
    public void Paid_in_that_is_handed_over_takes_along_its_share_of_what_was_paid(string amount, double left, double taken)
    {
        var text = $"{Books}\n2022-08-01 M->H PaidInTransferOut {amount}\n2022-08-01 SOC2->H PaidInTransferIn {amount}\n2020-01-05 SOC2 investorKind = StateOwned";
        var row = Whole(text, "2022-12-31");

        var ratio = row[LeverageFormula.TotalToMotherPaidIn];
        Assert.Equal((Cny(268.37), Cny(50 + left)), (ratio.Numerator.Require(), ratio.Denominator.Require()));
        Assert.Equal(Cny(50 + left), row[LeverageFormula.SocialToFiscal].Denominator.Require());
        Assert.Equal(Cny(taken), Cny(268.37) - row[LeverageFormula.SocialToFiscal].Numerator.Require() - row[LeverageFormula.SocialToFiscal].Denominator.Require());
    }

    [Fact]
    public void A_transfer_that_is_taken_back_leaves_what_was_there_before()
    {
        var moved = $"{Books}\n2022-08-01 M->H PaidInTransferOut 2.00\n2022-08-01 SOC->H PaidInTransferIn 2.00\n";
        var line = TestBooks.Of(moved).Lines.Count;
        var back = $"{moved}2022-09-01 M->H PaidInTransferOut -2.00 reverses:#{line - 1}\n2022-09-01 SOC->H PaidInTransferIn -2.00 reverses:#{line}";

        foreach (var formula in (LeverageFormula[])[LeverageFormula.TotalToMotherPaidIn, LeverageFormula.SocialToFiscal])
            Assert.Equal(Whole(Books, "2022-12-31")[formula].Denominator.Require(), Whole(back, "2022-12-31")[formula].Denominator.Require());
    }

    [Fact]
    public void A_round_whose_investment_has_no_rate_is_not_known_rather_than_not_invested_in()
    {
        var late = Books.Replace("2020-01-01 M fx:USD/CNY = 6.5\n2021-01-01 M fx", "2021-07-01 M fx", StringComparison.Ordinal);
        var ratio = Whole(late, "2022-12-31")[LeverageFormula.LookThrough];
        var reason = $"{FigureReasons.NoRate("USD/CNY", new DateOnly(2021, 6, 1))}";

        Assert.Equal([reason, reason, reason], new IFigure[] { ratio.Numerator, ratio.Denominator, ratio.Ratio }.Select(figure => $"{figure.NoneReason}"));
    }

    [Fact]
    public void A_change_of_rate_is_a_step_of_its_own_and_all_steps_add_up()
    {
        var view = TestBooks.Of(Books + "\n2022-07-01 SOC->C Commitment 50.00").View("2022-12-31");
        var from = new DateOnly(2021, 12, 31);
        var steps = LeverageAttribution.Of(view, from, LeverageFormula.TotalToMotherCommitted);

        Assert.Equal([true, false], steps.Select(step => step.IsCurrencyEffect));
        Assert.Equal([new DateOnly(2022, 7, 1), new DateOnly(2022, 7, 1)], steps.Select(step => step.Day));
        Assert.Equal(new UsedRate("USD/CNY", new DateOnly(2022, 7, 1), 6.8m), Assert.Single(steps[0].Rates));
        Assert.Empty(steps[0].Lines);
        Assert.Single(steps[1].Lines);
        // (300 + 40.01 x 7.1) / (100 + 71) before, (300 + 40.01 x 6.8) / (100 + 68) after the rate; 50 more after the commitment.
        Assert.Equal(Multiple.Of(Cny(584.07), Cny(171.00)), steps[0].Before.Require());
        Assert.Equal(Multiple.Of(Cny(572.07), Cny(168.00)), steps[0].After.Require());
        Assert.Equal(Multiple.Of(Cny(622.07), Cny(168.00)), steps[1].After.Require());
        var whole = LeverageAttribution.On(view, view.AsOf, LeverageFormula.TotalToMotherCommitted).Require().Value - steps[0].Before.Require().Value;
        Assert.Equal(whole, steps.Sum(step => step.Change!.Value), 20);
    }

    [Theory]
    [InlineData(LeverageFormula.TotalToMotherPaidIn)]
    [InlineData(LeverageFormula.SocialToFiscal)]
    [InlineData(LeverageFormula.SocialShare)]
    [InlineData(LeverageFormula.LookThrough)]
    public void A_change_of_rate_moves_no_payment(LeverageFormula formula) =>
        Assert.Empty(LeverageAttribution.Of(TestBooks.Of(Books).View("2022-12-31"), new DateOnly(2021, 12, 31), formula));

    [Theory]
    [InlineData("2022-12-01 M->H Contribution 1.00")]
    [InlineData("2022-12-01 SOC->H Commitment 1.00")]
    [InlineData("2022-12-01 M fx:USD/CNY = 6.9")]
    [InlineData("2021-02-01 M fx:USD/CNY = 6.9")]
    [InlineData("2022-12-01 SOC investorKind = Fiscal")]
    [InlineData("2022-12-01 H->X Investment 1.00 round:1")]
    [InlineData("2022-12-01 X RoundRaised 3.00 round:1")]
    [InlineData("2022-12-01 M->C Contribution 1.00\n2022-12-01 M->H Contribution 2.00")]
    public void What_is_recorded_later_is_counted_in_a_view_that_is_carried_on(string more)
    {
        var books = TestBooks.Of(Books);
        var before = books.View("2022-12-31");
        _ = Text(before);
        books.Add(string.Join('\n', more.Split('\n').Select(entry => $"{entry} at:2023-01-05T00:00:00Z")));

        Assert.Equal(Text(new LedgerView(books.Snapshot, before.AsOf, Stamp.Max)), Text(before.At(books.Snapshot, Stamp.Max)));
    }

    [Fact]
    public void An_invented_day_of_payment_makes_the_converted_sum_illustrative()
    {
        var row = Whole(Books.Replace("2020-03-01 M->H Contribution 4.00", "2020-03-01 M->H Contribution 4.00 reported invented:Day", StringComparison.Ordinal), "2022-12-31");

        Assert.True(row[LeverageFormula.TotalToMotherPaidIn].Numerator.IsIllustrative);
        Assert.True(row[LeverageFormula.SocialToFiscal].Denominator.IsIllustrative);
        Assert.False(row[LeverageFormula.SocialToFiscal].Numerator.IsIllustrative);
        Assert.False(row[LeverageFormula.TotalToMotherCommitted].Numerator.IsIllustrative);
    }

    private static LeverageRow Whole(string books, string day) => LeverageEngine.Whole(TestBooks.Of(books).View(day));

    private static string Text(LedgerView view) => FigureText.Of(view);

    private static IEnumerable<string> Rates(LeverageRatio ratio) =>
        ratio.Rates.Select(rate => FormattableString.Invariant($"{rate.Pair} {rate.From:O} {rate.Rate}"));

    private static Money Cny(double amount) => Money.Of((decimal)amount, Currency.Cny);

    private static Money Usd(double amount) => Money.Of((decimal)amount, Currency.Of("USD"));
}
