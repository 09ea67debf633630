using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Browser;

/// <summary>An administrator adds an account, which signs in, changes its password and is locked; an outside manager sees its own fund.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccountJourney(Chromium chromium, LiveHost host) : BrowserTests(chromium, host)
{
    private const string Secret = "a first pass phrase";

    [Fact]
    public async Task An_account_is_added_used_and_locked()
    {
        var admin = await SignIn(Screen.Desk, "admin1");
        await At(admin, "**/users*");
        await Ready(admin);
        await admin.GetByText("新增用户").First.ClickAsync();
        await admin.GetByLabel("用户名").FillAsync("reviewer9");
        await admin.GetByLabel("初始密码").FillAsync(Secret);
        await Press(admin, "新增用户");
        await Expect(admin.Locator("main [role=alert]").First).ToBeVisibleAsync();
        await admin.Locator("main form").GetByLabel("审计").CheckAsync();
        await Press(admin, "新增用户");
        await Expect(admin.Locator(".ft-done")).ToContainTextAsync("reviewer9");
        await Picture(admin, "users");
        await MustBeAccessible(admin);

        var own = await Open(Screen.Phone);
        await Enter(own, Secret);
        await Ready(own);
        await Go(own, "/account");
        await own.GetByLabel("当前密码").FillAsync(Secret);
        await own.GetByLabel("新密码").FillAsync("a second pass phrase");
        await Press(own, "修改密码");
        await Expect(own.Locator(".ft-done")).ToBeVisibleAsync();
        await Picture(own, "account-phone");
        await MustBeAccessible(own);

        await admin.Locator("article").Filter(new LocatorFilterOptions { HasText = "reviewer9" })
            .GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "锁定" }).ClickAsync();
        await Expect(admin.Locator(".ft-done")).ToContainTextAsync("锁定");
        var late = await Open(Screen.Desk);
        await Enter(late, "a second pass phrase");
        await Expect(late.Locator(".ft-error")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_outside_manager_begins_on_its_own_fund_and_finds_the_form_for_its_value()
    {
        var page = await SignIn(Screen.Desk, "subfund1");
        await At(page, "**/sub-funds/LYF12*");
        await Ready(page);
        await Expect(page.Locator("nav a[href='/leverage']")).ToHaveCountAsync(0);
        await Picture(page, "outsider-fund");
        await Go(page, (await page.Locator("tr:has(.ft-state-Sealed) a").First.GetAttributeAsync("href"))!);
        await page.Locator("main .ft-figure").First.ClickAsync();
        await Expect(page.Locator("aside.ft-trail .ft-trail-foot")).ToContainTextAsync("@LYF12");
        await Expect(page.Locator("aside.ft-trail .ft-alert")).ToHaveCountAsync(0);
        await Go(page, "/sub-funds/LYF12");
        await page.Locator("main a[href^='/record/nav']").ClickAsync();
        await Expect(page.GetByLabel("资产净值").First).ToBeVisibleAsync();
        await MustBeAccessible(page);
        await Go(page, "/sub-funds");
        await Expect(page.Locator("main [role=alert]").First).ToBeVisibleAsync();
    }

    private static Task At(IPage page, string address) =>
        page.WaitForURLAsync(address, new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });

    private static async Task Enter(IPage page, string password)
    {
        await page.Locator("#user").FillAsync("reviewer9");
        await page.Locator("#password").FillAsync(password);
        await page.Locator("form .ft-primary").ClickAsync();
    }

    private static Task Press(IPage page, string button) =>
        page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true }).ClickAsync();
}
