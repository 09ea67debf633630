using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FundTracker.Application.Imports;

namespace FundTracker.Exchange.Reading;

/// <summary>Values of a workbook's cells: shared texts, numbers, days.</summary>
internal sealed partial class XlsxCells
{
    private const int DigitsOfExcel = 15;
    private const decimal NoiseMax = 0.000001m;

    private readonly IReadOnlyList<string> shared;
    private readonly IReadOnlyList<bool> isDateStyle;
    private readonly DateOnly dayZero;

    public XlsxCells(WorkbookPart workbook)
    {
        shared = [.. workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(TextOf) ?? []];
        isDateStyle = DateStyles(workbook.WorkbookStylesPart?.Stylesheet);
        var from1904 = workbook.Workbook?.WorkbookProperties?.Date1904?.Value == true;
        dayZero = from1904 ? new DateOnly(1904, 1, 1) : new DateOnly(1899, 12, 30);
    }

    /// <summary>The value of a cell; null where it is blank. A formula stands for the value that was saved with it.</summary>
    public ImportCell? Read(Cell cell)
    {
        var raw = cell.CellValue?.Text ?? "";
        var kind = cell.DataType?.Value;
        if (kind == CellValues.InlineString) return Text(cell.InlineString is { } inline ? TextOf(inline) : "");
        if (raw.Length == 0) return cell.CellFormula is { } formula ? new ImportCell("=" + formula.Text) : null;
        if (kind == CellValues.SharedString) return Text(shared.ElementAtOrDefault(int.Parse(raw, CultureInfo.InvariantCulture)) ?? "");
        if (kind == CellValues.Boolean) return new ImportCell(raw == "1" ? "TRUE" : "FALSE");
        if (kind == CellValues.Date) return Text(raw);
        if (kind is not null && kind != CellValues.Number) return Text(raw);
        if (!decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return Text(raw);
        var style = (int)(cell.StyleIndex?.Value ?? 0);
        return style < isDateStyle.Count && isDateStyle[style] ? Day(number) : Number(Exact(raw, number));
    }

    /// <summary>
    /// The decimal that was meant. Excel keeps 15 digits and writes up to 17: 1.1 stands in the file as 1.1000000000000001. Digits beyond the
    /// fifteenth are dropped where together they are worth less than a millionth; else the number is taken as it stands.
    /// </summary>
    internal static decimal Exact(string raw, decimal number)
    {
        if (!raw.Contains('.', StringComparison.Ordinal) && !raw.Contains('E', StringComparison.OrdinalIgnoreCase)) return number;
        var magnitude = Math.Abs(decimal.Truncate(number));
        var before = magnitude == 0 ? 0 : magnitude.ToString(CultureInfo.InvariantCulture).Length;
        var kept = decimal.Round(number, Math.Clamp(DigitsOfExcel - before, 0, 28), MidpointRounding.AwayFromZero);
        return Math.Abs(kept - number) < NoiseMax ? kept : number;
    }

    private static ImportCell? Text(string text)
    {
        var trimmed = CellText.Trim(text);
        return trimmed.Length == 0 ? null : new ImportCell(trimmed);
    }

    private static ImportCell Number(decimal number) =>
        new(number.ToString("0.############################", CultureInfo.InvariantCulture), number);

    private ImportCell Day(decimal serial)
    {
        var isDay = serial == decimal.Truncate(serial) && serial is >= 61 and < 2_958_466;
        if (!isDay) return new ImportCell(serial.ToString(CultureInfo.InvariantCulture), serial);
        var day = dayZero.AddDays((int)serial);
        return new ImportCell(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Number: null, day);
    }

    private static string TextOf(SharedStringItem item) => item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(run => run.Text?.Text ?? ""));

    private static string TextOf(InlineString item) => item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(run => run.Text?.Text ?? ""));

    private static IReadOnlyList<bool> DateStyles(Stylesheet? styles)
    {
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId?.Value is not null)
            .ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode?.Value ?? "");
        return [.. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(format => IsDate(format.NumberFormatId?.Value ?? 0, own))];
    }

    private static bool IsDate(uint format, Dictionary<uint, string> own)
    {
        if (format is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58)) return true;
        return own.TryGetValue(format, out var code) && DatePart().IsMatch(Quoted().Replace(code, ""));
    }

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("[yd]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DatePart();
}
