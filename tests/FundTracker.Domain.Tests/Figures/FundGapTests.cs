using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>What is not known of a fund leaves exactly the figures without an answer that stand on it.</summary>
public sealed class FundGapTests
{
    private const string Books = """
        mother M CNY
        fund F CNY
        2023-01-05 FIN->M Contribution 100.00
        2023-02-01 M->F Commitment 50.00
        2023-02-01 M->F Contribution 20.00
        2023-05-01 M->F IncomeDistribution 2.00
        2023-06-30 M->F Nav 21.00
        """;

    [Theory]
    [InlineData("commitment", "fundSize commitment unfunded pic")]
    [InlineData("paidIn", "paidIn unfunded pic dpi rvpi tvpi irr")]
    [InlineData("distributed", "distributed dpi tvpi irr")]
    [InlineData("nav", "nav rvpi tvpi irr")]
    public void A_sum_that_is_not_reported_is_named_by_every_figure_that_needs_it(string gap, string without)
    {
        var figures = FundFigureEngine.Of(TestBooks.Of($"{Books}\n2023-02-01 F notReported = {gap}").View("2023-12-31"), "F")!;
        var missing = figures.WithRate.Where(figure => figure.Value is null).ToList();

        Assert.Equal(without, string.Join(' ', missing.Select(figure => figure.Id.Formula)));
        Assert.All(missing, figure => Assert.Equal($"{FigureReasons.NotReported(gap)}", $"{figure.NoneReason}"));
    }

    [Fact]
    public void A_fund_that_is_said_to_report_nothing_is_held_without_a_line_until_that_is_taken_back()
    {
        var books = TestBooks.Of($"{Books}\nfund G CNY\n2024-02-01 M->G Commitment 5.00");
        var before = books.View("2023-12-31");
        Assert.Equal("F", Held(before));
        books.Add("2023-06-30 G notReported = nav,paidIn");
        var after = before.At(books.Snapshot, Stamp.Max);
        Assert.Equal("F G", Held(after));
        books.Add("2023-07-31 G notReported =");
        Assert.Equal("F", Held(after.At(books.Snapshot, Stamp.Max)));

        static string Held(LedgerView view) => string.Join(' ', FundFigureEngine.HeldSubFunds(view).Select(edge => view.Book.Node(view.Book.Edges[edge].Investee).Code));
    }

    [Theory]
    [InlineData("2023-01-01 M ManagementFee 10.00\n2023-01-05 FIN->M Contribution 10.00", "")]
    [InlineData("2023-01-01 M ManagementFee 10.00\n2023-01-05 FIN->M Contribution 10.01", "10.01")]
    [InlineData("2023-01-05 FIN->M Contribution 10.01\n2023-01-06 M ManagementFee 10.00", "0.01")]
    [InlineData("2023-01-05 M Interest 10.00", "")]
    public void Money_waits_where_there_is_cash_that_shareholders_paid_in(string lines, string waiting) =>
        Assert.Equal(waiting, string.Join(' ', TestBooks.Of($"mother M CNY\n{lines}").View("2023-12-31").Derive<WaitingFunds>().All.SelectMany(fund => fund.Lots).Select(lot => lot.Amount.ToPlainText())));

    [Fact]
    public void Money_idles_from_the_day_after_its_days_are_over_and_all_of_it_while_nothing_was_placed()
    {
        const string Paid = "mother M CNY\nfund F CNY\n2023-01-05 FIN->M Contribution 100.00\n2023-03-01 FIN->M Contribution 40.00\n";
        var view = TestBooks.Of($"{Paid}2023-01-10 M->F Contribution 30.00").View("2023-12-31");
        var begun = Assert.Single(view.Derive<WaitingFunds>().All, fund => fund.Fund.Code == "M");
        var untouched = Assert.Single(TestBooks.Of(Paid).View("2023-12-31").Derive<WaitingFunds>().All);

        Assert.Equal(["70.00", "70.00", "110.00"], new[] { 59, 54, 54 }.Zip([new DateOnly(2023, 3, 6), new(2023, 3, 1), new(2023, 4, 25)]).Select(at => begun.Idle(at.Second, at.First).ToPlainText()));
        Assert.Equal("140.00", untouched.Idle(new DateOnly(2023, 3, 2), 365).ToPlainText());
        Assert.Equal((true, false), (begun.HasBegun, untouched.HasBegun));
        Assert.Equal((new DateOnly(2023, 1, 5), new DateOnly(2023, 1, 5)), (begun.Since, untouched.Since));
    }
}
