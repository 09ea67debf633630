using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Books;

/// <summary>
/// What every use case on a mother fund's books starts from: the head for posting, the snapshot for judging, the clock, the keys and the actor.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="reader">Reads the books.</param>
/// <param name="views">Views that were asked for before.</param>
/// <param name="ids">Makes keys.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="current">Who sends.</param>
public sealed class Desk(IFundTrackerDb db, IBookReader reader, ViewShelf views, IIdentitySource ids, TimeProvider clock, CurrentActor current)
{
    /// <summary>The database.</summary>
    public IFundTrackerDb Db => db;

    /// <summary>Views of the books that were asked for before.</summary>
    internal ViewShelf Views => views;

    /// <summary>The time now.</summary>
    public Stamp Now => Stamp.From(clock.GetUtcNow());

    /// <summary>Today, by the host's clock and time zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().Date);

    /// <summary>Who sends the request.</summary>
    public Actor Actor => current.Actor;

    /// <summary>User name of who sends the request.</summary>
    public string User => current.Actor.User;

    /// <summary>A new key.</summary>
    public long NextId() => ids.Next();

    /// <summary>Opens books for a command: the tracked head and the snapshot up to it.</summary>
    /// <returns>The open books, or not found.</returns>
    public async Task<Result<OpenBooks>> Open(string books, CancellationToken cancellation)
    {
        var snapshot = await reader.Read(books, cancellation);
        if (snapshot is null) return PipelineErrors.NotFound("books", books);
        var head = await db.Books.Include(book => book.PeriodEvents).SingleAsync(book => book.MotherFund == snapshot.MotherFund, cancellation);
        var isBehind = head.LedgerSequence != snapshot.LineCount || head.FactSequence != snapshot.Facts.Count;
        if (isBehind) throw new DbUpdateConcurrencyException($"The books of {books} moved on between two reads; the command starts again.");
        return new OpenBooks(this, head, snapshot);
    }

    /// <summary>The head of some books, untracked, as it is stored; or not found. What it says is not judged against the ledger.</summary>
    public async Task<Result<Book>> Head(string books, CancellationToken cancellation)
    {
        var code = books.ToUpperInvariant();
        var head = await db.Books.AsNoTracking().SingleOrDefaultAsync(
            book => db.Nodes.Any(node => node.Id == book.MotherFund && node.Code == code), cancellation);
        return head is null ? PipelineErrors.NotFound("books", books) : head;
    }

    /// <summary>Reads books for a query.</summary>
    /// <returns>The snapshot, or not found.</returns>
    public async Task<Result<BookSnapshot>> Read(string books, CancellationToken cancellation)
    {
        var snapshot = await reader.Read(books, cancellation);
        return snapshot is null ? PipelineErrors.NotFound("books", books) : snapshot;
    }

    /// <summary>Reads books as they stood on a day, as known at an instant (now where none is given; the future is refused).</summary>
    public async Task<Result<LedgerView>> View(string books, DateOnly asOf, Stamp? knownAt, CancellationToken cancellation)
    {
        var now = Now;
        if (knownAt > now) return LedgerErrors.KnownAtInFuture(knownAt.Value, now);
        var read = await Read(books, cancellation);
        return read.Map(snapshot => views.Of(snapshot, asOf, knownAt ?? Latest(snapshot, now)));
    }

    /// <summary>The instant as of which everything recorded in some books is known: now, or the last record where that is later.</summary>
    public Stamp Latest(BookSnapshot snapshot) => Latest(snapshot, Now);

    private static Stamp Latest(BookSnapshot snapshot, Stamp now)
    {
        var line = snapshot.LineCount == 0 ? default : new Stamp(snapshot.Columns.Stamps[snapshot.LineCount - 1]);
        var fact = snapshot.Facts.Count == 0 ? default : snapshot.Facts[^1].RecordedAt;
        var entry = snapshot.Entries.Count == 0 ? default : snapshot.Entries[^1].DecidedAt!.Value;
        return new[] { line, fact, entry, now }.Max();
    }
}

