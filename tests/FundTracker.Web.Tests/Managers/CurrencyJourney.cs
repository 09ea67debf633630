using FundTracker.Application.Funds;
using FundTracker.Application.Plans;
using FundTracker.Application.Records;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Testing.Databases;
using FundTracker.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>A sub-fund in dollars: what is missing without a rate is said where the answer is, and with one it is counted.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CurrencyJourney(Chromium chromium, LiveHost host) : BrowserTests(chromium, host)
{
    private const string Fund = "TRIOFX";
    private static readonly DateOnly Opened = new(2025, 1, 6);
    private readonly ManagersWorld world = new(host, Fund);

    [Fact]
    public async Task A_fund_in_dollars_is_named_until_a_rate_is_stated_and_counted_from_then_on()
    {
        await SetUp();
        var page = await SignIn(Screen.Desk, "manager1");
        await world.LookAtIt(page);
        await Go(page, "/pacing?asOf=2026-03-31");
        var sentence = page.Locator("p.ft-answer");
        await Expect(sentence).ToContainTextAsync("此答案未计入美元子基金的催缴：2026-03-31及以前没有 USD/CNY 的汇率。");
        await Expect(sentence).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("ft-met", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromMinutes(1)));
        await Picture(page, "pacing-without-a-rate");
        await Go(page, "/look-through?asOf=2026-03-31");
        await Expect(page.Locator("main")).ToContainTextAsync("TRIOFX-D 的 1 项 USD 持有没有汇率，留在剩余中。");
        await Picture(page, "look-through-without-a-rate");
        await MustBeAccessible(page);

        await world.Post(new StateFact.Command(Fund, Fund, "fx:USD/CNY", "7.1", Opened));
        await Go(page, "/pacing?asOf=2026-03-31");
        await Expect(sentence).Not.ToContainTextAsync("未计入");
        await Expect(page.Locator("main")).ToContainTextAsync("USD 7.1 · 2025-01-06");
        await Picture(page, "pacing-with-a-rate");
        await Go(page, "/look-through?asOf=2026-03-31");
        await page.Locator(".ft-segments").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "币种", Exact = true }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("USD（1 家）");
        await Expect(page.Locator("main")).ToContainTextAsync("14,200,000.00");
        await Picture(page, "look-through-with-a-rate");
        await MustBeAccessible(page);

        await Go(page, "/leverage?asOf=2026-03-31");
        await Expect(page.Locator("main")).ToContainTextAsync("USD/CNY 7.1，自 2025-01-06 起");
        await Expect(page.Locator("main")).ToContainTextAsync("实缴按付款当日的登记汇率折算");
        await page.Locator(".ft-formula").Nth(1).Locator("dd .ft-figure").First.ClickAsync();
        await Expect(page.Locator("body")).ToContainTextAsync("以USD计的部分");
        await Picture(page, "leverage-with-a-rate");
        await MustBeAccessible(page);
        await world.Post(new RecordCommitment.Command(Fund, Fund + "-D", world.Holder("A"), 30_000_000m, Opened, "USD"));
        await world.Register(
            new OpenSubFund.Command(Fund, Fund + "-Y", "人民币子基金", "Yuan Fund", "CNY", Opened, LegalForm.Partnership, Stage: FundStage.Seed), Actors.Manager1);
        await world.Post(new RecordCommitment.Command(Fund, Fund + "-Y", Fund, 10_000_000m, Opened, "CNY"));
        await world.Post(new StateFact.Command(Fund, Fund, "fx:USD/CNY", "6.9", new DateOnly(2026, 1, 5)));
        await Go(page, "/leverage?asOf=2026-03-31");
        await page.Locator("select").Last.SelectOptionAsync("TotalToMotherCommitted");
        await Expect(page.Locator("main")).ToContainTextAsync("汇率影响");
        await Picture(page, "leverage-currency-effect");

        await world.Post(new DrawUpPlan.Command(Fund, Fund, Rolling: false));
        await world.Post(new AddTranche.Command(
            Fund, Fund, new DateOnly(2026, 6, 30), 100_000_000m, 2026, [],
            Gates: [new AddTranche.GateTerms("其他出资到位", ConditionKind.OthersArrived, "others;1000000")]));
        await Go(page, $"/plans/{Fund}?asOf=2026-03-31");
        var notes = page.Locator("main .ft-conditions .ft-form-note");
        await Expect(notes.First).ToContainTextAsync("要求 ≥ 1,000,000.00 元");
        await Expect(notes.First).ToContainTextAsync("差 1,000,000.00 元");
        await Expect(notes.Last).ToContainTextAsync("USD/CNY 7.1，自 2025-01-06 起"); // of the day on which assets were given
        await Picture(page, "gate-with-rates");
        await MustBeAccessible(page);
    }

    /// <summary>10 million dollars committed, 5 of them given in kind, 2 of them in a company; another company is held directly.</summary>
    private async Task SetUp()
    {
        await world.SetUp();
        await world.Register(
            new OpenSubFund.Command(Fund, Fund + "-D", "美元子基金", "Dollar Fund", "USD", Opened, LegalForm.Partnership, Stage: FundStage.Seed), Actors.Manager1);
        await world.Register(new RegisterCompany.Command(Fund, Fund + "-CO", "示例企业", "Example Company", Opened), Actors.Manager1);
        await world.Post(new RecordCommitment.Command(Fund, Fund + "-D", Fund, 10_000_000m, Opened, "USD"));
        await world.Post(new RecordInKind.Command(Fund, Fund + "-D", Fund, 5_000_000m, Opened));
        await world.Post(new RecordInvestment.Command(Fund, Fund + "-CO", "A轮", Opened, [new RecordInvestment.Part(Fund + "-D", 2_000_000m, InKind: true)]));
        await world.Post(new RecordNav.Command(Fund, Fund + "-D", new DateOnly(2025, 12, 31), 5_000_000m, ValuationMethod.Cost, "示例报表"));
    }
}
