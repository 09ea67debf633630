using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using FundTracker.Application.Exports;

namespace FundTracker.Exchange.Writing;

/// <summary>Cell formats of a workbook; each is written once, however often it is used.</summary>
internal sealed class XlsxStyles
{
    private const uint FirstOwnFormat = 164;
    private readonly List<string> formats = [];
    private readonly List<(uint Format, bool Bold, bool Right)> cells = [(0, false, false)];

    /// <summary>Text.</summary>
    public uint Plain => 0;

    /// <summary>The header above a column.</summary>
    public uint Header(GridColumn column) => Index((0, true, Headers.IsNumeric(column)));

    /// <summary>The cells of a column.</summary>
    public uint Of(GridColumn column) => Index((FormatOf(CodeOf(column)), false, Headers.IsNumeric(column)));

    /// <summary>The part that holds them.</summary>
    public Stylesheet Build() => new(
        new NumberingFormats(formats.Select((code, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = code })) { Count = (uint)formats.Count },
        new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(cells.Select(Format)) { Count = (uint)cells.Count });

    private static OpenXmlElement Format((uint Format, bool Bold, bool Right) cell)
    {
        var format = new CellFormat
        {
            NumberFormatId = cell.Format, FontId = cell.Bold ? 1U : 0U, FillId = 0, BorderId = 0, FormatId = 0, ApplyNumberFormat = cell.Format != 0,
        };
        if (!cell.Right) return format;
        format.ApplyAlignment = true;
        format.AppendChild(new Alignment { Horizontal = HorizontalAlignmentValues.Right });
        return format;
    }

    private static string CodeOf(GridColumn column)
    {
        var places = column.Decimals == 0 ? "" : "." + new string('0', column.Decimals);
        return column.Format switch
        {
            GridFormat.Whole => "0",
            GridFormat.Amount => "#,##0" + places,
            GridFormat.Percent => "0" + places + "%",
            GridFormat.Multiple => "0" + places + "\"x\"",
            GridFormat.Date => "yyyy-mm-dd",
            _ => "",
        };
    }

    private uint FormatOf(string code)
    {
        if (code.Length == 0) return 0;
        if (!formats.Contains(code, StringComparer.Ordinal)) formats.Add(code);
        return FirstOwnFormat + (uint)formats.IndexOf(code);
    }

    private uint Index((uint Format, bool Bold, bool Right) cell)
    {
        if (!cells.Contains(cell)) cells.Add(cell);
        return (uint)cells.IndexOf(cell);
    }
}
