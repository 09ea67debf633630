using FundTracker.Application.Books;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Imports;

/// <summary>
/// The books as an import sees them: what they hold, and on top of it what the rows judged so far would add. Nothing is saved here; a dry
/// run throws it away, an approved import hands it to the database. So both do the same.
/// </summary>
internal sealed class ImportBooks
{
    private readonly OpenBooks? existing;
    private readonly ImportPurpose purpose;
    private int chain;
    private readonly Dictionary<string, Node> byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<NodeId, Node> byId = [];
    private readonly Dictionary<EdgeKey, EdgeBalance> edges = [];
    private readonly Dictionary<EdgeId, EdgeBalance> edgeById = [];
    private readonly List<EdgeBalance> inOrder = [];
    private readonly Dictionary<NodeId, List<EdgeBalance>> held = [];
    private readonly Dictionary<NodeId, List<EdgeBalance>> into = [];

    private ImportBooks(Desk desk, string code, OpenBooks? existing, ImportPurpose purpose)
    {
        (Desk, Code, this.existing, this.purpose, At) = (desk, code, existing, purpose, desk.Now);
        Head = existing?.Head;
    }

    /// <summary>Keys, clock, database.</summary>
    public Desk Desk { get; }

    /// <summary>When what is judged now is recorded: the clock's instant, unless the rows say another.</summary>
    public Stamp At { get; private set; }

    /// <summary>Code of the mother fund.</summary>
    public string Code { get; }

    /// <summary>The tracked head; null until the mother fund is set up.</summary>
    public Book? Head { get; private set; }

    /// <summary>The books as they are; null where they are not there yet.</summary>
    public OpenBooks? Existing => existing;

    /// <summary>Code and family of every mother fund of the installation.</summary>
    public IReadOnlyList<(string Code, string? Family)> MotherFunds { get; private init; } = [];

    /// <summary>The mother fund; null until it is set up.</summary>
    public MotherFund? Root { get; private set; }

    public List<Node> NewNodes { get; } = [];

    public List<Edge> NewEdges { get; } = [];

    /// <summary>Lines of this import, as they were judged.</summary>
    public List<LineDraft> Lines { get; } = [];

    /// <summary>When each of <see cref="Lines"/> is recorded.</summary>
    public List<Stamp> LineStamps { get; } = [];

    /// <summary>Facts of this import.</summary>
    public List<FactDraft> Facts { get; } = [];

    /// <summary>When each of <see cref="Facts"/> is recorded.</summary>
    public List<Stamp> FactStamps { get; } = [];

    /// <summary>Whether what is read from the database may be changed and saved.</summary>
    public bool IsDryRun => purpose == ImportPurpose.DryRun;

    /// <summary>Whether opening balances are loaded, whose days are not held against today.</summary>
    public bool IsOpening => purpose == ImportPurpose.Opening;

    /// <summary>Members of the books, those of this import included.</summary>
    public IEnumerable<Node> Nodes => byId.Values;

    /// <summary>All edges by recording.</summary>
    public IReadOnlyList<EdgeBalance> Edges => inOrder;

    /// <summary>Opens the books of a code, or empty ones where there are none.</summary>
    /// <param name="desk">Database, clock, keys.</param>
    /// <param name="code">Code of the mother fund.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public static async Task<ImportBooks> Open(Desk desk, string code, ImportPurpose purpose, CancellationToken cancellation)
    {
        var opened = await desk.Open(code, cancellation);
        var funds = await desk.Db.Nodes.AsNoTracking().OfType<MotherFund>().Select(fund => new { fund.Code, fund.Family }).ToListAsync(cancellation);
        var nextChain = 1 + (await desk.Db.Books.MaxAsync(book => (int?)book.Chain, cancellation) ?? 0);
        var books = new ImportBooks(desk, code, opened.IsSuccess ? opened.Value : null, purpose)
        {
            MotherFunds = [.. funds.Select(fund => (fund.Code, fund.Family))], chain = nextChain,
        };
        if (books.existing is { } there) await books.Recall(there, cancellation);
        return books;
    }

    /// <summary>Adds a member; its code must be free.</summary>
    public Result<Node> Add(Node node)
    {
        if (byCode.ContainsKey(node.Code)) return ImportErrors.CodeTaken(node.Code).At("code");
        Keep(node);
        NewNodes.Add(node);
        if (node is MotherFund root) (Root, Head) = (root, Head ?? Book.Open(root.Id, chain));
        return node;
    }

