using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Browser;

/// <summary>Performance, waterfall, pacing and look-through as their readers use them.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class PerformanceJourney(Chromium chromium, LiveHost host) : BrowserTests(chromium, host)
{
    [Fact]
    public async Task A_fund_is_read_from_its_curve_to_its_trail()
    {
        var page = await SignIn(Screen.Desk, "committee1");
        await Go(page, "/performance/LYF13");
        await Expect(page.Locator("figure.ft-chart").Filter(new LocatorFilterOptions { HasText = "J 曲线" }).Locator("svg").First).ToBeVisibleAsync();
        await Expect(page.Locator("figure.ft-chart").Filter(new LocatorFilterOptions { HasText = "IRR" }).Locator("svg").First).ToBeVisibleAsync();
        await Expect(Card(page, "公开市场").Locator("tbody tr")).ToHaveCountAsync(5);
        await Expect(page.Locator("#gross-net tbody tr")).ToHaveCountAsync(7);
        await Expect(page.Locator("#policies tr[aria-current=true]")).ToHaveCountAsync(2);

        await page.Locator("#gross-net tbody tr").Last.Locator(".ft-figure").First.ClickAsync();
        var trail = page.Locator("aside.ft-trail");
        await Expect(trail).ToContainTextAsync("毛 IRR");
        await trail.Locator(".ft-trail-inputs button").Last.ClickAsync();
        await Expect(trail.Locator(".ft-trail-lines a[href^='/ledger/']").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_roll_forward_shows_what_the_statement_splits_and_adds_up_to_the_closing_nav()
    {
        var page = await SignIn(Screen.Desk, "committee1");
        await Go(page, "/performance/LYF13?asOf=2025-12-31");
        var rows = page.Locator("#roll-forward > .ft-table-scroll tbody tr");
        await Expect(rows).ToHaveCountAsync(11);
        var quarter = (await rows.Locator("td:nth-of-type(1) .ft-figure").AllInnerTextsAsync()).Select(AmountIn).ToList();
        Assert.All(quarter.Where((_, place) => place is 3 or 5 or 6 or 8), part => Assert.True(part > 0));
        Assert.Equal(0m, quarter[9]);
        // Each is rounded to the unit by itself.
        Assert.InRange(
            quarter[0] + quarter[1] - quarter[2] + quarter[3] + quarter[4] + quarter[5] - quarter[6] - quarter[7] - quarter[8] - quarter[10], -0.06m, 0.06m);
        await Expect(page.Locator("#roll-forward .ft-form-note")).ToContainTextAsync(["4 份净值报告中有 1 份"]);
        await Expect(page.Locator("#roll-forward figure.ft-chart svg rect").First).ToBeVisibleAsync();

        await rows.Nth(5).Locator(".ft-figure").First.ClickAsync();
        var trail = page.Locator("aside.ft-trail");
        await Expect(trail.Locator(".ft-trail-lines a[href^='/ledger/']").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await rows.First.Locator(".ft-figure").First.ClickAsync();
        await trail.Locator(".ft-trail-inputs button").First.ClickAsync();
        await Expect(trail.Locator(".ft-trail-lines")).ToContainTextAsync("2025-09-30");
    }

    [Fact]
    public async Task Each_tier_of_a_distribution_leads_to_its_lines_and_new_terms_wait_for_a_second_person()
    {
        var page = await SignIn(Screen.Desk, "manager1");
        await Go(page, "/waterfall/LYF13");
        var rows = page.Locator("main .ft-table tbody").First.Locator("tr");
        await Expect(rows).ToHaveCountAsync(2);
        await rows.First.Locator(".ft-figure").First.ClickAsync();
        await Expect(page.Locator("aside.ft-trail .ft-trail-lines a").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Go(page, "/waterfall/LYF16");
        var (carry, send) = (page.Locator("form").GetByLabel("业绩报酬比例"), page.Locator("form button[type=submit]"));
        await carry.FillAsync("100");
        await send.ClickAsync();
        await Expect(page.Locator("main [role=alert]").First).ToBeVisibleAsync();
        await Expect(send).ToBeEnabledAsync();
        await carry.FillAsync("15");
        await carry.PressAsync("Enter"); // the value and the sending of the form, in this order
        await page.WaitForURLAsync("**/vouchers/**");
    }

    [Fact]
    public async Task The_phase_question_is_answered_in_one_sentence_that_a_slider_moves()
    {
        var page = await SignIn(Screen.Desk, "committee1");
        await Go(page, "/pacing");
        var sentence = page.Locator("p.ft-answer");
        await Expect(sentence).ToHaveCountAsync(1);
        var before = await sentence.InnerTextAsync();
        Assert.Contains("。", before, StringComparison.Ordinal);

        await page.Locator(".ft-slider input").Nth(3).FillAsync("40");
        await Expect(sentence).Not.ToHaveTextAsync(before);
    }

    [Fact]
    public async Task What_is_paid_of_the_next_phase_opens_its_trail()
    {
        var page = await SignIn(Screen.Desk, "committee1");
        await Go(page, "/pacing");
        await page.Locator("p").Filter(new LocatorFilterOptions { HasText = "计划中的下一期" }).Locator(".ft-figure").ClickAsync();

        var trail = page.Locator(".ft-trail-figure");
        await Expect(trail).ToContainTextAsync("本期已实缴");
        await Expect(trail).ToContainTextAsync("期");
        await Picture(page, "pacing-phase-trail");
    }

    [Fact]
    public async Task Look_through_says_what_it_covers_and_adds_up_to_the_reported_nav()
    {
        var page = await SignIn(Screen.Desk, "committee1");
        await Go(page, "/look-through");
        await Expect(page.Locator(".ft-tile").Filter(new LocatorFilterOptions { HasText = "穿透率" })).ToContainTextAsync("%");
        var parts = await page.Locator(".ft-sum .ft-figure").AllInnerTextsAsync();
        var amounts = parts.Select(AmountIn).ToList();
        Assert.Equal(3, amounts.Count);
        Assert.InRange(amounts[0] + amounts[1] - amounts[2], -0.01m, 0.01m); // each is rounded to the unit by itself
    }

    [Fact]
    public async Task Look_through_by_carrier_adds_up_to_all_of_it_and_is_handed_out_as_a_workbook()
    {
        var page = await SignIn(Screen.Desk, "committee1");
        await Go(page, "/look-through?asOf=2026-03-31");
        await page.Locator(".ft-segments").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "载体", Exact = true }).ClickAsync();
        var table = page.Locator(".ft-bars");
        await Expect(table).ToContainTextAsync("未入驻载体");
        Assert.True(await table.Locator("tbody tr").CountAsync() > 1, "No company of the demonstration has settled in a carrier.");
        await Expect(page.Locator("main")).ToContainTextAsync("各项占比合计 100.00 %");
        await Expect(page.Locator("main")).ToContainTextAsync("覆盖");
        await Picture(page, "look-through-carrier");
        await MustBeAccessible(page);
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "全部维度导出 Excel" }).ClickAsync());
        Assert.EndsWith(".xlsx", saved.SuggestedFilename, StringComparison.Ordinal);
    }

    private static ILocator Card(IPage page, string heading) =>
        page.Locator("section.ft-card").Filter(new LocatorFilterOptions { Has = page.Locator("h2", new PageLocatorOptions { HasText = heading }) });

    /// <summary>The amount in the text of a figure, where it comes first; what follows says of what day it is, where it is stale.</summary>
    private static decimal AmountIn(string figure) =>
        decimal.Parse(Amount().Match(figure).Value, NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?[\d,]+\.\d\d", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Amount();
}
