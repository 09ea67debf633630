using System.Globalization;
using System.Security.Cryptography;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FundTracker.Analytics.Ratios;
using FundTracker.Application.Figures;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Browser;

/// <summary>The auditor's and the committee member's jobs on the demonstration: figures down to their lines, files out, the report read back.</summary>
[Collection(SweepCollection.Name)]
public sealed class AuditorJourney(Chromium chromium, LiveHost host) : BrowserTests(chromium, host)
{
    private const string MidYear = "?asOf=2023-06-30";
    private static readonly DateOnly Day = new(2023, 6, 30);
    private readonly LiveHost host = host;

    [Theory]
    [InlineData("zh", "基金概况")]
    [InlineData("en", "Luzhou")]
    public async Task The_quarterly_report_is_downloaded_and_prints_what_figures_says(string language, string word)
    {
        var page = await SignIn(Screen.Desk, "auditor1");
        await Go(page, "/reports" + MidYear);
        await page.Locator("main").GetByLabel("语言").SelectOptionAsync(language);
        var path = await Download(page, page.Locator("main a[download]"));

        using var pdf = PdfDocument.Open(path);
        var text = string.Concat(pdf.GetPages().Select(one => one.Text));
        Assert.Contains(word, text, StringComparison.Ordinal);
        var funds = await Figures();
        Assert.Equal(21, funds.Count);
        foreach (var fund in funds)
        {
            Assert.All(AmountsOf(fund), amount => Assert.Contains(amount, text, StringComparison.Ordinal));
            Assert.Contains(fund.Fund.Code, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_ratio_is_followed_to_its_line_and_the_line_to_who_signed_it_and_to_the_document_behind_it()
    {
        var page = await SignIn(Screen.Desk, "auditor1");
        await Go(page, "/leverage" + MidYear);
        await page.Locator("main .ft-figure").First.ClickAsync();
        var trail = page.GetByRole(AriaRole.Dialog);
        await Expect(trail.Locator("h3").First).ToBeVisibleAsync();
        for (var step = 0; step < 6 && await trail.Locator("a[href^='/ledger/']").CountAsync() == 0; step++)
        {
            var above = await trail.Locator(".ft-trail-path button").CountAsync();
            await trail.Locator(".ft-trail-inputs button").First.ClickAsync();
            await Expect(trail.Locator(".ft-trail-path button")).ToHaveCountAsync(above + 1);
            await trail.Locator(".ft-trail-foot").WaitForAsync();
        }

        await Picture(page, "trail-drawer");
        await MustBeAccessible(page);
        var line = trail.Locator("a[href^='/ledger/']").First;
        var address = await line.GetAttributeAsync("href");
        await line.ClickAsync();
        await page.WaitForURLAsync("**" + address + "*", new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        await Expect(page.Locator("main")).ToContainTextAsync("manager1");
        var paper = await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "luyang-demo.xlsx" }).GetAttributeAsync("href");
        var answer = await page.APIRequest.GetAsync(paper!);
        Assert.True(answer.Ok, $"{answer.Status} {paper}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(await answer.BodyAsync()));
        await Go(page, "/documents");
        var row = page.Locator("main tbody tr", new PageLocatorOptions { HasText = "luyang-demo.xlsx" });
        await Expect(row.Locator("code")).ToHaveAttributeAsync("title", hash);
    }

    [Fact]
    public async Task The_table_of_sub_funds_is_exported_with_its_numbers_as_numbers()
    {
        var page = await SignIn(Screen.Desk, "auditor1");
        await Go(page, "/sub-funds" + MidYear);
        var path = await Download(page, page.Locator("main .ft-table-tools button").First);

        using var workbook = SpreadsheetDocument.Open(path, isEditable: false);
        var cells = workbook.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<CellValue>().Select(cell => cell.Text).ToHashSet();
        var paid = (await Figures()).Skip(1).Select(fund => fund.PaidIn.Value!.Amount.ToString("0.##", CultureInfo.InvariantCulture));
        Assert.All(paid, amount => Assert.Contains(amount, cells));
    }

    [Fact]
    public async Task Rule_findings_are_taken_away_with_the_reason_where_there_is_no_figure()
    {
        var page = await SignIn(Screen.Desk, "auditor1");
        await Go(page, "/rules");
        var path = await Download(page, page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "导出 Excel" }));

        using var workbook = SpreadsheetDocument.Open(path, isEditable: false);
        var sheet = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var texts = sheet.Descendants<InlineString>().Select(text => text.InnerText).ToHashSet();
        Assert.Superset(new HashSet<string> { "F-04", "F-10", "L-14", "N-12", "尚未填报证据。" }, texts);
        Assert.True(sheet.Descendants<CellValue>().Count() > 100, "Figures of the findings are numbers.");
    }

    [Fact]
    public async Task The_ledger_and_the_audit_trail_are_taken_away_and_verified()
    {
        var page = await SignIn(Screen.Desk, "auditor1");
        await Go(page, "/ledger" + MidYear);
        var ledger = await File.ReadAllLinesAsync(await Download(page, page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "CSV" })));
        Assert.True(ledger.Length > 6_000, $"The file has {ledger.Length} lines.");
        await Go(page, "/audit");
        await Expect(page.Locator("main tbody tr").First).ToBeVisibleAsync();
        await Press(page, "核验");
        await Expect(page.Locator(".ft-checks li").First).ToHaveClassAsync("ft-met");
        await Picture(page, "audit");
        await MustBeAccessible(page);
    }

    private static Task Press(IPage page, string button) =>
        page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    private static async Task<string> Download(IPage page, ILocator from)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => from.ClickAsync());
        return await download.PathAsync();
    }

    /// <summary>The amounts of a fund as the report prints them, in ten thousands; those without an answer are left out.</summary>
    private static IEnumerable<string> AmountsOf(FundFigures fund) =>
        new[] { fund.Commitment, fund.PaidIn, fund.Distributed, fund.Nav }
            .Select(figure => figure.Value).OfType<Money>()
            .Select(amount => (amount.Amount / 10_000m).ToString("N2", CultureInfo.InvariantCulture));

    private async Task<IReadOnlyList<FundFigures>> Figures()
    {
        var query = new GetFigures.Query("LUZHOU1", Day, null, null);
        var answer = await host.Services.GetRequiredService<IDispatcher>().Send(query, Actors.Auditor1);
        return answer.Value.Funds;
    }
}
