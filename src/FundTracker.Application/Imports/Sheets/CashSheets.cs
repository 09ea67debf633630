using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Imports.Sheets;

/// <summary>货币资金 a fund's own money beside what moves it anyway: fees, interest, tax, credit.</summary>
internal static class CashSheets
{
    /// <summary>Money of a fund's own account.</summary>
    public static SheetRule FundCash { get; } = new(
        new SheetFormat(
            "FundCash", ImportColumn.Date("date").Required, ImportColumn.Code("fund").Required, ImportColumn.Word<CashWord>("kind").Required,
            ImportColumn.Amount("amount").Required),
        (row, books) =>
            from fund in books.Books.Fund(row)
            from amount in WorkbookBooks.Amount(row, "amount", fund.Currency)
            from posted in books.Post(row, new LineDraft(books.Books.Own(fund).Id, (LineKind)row.Word<CashWord>("kind"), row.Date, amount)
            {
                Note = row.NoteOf(),
            })
            select posted);

    /// <summary>Numbers are those of the line kinds.</summary>
    private enum CashWord
    {
        None = 0,
        ManagementFee = LineKind.ManagementFee,
        Expense = LineKind.Expense,
        Tax = LineKind.Tax,
        Interest = LineKind.Interest,
        OtherIncome = LineKind.OtherIncome,
        CreditDrawn = LineKind.CreditDrawn,
        CreditRepaid = LineKind.CreditRepaid,
        OpeningCash = LineKind.OpeningCash,
    }
}
