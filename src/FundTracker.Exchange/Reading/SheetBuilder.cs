using FundTracker.Application.Imports;

namespace FundTracker.Exchange.Reading;

/// <summary>Puts a sheet together: the first row that holds anything is the header, the rows below are records.</summary>
internal sealed class SheetBuilder(string name)
{
    private readonly List<ImportRow> rows = [];
    private List<string>? header;
    private SortedSet<int>? headless;

    /// <summary>Takes a row; blank cells are null.</summary>
    public void Add(int number, IReadOnlyList<ImportCell?> cells)
    {
        if (!cells.Any(cell => cell is not null)) return;
        if (header is null)
        {
            header = [.. cells.Select(cell => cell?.Text ?? "")];
            headless = [];
            return;
        }

        var byColumn = new Dictionary<string, ImportCell>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is not { } cell) continue;
            if (i >= header.Count || header[i].Length == 0) headless!.Add(i);
            byColumn.TryAdd(NameOf(i), cell);
        }

        rows.Add(new ImportRow(number, byColumn));
    }

    /// <summary>The sheet; columns with cells but without a header bear the letter of their place, so that they are seen.</summary>
    public ImportSheet Build()
    {
        var named = header ?? [];
        var columns = named.Where(column => column.Length > 0).Concat((headless ?? []).Select(NameOf));
        return new ImportSheet(name, [.. columns], rows);
    }

    /// <summary>Letters of a column by its place from 0: A, B, … AA.</summary>
    public static string Letters(int place)
    {
        var letters = "";
        for (var rest = place + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }

    private string NameOf(int place) => place < header!.Count && header[place].Length > 0 ? header[place] : Letters(place);
}
