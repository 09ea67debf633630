using System.Text;
using FundTracker.Application.Exports;

namespace FundTracker.Exchange.Writing;

/// <summary>Grids as CSV by RFC 4180, so that any system reads them and spreadsheets run nothing that a cell says.</summary>
internal static class CsvText
{
    private static readonly char[] NeedsQuotes = [',', '"', '\r', '\n'];
    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r'];

    /// <summary>UTF-8 with its mark, CRLF.</summary>
    public static byte[] Write(Grid grid)
    {
        var text = new StringBuilder();
        Line(text, grid.Columns.Select(column => Guarded(column.Title)));
        foreach (var row in grid.Rows) Line(text, row.Select(Cell));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Cell(object? value)
    {
        var plain = PlainValue.Of(value);
        return plain is null ? "" : plain.Number is null && plain.Day is null ? Guarded(plain.Text) : plain.Text;
    }

    private static string Guarded(string text) => text.Length > 0 && FormulaStarts.Contains(text[0]) ? "'" + text : text;

    private static string Quoted(string text) =>
        text.IndexOfAny(NeedsQuotes) < 0 ? text : '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
