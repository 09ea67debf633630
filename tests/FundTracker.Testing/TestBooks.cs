using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Testing;

/// <summary>
/// The books of one mother fund in memory, written as text so that a test shows its dates and amounts. One entry a line; see
/// <see cref="LedgerText"/> for what an entry may say. Nodes and edges are made when they are first named.
/// </summary>
/// <example>
/// <code>
/// var books = TestBooks.Of("""
///     2023-01-05 FIN->LUZHOU1  Commitment    300,000,000.00
///     2023-02-01 FIN->LUZHOU1  CallIssued    100,000,000.00  call:1
///     2023-02-20 FIN->LUZHOU1  Contribution   60,000,000.00  call:1
///     2023-01-05 FIN           investorKind = Fiscal
///     """);
/// Assert.Equal("240,000,000.00", books.On("2023-06-30").Unfunded("FIN->LUZHOU1"));
/// </code>
/// </example>
public sealed class TestBooks
{
    private static readonly Stamp FirstDay = Stamp.From(new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly List<NodeEntry> nodes = [];
    private readonly List<EdgeEntry> edges = [];
    private readonly List<LedgerLine> lines = [];
    private readonly List<Fact> facts = [];
    private readonly LedgerColumns columns = new(capacity: 4);
    private BookSnapshot? snapshot;
    private Book? head;

    private TestBooks()
    {
    }

    /// <summary>The head of the books; the mother fund is the one declared, or else the fund of the first entry.</summary>
    public Book Head => head ?? throw new InvalidOperationException("The books are empty: no mother fund was named.");

    /// <summary>All lines, by sequence.</summary>
    public IReadOnlyList<LedgerLine> Lines => lines;

    /// <summary>All facts, by sequence.</summary>
    public IReadOnlyList<Fact> Facts => facts;

    /// <summary>The books as they stand; with their tail where nobody new came, so that a view of earlier ones is carried on.</summary>
    public BookSnapshot Snapshot
    {
        get
        {
            snapshot ??= new BookSnapshot(Head.MotherFund, Head.Chain, family: null, [.. nodes], [.. edges], [.. facts.Select(Entry)], columns);
            var isWhole = snapshot.LineCount == lines.Count && snapshot.Facts.Count == facts.Count;
            return snapshot = isWhole ? snapshot : snapshot.WithTail([.. facts.Skip(snapshot.Facts.Count).Select(Entry)]);
        }
    }

    /// <summary>Books that hold some entries.</summary>
    public static TestBooks Of(string text)
    {
        var books = new TestBooks();
        books.Add(text);
        return books;
    }

    /// <summary>Appends entries as history: judged by nothing but the calendar of closed quarters.</summary>
    /// <exception cref="InvalidOperationException">An entry falls in a closed quarter.</exception>
    public void Add(string text)
    {
        foreach (var entry in LedgerText.Read(text))
        {
            if (entry.Declares is { } declared) Declare(entry.Holder, declared, entry.Currency);
            else if (entry.Fact is { } fact) Record(fact with { Subject = Node(entry.Holder) }, entry.At ?? Noon(fact.EffectiveFrom));
            else _ = Post([Draft(entry)], entry.At ?? Noon(entry.Date), entry.By).Value;
        }
    }

    /// <summary>Appends lines as ordinary work, all or none: judged by <see cref="PostingRules"/> and by the calendar.</summary>
    /// <returns>The refusals; empty where the lines were posted.</returns>
    public IReadOnlyList<DomainError> Try(string text)
    {
        var entries = LedgerText.Read(text);
        var drafts = entries.Select(Draft).ToList();
        return Try(drafts, entries[0].At ?? Noon(entries.Max(entry => entry.Date)));
    }

    /// <summary>Appends drafts as ordinary work, all or none.</summary>
    /// <returns>The refusals; empty where the lines were posted.</returns>
    public IReadOnlyList<DomainError> Try(IReadOnlyList<LineDraft> drafts, Stamp? now = null)
    {
        var errors = PostingRules.Check(Snapshot, drafts);
        return errors.Count > 0 ? errors : Post(drafts, now ?? Noon(drafts.Max(draft => draft.EffectiveDate)), "manager1").Errors;
    }

    /// <summary>Appends drafts as history, as <see cref="Add"/> does for text.</summary>
    /// <exception cref="InvalidOperationException">A draft falls in a closed quarter.</exception>
    public IReadOnlyList<LedgerLine> Append(IReadOnlyList<LineDraft> drafts, Stamp? now = null) =>
        Post(drafts, now ?? Noon(drafts.Max(draft => draft.EffectiveDate)), "manager1").Value;

    /// <summary>States a fact; the calendar may refuse it.</summary>
    public Result<IReadOnlyList<Fact>> Record(FactDraft draft, Stamp now) => Head.Record([draft], now, new Signatures("manager1", "approver1", Voucher: null)).Map(recorded =>
    {
        facts.AddRange(recorded);
        return recorded;
    });

    /// <summary>The drafts that some lines of text say; nothing is posted.</summary>
    public IReadOnlyList<LineDraft> Drafts(string text) => [.. LedgerText.Read(text).Select(Draft)];

    /// <summary>Balances on a day, by default the last, as known at an instant, by default the last.</summary>
    /// <param name="asOf">ISO 8601 date.</param>
    /// <param name="knownAt">ISO 8601 instant, or a date, which stands for its end.</param>
    public TestView On(string? asOf = null, string? knownAt = null) => new(this, View(asOf, knownAt));

    /// <summary>The view on a day, by default the last, as known at an instant, by default the last.</summary>
    public LedgerView View(string? asOf = null, string? knownAt = null) => new(
        Snapshot, asOf is null ? DateOnly.MaxValue : LedgerText.Date(asOf), knownAt is null ? Stamp.Max : LedgerText.Instant(knownAt));

    /// <summary>Dense index of an edge: <c>FIN->LUZHOU1</c>, or <c>LUZHOU1</c> for a node's own account.</summary>
    public int Index(string edge) => Snapshot.IndexOf(Edge(edge));

    /// <summary>Identity of an edge; made where it is new.</summary>
    public EdgeId Edge(string edge)
    {
        var ends = edge.Split("->");
        return ends.Length == 1 ? OwnEdge(edge, currency: null) : EdgeBetween(EdgeKind.Commitment, ends[0], ends[1], orAny: true);
    }

    /// <summary>Identity of a node; made as an investor where it is new.</summary>
    public NodeId Node(string code) => Find(code, NodeKind.Investor, currency: null).Id;

    private static Stamp Noon(DateOnly day) => Stamp.From(new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));

