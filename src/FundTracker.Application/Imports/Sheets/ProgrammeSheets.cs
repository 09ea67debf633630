using FundTracker.Application.Registry;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Results;
using FundTracker.Domain.Social;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports.Sheets;

/// <summary>工作方案 programmes with their tasks, and what companies brought about in a year.</summary>
internal static class ProgrammeSheets
{
    /// <summary>Programmes, without their tasks.</summary>
    public static SheetRule Programmes { get; } = new(
        new SheetFormat(
            "Programmes", ImportColumn.Code("code").Required, ImportColumn.Text("name_zh"), ImportColumn.Text("name_en"),
            ImportColumn.Date("date").Required, ImportColumn.Date("until"), ImportColumn.Text("body", lengthMax: 200).Required,
            ImportColumn.Text("district_zh", lengthMax: 100), ImportColumn.Text("district_en", lengthMax: 100),
            ImportColumn.Text("source", lengthMax: 1000)),
        (row, books) => Name(row, "name_zh", "name_en").Then(name => books.Register(row, new ProgrammeAdopted(
            row.Text("code"), name, EntryInput.Name(row.Find("district_zh"), row.Find("district_en")), row.Text("body"), row.FindDate("until")))));

    /// <summary>Tasks of programmes.</summary>
    public static SheetRule Tasks { get; } = new(
        new SheetFormat(
            "Tasks", ImportColumn.Date("date").Required, ImportColumn.Code("programme").Required, ImportColumn.Code("task").Required,
            ImportColumn.Text("title_zh"), ImportColumn.Text("title_en"), ImportColumn.Text("owner", lengthMax: 200).Required,
            ImportColumn.Date("due_date").Required, ImportColumn.Amount("weight").Required, ImportColumn.Text("indicator", lengthMax: 80),
            ImportColumn.Text("source", lengthMax: 1000)),
        (row, books) => Name(row, "title_zh", "title_en").Then(title => books.Register(row, new TaskAdded(
            row.Text("programme"), row.Text("task"), title, row.Text("owner"), row.FindDate("due_date")!.Value, row.Amount("weight"),
            row.Find("indicator")))));

    /// <summary>How far tasks have come.</summary>
    public static SheetRule TaskSteps { get; } = new(
        new SheetFormat(
            "TaskSteps", ImportColumn.Date("date").Required, ImportColumn.Code("programme").Required, ImportColumn.Code("task").Required,
            ImportColumn.Word<TaskWord>("stage").Required, ImportColumn.Amount("percent"), ImportColumn.Text("evidence", lengthMax: 1000),
            ImportColumn.Text("reason", lengthMax: 1000)),
        (row, books) => books.Register(row, new TaskMoved(
            row.Text("programme"), row.Text("task"), (TaskStage)row.Word<TaskWord>("stage"), row.FindAmount("percent"), row.Find("evidence") ?? "",
            row.Find("reason") ?? "")));

    /// <summary>What companies brought about in a year.</summary>
    public static SheetRule Years { get; } = new(
        new SheetFormat(
            "CompanyYears", ImportColumn.Date("date").Required, ImportColumn.Code("company").Required, ImportColumn.Whole("year").Required,
            ImportColumn.Amount("revenue"), ImportColumn.Amount("tax"), ImportColumn.Amount("research"), ImportColumn.Whole("jobs"),
            ImportColumn.Whole("patents"), ImportColumn.Text("source", lengthMax: 1000).Required),
        ApplyYear);

    private static Result<Done> ApplyYear(RecordRow row, WorkbookBooks books)
    {
        var year = row.FindWhole("year")!.Value;
        if (year is < 1900 or > 2999) return ImportErrors.NotADate().At("year");
        return
            from revenue in Money(row, books, "revenue")
            from tax in Money(row, books, "tax")
            from research in Money(row, books, "research")
            from done in books.Register(row, new YearStated(
                row.Text("company"), year,
                new YearResults(revenue.Value, tax.Value, research.Value, row.FindWhole("jobs"), row.FindWhole("patents"))))
            select done;
    }

    private static Result<Stated> Money(RecordRow row, WorkbookBooks books, string column) => row.Has(column)
        ? WorkbookBooks.Amount(row, column, books.Books.Root?.Currency ?? Currency.Cny).Map(money => new Stated(money))
        : new Stated(null);

    private static Result<BilingualName> Name(RecordRow row, string zh, string en) =>
        EntryInput.Name(row.Find(zh), row.Find(en)) is { } name ? name : ImportErrors.Blank(zh);

    private sealed record Stated(Money? Value);

    /// <summary>Numbers are those of the stages.</summary>
    private enum TaskWord
    {
        None = 0,
        NotBegun = TaskStage.NotBegun,
        UnderWay = TaskStage.UnderWay,
        BasicallyDone = TaskStage.BasicallyDone,
        Done = TaskStage.Done,
    }
}
