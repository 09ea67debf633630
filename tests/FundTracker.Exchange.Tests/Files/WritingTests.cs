using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FundTracker.Application.Exports;
using FundTracker.Domain.Values;
using FundTracker.Exchange.Reading;
using FundTracker.Exchange.Writing;

namespace FundTracker.Exchange.Tests.Files;

/// <summary>Grids are written so that nothing of them is changed, and read back the same.</summary>
public sealed class WritingTests
{
    private static readonly Grid Sample = new(
        "子基金: A/B", [
            new GridColumn("Name", GridFormat.Text) { Prompt = "名称", Choices = ["one", "two"] }, new GridColumn("金额（元）", GridFormat.Amount),
            new GridColumn("Share", GridFormat.Percent), new GridColumn("TVPI", GridFormat.Multiple), new GridColumn("Day", GridFormat.Date),
            new GridColumn("At", GridFormat.Stamp), new GridColumn("Year", GridFormat.Whole),
        ],
        [
            ["=1+1", Money.Of(1234567.89m, Currency.Cny), Percentage.FromPercent(12.5m), Multiple.Of(1.45m), new DateOnly(2023, 6, 30), new Stamp(1), 2017],
            ["a,\"b\"\nc", Money.FromMinor(123456789012345678, Currency.Cny), null, null, null, null, null],
        ])
    {
        Captions = ["截至 2023-06-30"],
    };

    [Fact]
    public void A_workbook_is_valid_by_the_standard_s_own_rules()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(new SpreadsheetWriter().Workbook([Sample, Sample])), isEditable: false);
        var faults = new OpenXmlValidator().Validate(document);
        Assert.Empty(faults.Select(fault => fault.Description));
    }

    [Fact]
    public void The_same_grids_give_the_same_bytes() =>
        Assert.Equal(new SpreadsheetWriter().Workbook([Sample]), new SpreadsheetWriter().Workbook([Sample]));

    [Fact]
    public void What_is_written_is_read_back_and_numbers_above_15_digits_stay_exact_as_text()
    {
        var sheet = Assert.Single(XlsxReader.Read(new SpreadsheetWriter().Workbook([Sample with { Captions = [] }])));
        Assert.Equal("子基金 AB", sheet.Name);
        Assert.Equal(1234567.89m, sheet.Rows[0].Cells["金额（元）"].Number);
        Assert.Equal(0.125m, sheet.Rows[0].Cells["Share"].Number);
        Assert.Equal(new DateOnly(2023, 6, 30), sheet.Rows[0].Cells["Day"].Date);
        Assert.Equal("1970-01-01T00:00:00.000001Z", sheet.Rows[0].Cells["At"].Text);
        Assert.Equal(("1234567890123456.78", null), (sheet.Rows[1].Cells["金额（元）"].Text, sheet.Rows[1].Cells["金额（元）"].Number));
    }

    [Fact]
    public void Text_that_a_spreadsheet_would_run_is_disarmed_in_csv()
    {
        var csv = Encoding.UTF8.GetString(new SpreadsheetWriter().Csv(Sample));
        Assert.Equal(
            "\uFEFFName,金额（元）,Share,TVPI,Day,At,Year\r\n'=1+1,1234567.89,0.125,1.45,2023-06-30,1970-01-01T00:00:00.000001Z,2017\r\n"
            + "\"a,\"\"b\"\"\nc\",1234567890123456.78,,,,,\r\n", csv);
    }
}
