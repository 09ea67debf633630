using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>Sums that no longer fit, lines of few and of many edges, marks of what is invented, and books of very many lines.</summary>
public sealed class LedgerViewTests
{
    private const string Much = "90,000,000,000,000,000.00";

    [Fact]
    public void A_purse_that_no_count_of_64_bits_holds_is_an_error_and_never_wraps()
    {
        var books = TestBooks.Of($"""
            mother LUZHOU1 CNY
            fund AIYI CNY
            fund SEED CNY
            2023-01-01 FIN->AIYI  Contribution {Much}
            2023-01-01 CITY->AIYI Contribution {Much}
            2023-01-01 SOC->AIYI  Contribution 1.00
            2023-01-01 FIN->SEED  Contribution {Much}
            """);
        Assert.Throws<OverflowException>(() => books.View().Cash(books.Node("AIYI")));
        Assert.Throws<OverflowException>(() => books.View().Cash(books.Node("FIN")));
        Assert.Equal(-9_000_000_000_000_000_000, books.View().Cash(books.Node("CITY")));
        Assert.Equal(0, books.View().Cash(books.Node("AIYI"), Currency.Of("USD")));
    }

    [Fact]
    public void What_is_added_up_of_an_edge_is_an_error_where_it_no_longer_fits()
    {
        var books = TestBooks.Of($"""
            mother LUZHOU1 CNY
            2023-01-01 LUZHOU1->C001 Investment       {Much}
            2023-01-01 LUZHOU1->C001 InvestmentInKind {Much}
            2023-01-01 FIN->LUZHOU1  Nav              {Much}
            2023-02-01 FIN->LUZHOU1  Contribution     {Much}
            """);
        var (view, holding) = (books.View(), books.Index("LUZHOU1->C001"));
        Assert.Throws<OverflowException>(() => view.CostHeld(holding));
        Assert.Throws<OverflowException>(() => view.Sum(holding, LineKinds.InvestmentKinds));
        Assert.Throws<OverflowException>(() => view.LevelRolledForward(books.Index("FIN->LUZHOU1")));
        Assert.Equal(9_000_000_000_000_000_000, view.Sum(holding, LineKind.Investment));
        Assert.Equal((0, 0), (view.Sum(holding, LineKind.Dividend), view.Sum(holding, LineKinds.CashKinds) - view.Sum(holding, LineKind.Investment)));
    }

    [Fact]
    public void Lines_of_few_edges_and_of_many_are_found_by_sequence()
    {
        var books = TestBooks.Of("mother LUZHOU1 CNY");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            for (var i = 9; i >= 0; i--) books.Add($"2023-01-01 I{i}->LUZHOU1 Commitment 1.00\n2023-02-01 I{i}->LUZHOU1 CallIssued 1.00 call:1");
        }

        Assert.Equal([0, 18, 20, 38], Lines(LineKinds.CommitmentKinds, 9, 0));
        Assert.Equal([0, 2, 18, 20, 22, 38], Lines(LineKinds.CommitmentKinds, 0, 8, 9));
        Assert.Equal([18, 19, 38, 39], Lines(LineKinds.CommitmentKinds | KindSet.Of(LineKind.CallIssued), 0));
        Assert.Empty(Lines(LineKinds.DistributionKinds, 0));
        Assert.Empty(Lines(LineKinds.CommitmentKinds));
        Assert.Equal([0, 18, 20, 38], View("2023-01-31").Lines(Edges(0, 9), new KindSet(ulong.MaxValue)));

