using FundTracker.Analytics.Phases;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>Where shareholders' money waits, and since when.</summary>
public sealed class WaitingFundsTests
{
    private const string Family = "mother M CNY\nfund F CNY\nfund G CNY\ncompany C\n";

    [Theory]
    [InlineData("2023-01-02 FIN->M Contribution 10.00", "M since 2023-01-02: 10.00")]
    [InlineData("2023-01-02 FIN->M Contribution 10.00\n2023-01-03 M Interest 3.00", "M since 2023-01-02: 10.00")]
    [InlineData("2023-01-02 FIN->M Contribution 10.00\n2023-01-03 M Interest 3.00\n2023-01-04 M Expense 10.00", "")] // the interest is left
    [InlineData("2023-01-02 FIN->M Contribution 10.00\n2023-01-03 M Expense 10.00\n2023-03-01 FIN->M Contribution 5.00", "M since 2023-01-02: 5.00")] // it has placed nothing
    [InlineData("2023-01-02 FIN->M Contribution 10.00\n2023-01-03 M->C Investment 10.00\n2023-03-01 FIN->M Contribution 5.00", "M since 2023-03-01: 5.00")]
    [InlineData("2023-01-02 FIN->M Contribution 9.00\n2023-01-03 M->G Contribution 3.00\n2023-01-03 M->F Contribution 4.00", "M since 2023-01-02: 2.00, F since 2023-01-03: 4.00, G since 2023-01-03: 3.00")] // the oldest first, of one day by code
    public void Money_that_was_paid_in_waits_in_the_funds_that_hold_it(string lines, string waiting) => Assert.Equal(
        waiting, string.Join(", ", Of(lines).Select(fund => FormattableString.Invariant($"{fund.Fund.Code} since {fund.Since:O}: {string.Join('+', fund.Lots.Select(lot => lot.Amount.ToPlainText()))}"))));

    [Fact]
    public void A_fund_that_begins_to_be_held_or_is_paid_into_is_followed_anew_and_others_are_not()
    {
        var books = TestBooks.Of(Family + "2023-01-02 FIN->M Contribution 9.00\n2023-01-03 M->F Contribution 1.00");
        _ = books.Edge("M->G");
        var before = books.View("2023-12-31");
        var known = before.Derive<WaitingFunds>().All.ToList();
        books.Add("2023-02-01 M->G Contribution 2.00");
        var after = before.At(books.Snapshot, Stamp.Max).Derive<WaitingFunds>().All.ToList();

        Assert.Equal(["M 6.00", "F 1.00", "G 2.00"], after.Select(fund => $"{fund.Fund.Code} {fund.Lots[0].Amount.ToPlainText()}"));
        Assert.Same(known[1], after[1]);
    }

    private static List<WaitingFund> Of(string lines) => [.. TestBooks.Of(Family + lines).View("2023-12-31").Derive<WaitingFunds>().All];
}
