using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

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

    /// <summary>购汇/结汇: a fund's cash in one currency changed for cash in another.</summary>
    public static SheetRule Exchanges { get; } = new(
        new SheetFormat(
            "Exchanges", ImportColumn.Date("date").Required, ImportColumn.Code("fund").Required, ImportColumn.Code("sold_currency").Required,
            ImportColumn.Amount("sold").Required, ImportColumn.Code("bought_currency").Required, ImportColumn.Amount("bought").Required),
        (row, books) =>
            from fund in books.Books.Fund(row)
            from sold in Side(row, "sold")
            from bought in Side(row, "bought")
            from posted in books.Post(
                row, new LineDraft(books.Books.Purse(fund, sold.Currency).Id, LineKind.CurrencySold, row.Date, sold) { Note = row.NoteOf() },
                new LineDraft(books.Books.Purse(fund, bought.Currency).Id, LineKind.CurrencyBought, row.Date, bought) { Note = row.NoteOf() })
                .At(LedgerErrors.IsSameCurrency, "bought_currency")
            select posted);

    private static Result<Money> Side(RecordRow row, string side) =>
        Currency.TryOf(row.Text($"{side}_currency"), out var currency)
            ? WorkbookBooks.Positive(row, side, currency)
            : ImportErrors.NotAWord(string.Join(", ", Currency.Known)).At($"{side}_currency");

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
