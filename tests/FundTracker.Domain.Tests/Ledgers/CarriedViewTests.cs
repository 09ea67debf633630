using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>What a later view keeps of an earlier one, what it carries on, and what it makes anew.</summary>
public sealed class CarriedViewTests
{
    private const string Fin = "FIN->LUZHOU1";
    private static readonly DateOnly Day = new(2023, 12, 31);
    private static readonly Stamp First = LedgerText.Instant("2023-01-05T12:00:00Z");

    private readonly TestBooks books = TestBooks.Of("""
        mother LUZHOU1 CNY
        2023-01-05 FIN->LUZHOU1  Commitment   300.00
        2023-01-05 CITY->LUZHOU1 Commitment   100.00
        2023-01-05 FIN investorKind = Fiscal
        """);

    [Fact]
    public void What_was_found_is_kept_while_nothing_more_is_known()
    {
        var view = View(books.Snapshot, Stamp.Max);
        var seen = view.Derive<Seen>();
        Assert.Same(view, view.At(view.Book, Stamp.Max));
        Assert.Same(seen, view.Derive<Seen>());
        Assert.Same(seen, view.At(view.Book.WithTail([]), Stamp.Max).Derive<Seen>());
        Assert.Same(seen, view.At(view.Book, First.Next.Next.Next).Derive<Seen>());
    }

    [Theory]
    [InlineData(21, 30, true)]
    [InlineData(20, 30, true)] // decided at the very instant
    [InlineData(30, 21, true)]
    [InlineData(30, 20, true)]
    [InlineData(19, 20, false)]
    [InlineData(20, 19, false)]
    [InlineData(10, 30, false)]
    [InlineData(30, 10, false)]
    [InlineData(18, 19, false)]
    public void What_was_found_is_kept_where_an_entry_decided_at_20_is_known_at_both_instants(int before, int after, bool isKept)
    {
        var book = books.Snapshot.WithEntries([Entry(decided: 15), Entry(decided: 20)]);
        var view = View(book, Minute(before));
        var seen = view.Derive<Seen>();
        Assert.Equal(isKept, ReferenceEquals(seen, view.At(book, Minute(after)).Derive<Seen>()));
    }

    [Fact]
    public void At_the_same_instant_the_same_entries_are_known_whenever_they_were_decided()
    {
        var book = books.Snapshot.WithEntries([Entry(decided: 20)]);
        var view = View(book, Minute(10));
        Assert.Same(view.Derive<Seen>(), view.At(book.WithTail([]), Minute(10)).Derive<Seen>());
    }

    [Theory]
    [InlineData(21, 30, true)]
    [InlineData(20, 30, true)]
    [InlineData(30, 20, true)]
    [InlineData(19, 20, false)]
    [InlineData(20, 19, false)]
    [InlineData(10, 30, false)]
    [InlineData(30, 10, false)]
    public void What_was_found_is_kept_where_a_member_recorded_at_20_is_known_at_both_instants(int before, int after, bool isKept)
    {
        var (now, newcomer) = (books.Snapshot, books.Snapshot.Nodes[^1] with { RecordedAt = Minute(20) });
        var book = new BookSnapshot(now.MotherFund, now.Chain, family: null, [.. now.Nodes.SkipLast(1), newcomer], now.Edges, now.Facts, now.Columns);
        Assert.Equal(Minute(20), book.LastMemberAt);
        var view = View(book, Minute(before));
        var seen = view.Derive<Seen>();
        var later = view.At(book, Minute(after)).Derive<Seen>();
        Assert.Equal((isKept, true), (ReferenceEquals(seen, later), later.Tail is null));
    }

    [Fact]
    public void Newcomers_leave_nothing_as_it_was()
    {
        var view = View(books.Snapshot, Stamp.Max);
        var seen = view.Derive<Seen>();
        _ = books.Drafts("2023-02-01 SOC->LUZHOU1 Commitment 1.00");
        var later = view.At(books.Snapshot, Stamp.Max);
        Assert.NotSame(seen, later.Derive<Seen>());
        Assert.Null(later.Derive<Seen>().Tail);
        Assert.Equal((300_00, 0), (later.Commitment(books.Index(Fin)), later.Commitment(books.Index("SOC->LUZHOU1"))));
    }

    [Fact]
    public void Other_entries_of_the_registry_leave_nothing_as_it_was()
    {
        var view = View(books.Snapshot.WithEntries([Entry(decided: 20)]), Stamp.Max);
        var seen = view.Derive<Seen>();
        var later = view.At(view.Book.WithEntries([Entry(decided: 20), Entry(decided: 30)]), Stamp.Max);
        Assert.NotSame(seen, later.Derive<Seen>());
    }

