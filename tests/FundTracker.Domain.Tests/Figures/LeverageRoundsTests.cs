using FundTracker.Analytics.Exposure;
using FundTracker.Analytics.Leverage;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>Which rounds, transfers and investors leverage counts at which amount, and what of it is invented.</summary>
public sealed class LeverageRoundsTests
{
    // M has half of C and of H.
    private const string Books = """
        mother M CNY
        fund C CNY
        fund H USD
        company X CNY
        company Y USD
        2022-01-01 FIN investorKind = Fiscal
        2022-01-01 SOC investorKind = SocialCapital
        2022-01-01 M fx:USD/CNY = 6.5
        2022-07-01 M fx:USD/CNY = 7
        2022-01-05 FIN->M Contribution 500.00
        2022-01-10 M->C Contribution 10.00
        2022-01-10 SOC->C Contribution 10.00
        2022-01-10 M->H Contribution 4.00
        2022-01-10 SOC->H Contribution 4.00

        """;

    [Theory]
    [InlineData("2022-02-01 C->X Investment 6.00 round:1\n2022-02-01 X RoundRaised 70.00 round:1\n2022-02-02 X RoundRaised 30.00 round:1", "100.00 / 3.00")] // in two lines
    [InlineData("2022-02-01 C->X Investment 6.00 round:1\n2022-02-01 Y RoundRaised 7.00 round:1\n2022-07-02 Y RoundRaised 3.00 round:1", "66.50 / 3.00")] // 7 at 6.5 and 3 at 7
    [InlineData("2022-02-01 C->X Investment 6.00 round:1\n2022-02-01 X RoundRaised 70.00 round:1\n2022-02-01 Y RoundRaised 2.00 round:1", "83.00 / 3.00")] // in two currencies
    [InlineData("2022-02-01 H->X Investment 0.01 round:1\n2022-02-01 X RoundRaised 70.00 round:1", "70.00 / 0.03")] // half of 0.065, rounded once
    [InlineData("2022-02-01 C->X Investment 0.01 round:1\n2022-02-02 C->X Investment 0.01 round:1\n2022-02-01 X RoundRaised 70.00 round:1", "70.00 / 0.02")] // each line by itself
    [InlineData("2022-02-01 C->X Investment 6.00\n2022-02-01 X RoundRaised 70.00 round:1", "0.00 / 0.00")] // in no round
    [InlineData("2022-02-01 C->X Investment 6.00 round:1\n2022-02-01 C->Y Investment 2.00 round:2\n2022-02-01 X RoundRaised 70.00 round:1\n2022-02-01 Y RoundRaised 9.00 round:3", "70.00 / 4.00")] // of round 2 nobody says what was raised
    public void A_round_counts_with_all_that_was_raised_in_it_and_our_share_of_what_was_invested(string lines, string ratio) =>
        Assert.Equal(ratio, Ratio(Whole(Books + lines)[LeverageFormula.LookThrough]));

    [Fact]
    public void The_first_line_of_the_books_may_stand_in_a_round() => Assert.Equal("70.00 / 3.00", Ratio(Whole(
        Books.Replace("2022-01-05 FIN->M", "2022-02-01 C->X Investment 6.00 round:1\n2022-01-05 FIN->M", StringComparison.Ordinal) + "2022-02-01 X RoundRaised 70.00 round:1")[LeverageFormula.LookThrough]));

