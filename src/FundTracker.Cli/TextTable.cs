namespace FundTracker.Cli;

/// <summary>A table on a terminal: columns as wide as their widest cell, where a Chinese character takes two places.</summary>
internal sealed class TextTable(IReadOnlyList<string> head)
{
    private readonly List<IReadOnlyList<string>> rows = [head];

    public void Add(IReadOnlyList<string> row) => rows.Add(row);

    public void Write(TextWriter output)
    {
        var widths = Enumerable.Range(0, head.Count).Select(i => rows.Max(row => Width(row[i]))).ToArray();
        foreach (var row in rows) output.WriteLine(string.Join("  ", row.Select((cell, i) => Pad(cell, widths[i]))).TrimEnd());
    }

    private static string Pad(string cell, int width)
    {
        var space = new string(' ', width - Width(cell));
        return cell.Length > 0 && (char.IsAsciiDigit(cell[0]) || cell[0] == '-') ? space + cell : cell + space;
    }

    private static int Width(string cell) => cell.Sum(c => c >= 0x2E80 ? 2 : 1);
}
