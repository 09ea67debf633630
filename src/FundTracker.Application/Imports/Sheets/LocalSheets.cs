using System.Globalization;
using FundTracker.Analytics.Policies;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports.Sheets;

/// <summary>返投认定 cases of local re-investment beside own investment, judged as those that people record.</summary>
internal static class LocalSheets
{
    /// <summary>One case a row.</summary>
    public static SheetRule LocalCases { get; } = new(
        new SheetFormat(
            "LocalCases", ImportColumn.Date("date").Required, ImportColumn.Code("fund").Required, ImportColumn.Code("company").Required,
            ImportColumn.Text("type", lengthMax: 40).Required, ImportColumn.Amount("amount").Required, ImportColumn.Text("source", lengthMax: 40),
            ImportColumn.Text("proof", lengthMax: LocalCase.ProofLengthMax).Required),
        (row, books) =>
            from fund in books.Books.Fund(row)
            from company in books.Books.Named(row, "company", NodeKind.PortfolioCompany)
            from amount in WorkbookBooks.Positive(row, "amount", fund.Currency)
            let claimed = new LocalCase(row.Text("type"), fund.Code, amount, row.Find("source") ?? "", row.Text("proof"))
            from terms in books.TermsOn(row.Date)
            from judged in Named(terms.Check(claimed, InvestedBy(row.Date, books, fund, company), Counted(row.Date, books, company)))
            from stated in books.Books.State(new FactDraft(
                company.Id, LocalCase.FactName(books.Books.Desk.NextId().ToString(CultureInfo.InvariantCulture)), claimed.Write(), row.Date, row.WholeProvenance))
            select stated);

    private static Result<Done> Named(Result<Done> judged) =>
        judged.IsSuccess ? judged : Result<Done>.Refused([.. judged.Errors.Select(error => error.At("type"))]);

    private static Money InvestedBy(DateOnly day, WorkbookBooks books, Fund fund, Node company)
    {
        var edge = books.Books.Holding(fund, company).Id;
        var imported = books.Books.Lines.Where(line => line.Edge == edge && line.EffectiveDate <= day && LineKinds.InvestmentKinds.Contains(line.Kind)).Sum(line => line.Amount.MinorUnits);
        var before = books.Books.Existing is { } there && there.Snapshot.FindNode(fund.Id) is { } known && there.Snapshot.FindNode(company.Id) is not null
            ? LocalLedger.InvestedIn(new LedgerView(there.Snapshot, day, Stamp.Max), known, company.Id).MinorUnits
            : 0;
        return Money.FromMinor(imported + before, fund.Currency);
    }

    private static IEnumerable<LocalCase> Counted(DateOnly day, WorkbookBooks books, Node company)
    {
        var imported = books.Books.Facts.Where(fact => fact.Subject == company.Id && fact.EffectiveFrom <= day && LocalCase.IsNameOf(fact.Name))
            .Select(fact => LocalCase.Read(fact.Value, code => (books.Books.Find(code) as Fund)?.Currency)).OfType<LocalCase>();
        return books.Books.Existing is { } there
            ? LocalLedger.CasesOf(new LedgerView(there.Snapshot, day, Stamp.Max), company.Id).Concat(imported)
            : imported;
    }
}