    [Fact]
    public void A_round_in_which_an_investment_was_taken_back_leads_to_no_company_and_needs_no_rate()
    {
        const string Taken = Books + """
            2022-02-01 C->X Investment 6.00 round:1
            2022-02-01 C->Y Investment 2.00 round:2
            2022-02-02 reverse #7
            2021-12-31 Y RoundRaised 9.00 round:2
            2022-02-01 X RoundRaised 70.00 round:1
            """;
        var books = TestBooks.Of(Taken);
        var raised = LeverageEngine.Whole(books.View("2022-12-31"))[LeverageFormula.LookThrough].Numerator;

        Assert.Equal("70.00", raised.Require().ToPlainText()); // on the day on which Y raised there was no rate
        Assert.Equal([books.Index("X")], Assert.Single(raised.Trail.Inputs.OfType<LinesInput>()).Edges);
        Assert.Equal($"{FigureReasons.NoRate("USD/CNY", new DateOnly(2021, 12, 31))}", $"{LeverageEngine.Whole(books.View("2022-02-01"))[LeverageFormula.LookThrough].Numerator.NoneReason}");
    }

    [Fact]
    public void Companies_that_raised_stand_once_and_by_recording()
    {
        var books = TestBooks.Of(Books + """
            2022-02-01 Y RoundRaised 9.00 round:2
            2022-02-01 X RoundRaised 70.00 round:1
            2022-02-01 Y RoundRaised 5.00 round:3
            2022-02-01 C->Y Investment 1.00 round:3
            2022-02-01 C->X Investment 6.00 round:1
            2022-02-01 C->Y Investment 2.00 round:2
            """);
        var raised = LeverageEngine.Whole(books.View("2022-12-31"))[LeverageFormula.LookThrough].Numerator;
        Assert.Equal([books.Index("Y"), books.Index("X")], Assert.Single(raised.Trail.Inputs.OfType<LinesInput>()).Edges);
    }

    [Fact]
    public void A_round_that_is_invented_marks_what_was_raised_while_an_investment_stands_in_it()
    {
        var books = TestBooks.Of(Books + "2022-02-01 X RoundRaised 70.00 round:1 illustrative\n2022-02-01 C->X Investment 6.00 round:2");
        var view = books.View("2022-12-31");
        Assert.Equal((false, false), Marks(view));
        books.Add("2022-03-01 C->X Investment 5.00 round:1");
        Assert.Equal((true, false), Marks(view = view.At(books.Snapshot, Stamp.Max)));
        books.Add("2022-04-01 reverse #8");
        Assert.Equal((false, false), Marks(view = view.At(books.Snapshot, Stamp.Max)));
        books.Add("2022-05-01 C->X Investment 5.00 round:2 illustrative");
        Assert.Equal((false, true), Marks(view.At(books.Snapshot, Stamp.Max)));

        static (bool Raised, bool Ours) Marks(LedgerView view)
        {
            var ratio = LeverageEngine.Whole(view)[LeverageFormula.LookThrough];
            return (ratio.Numerator.IsIllustrative, ratio.Denominator.IsIllustrative);
        }
    }

    [Theory]
    [InlineData("2022-08-01 BANK->H PaidInTransferIn 2.00\n", "86.00 / 36.00")] // taken over from nobody: 2 at 7 more
    [InlineData("2022-08-01 BANK->H PaidInTransferOut 2.00\n", "58.00 / 36.00")] // handed over by somebody who had nothing: 2 at 7 less
    public void A_transfer_without_its_other_end_counts_at_the_rate_of_its_day(string line, string ratio)
    {
        // 20 and 4 + 4 at 6.5 are 72 without it; of them 10 and 4 at 6.5 are ours.
        Assert.Equal(ratio, Ratio(Whole(Books + line)[LeverageFormula.TotalToMotherPaidIn]));
        var first = Books.Replace("2022-01-05 FIN->M", $"{line}2022-01-05 FIN->M", StringComparison.Ordinal);
        Assert.Equal(ratio, Ratio(Whole(first)[LeverageFormula.TotalToMotherPaidIn]));
    }