/// <summary>A mother fund's books, opened for a command.</summary>
/// <param name="desk">Database, clock, keys, actor.</param>
/// <param name="head">The tracked head.</param>
/// <param name="snapshot">The books up to the head.</param>
public sealed class OpenBooks(Desk desk, Book head, BookSnapshot snapshot)
{
    private LedgerView? everything;

    /// <summary>The tracked head.</summary>
    public Book Head => head;

    /// <summary>The books up to the head.</summary>
    public BookSnapshot Snapshot => snapshot;

    /// <summary>Everything recorded so far, on all dates.</summary>
    public LedgerView Everything => everything ??= desk.Views.Of(snapshot, DateOnly.MaxValue, Stamp.Max);

    /// <summary>A node by its code.</summary>
    public Result<NodeEntry> Node(string code, params NodeKind[] kinds)
    {
        var node = snapshot.FindNode(code);
        return node is null || (kinds.Length > 0 && !kinds.Contains(node.Kind)) ? PipelineErrors.NotFound("node", code) : node;
    }

    /// <summary>The fund (mother fund or sub-fund) of a code.</summary>
    public Result<NodeEntry> Fund(string code) => Node(code, NodeKind.MotherFund, NodeKind.SubFund);

    /// <summary>Whoever may commit money to a fund: an investor, the mother fund or a sub-fund.</summary>
    public Result<NodeEntry> Holder(string code) => Node(code, NodeKind.Investor, NodeKind.MotherFund, NodeKind.SubFund);

    /// <summary>The company of a code.</summary>
    public Result<NodeEntry> Company(string code) => Node(code, NodeKind.PortfolioCompany);

    /// <summary>The dense index of an edge that is there already, or not found.</summary>
    public Result<int> Existing(EdgeKind kind, NodeEntry holder, NodeEntry investee)
    {
        var index = snapshot.FindEdge(kind, holder.Id, investee.Id);
        return index >= 0 ? index : PipelineErrors.NotFound(kind == EdgeKind.Holding ? "holding" : "commitment", $"{holder.Code} -> {investee.Code}");
    }

    /// <summary>An amount that is one investor's alone, on its commitment to a fund; or not found.</summary>
    public Result<IReadOnlyList<InvestorShare>> ShareOf(string investor, NodeEntry fund, Money amount) =>
        from holder in Holder(investor)
        from edge in Existing(EdgeKind.Commitment, holder, fund)
        select (IReadOnlyList<InvestorShare>)[new InvestorShare(snapshot.Edges[edge].Id, amount)];

    /// <summary>A capital call of these books, tracked; or not found.</summary>
    public async Task<Result<CapitalCall>> Call(CapitalCallId id, CancellationToken cancellation)
    {
        var call = await desk.Db.CapitalCalls.SingleOrDefaultAsync(c => c.Id == id && c.MotherFund == head.MotherFund, cancellation);
        return call is null ? PipelineErrors.NotFound("call", id.ToString()) : call;
    }

    /// <summary>A voucher of these books, tracked; or not found.</summary>
    public async Task<Result<Voucher>> Voucher(VoucherId id, CancellationToken cancellation)
    {
        var voucher = await desk.Db.Vouchers.SingleOrDefaultAsync(v => v.Id == id && v.MotherFund == head.MotherFund, cancellation);
        return voucher is null ? PipelineErrors.NotFound("voucher", id.ToString()) : voucher;
    }

    /// <summary>The contribution plan of a fund, tracked; or not found.</summary>
    public async Task<Result<ContributionPlan>> Plan(NodeEntry fund, CancellationToken cancellation)
    {
        var plan = await desk.Db.ContributionPlans.SingleOrDefaultAsync(p => p.Fund == fund.Id, cancellation);
        return plan is null ? PipelineErrors.NotFound("plan", fund.Code) : plan;
    }

