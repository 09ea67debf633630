using System.Security.Cryptography;
using FundTracker.Application.Exports;
using FundTracker.Application.Imports;
using FundTracker.Application.Text;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Exchange.Reading;
using FundTracker.Testing.Databases;

namespace FundTracker.Exchange.Tests;

/// <summary>The demonstration's records are a workbook like any other, and the template is filled with them.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_opens_the_books_and_neither_it_nor_the_filled_template_changes_anything_again()
    {
        await using var host = await TestHost.Create();
        var loaded = await host.Send(new LoadDemo.Command("LUZHOU1"), Actors.Manager1);
        Assert.True(loaded.IsSuccess, string.Join('\n', loaded.Errors.Take(20)));
        var approvers = await host.Look(db => Task.FromResult(db.Lines.Select(line => line.ApprovedBy).Distinct().ToList()));
        Assert.Equal([Signatures.OpeningBalance], approvers);
        var again = await host.Must(new LoadDemo.Command("LUZHOU1"), Actors.Manager1);
        Assert.Equal(new ImportCounts(New: 0, Skipped: loaded.Value.New, Lines: 0), again);
        var template = await host.Must(new GetTemplate.Query(), Actors.Manager1);
        var submitted = await host.Must(new SubmitImport.Command("LUZHOU1", template.FileName, template.Content), Actors.Manager1);
        Assert.Null(submitted.Batch);
        Assert.Equal(again, submitted.Preview.Counts);
    }

    [Fact]
    public async Task Every_line_of_the_demo_names_the_workbook_that_holds_its_row()
    {
        await using var host = await TestHost.Create();
        await host.Must(new LoadDemo.Command("LUZHOU1"), Actors.Manager1);
        var paper = await host.Look(db => Task.FromResult(db.Documents.Single()));
        var lines = await host.Look(db => Task.FromResult(db.Lines.Select(line => new { line.Document, line.Reference, line.RecordedAt }).ToList()));
        var rows = XlsxReader.Read(paper.Content)
            .SelectMany(sheet => sheet.Rows.Where(row => row.Cells.ContainsKey("ref")).Select(row => $"{sheet.Name}:{row.Cells["ref"].Text}")).ToHashSet();
        Assert.Equal("luyang-demo.xlsx", paper.FileName);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(paper.Content)), paper.Sha256);
        Assert.All(lines, line =>
        {
            Assert.Equal(paper.Id, line.Document);
            Assert.Contains(line.Reference, rows);
            Assert.True(paper.RecordedAt <= line.RecordedAt, line.Reference);
        });
    }

    [Fact]
    public async Task The_empty_template_has_every_sheet_and_explains_every_column_in_both_languages()
    {
        await using var host = await TestHost.Create();
        var template = await host.Must(new GetTemplate.Query(IsFilled: false), Actors.Auditor1);
        var sheets = XlsxReader.Read(template.Content);
        var explained = sheets[0].Rows.Where(row => row.Cells.Count > 3).Select(row => row.Cells[sheets[0].Columns[0]].Text + "." + row.Cells[sheets[0].Columns[1]].Text);
        Assert.Equal("ReadMe", sheets[0].Name);
        Assert.Equal(36, sheets.Count);
        Assert.Equal(sheets.Skip(1).SelectMany(sheet => sheet.Columns.Select(column => $"{sheet.Name}.{column}")), explained);
        var submitted = await host.Send(new SubmitImport.Command("M1", template.FileName, template.Content), Actors.Manager1);
        Assert.Equal("import.noMotherFund", submitted.Error.Code);
        var columns = sheets.Skip(1).SelectMany(sheet => sheet.Columns).Except(["ref", "provenance", "illustrative_fields", "note"]).Distinct();
        foreach (var texts in new[] { Texts.In("zh-CN"), Texts.In("en") }) Assert.All(columns, column => Assert.NotNull(texts.Column(column)));
    }

    [Fact]
    public async Task The_ledger_of_a_fund_is_exported_with_every_line_and_its_hash()
    {
        await using var host = await TestHost.Create();
        await host.Import(Workbooks.WorkbookTests.Base);
        var csv = await host.Must(new ExportLedger.Query("M1", Kind: FileKind.Csv, Language: "en"), Actors.Auditor1);
        var excel = await host.Must(new ExportLedger.Query("M1", "S1"), Actors.Auditor1);
        var all = new ImportFileReader().Read("ledger.csv", csv.Content).Value.Single();
        var some = new ImportFileReader().Read("ledger.xlsx", excel.Content).Value.Single();
        var lines = await host.Look(db => Task.FromResult(db.Lines.OrderBy(line => line.Sequence).ToList()));
        Assert.Equal(lines.Select(line => Convert.ToHexStringLower(line.Hash)), all.Rows.Select(row => row.Cells["Hash"].Text));
        Assert.Equal(lines.Select(line => line.RecordedAt.ToString()), all.Rows.Select(row => row.Cells["Recorded at (UTC)"].Text));
        Assert.Equal(["甲母基金", "甲母基金"], some.Rows.Select(row => row.Cells["持有方（中文）"].Text));
        Assert.Equal([300m, 50m], some.Rows.Select(row => row.Cells["金额（元）"].Number));
    }
}
