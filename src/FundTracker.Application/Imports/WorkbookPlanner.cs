using FundTracker.Application.Imports.Sheets;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Imports;

/// <summary>
/// Judges a workbook's rows one after the other: form, refs, then each row against the books and the rows before it, in the order of
/// their dates. The same for a dry run and for the import itself.
/// </summary>
internal static class WorkbookPlanner
{
    /// <summary>Sheets in the order of the template; on one day rows are taken in this order.</summary>
    public static IReadOnlyList<SheetRule> Sheets { get; } =
    [
        MemberSheets.Funds, MemberSheets.Investors, MemberSheets.Companies, MemberSheets.Facts,
        PlanSheets.Plans, PlanSheets.Tranches, PlanSheets.Conditions,
        CommitmentSheets.Commitments, CallSheets.Calls, CallSheets.Items, CallSheets.Contributions, CallSheets.InKind,
        ReturnSheets.Distributions, ReturnSheets.Navs, ReturnSheets.ValueChanges,
        HoldingSheets.Rounds, HoldingSheets.Investments, HoldingSheets.Valuations, HoldingSheets.Exits,
        LocalSheets.LocalCases,
        CashSheets.FundCash, CashSheets.Exchanges, CommitmentSheets.Openings, CallSheets.Cancellations, ReversalSheet.Reversals,
        CarrierSheets.Carriers, CarrierSheets.Steps, CarrierSheets.Tenants, CarrierSheets.TenantSteps,
        ProgrammeSheets.Programmes, ProgrammeSheets.Tasks, ProgrammeSheets.TaskSteps, CarrierSheets.Figures, ProgrammeSheets.Years,
        ToleranceSheets.Diligence,
    ];

    private static readonly Dictionary<string, (SheetRule Rule, int Place)> ByName =
        Sheets.Select((rule, i) => (rule, i)).ToDictionary(pair => pair.rule.Format.Name, pair => (pair.rule, pair.i), StringComparer.OrdinalIgnoreCase);

    /// <summary>A sheet by name, or null.</summary>
    public static SheetRule? Find(string name) => ByName.TryGetValue(name, out var found) ? found.Rule : null;

    /// <summary>Judges all rows.</summary>
    /// <param name="books">Members, edges and lines; gets what the rows add.</param>
    /// <param name="signed">Who hands in and who approves.</param>
    /// <param name="sheets">The file.</param>
    /// <param name="termsOn">What cases of local re-investment are recognised at on a day.</param>
    /// <param name="progress">Is told how far it is; may be null.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <param name="history">When each row was recorded; null where all are recorded now.</param>
    public static async Task<ImportPlan> Plan(
        ImportBooks books, Signatures signed, IReadOnlyList<ImportSheet> sheets, Func<DateOnly, Result<LocalTerms>> termsOn,
        IProgress<ImportProgress>? progress, CancellationToken cancellation, IRecordingHistory? history = null)
    {
        var plan = new ImportPlan(books);
        var rows = Read(sheets, plan);
        var reversed = rows.Where(row => row.Sheet == ReversalSheet.Reversals.Format.Name).Select(row => row.Text("reverses")).ToList();
        var recorded = await WorkbookBooks.Read(books, signed, reversed, cancellation);
        recorded.TermsOn = termsOn;
        plan.Workbook = recorded;
        recorded.History = history;
        var fresh = Sift(rows, recorded, plan);
        Apply(fresh, recorded, plan, progress);
        plan.Remarks.AddRange(recorded.Remarks);
        NavSplits.Judge(books, fresh, plan);
        plan.Remarks.AddRange(CashHistory.BelowZero(books));
        return plan;
    }

    private static List<RecordRow> Read(IReadOnlyList<ImportSheet> sheets, ImportPlan plan)
    {
        var rows = new List<RecordRow>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sheet in sheets)
        {
            if (Find(sheet.Name) is not { } rule)
            {
                plan.Refuse(sheet.Name, ImportErrors.UnknownSheet(string.Join(", ", Sheets.Select(known => known.Format.Name))));
                continue;
            }

            if (!seen.Add(sheet.Name)) plan.Refuse(sheet.Name, ImportErrors.SheetTwice());
            if (!HasColumns(rule.Format, sheet, plan)) continue;
            foreach (var row in sheet.Rows)
            {
                if (RowReading.Read(rule.Format, row, plan.Errors) is { } read) rows.Add(read);
                else plan.Refused.Add((rule.Format.Name, row.Number));
            }
        }