    /// <summary>The edge of a kind between two nodes; made where there is none.</summary>
    public async Task<Edge> EdgeBetween(EdgeKind kind, NodeId holder, NodeId investee, CancellationToken cancellation)
    {
        if (kind == EdgeKind.Own) return await Purse(holder, snapshot.Node(holder).Currency, cancellation);
        var index = snapshot.FindEdge(kind, holder, investee);
        if (index >= 0) return await Recorded(index, cancellation);
        var added = desk.Db.Edges.Local.FirstOrDefault(edge => edge.Kind == kind && edge.Holder == holder && edge.Investee == investee);
        if (added is not null) return added;
        var from = await Tracked(holder, cancellation);
        var to = await Tracked(investee, cancellation);
        return Keep(kind switch
        {
            EdgeKind.Commitment => Edge.Commitment(new EdgeId(desk.NextId()), from, (Fund)to, desk.Now),
            EdgeKind.Holding => Edge.Holding(new EdgeId(desk.NextId()), (Fund)from, to, desk.Now),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        });
    }

    /// <summary>A member's own account in a currency; made where there is none.</summary>
    public async Task<Edge> Purse(NodeId node, Currency currency, CancellationToken cancellation)
    {
        var index = snapshot.FindPurse(node, currency);
        if (index >= 0) return await Recorded(index, cancellation);
        return desk.Db.Edges.Local.FirstOrDefault(edge => edge.Kind == EdgeKind.Own && edge.Holder == node && edge.Currency == currency)
            ?? Keep(Edge.Own(new EdgeId(desk.NextId()), await Tracked(node, cancellation), currency, desk.Now));
    }

    private async Task<Edge> Recorded(int index, CancellationToken cancellation)
    {
        var id = snapshot.Edges[index].Id;
        return desk.Db.Edges.Local.FirstOrDefault(edge => edge.Id == id) ?? await desk.Db.Edges.SingleAsync(edge => edge.Id == id, cancellation);
    }

    private Edge Keep(Edge made)
    {
        desk.Db.Edges.Add(made);
        head.NoteNewMember();
        return made;
    }

    /// <summary>
    /// Records lines as a voucher that waits for another person: judged now, and judged again when approved.
    /// </summary>
    /// <param name="kind">What it records.</param>
    /// <param name="about">The fund or company on whose page it is shown.</param>
    /// <param name="drafts">The lines.</param>
    public Result<VoucherId> Record(VoucherKind kind, NodeId about, IReadOnlyList<LineDraft> drafts)
    {
        return CheckDays(drafts.Select(draft => draft.EffectiveDate)).Then(_ =>
        {
            var errors = Judge(drafts);
            return errors.Count > 0 ? Result<VoucherId>.Refused(errors) : Result<VoucherId>.Ok(Keep(
                Domain.Capital.Voucher.Record(new VoucherId(desk.NextId()), head.MotherFund, kind, about, drafts, desk.User, desk.Now)));
        });
    }

    /// <summary>Records facts as a voucher that waits for another person: judged now, and judged again when approved.</summary>
    /// <param name="about">The node on whose page it is shown.</param>
    /// <param name="drafts">At least one fact.</param>
    /// <param name="document">The paper behind them, or null.</param>
    public Result<VoucherId> Record(NodeId about, IReadOnlyList<FactDraft> drafts, DocumentId? document = null) =>
        CheckDays(drafts.Select(draft => draft.EffectiveFrom)).Then(_ => CheckFacts(drafts)).Map(_ => Keep(
            Domain.Capital.Voucher.Record(new VoucherId(desk.NextId()), head.MotherFund, about, drafts, desk.User, desk.Now).Describe(document)));

