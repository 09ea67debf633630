using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Browser;

/// <summary>Levels of an index come in by a file: refused with the row, mended under the same name, taken once.</summary>
[Collection(BrowserCollection.Name)]
public sealed class IndexJourney(Chromium chromium, LiveHost host) : BrowserTests(chromium, host)
{
    private const string Bad = "date,level\n2026-01-05,1000.5\n2026-13-05,1001\n";
    private const string Good = "date,level\n2026-01-05,1000.5\n2026-01-06,1001\n";

    [Fact]
    public async Task A_refused_file_of_levels_is_mended_and_imported_and_a_second_time_changes_nothing()
    {
        var page = await SignIn(Screen.Desk, "admin1");
        await Go(page, "/indices");
        var form = page.GetByRole(AriaRole.Form, new PageGetByRoleOptions { Name = "导入点位" });
        await form.GetByLabel("代码").FillAsync("jrny-1");
        await form.GetByLabel("中文名称").FillAsync("旅程指数");

        await Import(form, Bad);
        await Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("第 3 行：“2026-13-05”不是");
        await Expect(Row(page)).ToHaveCountAsync(0);

        await Import(form, Good);
        await Expect(page.Locator(".ft-done")).ToHaveTextAsync("已记录 2 日点位，0 日与已有点位相同。");
        await Expect(form.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(Row(page)).ToContainTextAsync("旅程指数");

        await Import(form, Good);
        await Expect(page.Locator(".ft-done")).ToHaveTextAsync("已记录 0 日点位，2 日与已有点位相同。");
        await Picture(page, "indices-imported");
        await MustBeAccessible(page);
    }

    [Fact]
    public async Task An_import_without_a_file_is_refused_at_once_and_the_form_stays_usable()
    {
        var page = await SignIn(Screen.Desk, "admin1");
        await Go(page, "/indices");
        var form = page.GetByRole(AriaRole.Form, new PageGetByRoleOptions { Name = "导入点位" });
        await form.GetByLabel("代码").FillAsync("JRNY-2");
        await Button(form).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Alert)).ToHaveCountAsync(1);
        await form.GetByLabel("英文名称").FillAsync("Journey index");
        await Import(form, Good);
        await Expect(page.Locator(".ft-done")).ToHaveTextAsync("已记录 2 日点位，0 日与已有点位相同。");
    }

    private static ILocator Button(ILocator form) => form.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "导入点位" });

    private static ILocator Row(IPage page) => page.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = "JRNY-1" });

    private static async Task Import(ILocator form, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        await form.Locator("#index-file").SetInputFilesAsync(new FilePayload { Name = "levels.csv", MimeType = "text/csv", Buffer = bytes });
        await Expect(form.GetByText($"已选 levels.csv（{bytes.Length} 字节）。")).ToBeVisibleAsync();
        await Button(form).ClickAsync();
    }
}