    private static FactEntry Entry(Fact fact) =>
        new(fact.Sequence, fact.Subject, fact.Name, fact.Value, fact.EffectiveFrom, fact.RecordedAt, fact.Provenance);

    private Result<IReadOnlyList<LedgerLine>> Post(IReadOnlyList<LineDraft> drafts, Stamp now, string by) =>
        Head.Post(drafts, now, new Signatures(RecordedBy: by, ApprovedBy: "approver1", Voucher: null)).Map(posted =>
        {
            foreach (var line in posted)
            {
                columns.Append(Row(line));
                lines.Add(line);
            }

            return posted;
        });

    private LedgerRow Row(LedgerLine line) => new(
        line.Sequence, edges.FindIndex(edge => edge.Id == line.Edge), line.Kind,
        (ushort)(LineFlags.Pack(line.InsideCommitment, line.Recallable, line.Provenance, line.Purpose, line.Invented)
            | (lines.Count > 0 && line.Joins(lines[^1]) ? LineFlags.Joining : 0)),
        line.EffectiveDate.DayNumber,
        line.RecordedAt.UnixMicroseconds, line.Amount.MinorUnits, line.ImpactOnUnfunded, (int)(line.Reverses ?? 0), line.Call?.Value ?? 0,
        line.Round?.Value ?? 0);

    private LineDraft Draft(LedgerText.Entry entry)
    {
        if (entry.Reverses is { } sequence && entry.Kind == LineKind.None)
            return lines[(int)sequence - 1].Reversal(entry.Date, entry.Note, correctsClosed: entry.CorrectsClosed is not null);
        var rule = LineKinds.RuleOf(entry.Kind);
        var edge = rule.Edge == EdgeKind.Own
            ? OwnEdge(entry.Holder, entry.Currency)
            : EdgeBetween(rule.Edge, entry.Holder, entry.Investee ?? throw new FormatException($"{entry.Kind} needs both ends of its edge."), orAny: false);
        var currency = entry.Currency ?? edges.Find(e => e.Id == edge)!.Currency;
        return new LineDraft(edge, entry.Kind, entry.Date, Money.Of(entry.Amount, currency))
        {
            Purpose = entry.Purpose, InsideCommitment = entry.InsideCommitment, Recallable = entry.Recallable, Provenance = entry.Provenance,
            Invented = entry.Invented, Call = entry.Call, Round = entry.Round, Reverses = entry.Reverses, CorrectsClosed = entry.CorrectsClosed, Note = entry.Note,
        };
    }

    private EdgeId EdgeBetween(EdgeKind kind, string holder, string investee, bool orAny)
    {
        var to = Find(investee, kind == EdgeKind.Holding ? NodeKind.PortfolioCompany : FundKind(), currency: null);
        var from = Find(holder, kind == EdgeKind.Holding ? FundKind() : NodeKind.Investor, currency: null);
        var found = edges.Find(edge => edge.Holder == from.Id && edge.Investee == to.Id && (edge.Kind == kind || orAny));
        return found?.Id ?? Join(kind, from, to, kind == EdgeKind.Holding ? from.Currency : to.Currency);
    }

    private EdgeId OwnEdge(string code, Currency? currency)
    {
        var node = Find(code, FundKind(), currency: null);
        var own = currency ?? node.Currency;
        var found = edges.Find(edge => edge.Kind == EdgeKind.Own && edge.Holder == node.Id && edge.Currency == own);
        return found?.Id ?? Join(EdgeKind.Own, node, node, own);
    }

    private EdgeId Join(EdgeKind kind, NodeEntry holder, NodeEntry investee, Currency currency)
    {
        var edge = new EdgeEntry(new EdgeId(101 + edges.Count), kind, holder.Id, investee.Id, currency, FirstDay);
        edges.Add(edge);
        snapshot = null;
        return edge.Id;
    }

    private NodeKind FundKind() => head is null ? NodeKind.MotherFund : NodeKind.SubFund;

    private NodeEntry Find(string code, NodeKind kindIfNew, Currency? currency) =>
        nodes.Find(node => node.Code == code) ?? Declare(code, kindIfNew, currency);

    private NodeEntry Declare(string code, NodeKind kind, Currency? currency)
    {
        var id = new NodeId(nodes.Count + 1);
        if (kind == NodeKind.MotherFund) head = Book.Open(id, chain: 1);
        var root = nodes.Find(node => node.Id == head?.MotherFund);
        var node = new NodeEntry(
            id, kind, code, BilingualName.Of(code, code), currency ?? root?.Currency ?? Currency.Cny, CreditCode: null, Provenance.Recorded, FirstDay);
        nodes.Add(node);
        snapshot = null;
        return node;
    }
}
