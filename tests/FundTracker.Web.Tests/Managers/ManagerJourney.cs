using System.Globalization;
using System.Text.RegularExpressions;
using FundTracker.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FundTracker.Web.Tests.Managers;

/// <summary>What journeys of a fund manager and an approver share: forms filled by their labels, records approved by the other, papers followed.</summary>
/// <param name="chromium">The browser.</param>
/// <param name="host">The host.</param>
/// <param name="fund">Code of the journey's own mother fund.</param>
public abstract class ManagerJourney(Chromium chromium, LiveHost host, string fund) : BrowserTests(chromium, host)
{
    private static readonly byte[] Paper = [.. "%PDF-1.4 "u8, .. "示例凭证"u8];

    private readonly LiveHost host = host;

    /// <summary>The day that the demonstration shows at first.</summary>
    protected static DateOnly ShownDay { get; } = new(2026, 3, 31);

    private protected ManagersWorld World => new(host, fund);

    /// <summary>Signs somebody in who looks at the journey's fund.</summary>
    protected async Task<IPage> Enter(string user)
    {
        var page = await SignIn(Screen.Desk, user);
        await World.LookAtIt(page);
        return page;
    }

    /// <summary>A field of a form by its whole label.</summary>
    protected static ILocator Field(IPage page, string label) =>
        page.Locator("main form").GetByLabel(Whole(label));

    /// <summary>A field's whole label, with or without the mark of what is required.</summary>
    protected static Regex Whole(string label) => new($@"^{Regex.Escape(label)}(\s*\*)?$", RegexOptions.None, TimeSpan.FromMinutes(1));

    /// <summary>Fills fields in by their labels: lists are chosen from by what is read, all else is typed.</summary>
    protected static async Task Fill(IPage page, params (string Label, string Text)[] values)
    {
        foreach (var (label, text) in values)
        {
            var field = Field(page, label).First;
            if (await field.EvaluateAsync<string>("input => input.tagName") == "SELECT")
                await field.SelectOptionAsync(await OptionOf(field, text));
            else
                await field.FillAsync(text);
            await field.BlurAsync();
        }
    }

    /// <summary>Presses a button of the page.</summary>
    protected static Task Press(IPage page, string button) =>
        page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Attaches a paper to the form that is filled in.</summary>
    protected static async Task Attach(IPage page, string name)
    {
        await page.Locator("main form input[type=file]").First.SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "application/pdf", Buffer = Paper });
        await Expect(page.Locator("main .ft-file").First).ToContainTextAsync("换一份");
    }

    /// <summary>Hands the filled form in with a paper; the other approves; the posted line leads back to the paper.</summary>
    /// <returns>Sequence of the first line.</returns>
    protected static async Task<long> Hand(IPage manager, IPage approver, string paper)
    {
        await Attach(manager, paper);
        await Press(manager, "提交审批");
        await manager.WaitForURLAsync("**/vouchers/*", new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        await Expect(manager.Locator(".ft-done")).ToContainTextAsync("等待另一人批准");
        await Expect(manager.Locator("main")).ToContainTextAsync("由您录入，须由另一人批准");
        var line = await Approve(approver, new Uri(manager.Url).AbsolutePath);
        await Go(approver, $"/ledger/{line}");
        await Expect(approver.Locator("main")).ToContainTextAsync("approver1");
        var download = await approver.RunAndWaitForDownloadAsync(() => approver.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = paper }).ClickAsync());
        Assert.Equal(Paper, await File.ReadAllBytesAsync(await download.PathAsync()));
        return line;
    }

    /// <summary>Approves what stands on a page.</summary>
    /// <returns>Sequence of the first line that it posted.</returns>
    protected static async Task<long> Approve(IPage approver, string address)
    {
        await Go(approver, address);
        await Press(approver, "批准");
        var done = approver.Locator(".ft-done").Filter(new LocatorFilterOptions { HasText = "已批准，过账为第" });
        var sentence = await done.InnerTextAsync();
        return long.Parse(Regex.Match(sentence, @"\d+", RegexOptions.None, TimeSpan.FromMinutes(1)).Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The figure of a tile.</summary>
    protected static ILocator Tile(IPage page, string label) =>
        page.Locator(".ft-tile").Filter(new LocatorFilterOptions { Has = page.Locator("dt", new PageLocatorOptions { HasTextRegex = Exactly(label) }) });

    /// <summary>The row of a table that names something.</summary>
    protected static ILocator Row(IPage page, string name) =>
        page.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = name });

    private static Regex Exactly(string text) => new($"^{Regex.Escape(text)}$", RegexOptions.None, TimeSpan.FromMinutes(1));

    /// <summary>The option of a list that reads most nearly as a text.</summary>
    protected static async Task<SelectOptionValue> OptionOf(ILocator field, string text)
    {
        var texts = await field.Locator("option").AllInnerTextsAsync();
        var found = texts.Select((option, index) => (option, index)).Where(pair => pair.option.Contains(text, StringComparison.Ordinal)).ToList();
        Assert.True(found.Count > 0, $"None of {string.Join(" | ", texts)} is {text}.");
        return new SelectOptionValue { Index = found.MinBy(pair => pair.option.Length).index };
    }
}
