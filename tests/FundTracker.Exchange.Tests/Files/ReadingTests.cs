using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FundTracker.Application.Imports;
using FundTracker.Exchange.Reading;

namespace FundTracker.Exchange.Tests.Files;

/// <summary>Workbooks are read as the decimals and days that stand in them.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("1.1000000000000001", "1.1")]
    [InlineData("24096354.120000001", "24096354.12")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("33.333333333333336", "33.3333333333333")]
    [InlineData("12345678901234567", "12345678901234567")]
    [InlineData("1234567890123456.78", "1234567890123456.78")]
    [InlineData("5000000000", "5000000000")]
    [InlineData("5E9", "5000000000")]
    [InlineData("1E-2", "0.01")]
    public void A_number_is_the_decimal_that_was_meant(string raw, string meant)
    {
        var cell = Read(new Cell { CellReference = "A2", CellValue = new CellValue(raw) });
        Assert.Equal(decimal.Parse(meant, System.Globalization.CultureInfo.InvariantCulture), cell.Number);
    }

    [Theory]
    [InlineData(14U, "45016", "2023-03-31")]
    [InlineData(165U, "45016", "2023-03-31")]
    [InlineData(31U, "45016", "2023-03-31")]
    public void A_number_with_the_format_of_a_date_is_a_day(uint format, string serial, string day)
    {
        var cell = Read(new Cell { CellReference = "A2", StyleIndex = 1, CellValue = new CellValue(serial) }, format);
        Assert.Equal(Importing.Day(day), cell.Date);
        Assert.Equal(day, cell.Text);
    }

    [Fact]
    public void A_formula_stands_for_the_value_saved_with_it_and_without_one_for_itself()
    {
        Assert.Equal(3m, Read(new Cell { CellReference = "A2", CellFormula = new CellFormula("1+2"), CellValue = new CellValue("3") }).Number);
        Assert.Equal("=1+2", Read(new Cell { CellReference = "A2", CellFormula = new CellFormula("1+2") }).Text);
    }

    [Fact]
    public void An_error_value_is_text_that_no_amount_can_be_read_from()
    {
        var cell = Read(new Cell { CellReference = "A2", DataType = CellValues.Error, CellValue = new CellValue("#REF!") });
        Assert.Equal(("#REF!", null), (cell.Text, cell.Number));
    }

    [Fact]
    public void Cells_without_a_header_bear_the_letter_of_their_column()
    {
        var sheet = Assert.Single(Read("a,,c\n1,2,3\n"u8.ToArray()));
        Assert.Equal(["a", "c", "B"], sheet.Columns);
        Assert.Equal("2", sheet.Rows[0].Cells["B"].Text);
    }

    [Fact]
    public void Rows_are_numbered_as_a_spreadsheet_numbers_them()
    {
        var sheet = Assert.Single(Read("\na,b\n\n1,\"two\nlines\"\n\n3,4\n"u8.ToArray()));
        Assert.Equal([4, 6], sheet.Rows.Select(row => row.Number));
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 1, 2 }, "import.oldExcel")]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 5 }, "import.notReadable")]
    [InlineData(new byte[] { 1, 0, 2, 0 }, "import.notReadable")]
    [InlineData(new byte[] { 10, 10 }, "import.nothingInFile")]
    public void Files_of_other_kinds_are_refused_by_name(byte[] content, string code) =>
        Assert.Equal(code, new ImportFileReader().Read("file.xlsx", content).Error.Code);

    private static ImportCell Read(Cell cell, uint format = 0) => Assert.Single(Read(WorkbookOf(cell, format))).Rows[0].Cells["head"];

    private static IReadOnlyList<ImportSheet> Read(byte[] content) => new ImportFileReader().Read("file", content).Value;

    private static byte[] WorkbookOf(Cell cell, uint format)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>("s1");
            var head = new Cell { CellReference = "A1", DataType = CellValues.InlineString, InlineString = new InlineString(new Text("head")) };
            part.Worksheet = new Worksheet(new SheetData(new Row(head) { RowIndex = 1 }, new Row(cell) { RowIndex = 2 }));
            workbook.AddNewPart<WorkbookStylesPart>("st").Stylesheet = new Stylesheet(
                new NumberingFormats(new NumberingFormat { NumberFormatId = 165, FormatCode = "yyyy\"年\"m\"月\"d\"日\"" }),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = format }));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "Sheet1", SheetId = 1, Id = "s1" }));
        }

        return bytes.ToArray();
    }
}
