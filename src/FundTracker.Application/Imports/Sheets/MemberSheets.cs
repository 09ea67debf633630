using System.Globalization;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports.Sheets;

/// <summary>Funds, investors and companies: who stands in the books, and what is known of them from the day of the row on.</summary>
internal static class MemberSheets
{
    /// <summary>The mother fund and its sub-funds.</summary>
    public static SheetRule Funds { get; } = new(
        new SheetFormat(
            "Funds", ImportColumn.Code("code").Required, ImportColumn.Word<FundWord>("kind").Required, ImportColumn.Text("name_zh"),
            ImportColumn.Text("name_en"), ImportColumn.Date("date").Required, ImportColumn.Code("currency"), ImportColumn.Code("family"),
            ImportColumn.Word<LegalForm>("legal_form"), ImportColumn.Word<FundClass>("class"), ImportColumn.Word<FundStage>("stage"),
            ImportColumn.Whole("vintage_year"), ImportColumn.Text("sector", lengthMax: 40), ImportColumn.Word<FundStatus>("status"),
            ImportColumn.Amount("target_size")),
        ApplyFund) { ComesFirst = true };

    /// <summary>出资人.</summary>
    public static SheetRule Investors { get; } = new(
        new SheetFormat(
            "Investors", ImportColumn.Code("code").Required, ImportColumn.Text("name_zh"), ImportColumn.Text("name_en"),
            ImportColumn.Date("date").Required, ImportColumn.Word<InvestorKind>("kind").Required, ImportColumn.Word<FiscalLevel>("fiscal_level")),
        (row, books) => NewNode(row, books).Then(add => Enrol(
            row, books, Investor.Register(add.Id, add.Root, row.Text("code"), add.Name, add.Provenance, books.Books.At),
            ("kind", FactNames.InvestorKind, row.Find("kind")),
            ("fiscal_level", FactNames.FiscalLevel, row.Find("fiscal_level"))))) { ComesFirst = true };

    /// <summary>被投企业.</summary>
    public static SheetRule Companies { get; } = new(
        new SheetFormat(
            "Companies", ImportColumn.Code("code").Required, ImportColumn.Text("name_zh"), ImportColumn.Text("name_en"),
            ImportColumn.Date("date").Required, ImportColumn.Text("credit_code", lengthMax: 18), ImportColumn.Text("sector", lengthMax: 40),
            ImportColumn.Word<LifeCycleStage>("life_cycle_stage"), ImportColumn.Word<LocationWord>("location")),
        ApplyCompany) { ComesFirst = true };

    /// <summary>What changes later, from a day on.</summary>
    public static SheetRule Facts { get; } = new(
        new SheetFormat(
            "Facts", ImportColumn.Date("date").Required, ImportColumn.Code("subject").Required, ImportColumn.Text("name", lengthMax: 100).Required,
            ImportColumn.Text("value", lengthMax: 300)),
        ApplyFact) { ComesFirst = true };

    private static Result<Done> ApplyFund(RecordRow row, WorkbookBooks books)
    {
        var currency = CurrencyOf(row, books.Books.Root?.Currency ?? Currency.Cny);
        if (!currency.IsSuccess) return Result<Done>.Refused(currency.Errors);
        return (row.Word<FundWord>("kind") == FundWord.Mother ? Mother(row, books, currency.Value) : Sub(row, books, currency.Value))
            .Then(fund => TargetSize(row, currency.Value).Then(size => Enrol(
                row, books, fund,
                ("legal_form", FactNames.LegalForm, row.Find("legal_form")),
                ("class", FactNames.FundClass, row.Find("class")),
                ("stage", FactNames.FundStage, row.Find("stage")),
                ("vintage_year", FactNames.VintageYear, row.FindWhole("vintage_year")?.ToString(CultureInfo.InvariantCulture)),
                ("sector", FactNames.Sector, row.Find("sector")),
                ("status", FactNames.FundStatus, row.Find("status")),
                ("target_size", FactNames.TargetSize, size?.ToPlainText()))));
    }

    private static Result<Node> Mother(RecordRow row, WorkbookBooks books, Currency currency)
    {
        var (code, family) = (row.Text("code"), row.Find("family"));
        if (!string.Equals(code, books.Books.Code, StringComparison.Ordinal)) return ImportErrors.OtherMotherFund(books.Books.Code).At("code");
        if (books.Books.Root is not null) return ImportErrors.SecondMotherFund(books.Books.Code).At("kind");
        if (family == code || books.Books.MotherFunds.Any(fund => fund.Code == code || fund.Family == code || fund.Code == family))
            return ImportErrors.CodeTaken(family == code ? code : family ?? code).At(family is null ? "code" : "family");
        return NameOf(row).Map<Node>(name => MotherFund.SetUp(
            new NodeId(books.Books.Desk.NextId()), code, family, name, currency, NodeProvenance(row), books.Books.At));
    }