    /// <summary>Records a case of local re-investment, judged by the caller, as a voucher that waits for another person.</summary>
    /// <param name="company">The company that it is about.</param>
    /// <param name="draft">The fact that keeps it.</param>
    /// <param name="document">The paper behind it, or null.</param>
    public Result<VoucherId> RecordCase(NodeId company, FactDraft draft, DocumentId? document) => CheckDays([draft.EffectiveFrom]).Map(_ => Keep(
        Domain.Capital.Voucher.Record(
            new VoucherId(desk.NextId()), head.MotherFund, company, [draft], desk.User, desk.Now, VoucherKind.LocalCase).Describe(document)));

    /// <summary>Records a step of a fund's contribution plan, judged by the caller, as a voucher that waits for another person.</summary>
    /// <param name="fund">The fund whose plan it is.</param>
    /// <param name="steps">The step; of a phase also its conditions.</param>
    public VoucherId Record(NodeId fund, IReadOnlyList<PlanStepDraft> steps) =>
        Keep(Domain.Capital.Voucher.Record(new VoucherId(desk.NextId()), head.MotherFund, fund, steps, desk.User, desk.Now));

    /// <summary>States what a voucher proposed, judged again; what nobody states by hand the caller has judged.</summary>
    public Result<IReadOnlyList<Fact>> State(IReadOnlyList<FactDraft> drafts, Signatures signed) =>
        CheckFacts([.. drafts.Where(draft => !FactRules.IsDecided(draft.Name))]).Then(_ => Keep(drafts, desk.Now, signed));

    /// <summary>Posts lines that were approved.</summary>
    /// <param name="drafts">The lines.</param>
    /// <param name="signed">Who recorded and who approved.</param>
    public Result<IReadOnlyList<LedgerLine>> Post(IReadOnlyList<LineDraft> drafts, Signatures signed)
    {
        var errors = Judge(drafts);
        return errors.Count > 0 ? Result<IReadOnlyList<LedgerLine>>.Refused(errors) : Keep(drafts, desk.Now, signed);
    }

    /// <summary>Appends what opens the books, and imported history: judged by shape and calendar alone.</summary>
    /// <param name="batches">What was recorded together, by its instant; none later than now.</param>
    /// <param name="signed">Who recorded and who approved.</param>
    public Result<Done> Append(IReadOnlyList<RecordedTogether> batches, Signatures signed)
    {
        var errors = PostingRules.CheckShape(Extended(), [.. batches.SelectMany(batch => batch.Lines)]).ToList();
        if (errors.Count > 0) return Result<Done>.Refused(errors);
        foreach (var batch in batches)
        {
            var appended = batch.Facts.Count == 0 ? Done.Value : Keep(batch.Facts, batch.At, signed).Map(_ => Done.Value);
            if (batch.Lines.Count > 0) appended = appended.Then(_ => Keep(batch.Lines, batch.At, signed)).Map(_ => Done.Value);
            if (!appended.IsSuccess) return appended;
        }

        return Done.Value;
    }

    /// <summary>
    /// States facts at once: for use cases that are themselves the decision of a second person, and judge what they state. What one person
    /// states alone is recorded as a voucher.
    /// </summary>
    public Result<IReadOnlyList<Fact>> State(IReadOnlyList<FactDraft> drafts) => Keep(drafts, desk.Now, Signatures.Decision(desk.User));

    /// <summary>Where approvals that need a resolution of the committee find it.</summary>
    public ResolutionGate Gate(DateOnly today) => new(Everything, today);

    /// <summary>Records what a gate let pass, which may be nothing.</summary>
    public Result<Done> Note(IReadOnlyList<FactDraft> released) => released.Count == 0
        ? Done.Value
        : State([.. released.Select(fact => fact with { EffectiveFrom = head.FirstOpenDay(fact.EffectiveFrom) })]).Map(_ => Done.Value);

