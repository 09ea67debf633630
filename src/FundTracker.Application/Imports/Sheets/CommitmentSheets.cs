using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports.Sheets;

/// <summary>认缴 commitments and their changes, and sums from before the books were kept here.</summary>
internal static class CommitmentSheets
{
    /// <summary>First commitments, increases, reductions, transfers, lapses, defaults.</summary>
    public static SheetRule Commitments { get; } = new(
        new SheetFormat(
            "Commitments", ImportColumn.Date("date").Required, ImportColumn.Code("holder").Required, ImportColumn.Code("fund").Required,
            ImportColumn.Word<CommitmentWord>("kind"), ImportColumn.Amount("amount").Required, ImportColumn.Code("counterparty"),
            ImportColumn.Amount("paid_in")),
        ApplyCommitment);

    /// <summary>Paid in and distributed before the books were opened; may be negative.</summary>
    public static SheetRule Openings { get; } = new(
        new SheetFormat(
            "Openings", ImportColumn.Date("date").Required, ImportColumn.Code("holder").Required, ImportColumn.Code("fund").Required,
            ImportColumn.Word<OpeningWord>("kind").Required, ImportColumn.Amount("amount").Required),
        (row, books) =>
            from fund in books.Books.Fund(row)
            from holder in books.Books.Holder(row)
            from amount in WorkbookBooks.Amount(row, "amount", fund.Currency)
            from edge in books.Books.Commitment(holder, fund)
            from posted in books.Post(row, new LineDraft(edge.Id, OpeningKind(row), row.Date, amount) { Note = row.NoteOf() })
            select posted);

    private static Result<Done> ApplyCommitment(RecordRow row, WorkbookBooks books) =>
        from fund in books.Books.Fund(row)
        from holder in books.Books.Holder(row)
        from amount in WorkbookBooks.Positive(row, "amount", fund.Currency)
        from edge in books.Books.Commitment(holder, fund)
        from other in Counterparty(row, books, fund)
        from paidIn in PaidInOf(row, edge)
        from lines in LinesOf(row, edge, other, amount, paidIn)
        from posted in books.Post(row, lines)
        select posted;

    private static Result<EdgeBalance?> Counterparty(RecordRow row, WorkbookBooks books, Domain.Funds.Fund fund)
    {
        var isTransfer = row.Word("kind", CommitmentWord.Commitment) == CommitmentWord.Transfer;
        if (!row.Has("counterparty")) return isTransfer ? ImportErrors.Blank("counterparty") : Result<EdgeBalance?>.Ok(null);
        if (!isTransfer) return ImportErrors.NotHere("counterparty");
        return books.Books.Holder(row, "counterparty").Then(node => books.Books.Commitment(node, fund)).Map<EdgeBalance?>(edge => edge);
    }

    /// <summary>Of a transfer, what was paid in and goes over with it; null where only the uncalled part goes.</summary>
    private static Result<Money?> PaidInOf(RecordRow row, EdgeBalance edge)
    {
        if (!row.Has("paid_in")) return Result<Money?>.Ok(null);
        if (row.Word("kind", CommitmentWord.Commitment) != CommitmentWord.Transfer) return ImportErrors.NotHere("paid_in");
        return WorkbookBooks.Positive(row, "paid_in", edge.Currency).Then<Money?>(paidIn => paidIn.MinorUnits <= edge.PaidIn
            ? paidIn
            : CommitmentErrors.PaidInAboveTransfer(paidIn, Money.FromMinor(edge.PaidIn, edge.Currency)).At("paid_in"));
    }

    private static Result<IReadOnlyList<LineDraft>> LinesOf(RecordRow row, EdgeBalance edge, EdgeBalance? other, Money amount, Money? paidIn)
    {
        var word = row.Word("kind", CommitmentWord.Commitment);
        if (word == CommitmentWord.Commitment)
        {
            var line = new LineDraft(edge.Id, LineKind.Commitment, row.Date, amount) { Note = row.NoteOf() };
            return edge.Commitment == 0
                ? Result<IReadOnlyList<LineDraft>>.Ok([line])
                : CommitmentErrors.Exists(row.Text("holder"), row.Text("fund"), Money.FromMinor(edge.Commitment, edge.Currency)).At("kind");
        }

        if (word != CommitmentWord.Increase && amount.MinorUnits - (paidIn?.MinorUnits ?? 0) > edge.Callable)
            return LedgerErrors.CommitmentBelowPaidIn(amount, Money.FromMinor(edge.Callable, edge.Currency)).At("amount");
        return CommitmentRules.Change((CommitmentChange)word, edge.Id, other?.Id, amount, row.Date, row.NoteOf(), document: null, paidIn);
    }

    private static LineKind OpeningKind(RecordRow row) =>
        row.Word<OpeningWord>("kind") == OpeningWord.Contribution ? LineKind.OpeningContribution : LineKind.OpeningDistribution;

    /// <summary>Numbers of the changes are those of <see cref="CommitmentChange"/>.</summary>
    private enum CommitmentWord
    {
        None = 0,
        Increase = CommitmentChange.Increase,
        Reduction = CommitmentChange.Reduction,
        Transfer = CommitmentChange.Transfer,
        Lapse = CommitmentChange.Lapse,
        Default = CommitmentChange.Default,
        Commitment = 100,
    }

    private enum OpeningWord
    {
        None = 0,
        Contribution = 1,
        Distribution = 2,
    }
}
