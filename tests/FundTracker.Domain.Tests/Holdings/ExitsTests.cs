using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Holdings;

public sealed class ExitsTests
{
    private const string Holding = "LUZHOU1->C001";

    private readonly TestBooks books = TestBooks.Of("""
        mother LUZHOU1 CNY
        2023-01-01 LUZHOU1       OpeningCash 100.00
        2023-01-01 LUZHOU1->C001 Investment  100.00
        2023-06-30 LUZHOU1->C001 Valuation   160.00
        """);

    [Fact]
    public void A_holding_left_in_full_is_worth_nothing_afterwards()
    {
        Post(Exit(ExitKind.TradeSale, proceeds: 250m, cost: 100m));
        Assert.Equal(("0.00", "250.00", 0), (books.On().Level(Holding), books.On().Cash("LUZHOU1"), books.View().CostHeld(books.Index(Holding))));
    }

    [Fact]
    public void A_holding_left_in_part_is_worth_what_is_said_or_what_the_valuation_rolls_forward_to()
    {
        Post(Exit(ExitKind.Listing, proceeds: 90m, cost: 40m));
        Assert.Equal("70.00", books.On().Level(Holding));
        Post(Exit(ExitKind.Listing, proceeds: 10m, cost: 5m, left: 80m));
        Assert.Equal(("80.00", 5_500), (books.On().Level(Holding), books.View().CostHeld(books.Index(Holding))));
    }

    [Fact]
    public void A_part_exit_above_what_the_valuation_rolls_forward_to_says_what_is_left()
    {
        var error = Assert.Single(books.Try(Exit(ExitKind.Listing, proceeds: 160.01m, cost: 40m).Value));
        Assert.Equal("holding.valueLeftMissing", error.Code);
        Assert.Equal([("proceeds", (object)Yuan(160.01m)), ("value", Yuan(160m))], error.Args);
        Assert.Equal("160.00", books.On().Level(Holding));
        Post(Exit(ExitKind.Listing, proceeds: 160.01m, cost: 40m, left: 30m));
        Assert.Equal("30.00", books.On().Level(Holding));
        Post(Exit(ExitKind.Listing, proceeds: 500m, cost: 60m));
        Assert.Equal("0.00", books.On().Level(Holding));
    }

    /// <summary>A full exit states that nothing is left; that statement was taken back, so what came in later is all that is known.</summary>
    [Fact]
    public void A_value_stated_by_an_exit_counts_with_what_flowed_after_it()
    {
        var sold = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-01 LUZHOU1       OpeningCash  100.00
            2023-01-01 LUZHOU1->C001 Investment   100.00
            2023-09-30 LUZHOU1->C001 ExitProceeds  40.00
            """);
        LineDraft[] before =
        [
            new(sold.Edge(Holding), LineKind.ExitProceeds, LedgerText.Date("2023-06-30"), Yuan(10m)),
            new(sold.Edge(Holding), LineKind.Valuation, LedgerText.Date("2023-06-30"), Yuan(0m)),
        ];

        Assert.Equal("holding.valueLeftMissing", Assert.Single(sold.Try(before)).Code);
        Assert.Empty(sold.Try([before[0], before[1] with { Amount = Yuan(40m) }]));
    }

    [Fact]
    public void A_write_off_brings_no_money_and_leaves_no_value()
    {
        Assert.Equal("holding.writeOffWithProceeds", Exit(ExitKind.WriteOff, proceeds: 1m, cost: 100m).Error.Code);
        Post(Exit(ExitKind.WriteOff, proceeds: 0m, cost: 100m));
        Assert.Equal(("0.00", "0.00"), (books.On().Level(Holding), books.On().Cash("LUZHOU1")));
    }

    [Fact]
    public void An_exit_of_nothing_is_refused() => Assert.Equal("holding.nothingExited", Exit(ExitKind.Transfer, proceeds: 0m, cost: 0m).Error.Code);

    [Fact]
    public void How_it_was_left_is_read_back_from_the_note()
    {
        var proceeds = Exit(ExitKind.BuyBack, proceeds: 250m, cost: 100m).Value[0];
        Assert.Equal("BuyBack: founders", proceeds.Note);
        Assert.True(LineNotes.TryRead<ExitKind>(proceeds.Note, out var kind, out var words));
        Assert.Equal((ExitKind.BuyBack, "founders"), (kind, words));
    }

    [Theory]
    [InlineData("RecentRound", true, ValuationMethod.RecentRound, "")]
    [InlineData("RecentRound: B: 2024", true, ValuationMethod.RecentRound, "B: 2024")]
    [InlineData("recentRound", false, default(ValuationMethod), "")]
    [InlineData("3", false, default(ValuationMethod), "")]
    [InlineData("free words", false, default(ValuationMethod), "")]
    public void A_note_names_a_code_or_none(string note, bool names, ValuationMethod method, string words)
    {
        Assert.Equal(names, LineNotes.TryRead<ValuationMethod>(note, out var read, out var rest));
        Assert.Equal((method, words), (read, rest));
        if (names) Assert.Equal(note, LineNotes.Write(method, words));
    }

    private Result<IReadOnlyList<LineDraft>> Exit(ExitKind kind, decimal proceeds, decimal cost, decimal? left = null) => Exits.Lines(
        books.Edge(Holding), books.View().CostHeld(books.Index(Holding)),
        new ExitTerms(kind, Yuan(proceeds), Yuan(cost), left is { } value ? Yuan(value) : null), new DateOnly(2023, 9, 1), "founders", document: null);

    private void Post(Result<IReadOnlyList<LineDraft>> drafts) => Assert.Empty(books.Try(drafts.Value));

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);
}
