using System.Text;

namespace FundTracker.Application.Indices;

/// <summary>Rows of a small CSV file: commas between cells, quotes around cells that hold commas, doubled quotes within them.</summary>
internal static class CsvRow
{
    /// <summary>The rows with their numbers in the file, from 1; blank ones and a byte order mark are passed over.</summary>
    public static IReadOnlyList<(int Number, string Text)> Of(byte[] content) =>
    [
        .. Encoding.UTF8.GetString(content).TrimStart('\uFEFF').Split('\n').Select((row, place) => (Number: place + 1, Text: row.Trim()))
            .Where(row => row.Text.Length > 0),
    ];

    /// <summary>The cells of a row, without the spaces and quotes around them.</summary>
    public static IReadOnlyList<string> Cells(string row)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == '"' && isQuoted && i + 1 < row.Length && row[i + 1] == '"') cell.Append(row[++i]);
            else if (row[i] == '"') isQuoted = !isQuoted;
            else if (row[i] == ',' && !isQuoted) Add();
            else cell.Append(row[i]);
        }

        Add();
        return cells;

        void Add()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
