using FundTracker.Domain.Capital;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports.Sheets;

/// <summary>缴款通知 issued capital calls, what they are for, what was paid on them, and what of them was cancelled.</summary>
internal static class CallSheets
{
    /// <summary>Calls, as issued on the day of the notice.</summary>
    public static SheetRule Calls { get; } = new(
        new SheetFormat(
            "Calls", ImportColumn.Date("date").Required, ImportColumn.Date("due_date").Required, ImportColumn.Code("fund").Required,
            ImportColumn.Ref("tranche"), ImportColumn.Text("override_reason")),
        ApplyCall);

    /// <summary>Purposes of calls; taken with their call.</summary>
    public static SheetRule Items { get; } = new(
        new SheetFormat(
            "CallItems", ImportColumn.Ref("call").Required, ImportColumn.Word<CallPurpose>("purpose"), ImportColumn.YesNo("inside"),
            ImportColumn.Amount("amount").Required, ImportColumn.Code("holder")),
        (_, _) => Done.Value) { Above = ("Calls", "call") };

    /// <summary>实缴 money paid, in answer to a call or without one.</summary>
    public static SheetRule Contributions { get; } = new(
        new SheetFormat(
            "Contributions", ImportColumn.Date("date").Required, ImportColumn.Code("holder").Required, ImportColumn.Ref("call"),
            ImportColumn.Code("fund"), ImportColumn.Amount("amount").Required, ImportColumn.YesNo("inside"),
            ImportColumn.Word<CallPurpose>("purpose")),
        (row, books) => row.Has("call") ? ApplyPayment(row, books) : ApplyUncalled(row, books, LineKind.Contribution));

    /// <summary>划转/作价出资 paid in without cash.</summary>
    public static SheetRule InKind { get; } = new(
        new SheetFormat(
            "InKind", ImportColumn.Date("date").Required, ImportColumn.Code("holder").Required, ImportColumn.Code("fund").Required,
            ImportColumn.Amount("amount").Required, ImportColumn.YesNo("inside")),
        (row, books) => ApplyUncalled(row, books, LineKind.ContributionInKind));

    /// <summary>The unpaid rest of a call is called no more.</summary>
    public static SheetRule Cancellations { get; } = new(
        new SheetFormat(
            "Cancellations", ImportColumn.Date("date").Required, ImportColumn.Ref("call").Required,
            ImportColumn.Text("reason", lengthMax: 300).Required),
        (row, books) =>
            from call in books.Call(row)
            from lines in call.Cancel(row.Date, books.Books.At, row.Text("reason"))
            from posted in books.Post(row, lines)
            select posted);

    private static Result<Done> ApplyCall(RecordRow row, WorkbookBooks books) =>
        from fund in books.Books.Fund(row)
        from tranche in TrancheOf(row, books, fund)
        from call in Draft(row, books, fund)
        from lines in Issue(row, books, call, tranche)
        from posted in books.Post(row, lines)
        select Keep(row, books, call);

    private static Result<CapitalCall> Draft(RecordRow row, WorkbookBooks books, Fund fund)
    {
        var rows = books.Below(row, Items.Format.Name);
        if (rows.Count == 0) return ImportErrors.NoItems().At("ref");
        if (rows.Any(item => item.Has("holder")) && !rows.All(item => item.Has("holder"))) return ImportErrors.ItemsMixed().At("ref");
        var read = rows.Select(item => WorkbookBooks.Positive(item, "amount", fund.Currency)
            .Map(amount => new CallItem(item.Word("purpose", CallPurpose.Investment), item.YesNo("inside", otherwise: true), amount))
            .AtRow(item)).All();
        var (id, number) = (new CapitalCallId(books.Books.Desk.NextId()), books.NextNumber(fund.Id));
        var (user, at, about) = (books.Signed.RecordedBy, books.Books.At, (fund.MotherFund, fund.Id));
        var due = row.FindDate("due_date")!.Value;
        if (!rows[0].Has("holder")) return read.Then(items =>
            CapitalCall.Draft(id, about, number, items, Standings(books, fund), notice: row.Date, due: due, user, at));
        return
            from items in read
            from edges in rows.Select(item => HolderOf(item, books, fund).AtRow(item)).All()
            from call in CapitalCall.DraftAsStated(
                id, about, number, [.. edges.Zip(items)], Standings(books, fund), notice: row.Date, due: due, user, at)
            select call;
    }

    private static Result<EdgeId> HolderOf(RecordRow item, WorkbookBooks books, Fund fund) =>
        books.Books.Holder(item).Then(holder => books.Books.Commitment(holder, fund)).Map(edge => edge.Id);