    /// <summary>A member by code, or null.</summary>
    public Node? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>A member by key.</summary>
    public Node Node(NodeId id) => byId[id];

    /// <summary>The member that a row names, of one of the kinds.</summary>
    public Result<Node> Named(RecordRow row, string column, params ReadOnlySpan<NodeKind> kinds)
    {
        var code = row.Text(column);
        return byCode.TryGetValue(code, out var node) && (kinds.IsEmpty || kinds.Contains(node.Kind))
            ? node
            : ImportErrors.UnknownCode(code).At(column);
    }

    /// <summary>The fund that a row names.</summary>
    public Result<Fund> Fund(RecordRow row, string column = "fund") =>
        Named(row, column, NodeKind.MotherFund, NodeKind.SubFund).Map(node => (Fund)node);

    /// <summary>The holder (investor or fund) that a row names.</summary>
    public Result<Node> Holder(RecordRow row, string column = "holder") =>
        Named(row, column, NodeKind.Investor, NodeKind.MotherFund, NodeKind.SubFund);

    /// <summary>A commitment; made where there is none. A circle of funds is refused.</summary>
    public Result<EdgeBalance> Commitment(Node holder, Fund fund)
    {
        if (edges.TryGetValue(EdgeKey.Between(EdgeKind.Commitment, holder.Id, fund.Id), out var edge)) return edge;
        return WouldCloseCycle(holder.Id, fund.Id)
            ? LedgerErrors.Cycle(holder.Code, fund.Code)
            : Keep(Edge.Commitment(new EdgeId(Desk.NextId()), holder, fund, At));
    }

    /// <summary>A fund's holding in a company; made where there is none.</summary>
    public EdgeBalance Holding(Fund fund, Node company) =>
        edges.GetValueOrDefault(EdgeKey.Between(EdgeKind.Holding, fund.Id, company.Id)) ?? Keep(Edge.Holding(new EdgeId(Desk.NextId()), fund, company, At));

    /// <summary>A member's own account in its own currency; made where there is none.</summary>
    public EdgeBalance Own(Node node) => Purse(node, (node as Fund)?.Currency ?? Root!.Currency);

    /// <summary>A member's own account in a currency; made where there is none.</summary>
    public EdgeBalance Purse(Node node, Currency currency) =>
        edges.GetValueOrDefault(EdgeKey.Own(node.Id, currency)) ?? Keep(Edge.Own(new EdgeId(Desk.NextId()), node, currency, At));

    /// <summary>The commitments to a fund, by recording.</summary>
    public IReadOnlyList<EdgeBalance> Investors(NodeId fund) =>
        into.TryGetValue(fund, out var found) ? [.. found.Where(edge => edge.Kind == EdgeKind.Commitment)] : [];

    /// <summary>Takes a line in, after its quarter and sign were judged.</summary>
    public Result<Done> Post(LineDraft line)
    {
        var refusal = Judge(line.EffectiveDate);
        if (refusal is not null) return refusal;
        var rule = LineKinds.RuleOf(line.Kind);
        var signed = line.Reverses is not null || rule.MayBeNegative || line.Amount.IsPositive || (rule.Replaces && line.Amount.IsZero);
        if (!signed) return ImportErrors.NotPositive().At("amount");
        Lines.Add(line);
        LineStamps.Add(At);
        edgeById[line.Edge].Apply(line);
        return Done.Value;
    }

    /// <summary>States a fact, after its quarter was judged.</summary>
    public Result<Done> State(FactDraft fact)
    {
        if (Judge(fact.EffectiveFrom) is { } refusal) return refusal;
        Facts.Add(fact);
        FactStamps.Add(At);
        return Done.Value;
    }

    /// <summary>From now on rows are recorded at another instant.</summary>
    public void MoveTo(Stamp at) => At = at;

    /// <summary>An edge by key.</summary>
    public EdgeBalance Balance(EdgeId edge) => edgeById[edge];

    /// <summary>Why nothing more may be dated on a day; null where it may.</summary>
    public DomainError? Judge(DateOnly date)
    {
        var state = Head?.StateOf(date) ?? PeriodState.Open;
        return state == PeriodState.Closed || (state == PeriodState.Hold && purpose != ImportPurpose.Approval)
            ? ImportErrors.PeriodNotOpen(date, state, Head!.FirstOpenDay(date)).At("date")
            : null;
    }

