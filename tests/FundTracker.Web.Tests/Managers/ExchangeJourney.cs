using FundTracker.Application.Records;
using FundTracker.Domain.Ledgers;
using FundTracker.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>购汇/结汇 an exchange is recorded in two currencies, and a wrong one is taken back on both sides at once.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ExchangeJourney(Chromium chromium, LiveHost host) : ManagerJourney(chromium, host, "TRIOXC")
{
    [Fact]
    public async Task A_unit_is_shown_once_its_currency_is_chosen_and_an_exchange_is_taken_back_as_a_whole()
    {
        await World.SetUp();
        await World.Post(new RecordFundCash.Command(World.Code, World.Code, LineKind.Interest, new DateOnly(2026, 1, 5), 1_000_000m));
        var (manager, approver) = (await Enter("manager1"), await Enter("approver1"));
        await Go(manager, "/record/exchange");
        var units = manager.Locator(".ft-amount span");
        await Expect(units).ToHaveTextAsync(["元"]);
        await Picture(manager, "exchange-before-a-currency");
        await Fill(manager, ("买入币种", "USD"));
        await Expect(units).ToHaveTextAsync(["元", "USD"]);
        await Fill(manager, ("换汇日期", "2026-01-06"), ("卖出金额", "720,000"), ("买入金额", "100,000"));
        var sold = await Hand(manager, approver, "换汇水单.pdf");

        await Go(manager, $"/ledger/{sold + 1}");
        await Expect(manager.Locator("main")).ToContainTextAsync("同属一次换汇的分录");
        await manager.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "冲销这一笔" }).ClickAsync();
        await Ready(manager);
        await Expect(manager.Locator(".ft-form-fact")).ToContainTextAsync("同属一次换汇，一并冲销：");
        await Expect(manager.Locator(".ft-form-fact")).ToContainTextAsync("720,000.00");
        await Picture(manager, "reversal-of-an-exchange");
        await MustBeAccessible(manager);
        await Fill(manager, ("冲销原因", "示例：重复录入"));
        Assert.Equal(sold + 2, await Hand(manager, approver, "冲销说明.pdf"));

        await Go(approver, "/ledger");
        foreach (var line in new[] { sold, sold + 1 }) await Expect(Row(approver, $"被第 {line + 2} 笔冲销")).ToBeVisibleAsync();
        await Picture(approver, "ledger-after-an-exchange-was-reversed");
    }
}
