using FundTracker.Application.Pipeline;
using FundTracker.Application.Users;
using FundTracker.Testing.Databases;
using FundTracker.Web.Tests.Browser;
using FundTracker.Web.Tests.Managers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Committees;

/// <summary>A year's evaluation of a sub-fund by three people: its own manager and two members of the committee.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EvaluationJourney(Chromium chromium, LiveHost host) : ManagerJourney(chromium, host, "TRIOEV")
{
    private const string Outsider = "trio.subfund";
    private const string Secret = "a pass phrase of its own";

    [Fact]
    public async Task A_year_is_evaluated_from_opening_to_sealed_by_three_people()
    {
        await World.SetUpWithCash();
        await World.Send(new AddUser.Command(Outsider, Secret, [Role.SubFundManager], [World.Code], World.Code + "-P"), Actors.Admin1);
        var (opener, second, manager) = (await Enter("committee1"), await Enter("committee2"), await EnterAsOutsider());

        var address = await Opened(opener);
        await HandedIn(manager, address);
        await Reviewed(second, address, "4", "抽查时有一家未入驻");
        await Reviewed(opener, address, "5", "");
        await Press(opener, "公布结果");
        await Says(opener, "结果已公布");
        await Objected(manager, address);

        await Go(opener, address);
        await Fill(opener, ("答复", "经核对入驻清单，维持评审结果。"));
        await Press(opener, "答复异议");
        await Says(opener, "异议已答复");
        await Expect(Button(opener, "封存")).ToHaveCountAsync(0);
        await Sealed(second, address);
        await NobodyEdits(opener, second, manager, address);
    }

    private async Task<IPage> EnterAsOutsider()
    {
        var page = await Open(Screen.Desk);
        await World.LookAtIt(page);
        await page.Locator("#user").FillAsync(Outsider);
        await page.Locator("#password").FillAsync(Secret);
        await page.Locator("form .ft-primary").ClickAsync();
        await Ready(page);
        return page;
    }

    private static async Task<string> Opened(IPage opener)
    {
        await Go(opener, "/evaluations");
        await Fill(opener, ("基金", "拟设基金"), ("方案", "庐阳区母子基金绩效评价"), ("年度", "2025"));
        await Press(opener, "启动评价");
        await Says(opener, "评价已启动");
        var address = await Row(opener, "拟设基金").GetByRole(AriaRole.Link).GetAttributeAsync("href");
        return address!;
    }

    private static async Task HandedIn(IPage manager, string address)
    {
        await Go(manager, address);
        await Fill(manager, ("填报值", "85"), ("佐证材料", "2025 年末入驻清单"), ("管理人说明", "本年度按计划推进。"));
        await Press(manager, "提交自评");
        await Says(manager, "自评已提交");
        await Expect(manager.Locator(".ft-form-title .ft-state")).ToContainTextAsync("评审中");
    }

    private static async Task Reviewed(IPage member, string address, string points, string comment)
    {
        await Go(member, address);
        await Expect(member.Locator("main")).Not.ToContainTextAsync("抽查时有一家未入驻");
        await Fill(member, ("打分", points), ("理由", comment));
        await Press(member, "提交评审");
        await Says(member, "评审已提交");
    }

    private static async Task Objected(IPage manager, string address)
    {
        await Go(manager, address);
        await Expect(manager.Locator("main")).ToContainTextAsync("抽查时有一家未入驻");
        await Expect(manager.Locator("main")).Not.ToContainTextAsync("committee2");
        await Fill(manager, ("理由", "该企业已于年末前入驻。"));
        await Press(manager, "提出异议");
        await Says(manager, "异议已提交");
    }

    private async Task Sealed(IPage second, string address)
    {
        await Go(second, address);
        await Press(second, "封存");
        await Says(second, "评价已封存");
        // The middle of 4 and 5 points, and what the ledger gives.
        await Expect(Row(second, "P4 载体入驻").Locator("td").First).ToHaveTextAsync("4.5");
        await Expect(second.Locator(".ft-facts")).ToContainTextAsync("committee2");
        await Picture(second, "evaluation-sealed");
        await MustBeAccessible(second);
    }

    /// <summary>After sealing no page offers a step, and the API refuses one.</summary>
    private static async Task NobodyEdits(IPage opener, IPage second, IPage manager, string address)
    {
        foreach (var page in new[] { opener, second, manager })
        {
            await Go(page, address);
            await Expect(page.Locator(".ft-form-title .ft-state")).ToContainTextAsync("已封存");
            await Expect(page.Locator("main form")).ToHaveCountAsync(0);
        }

        var answer = await opener.EvaluateAsync<string>(
            """
            async id => {
                const answer = await fetch(`/api/v1/books/TRIOEV/evaluations/${id}/reviews`, {
                    method: 'POST', headers: { 'content-type': 'application/json' },
                    body: JSON.stringify({ scores: [{ indicator: 'P4', points: 5, comment: '' }], remark: '' }),
                });
                return answer.status + ' ' + await answer.text();
            }
            """, address.Split('/')[^1]);
        Assert.Contains("evaluation.sealed", answer, StringComparison.Ordinal);
    }

    private static ILocator Button(IPage page, string name) =>
        page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true });

    private static Task Says(IPage page, string sentence) => Expect(page.Locator(".ft-done")).ToContainTextAsync(sentence);
}