        return rows;
    }

    private static bool HasColumns(SheetFormat format, ImportSheet sheet, ImportPlan plan)
    {
        var before = plan.Errors.Count;
        foreach (var column in sheet.Columns.Where(column => format.Find(column) is null))
            plan.Refuse(sheet.Name, ImportErrors.UnknownColumn(string.Join(", ", format.Columns.Select(known => known.Name))), column);
        foreach (var column in sheet.Columns.GroupBy(column => column, StringComparer.OrdinalIgnoreCase).Where(same => same.Skip(1).Any()))
            plan.Refuse(sheet.Name, ImportErrors.ColumnTwice(column.Key), column.Key);
        if (sheet.Rows.Count == 0) return plan.Errors.Count == before;
        foreach (var column in format.Columns.Where(column => column.IsRequired && !sheet.Columns.Contains(column.Name, StringComparer.OrdinalIgnoreCase)))
            plan.Refuse(sheet.Name, ImportErrors.ColumnMissing(column.Name), column.Name);
        return plan.Errors.Count == before;
    }

    /// <summary>Leaves the rows that are new; the same ref with the same content is skipped, with other content refused.</summary>
    private static List<RecordRow> Sift(List<RecordRow> rows, WorkbookBooks books, ImportPlan plan)
    {
        var fresh = new List<RecordRow>();
        var first = new Dictionary<(string, string), RecordRow>();
        foreach (var row in rows)
        {
            var key = (row.Sheet, row.Ref);
            if (first.TryGetValue(key, out var twin))
            {
                if (twin.Content == row.Content) plan.Skipped.Add(row);
                else plan.Refuse(row, Twice(twin, row));
                continue;
            }

            first.Add(key, row);
            if (!books.Imported.TryGetValue(key, out var imported))
            {
                if (books.SpellingOf(row.Sheet, row.Ref) is var other && other != row.Ref) plan.Refuse(row, ImportErrors.RefSpelledAlike(other));
                else fresh.Add(row);
            }
            else if (imported.Content == row.Content) plan.Skipped.Add(row);
            else plan.Refuse(row, Taken(imported, row));
        }

        return fresh;
    }

    private static DomainError Taken(ImportedRow imported, RecordRow row)
    {
        var (recorded, given) = CanonicalContent.Differences(imported.Content, row.Content);
        return ImportErrors.RefTaken(recorded: recorded, given: given);
    }

    private static DomainError Twice(RecordRow twin, RecordRow row)
    {
        var (one, other) = CanonicalContent.Differences(twin.Content, row.Content);
        return ImportErrors.RefTwice(twin.Number, first: one, second: other);
    }

    private static void Apply(List<RecordRow> fresh, WorkbookBooks books, ImportPlan plan, IProgress<ImportProgress>? progress)
    {
        var freshRefs = fresh.Select(row => (row.Sheet, row.Ref)).ToHashSet();
        var below = fresh.Where(row => Find(row.Sheet)!.Above is not null).ToList();
        books.Arrange(below.ToLookup(row => (row.Sheet, row.Text(Find(row.Sheet)!.Above!.Value.Column))));
        foreach (var row in below) JudgeAbove(row, freshRefs, books, plan);
        var queue = InOrder(fresh.Except(below));
        for (var i = 0; i < queue.Count; i++)
        {
            if (i % 100 == 0) progress?.Report(new ImportProgress(ImportStep.Judging, i, queue.Count));
            if (books.History?.Of(queue[i]) is { } at) books.Books.MoveTo(at);
            var outcome = Find(queue[i].Sheet)!.Apply(queue[i], books);
            if (!outcome.IsSuccess) plan.Refuse(queue[i], [.. outcome.Errors]);
        }

        plan.New.AddRange(fresh);
        progress?.Report(new ImportProgress(ImportStep.Judging, queue.Count, queue.Count));
    }

    private static void JudgeAbove(RecordRow row, HashSet<(string, string)> fresh, WorkbookBooks books, ImportPlan plan)
    {
        var (sheet, column) = Find(row.Sheet)!.Above!.Value;
        var reference = row.Text(column);
        if (fresh.Contains((sheet, reference))) return;
        var error = books.Imported.ContainsKey((sheet, reference))
            ? ImportErrors.AlreadyRecorded(sheet, reference)
            : ImportErrors.UnknownRef(sheet, reference);
        plan.Refuse(row, error.At(column));
    }

    /// <summary>Members, facts, plans and rounds first; then by date, sheet and row; what takes a row back right behind it.</summary>
    private static List<RecordRow> InOrder(IEnumerable<RecordRow> rows)
    {
        var reversals = rows.Where(row => row.Sheet == ReversalSheet.Reversals.Format.Name).ToLookup(row => row.Text("reverses"), StringComparer.Ordinal);
        var ordered = rows.Where(row => row.Sheet != ReversalSheet.Reversals.Format.Name)
            .OrderBy(row => Find(row.Sheet)!.ComesFirst ? 0 : 1)
            .ThenBy(row => Find(row.Sheet)!.ComesFirst ? ByName[row.Sheet].Place : 0)
            .ThenBy(row => row.Find("kind") == "Mother" ? 0 : 1)
            .ThenBy(row => row.Sheet == PlanSheets.Tranches.Format.Name || !Find(row.Sheet)!.ComesFirst ? row.Date : default)
            .ThenBy(row => ByName[row.Sheet].Place).ThenBy(row => row.Number).ToList();
        var references = ordered.Select(row => row.Reference).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. reversals.Where(group => !references.Contains(group.Key)).SelectMany(group => group),
            .. ordered.SelectMany(row => reversals[row.Reference].Prepend(row)),
        ];
    }
}