    /// <summary>
    /// Adds a member with its own account. Its name and code are known at once; the facts given with it wait for another person, because
    /// figures read them. Facts without a value are left out.
    /// </summary>
    /// <param name="node">The new member, of these books.</param>
    /// <param name="currency">Currency of its own account.</param>
    /// <param name="from">First day on which the facts hold.</param>
    /// <param name="document">The paper behind the facts, or null.</param>
    /// <param name="facts">Names and values, see <see cref="FactNames"/>.</param>
    /// <returns>Its identity, or a refusal: the code is taken, a value is not known, or the day lies in a closed quarter.</returns>
    public Result<NodeId> Enrol(
        Node node, Currency currency, DateOnly from, DocumentId? document, params IReadOnlyList<(string Name, string? Value)> facts)
    {
        var isTaken = snapshot.FindNode(node.Code) is not null || string.Equals(snapshot.Family, node.Code, StringComparison.OrdinalIgnoreCase);
        if (isTaken) return PipelineErrors.CodeTaken(node.Code);
        var stated = facts.Where(fact => fact.Value is not null)
            .Select(fact => new FactDraft(node.Id, fact.Name, fact.Value!, from, node.Provenance)).ToList();
        desk.Db.Nodes.Add(node);
        desk.Db.Edges.Add(Edge.Own(new EdgeId(desk.NextId()), node, currency, desk.Now));
        head.NoteNewMember();
        return stated.Count == 0 ? node.Id : Record(node.Id, stated, document).Map(_ => node.Id);
    }

    private Result<Done> CheckDays(IEnumerable<DateOnly> days) =>
        days.Distinct().Select(head.CheckRecordable).All().Map(_ => Done.Value);

    private Result<Done> CheckFacts(IReadOnlyList<FactDraft> drafts) =>
        drafts.Select(draft => FactRules.Check(KindOf(draft.Subject), draft.Name, draft.Value)).All().Map(_ => Done.Value);

    private NodeKind KindOf(NodeId subject) =>
        snapshot.FindNode(subject)?.Kind ?? desk.Db.Nodes.Local.First(node => node.Id == subject).Kind;

    private Result<IReadOnlyList<Fact>> Keep(IReadOnlyList<FactDraft> drafts, Stamp at, Signatures signed) => head.Record(drafts, at, signed).Map(facts =>
    {
        desk.Db.Facts.AddRange(facts);
        return facts;
    });

    private Result<IReadOnlyList<LedgerLine>> Keep(IReadOnlyList<LineDraft> drafts, Stamp at, Signatures signed) => head.Post(drafts, at, signed).Map(lines =>
    {
        desk.Db.Lines.AddRange(lines);
        return lines;
    });

    private VoucherId Keep(Voucher voucher) => desk.Db.Vouchers.Add(voucher).Entity.Id;

    private IReadOnlyList<DomainError> Judge(IReadOnlyList<LineDraft> drafts) => PostingRules.Check(Everything.At(Extended(), Stamp.Max), drafts);

    private BookSnapshot Extended()
    {
        var news = desk.Db.Edges.Local.Where(edge => snapshot.FindIndexOf(edge.Id) < 0).ToList();
        if (news.Count == 0) return snapshot;
        var nodes = desk.Db.Nodes.Local.Where(node => node.MotherFund == snapshot.MotherFund && snapshot.FindNode(node.Id) is null)
            .Select(node => node.ToEntry(snapshot.Root.Currency));
        return snapshot.WithMembers([.. nodes], [.. news.Select(edge => edge.ToEntry())]);
    }

    private async Task<Node> Tracked(NodeId id, CancellationToken cancellation) =>
        desk.Db.Nodes.Local.FirstOrDefault(node => node.Id == id) ?? await desk.Db.Nodes.SingleAsync(node => node.Id == id, cancellation);
}

/// <summary>What was recorded at one instant.</summary>
/// <param name="At">The instant.</param>
/// <param name="Facts">Facts, in order.</param>
/// <param name="Lines">Lines, in order.</param>
public sealed record RecordedTogether(Stamp At, IReadOnlyList<FactDraft> Facts, IReadOnlyList<LineDraft> Lines);
