using FundTracker.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>A capital call drafted and submitted without a mouse.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeyboardJourney(Chromium chromium, LiveHost host) : ManagerJourney(chromium, host, "TRIOKEY")
{
    private const int StopsMax = 120;

    /// <summary>What has the focus: its label or words, whether it is the page's content, and whether the eye can tell.</summary>
    private const string Focused =
        """
        () => {
            const one = document.activeElement;
            if (one === document.body) return ['', 'seen'];
            const style = getComputedStyle(one);
            const label = one.labels?.[0]?.textContent ?? one.getAttribute('aria-label') ?? one.textContent;
            const isSeen = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
            const box = one.getBoundingClientRect();
            const where = `${style.outlineStyle} ${style.outlineWidth} ${style.boxShadow} at ${Math.round(box.top)}-${Math.round(box.bottom)} of ${innerHeight}`;
            return [label.replace('*', '').trim(), isSeen && box.width > 0 && box.bottom > 0 && box.top < innerHeight ? 'seen' : where];
        }
        """;

    [Fact]
    public async Task A_whole_call_is_drafted_and_submitted_by_keyboard()
    {
        await World.SetUp();
        var page = await Enter("manager1");
        await Go(page, "/calls");
        await TabTo(page, "跳到正文");
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "起草缴款通知");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main form")).ToBeVisibleAsync();
        await Expect(page.Locator("h1")).ToBeFocusedAsync(); // which a page does when it is drawn; a key pressed before would be lost

        await TabTo(page, "金额");
        await page.Keyboard.TypeAsync("3000万");
        await TabTo(page, "再加一笔");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator("main form .ft-row")).ToHaveCountAsync(2);
        await TabBackTo(page, "计入认缴");
        await page.Keyboard.PressAsync("Space");
        await TabBackTo(page, "金额");
        await page.Keyboard.TypeAsync("100万");
        await TabBackTo(page, "用途");
        await page.Keyboard.PressAsync("ArrowDown");

        await TabTo(page, "缴款到期日");
        await page.Keyboard.TypeAsync("05202026");
        await TabTo(page, "提交审批");
        await Expect(page.Locator(".ft-total")).ToContainTextAsync("31,000,000.00");
        await Picture(page, "call-by-keyboard");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".ft-form-title .ft-state")).ToContainTextAsync("待审批");
        await Expect(page.Locator("main")).ToContainTextAsync("2026-05-20");
        await Expect(page.Locator("main")).ToContainTextAsync("管理费");
        await Expect(page.Locator("main")).ToContainTextAsync("认缴外");
    }

    private static Task TabTo(IPage page, string name) => Move(page, "Tab", name);

    private static Task TabBackTo(IPage page, string name) => Move(page, "Shift+Tab", name);

    /// <summary>Moves the focus until it is on what is named; at every stop it must be seen.</summary>
    private static async Task Move(IPage page, string key, string name)
    {
        var passed = new List<string>();
        for (var stop = 0; stop < StopsMax; stop++)
        {
            await page.Keyboard.PressAsync(key);
            var focus = await Focus(page);
            passed.Add(focus[0]);
            Assert.True(focus[1] == "seen", $"The focus on '{focus[0]}' is not to be seen: {focus[1]}.");
            if (focus[0] == name) return;
        }

        Assert.Fail($"No stop is named '{name}': {string.Join(" | ", passed)}");
    }

    /// <summary>A page that is just being drawn shows its focus a moment later.</summary>
    private static async Task<string[]> Focus(IPage page)
    {
        for (var round = 1; ; round++)
        {
            var focus = await page.EvaluateAsync<string[]>(Focused);
            if (focus[1] == "seen" || round == 20) return focus;
            await page.WaitForTimeoutAsync(50);
        }
    }
}
