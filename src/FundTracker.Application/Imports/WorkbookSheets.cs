using FundTracker.Application.Imports.Sheets;

namespace FundTracker.Application.Imports;

/// <summary>Tells workbooks of records from other files.</summary>
internal static class WorkbookSheets
{
    /// <summary>Name of the template's first sheet, which explains the others and is never imported.</summary>
    public const string ReadMe = "ReadMe";

    /// <summary>
    /// The file's sheets by the names of the format, or null where it is no workbook of records. A single sheet of another name (a CSV
    /// file) is known by its columns, if they fit one format only.
    /// </summary>
    public static IReadOnlyList<ImportSheet>? Recognise(IReadOnlyList<ImportSheet> sheets)
    {
        if (sheets.Any(sheet => WorkbookPlanner.Find(sheet.Name) is { } rule && Fits(rule, sheet)))
            return [.. sheets.Where(sheet => !string.Equals(sheet.Name, ReadMe, StringComparison.OrdinalIgnoreCase))];
        if (sheets.Count != 1) return null;
        var fitting = WorkbookPlanner.Sheets.Where(rule => Fits(rule, sheets[0])).ToList();
        return fitting.Count == 1 ? [sheets[0] with { Name = fitting[0].Format.Name }] : null;
    }

    /// <summary>The code of the mother fund that the file sets up or names, or null.</summary>
    public static string? MotherFund(IReadOnlyList<ImportSheet> sheets)
    {
        var funds = Recognise(sheets)?.FirstOrDefault(sheet => WorkbookPlanner.Find(sheet.Name) == MemberSheets.Funds);
        var mother = funds?.Rows.FirstOrDefault(row => row.Cells.TryGetValue("kind", out var kind) && FormatWords.Bare(kind.Text) == "MOTHER");
        return mother?.Cells.GetValueOrDefault("code")?.Text.ToUpperInvariant();
    }

    private static bool Fits(SheetRule rule, ImportSheet sheet) =>
        sheet.Columns.All(column => rule.Format.Find(column) is not null)
        && rule.Format.Columns.Where(column => column.IsRequired).All(column => sheet.Columns.Contains(column.Name, StringComparer.OrdinalIgnoreCase));
}