    [Fact]
    public void What_came_between_is_told_by_lines_edges_facts_and_nodes()
    {
        books.Add("2023-02-01 LUZHOU1->C001 Investment 1.00");
        _ = books.Drafts("2023-02-01 LUZHOU1->AIYI Commitment 1.00");
        var view = books.View("2023-12-31");
        Assert.Null(view.Derive<Seen>().Tail);
        books.Add("""
            2023-03-01 LUZHOU1->AIYI Commitment    9.00
            2024-01-01 CITY->LUZHOU1 CommitmentIncrease 9.00
            2023-12-31 FIN->LUZHOU1  CommitmentReduction 5.00 reverses:#3
            2023-12-31 CITY fiscalLevel = District
            2024-01-01 C001 sector = optics
            """);

        var tail = view.At(books.Snapshot, Stamp.Max).Derive<Seen>().Tail!;
        Assert.Equal([3, 5], tail.Lines);
        Assert.Equal(Indexes("LUZHOU1->AIYI", Fin, "LUZHOU1->C001"), tail.Edges.Order());
        Assert.Equal([("fiscalLevel", "District")], tail.Facts.Select(fact => (fact.Name, fact.Value)));
        Assert.Equal(Nodes("AIYI", "LUZHOU1", "C001"), tail.Investees.OrderBy(node => node.Value));
        Assert.Equal(Nodes("AIYI", "LUZHOU1", "C001", "FIN", "CITY"), tail.Nodes.OrderBy(node => node.Value));

        IEnumerable<int> Indexes(params string[] edges) => edges.Select(books.Index).Order();
        IEnumerable<NodeId> Nodes(params string[] codes) => codes.Select(books.Node).OrderBy(node => node.Value);
    }

    [Fact]
    public void A_long_tail_is_not_carried_on_over()
    {
        var view = books.View("2023-12-31");
        _ = view.Derive<Seen>();
        for (var i = 0; i < 17; i++) books.Add("2023-03-01 FIN->LUZHOU1 CommitmentIncrease 1.00");
        Assert.Equal(17, view.At(books.Snapshot, Stamp.Max).Derive<Seen>().Tail?.Lines.Count);
        books.Add("2023-03-01 FIN->LUZHOU1 CommitmentIncrease 1.00");
        Assert.Null(view.At(books.Snapshot, Stamp.Max).Derive<Seen>().Tail);
    }

    [Fact]
    public void An_answer_is_found_once_for_each_question_and_sort()
    {
        var (view, asked) = (books.View(), 0);
        Assert.Equal(["a1", "a1", "b2"], new[] { "a", "a", "b" }.Select(question => view.Remember(question, () => $"{question}{++asked}")));
        Assert.Equal([3], view.Remember("a", () => new[] { ++asked }));
        Assert.Equal(("a1", 3), (view.Remember("a", () => ""), asked));
    }

    [Fact]
    public void A_view_carried_on_over_many_newcomers_counts_as_one_read_afresh_and_the_earlier_one_stays()
    {
        var view = books.View("2023-12-31");
        for (var i = 0; i < 200; i++) books.Add($"2023-02-01 I{i}->LUZHOU1 Commitment {i + 1}.00");
        books.Add("2023-02-01 FIN->LUZHOU1 CommitmentIncrease 7.00");

        var later = view.At(books.Snapshot, Stamp.Max);
        Assert.Equal((203, 3), (later.Known, view.Known + 1));
        Assert.Equal(
            Enumerable.Range(1, 200).Select(i => i * 100L), Enumerable.Range(0, 200).Select(i => later.Commitment(books.Index($"I{i}->LUZHOU1"))));
        Assert.Equal((307_00, 100_00), (later.Commitment(books.Index(Fin)), later.Commitment(books.Index("CITY->LUZHOU1"))));
        Assert.Equal(300_00, view.Commitment(books.Index(Fin)));
    }

    [Fact]
    public void A_view_carried_on_takes_room_for_its_own_edges_alone()
    {
        var view = books.View("2023-12-31");
        books.Add("2023-02-01 FIN->LUZHOU1 CommitmentIncrease 7.00");
        var book = books.Snapshot;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var later = view.At(book, Stamp.Max);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        Assert.Equal(307_00, later.Commitment(books.Index(Fin)));
    }

    private static LedgerView View(BookSnapshot book, Stamp knownAt) => new(book, Day, knownAt);

    /// <summary>So many minutes after all lines and facts were recorded.</summary>
    private static Stamp Minute(int minute) => new(First.UnixMicroseconds + (minute * 60_000_000L));

    private static RegistryEntry Entry(int decided) => RegistryEntry.Stand(
        new RegistryEntryId(decided), new NodeId(1), new EntryTakenBack("X", new RegistryEntryId(1), "slip"), Day.AddDays(1),
        new EntryOrigin(Provenance.Recorded, "", "", Document: null), new Signatures("manager1", "approver1", Voucher: null), Minute(decided));

    /// <summary>Keeps what it was carried on over.</summary>
    private sealed class Seen(ViewTail? tail) : IDerived<Seen>
    {
        public ViewTail? Tail => tail;

        public static Seen Of(LedgerView view) => new(tail: null);

        public Seen After(LedgerView later, ViewTail tail) => new(tail);
    }
}
