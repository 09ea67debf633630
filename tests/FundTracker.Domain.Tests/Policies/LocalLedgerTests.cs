using FundTracker.Analytics.Policies;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Policies;

/// <summary>What counts as re-invested in the district: own investment in full, headquarters by half more, attracted money by half; three years of stay.</summary>
public sealed class LocalLedgerTests
{
    private const string Family = "mother M CNY\nfund F CNY\nfund G CNY\ncompany A\ncompany B\n2020-03-01 A location = district\n";

    private static readonly LocalTerms Terms = new(
        Rule: null, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["ownInvestment"] = 100m, ["headquarters"] = 150m },
        new Dictionary<string, decimal>(StringComparer.Ordinal) { ["attracted"] = 50m }, StayYears: 3);

    [Theory]
    [InlineData("2020-02-29 F->A Investment 10.00", "")] // before it came
    [InlineData("2020-03-01 F->A Investment 10.00", "#1 10.00: 10.00")]
    [InlineData("2020-03-01 F->B Investment 10.00", "")] // where nobody says it sits
    [InlineData("2020-04-01 F->A Investment 10.00\n2020-05-01 F->A InvestmentInKind 5.00", "#1 10.00: 10.00, #2 5.00: 5.00")]
    [InlineData("2020-04-01 F->A Investment 10.00\n2020-05-01 reverse #1\n2020-05-01 F->A Investment 7.00", "#3 7.00: 7.00")]
    [InlineData("2020-05-01 F->A Investment 10.00\n2020-04-01 G->A Investment 5.00", "#2 5.00: 5.00, #1 10.00: 10.00")]
    [InlineData("2024-01-01 F->A Investment 10.00", "")] // after the day asked for
    public void Own_money_counts_that_went_into_a_company_that_sat_in_the_district(string lines, string entries) => Assert.Equal(entries, Entries(lines));

    [Theory]
    [InlineData("2023-02-28", "#1 10.00: 0.00 instead of 10.00 since 2023-02-28")]
    [InlineData("2023-03-01", "#1 10.00: 10.00")] // three years are over
    [InlineData("2020-03-02", "#1 10.00: 0.00 instead of 10.00 since 2020-03-02")]
    [InlineData("2020-03-01", "")] // left on the day itself
    public void Money_is_void_from_the_day_on_which_the_company_left_within_the_years_of_stay(string left, string entries) =>
        Assert.Equal(entries, Entries($"2020-03-01 F->A Investment 10.00\n{left} A location = outside"));

    [Fact]
    public void A_company_that_comes_back_does_not_heal_what_is_void_and_the_first_leave_is_named()
    {
        const string Moves = "2021-01-01 A location = outside\n2021-06-01 A location = district\n2022-01-01 A location = outside\n2022-06-01 A location = district\n";
        Assert.Equal(
            "#1 10.00: 0.00 instead of 10.00 since 2021-01-01, #2 4.00: 4.00",
            Entries($"{Moves}2020-03-01 F->A Investment 10.00\n2022-07-01 F->A Investment 4.00"));
    }

    [Fact]
    public void A_stay_without_end_is_voided_by_whatever_leave()
    {
        var entry = Assert.Single(Ledger("2020-03-01 F->A Investment 10.00\n2023-06-01 A location = outside", Terms with { StayYears = 9_000 }).Entries);
        Assert.Equal(new DateOnly(2023, 6, 1), entry.VoidFrom);
    }

    [Theory]
    [InlineData("2020-06-01 A localCase:k1 = headquarters;F;30.00;;lease", "#1 20.00: 20.00, k1 20.00: 10.00, #2 80.00: 80.00")] // no more than was invested by then
    [InlineData("2020-04-01 A localCase:k1 = headquarters;F;30.00;;lease", "#1 20.00: 20.00, k1 20.00: 10.00, #2 80.00: 80.00")] // on the day of the investment
    [InlineData("2020-03-31 A localCase:k1 = headquarters;F;30.00;;lease", "k1 0.00: 0.00, #1 20.00: 20.00, #2 80.00: 80.00")]
    [InlineData("2021-06-01 A localCase:k1 = headquarters;F;30.00;;lease", "#1 20.00: 20.00, #2 80.00: 80.00, k1 30.00: 15.00")]
    [InlineData("2021-06-01 A localCase:k1 = headquarters;F;30.00;;lease\n2021-07-01 A localCase:k2 = headquarters;F;50.00;;more", "#1 20.00: 20.00, #2 80.00: 80.00, k1 30.00: 15.00, k2 50.00: 10.00")]
    [InlineData("2021-06-01 A localCase:k1 = headquarters;G;30.00;;lease", "#1 20.00: 20.00, #2 80.00: 80.00, k1 0.00: 0.00")] // of a fund that has nothing in it
    [InlineData("2021-06-01 A localCase:k1 = unheard;F;30.00;;lease", "#1 20.00: 20.00, #2 80.00: 80.00")]
    [InlineData("2021-06-01 A localCase:k1 = headquarters;X;30.00;;lease", "#1 20.00: 20.00, #2 80.00: 80.00")] // of nobody
    [InlineData("2021-06-01 A localCase:k1 = headquarters;F;30.00;;lease\n2021-07-01 A localCase:k1 =", "#1 20.00: 20.00, #2 80.00: 80.00")] // taken away
    public void The_same_money_counts_once_at_the_highest_of_its_percentages(string cases, string entries) =>
        Assert.Equal(entries, Entries($"2020-04-01 F->A Investment 20.00\n2021-04-01 F->A Investment 80.00\n{cases}"));

    [Fact]
    public void What_was_invested_by_a_day_goes_by_the_days_of_the_payments_and_not_by_when_they_were_recorded() => Assert.Equal(
        "#2 20.00: 20.00, k1 20.00: 10.00, #1 80.00: 80.00",
        Entries("2021-04-01 F->A Investment 80.00\n2020-04-01 F->A Investment 20.00\n2020-06-01 A localCase:k1 = headquarters;F;30.00;;lease"));

    [Fact]
    public void A_payment_that_is_taken_back_later_counts_until_that_day()
    {
        const string Lines = Family + "2020-04-01 F->A Investment 20.00\n2020-07-01 reverse #1";
        Assert.Equal(["#1"], LocalLedger.Of(TestBooks.Of(Lines).View("2020-06-30"), Terms).Entries.Select(entry => entry.Key));
        Assert.Empty(LocalLedger.Of(TestBooks.Of(Lines).View("2020-07-01"), Terms).Entries);
    }

    [Theory]
    [InlineData("attracted;F;40.00;S-1;p", "attracted;F;30.00;S-1;p", "k1 40.00: 20.00, k2 30.00: 0.00")]
    [InlineData("attracted;F;40.00;S-1;p", "attracted;G;60.00;S-1;p", "k1 40.00: 20.00, k2 60.00: 10.00")] // one source, whichever fund names it
    [InlineData("attracted;F;40.00;S-1;p", "attracted;F;30.00;S-2;p", "k1 40.00: 20.00, k2 30.00: 15.00")]
    [InlineData("attracted;F;0.01;S-1;p", "attracted;F;0.02;S-1;p", "k1 0.01: 0.01, k2 0.02: 0.00")] // half a fen is a fen
    public void Money_that_others_brought_counts_once_for_each_source(string first, string second, string entries) =>
        Assert.Equal(entries, Entries($"2021-06-01 A localCase:k1 = {first}\n2021-07-01 A localCase:k2 = {second}"));

    [Theory]
    [InlineData("2023-06-01", "k1 10.00: 0.00 instead of 5.00 since 2023-06-01, #1 100.00: 0.00 instead of 100.00 since 2023-06-01")]
    [InlineData("2023-06-02", "k1 10.00: 5.00, #1 100.00: 0.00 instead of 100.00 since 2023-06-02")] // three years after the case
    public void A_leave_voids_what_others_brought_as_well(string left, string entries) => Assert.Equal(
        entries, Entries($"2021-04-01 F->A Investment 100.00\n2020-06-02 A localCase:k1 = attracted;F;10.00;S-1;p\n{left} A location = outside"));

    [Fact]
    public void What_is_void_leaves_the_rest_to_count_at_its_own_percentage() => Assert.Equal(
        "#1 100.00: 0.00 instead of 100.00 since 2022-06-01, k1 40.00: 0.00 instead of 20.00 since 2022-06-01, k2 30.00: 45.00",
        Entries("""
            2020-04-01 F->A Investment 100.00
            2020-05-01 A localCase:k1 = headquarters;F;40.00;;lease
            2022-06-01 A location = outside
            2022-07-01 A location = district
            2022-08-01 A localCase:k2 = headquarters;F;30.00;;lease
            """));

    [Fact]
    public void What_a_fund_has_in_a_company_is_what_stands_of_its_investments()
    {
        var view = TestBooks.Of($"{Family}2020-04-01 F->A Investment 20.00\n2020-05-01 F->A Investment 9.00\n2020-06-01 reverse #2\n2020-07-01 F->A InvestmentInKind 1.00").View("2023-12-30");
        Assert.Equal(["21.00", "0.00"], new[] { "F", "G" }.Select(code => LocalLedger.InvestedIn(view, view.Book.FindNode(code)!, view.Book.FindNode("A")!.Id).ToPlainText()));
    }

    [Fact]
    public void Cases_of_a_company_are_those_that_hold_on_the_day()
    {
        var view = TestBooks.Of($"{Family}2021-06-01 A localCase:k1 = attracted;F;4.00;S-1;p\n2021-06-01 B localCase:k2 = attracted;F;5.00;S-1;p\n2024-06-01 A localCase:k3 = attracted;F;6.00;S-1;p").View("2023-12-30");
        Assert.Equal([new LocalCase("attracted", "F", Money.Of(4m, Currency.Cny), "S-1", "p")], LocalLedger.CasesOf(view, view.Book.FindNode("A")!.Id));
    }

    private static LocalLedger Ledger(string lines, LocalTerms terms) => LocalLedger.Of(TestBooks.Of(Family + lines).View("2023-12-30"), terms);

    private static string Entries(string lines) => string.Join(", ", Ledger(lines, Terms).Entries.Select(entry =>
        $"{entry.Key} {entry.Amount.ToPlainText()}: {entry.Recognised.ToPlainText()}"
        + (entry.VoidFrom is { } day ? $" instead of {entry.IfStayed.ToPlainText()} since {day:yyyy-MM-dd}" : "")));
}