    private static Result<Node> Sub(RecordRow row, WorkbookBooks books, Currency currency)
    {
        if (row.Has("family")) return ImportErrors.NotHere("family");
        return NewNode(row, books).Map<Node>(add =>
            SubFund.Open(add.Id, add.Root, row.Text("code"), add.Name, currency, add.Provenance, books.Books.At));
    }

    private static Result<Done> ApplyCompany(RecordRow row, WorkbookBooks books)
    {
        UnifiedSocialCreditCode? creditCode = null;
        if (row.Has("credit_code") && !UnifiedSocialCreditCode.TryParse(row.Text("credit_code"), out creditCode))
            return ImportErrors.NotACreditCode().At("credit_code");
        var same = creditCode is null ? null : books.Books.Nodes.OfType<PortfolioCompany>().FirstOrDefault(other => other.CreditCode == creditCode);
        if (same is not null) return ImportErrors.CreditCodeTaken(same.Code).At("credit_code");
        return NewNode(row, books).Then(add => Enrol(
            row, books, PortfolioCompany.Register(add.Id, add.Root, row.Text("code"), add.Name, creditCode, add.Provenance, books.Books.At),
            ("sector", FactNames.Sector, row.Find("sector")),
            ("life_cycle_stage", FactNames.LifeCycleStage, row.Find("life_cycle_stage")),
            ("location", FactNames.Location, row.Find("location")?.ToLowerInvariant())));
    }

    private static Result<Done> ApplyFact(RecordRow row, WorkbookBooks books)
    {
        var (name, value) = (row.Text("name"), FactWords.Of(row.Text("name"), row.Find("value") ?? ""));
        return
            from subject in books.Books.Named(row, "subject")
            from known in Rule(FactRules.Check(subject.Kind, name, value), "value")
            from stated in books.Books.State(new FactDraft(subject.Id, name, value, row.Date, row.WholeProvenance))
            select stated;
    }

    private static Result<Done> Enrol(RecordRow row, WorkbookBooks books, Node node, params ReadOnlySpan<(string Column, string Fact, string? Value)> facts)
    {
        var isFamily = string.Equals(books.Books.Root?.Family, node.Code, StringComparison.OrdinalIgnoreCase);
        var added = isFamily ? ImportErrors.CodeTaken(node.Code).At("code") : books.Books.Add(node);
        if (!added.IsSuccess) return Result<Done>.Refused(added.Errors);
        books.Books.Own(node);
        foreach (var (column, fact, value) in facts)
        {
            if (value is null) continue;
            var stated = Rule(FactRules.Check(node.Kind, fact, value), column)
                .Then(_ => books.Books.State(new FactDraft(node.Id, fact, value, row.Date, row.ProvenanceOf(column))));
            if (!stated.IsSuccess) return stated;
        }

        return Done.Value;
    }

    private static Result<Done> Rule(Result<Done> checkedRule, string column) =>
        checkedRule.IsSuccess ? checkedRule : Result<Done>.Refused([.. checkedRule.Errors.Select(error => error.At(column))]);

    private static Result<NewMember> NewNode(RecordRow row, WorkbookBooks books)
    {
        if (books.Books.Root is not { } root) return ImportErrors.NoMotherFund(books.Books.Code).At("code");
        return NameOf(row).Map(name => new NewMember(new NodeId(books.Books.Desk.NextId()), root.Id, name, NodeProvenance(row)));
    }

    private static Result<BilingualName> NameOf(RecordRow row) =>
        row.Has("name_zh") || row.Has("name_en") ? BilingualName.Of(row.Find("name_zh"), row.Find("name_en")) : ImportErrors.Blank("name_zh");

    private static Provenance NodeProvenance(RecordRow row)
    {
        var isInvented = row.IllustrativeFields.Any(column => column.StartsWith("name", StringComparison.OrdinalIgnoreCase));
        return isInvented ? Provenance.Illustrative : row.Provenance;
    }

    private static Result<Currency> CurrencyOf(RecordRow row, Currency otherwise)
    {
        if (!row.Has("currency")) return otherwise;
        return Currency.TryOf(row.Text("currency"), out var currency)
            ? currency
            : ImportErrors.NotAWord(string.Join(", ", Currency.Known)).At("currency");
    }

    private static Result<Money?> TargetSize(RecordRow row, Currency currency) =>
        row.Has("target_size") ? WorkbookBooks.Positive(row, "target_size", currency).Map<Money?>(size => size) : Result<Money?>.Ok(null);

    private sealed record NewMember(NodeId Id, NodeId Root, BilingualName Name, Provenance Provenance);

    private enum FundWord
    {
        None = 0,
        Mother = 1,
        Sub = 2,
    }

    private enum LocationWord
    {
        None = 0,
        District = 1,
        Outside = 2,
    }
}
