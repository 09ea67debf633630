using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FundTracker.Application.Imports;

namespace FundTracker.Exchange.Reading;

/// <summary>
/// Reads workbooks cell by cell from the XML itself, so that a number is the decimal that stands there and never passes through a binary
/// floating-point number.
/// </summary>
internal static class XlsxReader
{
    private const long UnpackedBytesMax = 512L * 1024 * 1024;

    /// <summary>Reads all sheets.</summary>
    /// <exception cref="UnreadableFileException">Damaged, protected by a password, or too large when unpacked.</exception>
    public static IReadOnlyList<ImportSheet> Read(byte[] content)
    {
        try
        {
            Measure(content);
            using var document = SpreadsheetDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
            var workbook = document.WorkbookPart ?? throw new UnreadableFileException("no workbook part");
            var cells = new XlsxCells(workbook);
            return [.. (workbook.Workbook?.Sheets?.Elements<Sheet>() ?? []).Select(sheet => Read(workbook, sheet, cells)).OfType<ImportSheet>()];
        }
        catch (Exception damaged) when (damaged is OpenXmlPackageException or InvalidDataException or XmlException or FormatException or FileFormatException)
        {
            throw new UnreadableFileException(damaged.Message, damaged);
        }
    }

    private static void Measure(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Sum(entry => entry.Length) > UnpackedBytesMax) throw new UnreadableFileException($"more than {UnpackedBytesMax} bytes when unpacked");
    }

    private static ImportSheet? Read(WorkbookPart workbook, Sheet sheet, XlsxCells cells)
    {
        if (sheet.Id?.Value is not { } id || workbook.GetPartById(id) is not WorksheetPart part) return null;
        var built = new SheetBuilder(CellText.Trim(sheet.Name?.Value ?? ""));
        var number = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
            var row = (Row)reader.LoadCurrentElement()!;
            number = row.RowIndex?.Value is { } index ? (int)index : number + 1;
            built.Add(number, Cells(row, cells));
        }

        return built.Build();
    }

    private static List<ImportCell?> Cells(Row row, XlsxCells cells)
    {
        var read = new List<ImportCell?>();
        foreach (var cell in row.Elements<Cell>())
        {
            var place = cell.CellReference?.Value is { } reference ? PlaceOf(reference) : read.Count;
            while (read.Count <= place) read.Add(null);
            read[place] = cells.Read(cell);
        }

        return read;
    }

    private static int PlaceOf(string reference)
    {
        var place = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter)) place = (place * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        return place - 1;
    }
}