    /// <summary>
    /// What was judged in the order of its days, in the order in which it is recorded. A line that takes back another of the same import
    /// names the place that the other gets.
    /// </summary>
    public IReadOnlyList<(Stamp At, LineDraft Line)> LinesByInstant()
    {
        var before = existing?.Head.LedgerSequence ?? 0;
        var order = Enumerable.Range(0, Lines.Count).OrderBy(i => LineStamps[i]).ToList();
        var places = new long[order.Count];
        for (var i = 0; i < order.Count; i++) places[order[i]] = before + i + 1;
        return [.. order.Select(i => (LineStamps[i], Lines[i] with { Reverses = Moved(Lines[i].Reverses) }))];

        long? Moved(long? reverses) => reverses > before ? places[(int)(reverses.Value - before) - 1] : reverses;
    }

    /// <summary>The books as they would stand once this import is posted.</summary>
    public BookSnapshot AsPosted()
    {
        var root = Root ?? throw new InvalidOperationException("There are no books without a mother fund.");
        IReadOnlyList<NodeEntry> nodes = [.. NewNodes.Select(node => node.ToEntry(root.Currency))];
        IReadOnlyList<EdgeEntry> news = [.. NewEdges.Select(edge => edge.ToEntry())];
        var book = existing?.Snapshot.WithMembers(nodes, news)
            ?? new BookSnapshot(root.Id, chain, root.Family, nodes, news, [], new LedgerColumns());
        var facts = Facts.Zip(FactStamps).OrderBy(stated => stated.Second).Select((stated, i) => stated.First.ToEntry(book.Facts.Count + i + 1, stated.Second));
        return WhatIf.After(book, [.. LinesByInstant().Select(posted => posted.Line)]).WithTail([.. facts]);
    }

    private bool WouldCloseCycle(NodeId holder, NodeId investee)
    {
        var seen = new HashSet<NodeId>();
        var open = new Stack<NodeId>([investee]);
        while (open.TryPop(out var node))
        {
            if (node == holder) return true;
            if (!seen.Add(node)) continue;
            foreach (var edge in held.GetValueOrDefault(node, []).Where(edge => edge.Kind == EdgeKind.Commitment)) open.Push(edge.Investee);
        }

        return false;
    }

    private async Task Recall(OpenBooks books, CancellationToken cancellation)
    {
        foreach (var node in await Desk.Db.Nodes.AsNoTracking().Where(node => node.MotherFund == books.Head.MotherFund).ToListAsync(cancellation)) Keep(node);
        Root = byId.Values.OfType<MotherFund>().Single();
        for (var i = 0; i < books.Snapshot.Edges.Count; i++) Keep(EdgeBalance.From(books.Everything, i));
        var columns = books.Snapshot.Columns;
        for (var i = 0; i < books.Snapshot.LineCount; i++)
        {
            var kind = (LineKind)columns.Kinds[i];
            if (kind is (LineKind.CallIssued or LineKind.CallCancelled) && !LineFlags.IsInside(columns.Flags[i]))
                inOrder[columns.Edges[i]].CallOutside(kind, columns.Amounts[i]);
        }
    }

    private void Keep(Node node)
    {
        byCode.Add(node.Code, node);
        byId.Add(node.Id, node);
    }

    private EdgeBalance Keep(Edge made)
    {
        NewEdges.Add(made);
        return Keep(new EdgeBalance(made.ToEntry()));
    }

    private EdgeBalance Keep(EdgeBalance edge)
    {
        edges.Add(EdgeKey.Of(edge.Entry), edge);
        edgeById.Add(edge.Id, edge);
        inOrder.Add(edge);
        ListOf(held, edge.Holder).Add(edge);
        ListOf(into, edge.Investee).Add(edge);
        return edge;

        static List<EdgeBalance> ListOf(Dictionary<NodeId, List<EdgeBalance>> lists, NodeId node) =>
            lists.TryGetValue(node, out var list) ? list : lists[node] = [];
    }
}

/// <summary>What the books are opened for.</summary>
internal enum ImportPurpose
{
    /// <summary>To see what would happen; nothing is saved.</summary>
    DryRun = 1,

    /// <summary>To post what was handed in before; a quarter on hold takes it.</summary>
    Approval = 2,

    /// <summary>To post opening balances.</summary>
    Opening = 3,
}
