using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>What only makes sense together is posted together, found again, and taken back together.</summary>
public sealed class LineActsTests
{
    private const string Family = """
        mother LUZHOU1 CNY
        company C001
        2023-01-01 LUZHOU1       OpeningCash 500.00
        2023-01-01 LUZHOU1       OpeningCash   0.01 USD
        2023-01-02 LUZHOU1->C001 Investment  100.00
        2023-01-03 FIN->LUZHOU1  Commitment  100.00
        2023-01-03 CITY->LUZHOU1 Commitment  100.00
        """;

    private const string Exchange = """
        2023-02-01 LUZHOU1 CurrencySold   72.00
        2023-02-01 LUZHOU1 CurrencyBought 10.00 USD
        """;

    private const string Exit = """
        2023-02-01 LUZHOU1->C001 ExitProceeds 90.00
        2023-02-01 LUZHOU1->C001 CostRelieved 60.00
        2023-02-01 LUZHOU1->C001 Valuation    40.00
        """;

    private const string Transfer = """
        2023-02-01 FIN->LUZHOU1  CommitmentTransferOut 30.00
        2023-02-01 CITY->LUZHOU1 CommitmentTransferIn  30.00
        """;

    [Theory]
    [InlineData(Exchange, 2)]
    [InlineData(Exit, 3)]
    [InlineData(Transfer, 2)]
    public void Each_line_of_an_act_knows_all_of_them_and_none_is_taken_back_without_the_others(string act, int count)
    {
        var books = TestBooks.Of(Family);
        Assert.Empty(books.Try(act));
        var parts = Enumerable.Range(5, count).ToList();
        foreach (var part in parts)
        {
            Assert.Equal(parts, LineActs.Of(books.Snapshot, part));
            var left = string.Join(", ", parts.Where(other => other != part).Select(other => other + 1));
            var refused = Assert.Single(books.Try([Reversal(books, part)]));
            Assert.Equal(("ledger.partOfAct", part + 1L, left), (refused.Code, Arg(refused, "line"), Arg(refused, "others")));
        }

        Assert.Equal(5 + count, books.Lines.Count);
        Assert.Empty(books.Try([.. parts.Select(part => Reversal(books, part))]));
    }

    [Fact]
    public void Imported_history_too_takes_no_half_back_and_an_act_of_the_same_import_neither()
    {
        var books = TestBooks.Of(Family);
        var both = books.Drafts(Exchange);
        Assert.Equal(["ledger.partOfAct"], Codes(PostingRules.CheckShape(books.Snapshot, [.. both, Mirror(both[0], 6)])));
        Assert.Empty(PostingRules.CheckShape(books.Snapshot, [.. both, Mirror(both[0], 6), Mirror(both[1], 7)]));
        books.Append(both);
        Assert.Equal(["ledger.partOfAct"], Codes(PostingRules.CheckShape(books.Snapshot, [Reversal(books, 6)])));

        static LineDraft Mirror(LineDraft line, long sequence) => line with { Amount = -line.Amount, Reverses = sequence };
    }

    [Fact]
    public void Exchanges_of_one_voucher_are_told_apart_by_their_rows()
    {
        var books = TestBooks.Of(Family);
        books.Append([.. books.Drafts(Exchange), .. books.Drafts(Exchange)]);
        Assert.Equal([5, 6], LineActs.Of(books.Snapshot, 6));
        Assert.Equal([7, 8], LineActs.Of(books.Snapshot, 7));
    }

    [Fact]
    public void A_valuation_of_another_row_is_no_part_of_the_exit_before_it()
    {
        var books = TestBooks.Of(Family);
        var exit = books.Drafts(Exit);
        books.Append([exit[0], exit[1], exit[2] with { Reference = "Valuations:V1" }]);
        Assert.Equal([5, 6], LineActs.Of(books.Snapshot, 5));
        Assert.Equal([7], LineActs.Of(books.Snapshot, 7));
        Assert.Empty(books.Try([Reversal(books, 7)]));
        Assert.Empty(books.Try([Reversal(books, 5), Reversal(books, 6)]));
    }

