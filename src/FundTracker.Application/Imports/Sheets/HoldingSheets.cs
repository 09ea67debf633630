using FundTracker.Domain.Holdings;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports.Sheets;

/// <summary>Companies: 融资轮次 rounds, our funds' parts, 估值 valuations, 退出 exits.</summary>
internal static class HoldingSheets
{
    /// <summary>Money that a company raised from everybody at once.</summary>
    public static SheetRule Rounds { get; } = new(
        new SheetFormat(
            "Rounds", ImportColumn.Date("date").Required, ImportColumn.Code("company").Required, ImportColumn.Text("name", lengthMax: 100).Required,
            ImportColumn.Amount("total_raised"), ImportColumn.Text("co_investors", lengthMax: 2000)),
        ApplyRound) { ComesFirst = true };

    /// <summary>What our funds put into companies.</summary>
    public static SheetRule Investments { get; } = new(
        new SheetFormat(
            "Investments", ImportColumn.Date("date").Required, ImportColumn.Code("fund").Required, ImportColumn.Code("company").Required,
            ImportColumn.Ref("round"), ImportColumn.Amount("amount").Required, ImportColumn.YesNo("in_kind")),
        (row, books) =>
            from fund in books.Books.Fund(row)
            from company in Company(row, books)
            from amount in WorkbookBooks.Positive(row, "amount", fund.Currency)
            from round in RoundOf(row, books, company, amount)
            from posted in books.Post(row, new LineDraft(books.Books.Holding(fund, company).Id, InvestmentKind(row), row.Date, amount)
            {
                Round = round?.Id, Note = row.NoteOf(),
            })
            select posted);

    /// <summary>Fair value of a holding on a day.</summary>
    public static SheetRule Valuations { get; } = new(
        new SheetFormat(
            "Valuations", ImportColumn.Date("date").Required, ImportColumn.Code("fund").Required, ImportColumn.Code("company").Required,
            ImportColumn.Amount("amount").Required, ImportColumn.Word<ValuationMethod>("method"), ImportColumn.Text("source", lengthMax: 200)),
        (row, books) =>
            from fund in books.Books.Fund(row)
            from company in Company(row, books)
            from amount in WorkbookBooks.Amount(row, "amount", fund.Currency)
            from posted in books.Post(row, new LineDraft(books.Books.Holding(fund, company).Id, LineKind.Valuation, row.Date, amount)
            {
                Note = LineNotes.Write(row.Word("method", ValuationMethod.ManagerStatement), row.NoteOf(row.Find("source"))),
            })
            select posted);

    /// <summary>How holdings are left, and dividends on the way.</summary>
    public static SheetRule Exits { get; } = new(
        new SheetFormat(
            "Exits", ImportColumn.Date("date").Required, ImportColumn.Code("fund").Required, ImportColumn.Code("company").Required,
            ImportColumn.Word<ExitWord>("kind").Required, ImportColumn.Amount("proceeds"), ImportColumn.Amount("cost_relieved"),
            ImportColumn.Amount("value_left")),
        (row, books) =>
            from fund in books.Books.Fund(row)
            from company in Company(row, books)
            from lines in ExitLines(row, books.Books.Holding(fund, company))
            from posted in books.Post(row, lines)
            select posted);

    private static Result<Done> ApplyRound(RecordRow row, WorkbookBooks books) => Company(row, books).Then(company =>
    {
        var round = FinancingRound.Record(
            new FinancingRoundId(books.Books.Desk.NextId()), company.MotherFund, company.Id, row.Text("name"), row.Date,
            row.Find("co_investors") ?? "", row.Provenance, books.Books.At, row.Invented);
        if (!row.Has("total_raised"))
        {
            books.Add(row, round, raised: null);
            return Done.Value;
        }

        var own = books.Books.Own(company);
        return WorkbookBooks.Positive(row, "total_raised", own.Currency).Then(raised =>
        {
            books.Add(row, round, raised);
            return books.Post(row, new LineDraft(own.Id, LineKind.RoundRaised, row.Date, raised) { Round = round.Id, Note = row.NoteOf() });
        });
    });

    private static Result<RoundInBooks?> RoundOf(RecordRow row, WorkbookBooks books, Node company, Money amount)
    {
        if (!row.Has("round")) return Result<RoundInBooks?>.Ok(null);
        return books.Round(row).Then<RoundInBooks?>(round =>
        {
            if (round.Company != company.Id) return ImportErrors.RoundOfOther(books.Books.Node(round.Company).Code).At("round");
            if (round.Raised is { } raised && raised.Currency != amount.Currency) return round;
            round.Parts += amount.MinorUnits;
            return round.Raised is { } all && round.Parts > all.MinorUnits
                ? HoldingErrors.PartsAboveRaised(Money.FromMinor(round.Parts, all.Currency), all).At("amount")
                : round;
        });
    }

    private static Result<IReadOnlyList<LineDraft>> ExitLines(RecordRow row, EdgeBalance holding)
    {
        var word = row.Word<ExitWord>("kind");
        var (proceeds, cost) = (Or(row, "proceeds", holding.Currency), Or(row, "cost_relieved", holding.Currency));
        if (word == ExitWord.Dividend)
        {
            if (row.Has("cost_relieved")) return ImportErrors.NotHere("cost_relieved");
            if (row.Has("value_left")) return ImportErrors.NotHere("value_left");
            if (!row.Has("proceeds")) return ImportErrors.Blank("proceeds");
            return WorkbookBooks.Positive(row, "proceeds", holding.Currency)
                .Map<IReadOnlyList<LineDraft>>(amount => [new LineDraft(holding.Id, LineKind.Dividend, row.Date, amount) { Note = row.NoteOf() }]);
        }

        return
            from received in proceeds
            from relieved in cost
            from held in relieved.MinorUnits <= holding.CostHeld
                ? Result<Done>.Ok(Done.Value)
                : BalanceErrors.AboveCostHeld(relieved, held: Money.FromMinor(holding.CostHeld, holding.Currency)).At("cost_relieved")
            from left in row.Has("value_left")
                ? WorkbookBooks.Amount(row, "value_left", holding.Currency).Map<Money?>(value => value)
                : Result<Money?>.Ok(null)
            from lines in Domain.Holdings.Exits.Lines(
                holding.Id, holding.CostHeld, new ExitTerms((ExitKind)word, received, relieved, left), row.Date, row.NoteOf(), document: null)
            select lines;
    }

    private static Result<Money> Or(RecordRow row, string column, Currency currency) =>
        row.Has(column) ? WorkbookBooks.Amount(row, column, currency) : Money.Zero(currency);

    private static Result<Node> Company(RecordRow row, WorkbookBooks books) => books.Books.Named(row, "company", NodeKind.PortfolioCompany);

    private static LineKind InvestmentKind(RecordRow row) =>
        row.YesNo("in_kind", otherwise: false) ? LineKind.InvestmentInKind : LineKind.Investment;

    /// <summary>Numbers of the exits are those of <see cref="ExitKind"/>.</summary>
    private enum ExitWord
    {
        None = 0,
        Listing = ExitKind.Listing,
        TradeSale = ExitKind.TradeSale,
        Transfer = ExitKind.Transfer,
        BuyBack = ExitKind.BuyBack,
        WriteOff = ExitKind.WriteOff,
        Dividend = 100,
    }
}
