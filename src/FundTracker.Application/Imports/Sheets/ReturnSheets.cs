using FundTracker.Domain.Capital;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports.Sheets;

/// <summary>What comes back from funds and what they are worth: 分配 distributions, 净值 NAV, the manager's roll-forward.</summary>
internal static class ReturnSheets
{
    /// <summary>Distributions of a fund to one holder, or shared out over all by what each has paid in.</summary>
    public static SheetRule Distributions { get; } = new(
        new SheetFormat(
            "Distributions", ImportColumn.Date("date").Required, ImportColumn.Code("fund").Required, ImportColumn.Code("holder"),
            ImportColumn.Word<DistributionWord>("kind").Required, ImportColumn.Amount("amount").Required, ImportColumn.YesNo("recallable")),
        (row, books) =>
            from fund in books.Books.Fund(row)
            from amount in WorkbookBooks.Positive(row, "amount", fund.Currency)
            from shares in Shares(row, books, fund, amount)
            from posted in books.Post(row, [.. shares.Where(share => !share.Amount.IsZero).Select(share =>
                new LineDraft(share.Edge, (LineKind)row.Word<DistributionWord>("kind"), row.Date, share.Amount)
                {
                    Recallable = row.YesNo("recallable", otherwise: false), Note = row.NoteOf(),
                })])
            select posted);

    /// <summary>Net asset value of a fund, or of one holder's share.</summary>
    public static SheetRule Navs { get; } = new(
        new SheetFormat(
            "Navs", ImportColumn.Date("date").Required, ImportColumn.Code("fund").Required, ImportColumn.Code("holder"),
            ImportColumn.Amount("amount").Required, ImportColumn.Text("source", lengthMax: 200), ImportColumn.Word<ValuationMethod>("method")),
        (row, books) =>
            from fund in books.Books.Fund(row)
            from amount in WorkbookBooks.Amount(row, "amount", fund.Currency)
            from shares in Shares(row, books, fund, amount)
            from posted in books.Post(row, [.. shares.Select(share => new LineDraft(share.Edge, LineKind.Nav, row.Date, share.Amount)
            {
                Note = LineNotes.Write(row.Word("method", ValuationMethod.ManagerStatement), row.NoteOf(row.Find("source"))),
            })])
            select posted);

    /// <summary>ILPA roll-forward as the fund's manager states it.</summary>
    public static SheetRule ValueChanges { get; } = new(
        new SheetFormat(
            "ValueChanges", ImportColumn.Date("date").Required, ImportColumn.Code("fund").Required,
            ImportColumn.Word<ValueWord>("kind").Required, ImportColumn.Amount("amount").Required),
        (row, books) =>
            from fund in books.Books.Fund(row)
            from amount in WorkbookBooks.Amount(row, "amount", fund.Currency)
            from posted in books.Post(row, new LineDraft(books.Books.Own(fund).Id, (LineKind)row.Word<ValueWord>("kind"), row.Date, amount)
            {
                Note = row.NoteOf(),
            })
            select posted);

    private static Result<IReadOnlyList<InvestorShare>> Shares(RecordRow row, WorkbookBooks books, Fund fund, Money amount)
    {
        if (row.Has("holder")) return books.Books.Holder(row).Then(holder => books.Books.Commitment(holder, fund))
            .Map<IReadOnlyList<InvestorShare>>(edge => [new InvestorShare(edge.Id, amount)]);
        var edges = books.Books.Investors(fund.Id).Where(edge => edge.PaidIn > 0).ToList();
        if (edges.Count == 0) return ShareErrors.NobodyPaidIn(fund.Code, row.Date).At("fund");
        var parts = amount.Allocate([.. edges.Select(edge => edge.PaidIn)]);
        return Result<IReadOnlyList<InvestorShare>>.Ok([.. edges.Select((edge, i) => new InvestorShare(edge.Id, parts[i]))]);
    }

    /// <summary>Numbers are those of the line kinds.</summary>
    private enum DistributionWord
    {
        None = 0,
        ReturnOfCapital = LineKind.ReturnOfCapital,
        Gain = LineKind.GainDistribution,
        Income = LineKind.IncomeDistribution,
    }

    /// <summary>Numbers are those of the line kinds.</summary>
    private enum ValueWord
    {
        None = 0,
        Income = LineKind.ValueIncome,
        Realised = LineKind.ValueRealised,
        Unrealised = LineKind.ValueUnrealised,
        ManagementFee = LineKind.ValueManagementFee,
        Expense = LineKind.ValueExpense,
        CarryChange = LineKind.ValueCarryChange,
    }
}
