using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Browser;

/// <summary>
/// A figure is asked as it was known before its correction. The demonstration's manager stated a NAV for 30 June 2023; on 20 October the
/// audited statement replaced it with one that is 25 million higher, of which a quarter is the mother fund's.
/// </summary>
[Collection(SweepCollection.Name)]
public sealed class KnownAtJourney(Chromium chromium, LiveHost host) : BrowserTests(chromium, host)
{
    private const string Day = "asOf=2023-06-30";
    private const string BeforeCorrection = "knownAt=2023-10-01T00:00:00Z";

    [Fact]
    public async Task A_figure_as_known_before_its_correction_is_what_was_told_then_on_the_page_and_through_the_api()
    {
        var page = await SignIn(Screen.Desk, "auditor1");
        var (then, now) = (await Nav(page, $"{Day}&{BeforeCorrection}"), await Nav(page, Day));
        Assert.Equal((154_611_810m, 160_861_810m), (then, now));

        await Go(page, $"/sub-funds/LYF09?{Day}&{BeforeCorrection}");
        await Expect(page.Locator("main .ft-tiles")).ToContainTextAsync(InTenThousands(then));
        await Expect(page.Locator("main .ft-tiles")).Not.ToContainTextAsync(InTenThousands(now));
        await Go(page, $"/sub-funds/LYF09?{Day}");
        await Expect(page.Locator("main .ft-tiles")).ToContainTextAsync(InTenThousands(now));
        await Expect(page.Locator("main .ft-tiles")).Not.ToContainTextAsync(InTenThousands(then));
    }

    [Fact]
    public async Task A_page_with_a_figure_on_a_stale_nav_says_on_a_telephone_what_the_sign_means_and_others_do_not()
    {
        var page = await SignIn(Screen.Phone, "auditor1");
        await Go(page, "/sub-funds/AIYI?asOf=2026-10-31");
        await Expect(page.Locator("main .ft-mark-stale").First).ToBeVisibleAsync();
        await Expect(page.Locator("main .ft-legend-stale")).ToBeVisibleAsync();
        await Expect(page.Locator("main .ft-legend-stale")).ToContainTextAsync("92");
        await Picture(page, "stale-legend");
        await MustBeAccessible(page);
        await page.Locator("main .ft-figure:has(.ft-mark-stale)").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("2026-03-31");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("main .ft-tile").Filter(new LocatorFilterOptions { HasText = "TVPI" }).Locator(".ft-figure").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).Locator(".ft-trail-inputs .ft-mark-stale").First).ToBeVisibleAsync();
        await Go(page, "/sub-funds/AIYI?asOf=2026-03-31");
        await Expect(page.Locator("main .ft-legend-stale")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Before_the_mother_fund_promised_anything_the_page_of_leverage_says_so_in_place_of_empty_pictures()
    {
        var page = await SignIn(Screen.Desk, "committee1");
        await Go(page, "/leverage?asOf=2017-06-30");
        await Expect(page.Locator("main")).ToContainTextAsync("母基金尚未认缴或投出任何资金");
        await Expect(page.Locator("main figure.ft-chart")).ToHaveCountAsync(0);
        await Go(page, "/leverage?asOf=2023-06-30");
        await Expect(page.Locator("main figure.ft-chart")).ToHaveCountAsync(5);
        await page.Locator("main figure.ft-chart summary").First.ClickAsync();
        await Expect(page.Locator("main figure.ft-chart").First.Locator("tbody tr")).ToHaveCountAsync(2); // 2023-03-31 and the day itself
    }

    private static async Task<decimal> Nav(IPage page, string query)
    {
        var answer = await page.APIRequest.GetAsync($"/api/v1/books/LUZHOU1/figures?{query}");
        Assert.True(answer.Ok, await answer.TextAsync());
        var json = JsonDocument.Parse(await answer.BodyAsync()).RootElement;
        var fund = json.GetProperty("funds").EnumerateArray().Single(fund => fund.GetProperty("fund").GetProperty("code").GetString() == "LYF09");
        var nav = fund.GetProperty("nav").GetProperty("value").GetProperty("amount").GetString()!;
        return decimal.Parse(nav, CultureInfo.InvariantCulture);
    }

    private static string InTenThousands(decimal yuan) => (yuan / 10_000m).ToString("N2", CultureInfo.InvariantCulture);
}
