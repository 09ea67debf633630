using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace FundTracker.Web.Tests.Browser;

/// <summary>Signing in, the frame around every page, and what it switches.</summary>
[Collection(SweepCollection.Name)]
public sealed class ShellTests(Chromium chromium, LiveHost host) : BrowserTests(chromium, host)
{
    [Fact]
    public async Task The_sign_in_page_is_accessible_on_every_screen()
    {
        foreach (var screen in Screen.All)
        {
            var page = await Open(screen);
            await Picture(page, $"sign-in-{screen}");
            await MustBeAccessible(page);
        }
    }

    [Fact]
    public async Task A_user_who_types_name_and_password_gets_in_and_a_wrong_one_is_told_so()
    {
        var page = await Open(Screen.Desk);
        await page.FillAsync("#user", "auditor1");
        await page.FillAsync("#password", "wrong");
        await page.ClickAsync("button.ft-primary");
        await Assertions.Expect(page.Locator("[role=alert]").First).ToContainTextAsync("不正确");
        await page.FillAsync("#password", Hosting.WebHost.DemoPassword);
        await page.ClickAsync("button.ft-primary");
        await Ready(page);
        Assert.Equal("/", new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Language_and_theme_are_switched_in_place_and_kept()
    {
        var page = await SignIn(Screen.Desk, "committee1");
        await page.GetByTitle("深色显示").First.ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveClassAsync("dark");
        await page.Locator(".ft-choice[hreflang=en]").First.ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Ready(page);
        await Assertions.Expect(page.Locator("html")).ToHaveClassAsync("dark");
    }

    [Fact]
    public async Task Looking_at_an_earlier_day_is_said_on_the_page_and_can_be_taken_back()
    {
        var page = await SignIn(Screen.Desk, "committee1");
        await page.ClickAsync(".ft-as-of");
        await page.FillAsync("input[type=date]", "2023-06-30");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "查看" }).ClickAsync();
        await Assertions.Expect(page.Locator(".ft-past")).ToContainTextAsync("2023-06-30");
        await Picture(page, "as-of-banner");
        await page.Locator(".ft-past button").ClickAsync();
        await Assertions.Expect(page.Locator(".ft-past")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Escape_closes_what_lies_over_the_page_wherever_the_focus_is()
    {
        var page = await SignIn(Screen.Desk, "committee1");
        await Go(page, "/leverage");
        await page.ClickAsync(".ft-as-of");
        await Assertions.Expect(page.Locator(".ft-time")).ToBeVisibleAsync(); // the focus is still on the button below it
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".ft-time")).ToHaveCountAsync(0);

        await page.Locator("main .ft-figure").First.ClickAsync();
        await page.Locator("aside.ft-trail .ft-trail-foot").ClickAsync(); // which takes the focus from the drawer
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("aside.ft-trail")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_menu_fits_the_screen_and_every_way_in_it_is_reached_by_keyboard()
    {
        var page = await SignIn(Screen.Desk, "approver1");
        await Go(page, "/leverage");
        var menu = page.Locator("nav.ft-nav");
        var heads = menu.Locator(".ft-nav-group");
        await Assertions.Expect(menu.Locator("a:visible").Filter(new LocatorFilterOptions { HasText = "放大倍数" })).ToHaveCountAsync(1);
        for (var i = 0; i < await heads.CountAsync(); i++)
        {
            if (await heads.Nth(i).GetAttributeAsync("aria-expanded") == "false")
            {
                await heads.Nth(i).FocusAsync();
                await page.Keyboard.PressAsync("Enter");
            }

            await Assertions.Expect(heads.Nth(i)).ToHaveAttributeAsync("aria-expanded", "true");
            var bottom = await menu.EvaluateAsync<double>("menu => menu.getBoundingClientRect().bottom");
            Assert.True(bottom <= Screen.Desk.Height, $"The menu ends at {bottom}.");
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<string>("document.activeElement.tagName");
            Assert.Equal("A", focused);
        }

        await MustBeAccessible(page);
    }

    [Fact]
    public async Task Signing_out_leads_back_to_the_sign_in_page()
    {
        var page = await SignIn(Screen.Desk, "auditor1");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "用户 auditor1" }).ClickAsync();
        await page.ClickAsync(".ft-sign-out button");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sign-in$", RegexOptions.None, Chromium.Patience));
        await Assertions.Expect(page.Locator("#password")).ToBeVisibleAsync();
    }
}
