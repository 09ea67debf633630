using FundTracker.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>Forms: what is wrong stands at its field, refusals are said with their figures, every page can be used by everyone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FormTests(Chromium chromium, LiveHost host) : BrowserTests(chromium, host)
{
    private static readonly string[] Pages =
    [
        "/fund", "/calls", "/calls/new", "/approvals", "/record", "/record/commitment", "/record/commitment-change", "/record/in-kind",
        "/record/distribution", "/record/nav", "/record/fund-cash", "/record/exchange", "/record/round", "/record/valuation", "/record/exit", "/record/dividend",
        "/record/reversal", "/register/sub-fund", "/register/investor", "/register/company", "/register/mother-fund", "/record/fact", "/periods", "/imports", "/documents",
    ];

    private readonly ManagersWorld world = new(host);

    [Fact]
    public async Task A_field_left_empty_says_so_beside_itself_and_gets_the_focus()
    {
        var page = await Enter(Screen.Desk);
        await Go(page, "/record/commitment");
        await Press(page, "提交审批");
        var amount = page.GetByLabel("认缴额");
        await Expect(amount).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator(".ft-field-problem")).ToHaveCountAsync(3);
        await Expect(page.GetByLabel("认缴的基金")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_amount_may_be_typed_in_larger_units_and_is_read_back_in_full()
    {
        var page = await Enter(Screen.Desk);
        await Go(page, "/record/commitment");
        await page.GetByLabel("认缴额").FillAsync("1.5亿");
        await page.GetByLabel("认缴额").BlurAsync();
        await Expect(page.GetByLabel("认缴额")).ToHaveValueAsync("150,000,000");
        await Expect(page.Locator(".ft-field-reading").First).ToContainTextAsync("15,000 万元 = 1.5 亿元");
    }

    [Fact]
    public async Task A_credit_code_with_a_wrong_check_digit_is_refused_at_its_field()
    {
        var page = await Enter(Screen.Desk);
        await Go(page, "/register/company");
        await page.Locator("main").GetByLabel("代码").First.FillAsync("ACME");
        await page.GetByLabel("中文名称").FillAsync("示例企业 900");
        await page.GetByLabel("统一社会信用代码").FillAsync("91340100MA2MXXXX00");
        await Press(page, "登记");
        await Expect(page.GetByLabel("统一社会信用代码")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator(".ft-done")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_call_above_what_is_callable_is_refused_with_its_figures_before_it_is_sent()
    {
        var page = await Enter(Screen.Desk);
        await Go(page, "/calls/new");
        await page.Locator("main").GetByLabel("金额").FillAsync("16亿");
        await page.Locator("main").GetByLabel("金额").BlurAsync();
        await Expect(page.Locator("aside [role=alert]")).ToContainTextAsync("500,000,000.00");
    }

    [Fact]
    public async Task A_payment_above_what_is_due_is_refused_and_nothing_waits_for_approval()
    {
        var page = await Enter(Screen.Desk);
        var call = await world.IssueCall(3_000_000m, new DateOnly(2026, 2, 2), new DateOnly(2026, 3, 2));
        await Go(page, $"/calls/{call}?asOf=2026-02-25");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "记录到账" }).First.ClickAsync();
        await page.GetByLabel("到账金额").FillAsync("2000000");
        await page.GetByLabel("到账日").FillAsync("2026-02-20");
        await Press(page, "提交审批");
        await Expect(page.Locator(".ft-form [role=alert]").First).ToContainTextAsync("1,000,000.00");
        await Go(page, $"/calls/{call}?asOf=2026-02-25");
        await Expect(page.Locator(".ft-waiting")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Every_page_of_a_manager_is_accessible_on_a_desk_and_on_a_telephone()
    {
        foreach (var screen in new[] { Screen.Desk, Screen.Phone with { Language = "en", Dark = true } })
        {
            var page = await Enter(screen);
            foreach (var address in Pages)
            {
                await Go(page, address);
                await Picture(page, $"manager{address.Replace('/', '-')}-{screen}");
                await MustBeAccessible(page);
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{address} is wider than {screen}.");
            }
        }
    }

    private static Task Press(IPage page, string button) =>
        page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    private async Task<IPage> Enter(Screen screen)
    {
        await world.SetUp();
        var page = await SignIn(screen, "manager1");
        await world.LookAtIt(page, screen.Dark);
        return page;
    }
}
