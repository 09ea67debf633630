using FundTracker.Application.Funds;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using FundTracker.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>A company from its registration to its last exit.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CompanyJourney(Chromium chromium, LiveHost host) : ManagerJourney(chromium, host, "COM1")
{
    private static readonly string CreditCode = UnifiedSocialCreditCode.FromBody("91340100MA2TCPM19").Value;

    [Fact]
    public async Task A_company_is_registered_financed_valued_listed_sold_and_written_off()
    {
        await World.SetUpWithCash();
        var (manager, approver) = (await Enter("manager1"), await Enter("approver1"));
        await Register(manager);
        await manager.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "记录融资轮次" }).ClickAsync();
        await Ready(manager);
        await Fill(manager, ("轮次", "A轮"), ("交割日", "2026-01-20"), ("融资总额", "1亿"), ("基金", "三方母基金"), ("投资额", "3000万"),
            ("共同投资人", "示例共同投资人甲、示例共同投资人乙"));
        await Hand(manager, approver, "投资协议.pdf");

        await Record(manager, "估值", ("持股基金", "三方母基金"), ("公允价值", "4500万"), ("估值日", "2026-02-28"), ("方法", "最近融资价格"), ("来源", "示例：管理人季报"));
        await Hand(manager, approver, "估值表.pdf");
        await Go(approver, "/companies/FIRM1");
        await Expect(Row(approver, "三方母基金").Last).ToContainTextAsync("45,000,000.00");

        await Record(manager, "退出", ("退出的基金", "三方母基金"), ("退出方式", "上市"), ("退出日", "2026-03-10"), ("退出所得", "2000万"), ("转出成本", "1000万"));
        await Expect(manager.Locator(".ft-form-fact")).ToContainTextAsync("30,000,000.00");
        await Hand(manager, approver, "上市减持.pdf");
        await Record(manager, "退出", ("退出的基金", "三方母基金"), ("退出方式", "并购"), ("退出日", "2026-03-20"), ("退出所得", "1200万"), ("转出成本", "1000万"));
        await Hand(manager, approver, "并购协议.pdf");
        await Record(manager, "退出", ("退出的基金", "三方母基金"), ("退出方式", "核销"), ("退出日", "2026-03-30"), ("转出成本", "1000万"));
        await Hand(manager, approver, "核销决议.pdf");

        await Go(approver, "/companies/FIRM1");
        await Expect(approver.Locator("main")).ToContainTextAsync(CreditCode);
        await Expect(Row(approver, "A轮")).ToContainTextAsync("示例共同投资人乙");
        await Expect(Row(approver, "A轮")).ToContainTextAsync("100,000,000.00");
        await Expect(Row(approver, "三方母基金").Last).ToContainTextAsync("32,000,000.00");
        await Picture(approver, "company-exited");
        await MustBeAccessible(approver);
        var holding = Assert.Single((await World.Send(new GetCompany.Query(World.Code, "FIRM1", ShownDay), Actors.Manager1)).Holdings);
        Assert.Equal(
            (Money.Of(30_000_000m, Currency.Cny), Money.Of(0m, Currency.Cny), Money.Of(32_000_000m, Currency.Cny)),
            (holding.Invested, holding.CostHeld, holding.Proceeds));
        Assert.Equal(Money.Of(0m, Currency.Cny), holding.Value);
    }

    /// <summary>Registers the company: with a wrong check digit the field refuses, with the right one it is taken.</summary>
    private static async Task Register(IPage manager)
    {
        await Go(manager, "/companies");
        await manager.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "登记企业" }).First.ClickAsync();
        await Ready(manager);
        var wrong = CreditCode[..17] + (CreditCode[17] == '1' ? '2' : '1');
        await Fill(manager, ("代码", "FIRM1"), ("中文名称", "示例企业 901"), ("统一社会信用代码", wrong), ("行业", "半导体"));
        await Press(manager, "登记");
        var field = Field(manager, "统一社会信用代码");
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(manager.Locator(".ft-field-problem")).ToContainTextAsync(wrong);
        await Fill(manager, ("统一社会信用代码", CreditCode));
        await Press(manager, "登记");
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync("示例企业 901");
    }

    /// <summary>Opens a form from the company's own page and fills it in.</summary>
    private static async Task Record(IPage manager, string what, params (string Label, string Text)[] values)
    {
        await Go(manager, "/companies/FIRM1");
        await manager.Locator(".ft-page-actions").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = what, Exact = true }).ClickAsync();
        await Ready(manager);
        await Fill(manager, values);
    }
}