    [Fact]
    public void A_fund_in_another_currency_whose_money_is_of_no_social_investor_has_no_part_in_the_social_sum()
    {
        var row = Whole(Books.Replace("SOC->H", "FIN->H", StringComparison.Ordinal));
        Assert.Equal(("10.00", 0), (row[LeverageFormula.SocialToFiscal].Numerator.Require().ToPlainText(), Parts(row[LeverageFormula.SocialToFiscal].Numerator)));
        Assert.Equal(("62.00", 1), (row[LeverageFormula.SocialToFiscal].Denominator.Require().ToPlainText(), Parts(row[LeverageFormula.SocialToFiscal].Denominator)));

        static int Parts(IFigure figure) => figure.Trail.Inputs.OfType<FigureInput>().Count();
    }

    [Fact]
    public void An_investor_behind_a_fund_who_has_paid_nothing_is_asked_for_no_kind()
    {
        var row = Whole($"{Books}2022-01-06 BANK->M Commitment 100.00");
        Assert.Equal("36.00", row[LeverageFormula.SocialToFiscal].Denominator.Require().ToPlainText());
        Assert.DoesNotContain(row[LeverageFormula.SocialToFiscal].Denominator.Trail.Inputs.OfType<FactInput>(), input => input.Fact is null);
    }

    [Fact]
    public void Each_sum_keeps_its_address_where_it_has_no_answer()
    {
        var row = Whole($"{Books}2022-02-01 BANK->C Contribution 1.00");
        Assert.Equal(
            ["leverage.social@M", "leverage.fiscal@M", "leverage.social@M", "leverage.allKinds@M"],
            new[] { row[LeverageFormula.SocialToFiscal], row[LeverageFormula.SocialShare] }.SelectMany(ratio => new IFigure[] { ratio.Numerator, ratio.Denominator }).Select(figure => $"{figure.Id}"));
        Assert.Throws<InvalidOperationException>(() => row[(LeverageFormula)9]);
    }

    [Fact]
    public void The_day_of_a_promise_is_not_read()
    {
        var row = Whole($"{Books}2022-02-01 M->H Commitment 4.00 reported invented:Day\n2022-02-01 M->C Commitment 4.00");
        Assert.False(row[LeverageFormula.TotalToMotherCommitted].Numerator.IsIllustrative);
        Assert.True(Whole($"{Books}2022-02-01 M->H Commitment 4.00 illustrative")[LeverageFormula.TotalToMotherCommitted].Numerator.IsIllustrative);
    }

    [Fact]
    public void A_fact_counts_from_the_instant_at_which_it_was_recorded()
    {
        var books = TestBooks.Of($"{Books}2022-06-30 SOC investorKind = Fiscal at:2022-08-01T00:00:00Z");
        var from = new DateOnly(2022, 6, 29);
        Assert.Single(LeverageAttribution.Of(books.View("2022-12-31", "2022-08-01T00:00:00Z"), from, LeverageFormula.SocialToFiscal));
        Assert.Empty(LeverageAttribution.Of(books.View("2022-12-31", "2022-07-31T23:59:59Z"), from, LeverageFormula.SocialToFiscal));
    }

    [Fact]
    public void New_rates_of_one_day_stand_by_their_pair()
    {
        var view = TestBooks.Of($"{Books}fund E EUR\n2022-01-01 M fx:EUR/CNY = 7.5\n2022-07-01 M fx:EUR/CNY = 7.6\n2022-02-01 M->H Commitment 4.00\n2022-02-01 SOC->H Commitment 9.00\n2022-02-01 M->E Commitment 5.00\n2022-02-01 M->C Commitment 5.00").View("2022-12-31");
        var step = Assert.Single(LeverageAttribution.Of(view, new DateOnly(2022, 6, 30), LeverageFormula.TotalToMotherCommitted));
        Assert.Equal(["EUR/CNY 7.6", "USD/CNY 7"], step.Rates.Select(rate => FormattableString.Invariant($"{rate.Pair} {rate.Rate}")));
    }