    private static Result<IReadOnlyList<LineDraft>> Issue(RecordRow row, WorkbookBooks books, CapitalCall call, Tranche? tranche)
    {
        var items = books.Below(row, Items.Format.Name).Aggregate(RecordFields.None, (all, item) => all | item.Invented);
        call.Describe(tranche?.Number, document: null, row.Provenance, row.Invented | items);
        var standings = books.Books.Investors(call.Fund).Where(edge => edge.Commitment > 0).Select(edge => edge.Standing).ToList();
        var (signed, at) = (books.Signed, books.Books.At);
        return call.Submit(signed.RecordedBy, at)
            .Then(_ => call.Approve(
                signed.ApprovedBy, at, standings, tranche, row.Find("override_reason") ?? "", foreseen: null,
                tranche is null ? null : ImportGate.Phase(books, call, tranche)))
            .Then(_ => ImportGate.Override(books, call))
            .Then(_ => call.Issue(at, standings))
            .Map<IReadOnlyList<LineDraft>>(lines => [.. lines.Select(line => line with { Note = row.NoteOf() })]);
    }

    private static Done Keep(RecordRow row, WorkbookBooks books, CapitalCall call)
    {
        books.Add(row, call);
        return Done.Value;
    }

    private static Result<Tranche?> TrancheOf(RecordRow row, WorkbookBooks books, Fund fund)
    {
        if (!row.Has("tranche")) return Result<Tranche?>.Ok(null);
        return books.Tranche(row).Then<Tranche?>(found => found.Plan.Fund == fund.Id
            ? found.Plan.Tranches.Single(tranche => tranche.Number == found.Number)
            : ImportErrors.UnknownRef("Tranches", row.Text("tranche")).At("tranche"));
    }

    private static IReadOnlyList<CallStanding> Standings(WorkbookBooks books, Fund fund) =>
        [.. books.Books.Investors(fund.Id).Where(edge => edge.Commitment > 0).Select(edge => edge.Standing)];

    private static Result<Done> ApplyPayment(RecordRow row, WorkbookBooks books)
    {
        if (row.Has("inside")) return ImportErrors.NotHere("inside");
        if (row.Has("purpose")) return ImportErrors.NotHere("purpose");
        return
            from call in books.Call(row)
            from fund in FundOf(row, books, call)
            from holder in books.Books.Holder(row)
            from amount in WorkbookBooks.Positive(row, "amount", fund.Currency)
            from edge in books.Books.Commitment(holder, fund)
            from lines in call.Pay(edge.Id, amount, row.Date)
            from posted in books.Post(row, [.. lines.Select(line => line with { Note = row.NoteOf() })])
            select posted;
    }

    private static Result<Fund> FundOf(RecordRow row, WorkbookBooks books, CallInBooks call)
    {
        var caller = (Fund)books.Books.Node(call.Call.Fund);
        return !row.Has("fund") || row.Text("fund") == caller.Code ? caller : ImportErrors.UnknownCode(row.Text("fund")).At("fund");
    }

    /// <summary>Money into a fund with a plan that answers no call draws no phase, so that no condition is asked: that is shown.</summary>
    private static Fund PlannedAside(Fund fund, WorkbookBooks books)
    {
        if (books.Books.Existing is not null && books.Plans.TryGetValue(fund.Id, out var plan) && plan.Tranches.Count > 0)
            books.Remark(ImportErrors.NoPhaseDrawn(fund.Code));
        return fund;
    }

    private static Result<Done> ApplyUncalled(RecordRow row, WorkbookBooks books, LineKind kind)
    {
        if (!row.Has("fund")) return ImportErrors.Blank("fund");
        var inside = row.YesNo("inside", otherwise: true);
        return
            from fund in books.Books.Fund(row).Map(fund => PlannedAside(fund, books))
            from holder in books.Books.Holder(row)
            from amount in WorkbookBooks.Positive(row, "amount", fund.Currency)
            from edge in books.Books.Commitment(holder, fund)
            from left in inside && amount.MinorUnits > edge.Callable
                ? LedgerErrors.AboveUnfunded(amount, Money.FromMinor(edge.Callable, edge.Currency)).At("amount")
                : Result<Done>.Ok(Done.Value)
            from posted in books.Post(row, new LineDraft(edge.Id, kind, row.Date, amount)
            {
                InsideCommitment = inside, Purpose = row.Word("purpose", CallPurpose.None), Note = row.NoteOf(),
            })
            select posted;
    }
}
