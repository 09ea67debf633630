using FundTracker.Domain.Values;
using FundTracker.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>Payments ticked off the bank statement: one short and late, one wrong, one that never comes.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PaymentJourney(Chromium chromium, LiveHost host) : ManagerJourney(chromium, host, "PAY1")
{
    [Fact]
    public async Task A_payment_comes_short_and_late_a_wrong_one_is_reversed_and_the_rest_of_the_call_is_cancelled()
    {
        await World.SetUp();
        var call = await World.IssueCall(3_000_000m, new DateOnly(2026, 2, 2), new DateOnly(2026, 3, 2));
        var (manager, approver, address) = (await Enter("manager1"), await Enter("approver1"), $"/calls/{call}");

        await Pay(manager, approver, address, "股东A", ("970,000", "2026-03-04"));
        await Expect(Row(approver, "股东A")).ToContainTextAsync("30,000.00");
        await Expect(Row(approver, "股东A")).ToContainTextAsync("29 天");
        await Pay(manager, approver, address, "股东A", ("30,000", "2026-03-20"));
        await Expect(Row(approver, "股东A")).ToContainTextAsync("1,000,000.00");
        await Expect(Row(approver, "股东A")).ToContainTextAsync("2026-03-20");

        var wrong = await Pay(manager, approver, address, "股东B", ("100,000", "2026-03-02"));
        await Reverse(manager, approver, wrong);
        await Go(approver, address);
        await Expect(Row(approver, "股东B").GetByRole(AriaRole.Cell).Nth(1)).ToHaveTextAsync("0.00");
        var right = await Pay(manager, approver, address, "股东B", ("1,000,000", "2026-03-02"));

        await Go(manager, address);
        await manager.GetByText("取消未缴部分…").ClickAsync();
        await Fill(manager, ("取消日", "2026-03-30"), ("取消原因", "示例：股东C不再出资"));
        await Press(manager, "提议取消");
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync("取消已提交");
        await Approve(approver, address);
        await Expect(approver.Locator(".ft-form-title .ft-state")).ToContainTextAsync("已取消");
        await Picture(approver, "call-cancelled");

        await Go(approver, "/ledger");
        await Expect(Row(approver, $"被第 {wrong + 1} 笔冲销")).ToContainTextAsync("100,000.00");
        await Expect(approver.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = $"{right}", Exact = true })).ToBeVisibleAsync();
        var fund = (await World.Figures(ShownDay))[World.Code];
        Assert.Equal((Money.Of(2_000_000m, Currency.Cny), Money.Of(1_498_000_000m, Currency.Cny)), (fund.PaidIn.Value, fund.Unfunded.Value));
        await Go(approver, "/fund");
        await Expect(Tile(approver, "实缴")).ToContainTextAsync("2,000,000.00");
        await Expect(Tile(approver, "未缴")).ToContainTextAsync("1,498,000,000.00");
    }

    /// <summary>Records a payment in its investor's row and has it approved.</summary>
    /// <returns>Sequence of the payment's line.</returns>
    private static async Task<long> Pay(IPage manager, IPage approver, string call, string investor, (string Amount, string Day) paid)
    {
        await Go(manager, call);
        await Row(manager, investor).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "记录到账" }).ClickAsync();
        await Fill(manager, ("到账金额", paid.Amount), ("到账日", paid.Day));
        await Attach(manager, $"回单{investor}{paid.Day}.pdf");
        await Press(manager, "提交审批");
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync("到账已记录");
        return await Approve(approver, call);
    }

    private static async Task Reverse(IPage manager, IPage approver, long line)
    {
        await Go(manager, $"/ledger/{line}");
        await manager.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "冲销这一笔" }).ClickAsync();
        await Ready(manager);
        await Expect(manager.Locator(".ft-form-fact")).ToContainTextAsync("100,000.00");
        await Fill(manager, ("冲销原因", "示例：金额记错"));
        Assert.Equal(line + 1, await Hand(manager, approver, "更正说明.pdf"));
    }
}