    [Fact]
    public void A_fund_in_which_as_much_was_handed_over_as_paid_in_has_no_shares()
    {
        var view = TestBooks.Of($"{Books}2022-02-01 C->X Investment 6.00\n2022-03-01 BANK->C PaidInTransferOut 20.00").View("2022-12-31");
        Assert.Equal(["H", "M"], LookThrough.Shares(view).Keys.Select(fund => view.Book.Node(fund).Code).Order(StringComparer.Ordinal));
        Assert.Empty(LookThrough.Of(view).Companies);
    }

    [Fact]
    public void The_row_of_a_fund_that_nothing_new_concerns_is_kept()
    {
        var books = TestBooks.Of(Books);
        var view = books.View("2022-12-31");
        var before = LeverageEngine.AllRows(view);
        books.Add("2022-12-01 SOC->H Contribution 1.00");
        var after = LeverageEngine.AllRows(view.At(books.Snapshot, Stamp.Max));

        Assert.Same(Row(before, "C"), Row(after, "C"));
        Assert.NotSame(Row(before, "H"), Row(after, "H"));

        static LeverageRow Row(IReadOnlyList<LeverageRow> rows, string fund) => rows.Single(row => row.Scope == fund);
    }

    // An amount holds some 92 million billion; each line holds half of it.
    [Theory]
    [InlineData("C->X Investment # round:1|C->Z Investment # round:1", "C")] // one fund in one round
    [InlineData("C->X Investment # round:1|C->Z Investment # round:2|C->V Investment # round:3|C->W Investment # round:4", "C")] // our half of all of them
    [InlineData("C->X Investment # round:1|D->Z Investment # round:1", "C")] // two funds in one round
    [InlineData("D->X Investment # round:1|E->Z Investment # round:2", "")] // all of two funds is ours
    [InlineData("C->X Investment 1.00 round:1|C->Z Investment 1.00 round:2|X RoundRaised # round:1|Z RoundRaised # round:2", "C")]
    public void Sums_of_rounds_that_no_longer_fit_are_refused_and_never_wrap(string lines, string shared)
    {
        var paid = string.Concat(new[] { "C", "D", "E" }.Select(fund => $"fund {fund} CNY\n2022-01-10 M->{fund} Contribution 10.00\n{(shared.Length == 0 ? "" : $"2022-01-10 SOC->{fund} Contribution 10.00\n")}"));
        var text = $"mother M CNY\ncompany X\ncompany Z\ncompany V\ncompany W\n2022-01-01 SOC investorKind = SocialCapital\n2022-01-01 FIN investorKind = Fiscal\n2022-01-05 FIN->M Contribution 500.00\n{paid}";
        var half = lines.Split('|').Select(line => $"2022-02-01 {line.Replace("#", "50,000,000,000,000,000.00", StringComparison.Ordinal)}").ToList();

        Assert.NotNull(Whole(text + string.Join('\n', half.SkipLast(1)))[LeverageFormula.LookThrough].Denominator.Value);
        Assert.Throws<OverflowException>(() => Whole(text + string.Join('\n', half)));
    }

    [Fact]
    public void Payments_that_no_longer_fit_are_refused_and_never_wrap()
    {
        const string Half = "50,000,000,000,000,000.00";
        var shares = TestBooks.Of($"{Books}2022-02-01 SOC->C Contribution {Half}\n2022-02-01 BANK->C Contribution {Half}").View("2022-12-31");
        Assert.Throws<OverflowException>(() => LookThrough.Shares(shares));
        // Twice 10 million billion dollars at 7 are 140 of yuan.
        Assert.Throws<OverflowException>(() => Whole($"{Books}2022-08-01 SOC->H Contribution 10,000,000,000,000,000.00\n2022-08-02 SOC->H Contribution 10,000,000,000,000,000.00"));
    }

    private static LeverageRow Whole(string books) => LeverageEngine.Whole(TestBooks.Of(books).View("2022-12-31"));

    private static string Ratio(LeverageRatio ratio) => $"{ratio.Numerator.Require().ToPlainText()} / {ratio.Denominator.Require().ToPlainText()}";
}