        IReadOnlyList<int> Lines(KindSet kinds, params int[] investors) => View("2023-12-31").Lines(Edges(investors), kinds);
        LedgerView View(string day) => books.View(day);
        HashSet<int> Edges(params int[] investors) => [.. investors.Select(i => books.Index($"I{i}->LUZHOU1"))];
    }

    [Theory]
    [InlineData("Day", RecordFields.Day)]
    [InlineData("Parties", RecordFields.Parties)]
    [InlineData("Round", RecordFields.Round)]
    [InlineData("Day,Parties,Round", RecordFields.Day | RecordFields.Parties | RecordFields.Round)]
    [InlineData("Amount", RecordFields.None)]
    public void A_field_invented_in_two_lines_is_invented(string fields, RecordFields said)
    {
        var books = TestBooks.Of($"""
            mother LUZHOU1 CNY
            2023-01-05 FIN->LUZHOU1 Contribution 10.00 invented:{fields}
            2023-01-06 FIN->LUZHOU1 Contribution 10.00 invented:{fields}
            2023-01-07 FIN->LUZHOU1 Contribution 10.00
            """);
        var view = books.View();
        Assert.Equal(said, view.InventedFields(0, LineKinds.PaidInKinds));
        Assert.Equal(RecordFields.None, view.InventedFields(0, LineKinds.DistributionKinds));
        Assert.Equal(fields == "Amount", view.IsIllustrative(0, LineKinds.PaidInKinds, RecordFields.None));
        foreach (var field in new[] { RecordFields.Day, RecordFields.Parties, RecordFields.Round })
            Assert.Equal(fields == "Amount" || said.HasFlag(field), view.IsIllustrative(0, LineKinds.PaidInKinds, field));
    }

    [Fact]
    public void A_statement_of_value_takes_the_marks_of_the_one_that_it_replaces_away()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-03-31 FIN->LUZHOU1 Nav 10.00 invented:Day,Parties,Round
            2023-06-30 FIN->LUZHOU1 Nav 11.00 invented:Parties
            2023-09-30 FIN->LUZHOU1 Nav 12.00
            """);
        Assert.Equal(
            [RecordFields.None, RecordFields.Day | RecordFields.Parties | RecordFields.Round, RecordFields.Parties, RecordFields.None],
            new[] { "2023-03-30", "2023-03-31", "2023-06-30", "2023-09-30" }
                .Select(day => books.View(day).InventedFields(0, KindSet.Of(LineKind.Nav))));
    }

    [Fact]
    public void Value_is_stated_on_an_edge_however_often()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-03-31 FIN->LUZHOU1 Nav 10.00
            2023-06-30 FIN->LUZHOU1 Nav 11.00
            2023-09-30 FIN->LUZHOU1 Nav 12.00
            """);
        Assert.Equal(
            [false, true, true, true],
            new[] { "2023-03-30", "2023-03-31", "2023-06-30", "2023-09-30" }.Select(day => books.View(day).Has(0, KindSet.Of(LineKind.Nav))));
        Assert.False(books.View().Has(0, LineKinds.PaidInKinds));
        Assert.Equal(0, books.View().Sum(0, KindSet.Of(LineKind.Nav)));
    }

    /// <summary>So many lines are counted by several processors, each its own edges.</summary>
    [Fact]
    public void Books_of_very_many_lines_are_counted_edge_by_edge()
    {
        const int edges = 200, each = 1_251;
        var family = TestBooks.Of(
            "mother LUZHOU1 CNY\n" + string.Join('\n', Enumerable.Range(0, edges).Select(i => $"2023-01-01 I{i}->LUZHOU1 Commitment 1.00")));
        var (first, columns) = (new DateOnly(2023, 1, 1).DayNumber, new LedgerColumns());
        for (var i = 0; i < edges * each; i++)
        {
            var (kind, turn) = (i < edges ? LineKind.Nav : LineKind.Contribution, i / edges);
            columns.Append(new LedgerRow(
                i + 1, i % edges, kind, Flags: 1, first + turn, i, Amount: 1 + (i % edges), Impact: 0, Reverses: 0, Call: 0, Round: 0));
        }

        var book = new BookSnapshot(family.Head.MotherFund, 1, family: null, family.Snapshot.Nodes, family.Snapshot.Edges, [], columns);
        var view = new LedgerView(book, DateOnly.MaxValue, Stamp.Max);
        var all = Enumerable.Range(0, edges).ToList();
        Assert.Equal(all.Select(edge => (1L + edge) * (each - 1)), all.Select(view.PaidIn));
        Assert.Equal(all.Select(edge => (long?)(1 + edge) * each), all.Select(view.LevelRolledForward));
        Assert.Equal(all, all.Select(view.LevelLine));
    }
}
