using FundTracker.Application.Funds;
using FundTracker.Application.Records;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using FundTracker.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>A park takes a tenant from signing to production, a programme is completed with evidence, a company states its year; an error is taken back.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RegistryJourney(Chromium chromium, LiveHost host) : ManagerJourney(chromium, host, "REG1")
{
    private const string Opened = "2025-02-03";

    [Fact]
    public async Task A_carrier_fills_a_programme_completes_and_an_error_is_taken_back()
    {
        await World.SetUpWithCash();
        await World.Register(new RegisterCompany.Command(World.Code, "REGCO", "示例落户企业", "Sample settler", new DateOnly(2025, 1, 6)), Actors.Manager1);
        await World.Post(new RecordInvestment.Command(World.Code, "REGCO", "A", new DateOnly(2026, 2, 2), [new(World.Code, 10_000_000m)], null, ""));
        var (manager, approver) = (await Enter("manager1"), await Enter("approver1"));

        await Record(manager, approver, "/carriers", "登记载体", ("代码", "PARK1"), ("中文名称", "示例园区"), ("类型", "园区"), ("状态", "运营"), ("占地（亩）", "120"),
            ("可供面积（平方米）", "9000"), ("日期", Opened));
        await Record(manager, approver, "/carriers/PARK1", "登记签约", ("入驻代码", "PARK1-T1"), ("类型", "企业"), ("账簿中的企业", "REGCO"), ("面积（平方米）", "3000"), ("日期", "2025-03-03"));
        foreach (var (stage, day) in new[] { ("落户", "2025-06-03"), ("投产", "2025-12-03") })
            await Record(manager, approver, "/carriers/PARK1", "登记落户、投产或迁出", ("入驻", "示例落户企业"), ("进展", stage), ("日期", day));
        await Expect(approver.Locator("main")).ToContainTextAsync("33.33 %");
        await Expect(Row(approver, "示例落户企业").First).ToContainTextAsync("投产");

        await Record(manager, approver, "/programmes", "登记工作方案", ("代码", "PLAN1"), ("中文名称", "示例方案"), ("责任主体", "管委会"), ("开始日", Opened));
        await Record(manager, approver, "/programmes/PLAN1", "加入任务", ("代码", "A1"), ("任务", "建成中试平台"), ("牵头岗位或单位", "园区办"), ("开始日", Opened),
            ("完成时限", "2026-12-31"), ("权重", "100"));
        await Record(manager, approver, "/programmes/PLAN1", "登记任务进展", ("任务", "A1"), ("进展", "完成"), ("日期", "2026-03-02"), ("证明", "验收单 7 号"));
        await Expect(approver.Locator("main")).ToContainTextAsync("完成 1 / 1 项（100.00 %）");
        await MustBeAccessible(approver);

        await Record(manager, approver, "/social", "填报企业年度", ("账簿中的企业", "REGCO"), ("年度", "2025"), ("营业收入", "5000万"), ("就业", "80"), ("依据或出处", "审计报告"), ("日期", "2026-03-20"));
        await Expect(Row(approver, "示例落户企业").First).ToContainTextAsync("80");

        await Go(manager, "/programmes/PLAN1");
        await Row(manager, "验收单 7 号").Filter(new LocatorFilterOptions { HasText = "manager1" }).GetByRole(AriaRole.Button).ClickAsync();
        var back = manager.GetByRole(AriaRole.Form, new PageGetByRoleOptions { Name = "撤销", Exact = true });
        await back.GetByLabel(Whole("理由")).FillAsync("验收单属另一任务");
        await back.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "撤销", Exact = true }).ClickAsync();
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync("等待另一人");
        await Decide(approver, "/programmes/PLAN1");
        await Expect(approver.Locator("main")).ToContainTextAsync("完成 0 / 1 项（0.00 %）");
        await Expect(approver.Locator("tr.ft-reversed")).ToContainTextAsync("验收单 7 号");
        await Picture(approver, "registry-taken-back");
        await MustBeAccessible(approver);
    }

    /// <summary>Opens a form of a page, fills it in and hands it in; the other approves it.</summary>
    private static async Task Record(IPage manager, IPage approver, string page, string form, params (string Label, string Text)[] values)
    {
        await Go(manager, page);
        await manager.Locator("summary", new PageLocatorOptions { HasText = form }).ClickAsync();
        var opened = manager.GetByRole(AriaRole.Form, new PageGetByRoleOptions { Name = form, Exact = true });
        foreach (var (label, text) in values)
        {
            var field = opened.GetByLabel(Whole(label)).First;
            if (await field.EvaluateAsync<string>("input => input.tagName") == "SELECT")
                await field.SelectOptionAsync(await OptionOf(field, text));
            else
                await field.FillAsync(text);
            await field.BlurAsync();
        }

        await opened.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "提交", Exact = true }).ClickAsync();
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync("等待另一人");
        await Decide(approver, page);
    }

    private static async Task Decide(IPage approver, string page)
    {
        await Go(approver, page);
        await approver.Locator(".ft-waiting").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "批准", Exact = true }).ClickAsync();
        await Expect(approver.Locator(".ft-done")).ToContainTextAsync("已登记");
    }
}