    [Fact]
    public void Lines_that_stand_for_themselves_are_taken_back_by_themselves()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-01 LUZHOU1 OpeningCash 500.00
            2023-01-01 LUZHOU1 Expense      10.00
            2023-01-01 LUZHOU1 Tax          10.00
            """);
        Assert.Equal([1], LineActs.Of(books.Snapshot, 1));
        Assert.Empty(books.Try("2023-01-01 reverse #2"));
    }

    [Fact]
    public void What_is_left_of_an_act_that_was_half_taken_back_before_can_be_taken_back()
    {
        var books = TestBooks.Of(Family);
        books.Append(books.Drafts(Exchange));
        books.Append([Reversal(books, 5)]);
        Assert.Equal([6], LineActs.TakenBackWith(books.View(), 6));
        Assert.Equal(["ledger.alreadyReversed"], Codes(books.Try([.. LineActs.TakenBackWith(books.View(), 5).Select(line => Reversal(books, line))])));
        Assert.Empty(books.Try([Reversal(books, 6)]));
    }

    [Theory]
    [InlineData("2023-02-01 LUZHOU1 CurrencySold 72.00")]
    [InlineData("2023-02-01 LUZHOU1 CurrencyBought 10.00 USD")]
    [InlineData("2023-02-01 LUZHOU1 CurrencyBought 10.00 USD\n2023-02-01 LUZHOU1 CurrencySold 72.00")]
    [InlineData("2023-02-01 LUZHOU1 CurrencySold 72.00\n2023-02-02 LUZHOU1 CurrencyBought 10.00 USD")]
    [InlineData("2023-02-01 LUZHOU1 CurrencySold 72.00\n2023-02-01 FIN CurrencyBought 10.00 USD")]
    [InlineData("2023-02-01 FIN->LUZHOU1 CommitmentTransferOut 30.00")]
    [InlineData("2023-02-01 CITY->LUZHOU1 CommitmentTransferIn 30.00")]
    [InlineData(Transfer + "\n2023-02-01 FIN->LUZHOU1 PaidInTransferOut 1.00")]
    [InlineData("2023-02-01 FIN->LUZHOU1 PaidInTransferOut 1.00\n2023-02-01 CITY->LUZHOU1 PaidInTransferIn 1.00")]
    public void Half_an_exchange_or_transfer_is_refused(string half)
    {
        var books = TestBooks.Of(Family);
        var hash = books.Head.LedgerHash;
        Assert.All(Codes(books.Try(half)), code => Assert.Equal("ledger.halfAct", code));
        Assert.NotEmpty(PostingRules.CheckShape(books.Snapshot, books.Drafts(half)));
        Assert.Equal(hash, books.Head.LedgerHash);
    }

    [Theory]
    [InlineData("2023-02-01 LUZHOU1 CurrencySold 72.00\n2023-02-01 CITY->LUZHOU1 CommitmentTransferIn 30.00", "CurrencySold CommitmentTransferIn")]
    [InlineData("2023-02-01 LUZHOU1 CurrencyBought 10.00 USD\n2023-02-01 LUZHOU1 CurrencySold 72.00", "CurrencyBought CurrencySold")]
    [InlineData(Exchange + "\n2023-02-01 LUZHOU1 CurrencyBought 10.00 USD", "CurrencyBought")]
    [InlineData(Exchange + "\n2023-02-01 LUZHOU1 CurrencySold 1.00", "CurrencySold")]
    public void Halves_of_different_acts_make_no_whole_and_each_is_told_of(string lines, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', TestBooks.Of(Family).Try(lines).Select(error => Arg(error, "kind"))));

    [Fact]
    public void An_act_amid_other_lines_is_whole()
    {
        const string expense = "2023-02-01 LUZHOU1 Expense 1.00\n";
        Assert.Empty(TestBooks.Of(Family).Try(expense + Exchange + "\n" + expense + Transfer + "\n" + expense));
    }

    [Fact]
    public void Lines_out_of_the_order_of_an_act_and_lines_of_the_same_place_are_no_part_of_it()
    {
        var books = TestBooks.Of(Family);
        var exit = books.Drafts(Exit);
        books.Append([exit[0], exit[1], exit[2], exit[2], exit[1], exit[2]]);
        Assert.Equal(
            ["5 6 7", "5 6 7", "5 6 7", "8", "9 10", "9 10"],
            Enumerable.Range(5, 6).Select(line => string.Join(' ', LineActs.Of(books.Snapshot, line))));
    }

    [Fact]
    public void The_first_line_of_all_may_begin_an_act()
    {
        var books = TestBooks.Of("mother LUZHOU1 CNY");
        books.Append(books.Drafts(Exchange));
        Assert.Equal([0, 1], LineActs.Of(books.Snapshot, 0));
        Assert.Equal([0, 1], LineActs.Of(books.Snapshot, 1));
    }

    [Fact]
    public void An_exchange_has_two_currencies_whoever_posts_it()
    {
        var books = TestBooks.Of(Family);
        const string same = """
            2023-02-01 LUZHOU1 CurrencySold   72.00
            2023-02-01 LUZHOU1 CurrencyBought 72.00
            """;
        Assert.Equal(["ledger.sameCurrency"], Codes(books.Try(same)));
        Assert.Equal(["ledger.sameCurrency"], Codes(PostingRules.CheckShape(books.Snapshot, books.Drafts(same))));
        Assert.Equal(5, books.Lines.Count);
    }

    [Fact]
    public void The_places_of_an_act_are_numbered_without_gaps() => Assert.All(
        LineKinds.All.Select(kind => LineKinds.RuleOf(kind).Part).GroupBy(part => part.Act), act => Assert.Equal(
            act.Key == LineAct.None ? [0] : Enumerable.Range(1, act.Count()), act.Select(part => part.Place).Distinct().Order()));

    private static LineDraft Reversal(TestBooks books, int line) => books.Head.Reversal(books.Lines[line], "wrong");

    private static object Arg(DomainError error, string name) => error.Args.Single(arg => arg.Name == name).Value;

    private static IEnumerable<string> Codes(IEnumerable<DomainError> errors) => errors.Select(error => error.Code);
}
