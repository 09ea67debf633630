using System.Text.RegularExpressions;
using FundTracker.Domain.Values;
using FundTracker.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>What comes back and what a fund is worth: distributions of each kind, NAV statements, the fund's own cash, a contribution in kind.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReturnsJourney(Chromium chromium, LiveHost host) : ManagerJourney(chromium, host, "RET1")
{
    [Fact]
    public async Task Distributions_of_each_kind_are_paid_out_and_what_is_recallable_raises_unfunded()
    {
        var (manager, approver) = await Begin();
        var before = (await World.Figures(ShownDay))[World.Code];
        await Go(manager, $"/record/distribution?fund={World.Code}");
        await Expect(Field(manager, "到账或付款日")).ToHaveValueAsync("2026-03-31");
        await Fill(manager, ("性质", "返还本金"), ("金额", "3,000,000"));
        await Field(manager, "可召回").First.CheckAsync();
        foreach (var (kind, amount, place) in new[] { ("已实现收益", "300,000", 1), ("收入", "30,000", 2) })
        {
            await Press(manager, "再加一笔");
            var part = manager.Locator("main form fieldset").Nth(place);
            await part.GetByLabel("性质").SelectOptionAsync(kind);
            await part.GetByLabel("金额").FillAsync(amount);
            await part.GetByLabel("金额").BlurAsync();
        }

        await Hand(manager, approver, "分配决议.pdf");
        await Go(approver, "/fund");
        await Expect(Tile(approver, "分配")).ToContainTextAsync("3,330,000.00");
        await Picture(approver, "fund-distributed");
        var after = (await World.Figures(ShownDay))[World.Code];
        Assert.Equal(Money.Of(3_330_000m, Currency.Cny), after.Distributed.Value! - before.Distributed.Value!);
        Assert.Equal(Money.Of(3_000_000m, Currency.Cny), after.Unfunded.Value! - before.Unfunded.Value!);
    }

    [Fact]
    public async Task A_NAV_statement_says_its_source_and_method_and_becomes_the_fund_s_value()
    {
        var (manager, approver) = await Begin();
        await Go(manager, $"/record/nav?fund={World.Code}");
        await Fill(manager, ("资产净值", "3.06亿"), ("方法", "净资产法"), ("来源", "示例：经审计年报"));
        var line = await Hand(manager, approver, "净值报告.pdf");
        await Go(approver, $"/ledger/{line}");
        await Expect(approver.Locator("main")).ToContainTextAsync("示例：经审计年报");
        // A third, or 100 of 305 million where the contribution in kind was paid in before.
        await Expect(approver.Locator("main")).ToContainTextAsync(
            new Regex("102,000,000[.]00|100,327,868[.]85", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await Go(approver, "/fund");
        await Expect(Tile(approver, "净值")).Not.ToContainTextAsync("n.m.");
    }

    [Fact]
    public async Task A_split_that_was_typed_is_not_dropped_in_silence_when_one_investor_is_chosen()
    {
        var (manager, _) = await Begin();
        await Go(manager, $"/record/nav?fund={World.Code}");
        await Fill(manager, ("资产净值", "1亿"), ("来源", "示例：资本账户报告"));
        await manager.Locator("main form details summary").First.ClickAsync();
        await Fill(manager, ("净值变动：收入", "100"), ("范围", "股东B"));
        await Expect(manager.Locator("main form details")).ToContainTextAsync("净值变动的拆分属于整只基金");
        await Press(manager, "提交审批");
        await Expect(manager.Locator("main form [role=alert]").First).ToContainTextAsync("没有拆分");
        await Picture(manager, "nav-split-of-one-investor");
        await Fill(manager, ("净值变动：收入", ""));
        await Expect(manager.Locator("main form details")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_fund_s_own_fee_interest_and_tax_move_its_cash()
    {
        var (manager, approver) = await Begin();
        foreach (var (kind, amount) in new[] { ("支付管理费", "500,000"), ("利息收入", "20,000"), ("缴纳税款", "5,000") })
        {
            await Go(manager, $"/record/fund-cash?fund={World.Code}");
            await Fill(manager, ("收支类别", kind), ("金额", amount), ("到账或付款日", "2026-02-27"));
            var line = await Hand(manager, approver, $"{kind}.pdf");
            await Go(approver, $"/ledger/{line}");
            await Expect(approver.Locator("main")).ToContainTextAsync(kind);
        }

        await Go(approver, "/fund?asOf=2026-02-28");
        await Expect(approver.Locator(".ft-facts").First).ToContainTextAsync("299,515,000.00");
    }

    [Fact]
    public async Task A_contribution_in_kind_counts_as_paid_in_and_moves_no_cash()
    {
        var (manager, approver) = await Begin();
        var before = (await World.Figures(new DateOnly(2026, 1, 31)))[World.Code];
        await Go(manager, $"/record/in-kind?fund={World.Code}&holder={World.Holder("B")}");
        await Fill(manager, ("作价金额", "500万"), ("生效日", "2026-01-30"));
        await Hand(manager, approver, "作价协议.pdf");
        var after = (await World.Figures(new DateOnly(2026, 1, 31)))[World.Code];
        Assert.Equal(Money.Of(5_000_000m, Currency.Cny), after.PaidIn.Value! - before.PaidIn.Value!);
        Assert.Equal(Money.Of(-5_000_000m, Currency.Cny), after.Unfunded.Value! - before.Unfunded.Value!);
        await Go(approver, "/fund?asOf=2026-01-31");
        await Expect(Row(approver, "股东B")).ToContainTextAsync("105,000,000.00");
        await Expect(approver.Locator(".ft-facts").First).ToContainTextAsync("300,000,000.00");
    }

    private async Task<(IPage Manager, IPage Approver)> Begin()
    {
        await World.SetUpWithCash();
        return (await Enter("manager1"), await Enter("approver1"));
    }
}
