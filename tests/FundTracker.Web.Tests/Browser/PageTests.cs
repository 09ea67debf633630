using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace FundTracker.Web.Tests.Browser;

/// <summary>Every page of the committee member and the auditor: looked at on a desk and on a telephone, in both languages and themes.</summary>
[Collection(SweepCollection.Name)]
public sealed class PageTests(Chromium chromium, LiveHost host) : BrowserTests(chromium, host)
{
    private static readonly (string Address, string Name)[] Pages =
    [
        ("/", "overview"), ("/fund", "fund"), ("/plans/LUZHOU1", "plan"), ("/sub-funds", "sub-funds"), ("/sub-funds/AIYI", "sub-fund"), ("/companies", "companies"), ("/companies/HENGSHUO", "company"),
        ("/performance", "performance"), ("/performance/AIYI", "performance-sub-fund"), ("/performance/LYF13", "performance-split"), ("/waterfall/LYF13", "waterfall"), ("/pacing", "pacing"), ("/look-through", "look-through"),
        ("/leverage", "leverage"), ("/committee", "committee"), ("/committee/1", "committee-meeting"), ("/committee/2", "committee-agenda"), ("/rules", "rules"),
        ("/evaluation", "evaluation"), ("/evaluations", "evaluations"), ("/evaluations/comparison", "evaluations-compared"),
        ("/tolerance", "tolerance"), ("/tolerance/LYF05", "tolerance-fund"),
        ("/carriers", "carriers"), ("/carriers/HCY", "carrier"), ("/carriers/LAOSHAN", "carrier-laoshan"), ("/chain", "chain"), ("/programmes", "programmes"),
        ("/programmes/LY-CHAIN", "programme"), ("/social", "social"), ("/local-cases", "local-cases"),
        ("/reports", "reports"), ("/ledger", "ledger"), ("/ledger/1", "ledger-line"),
    ];

    /// <summary>Their addresses, without those of evaluations.</summary>
    public static IEnumerable<string> Addresses => Pages.Select(page => page.Address);

    /// <summary>Whether a page of a shape is among those looked at; evaluations are, at the addresses of the day.</summary>
    public static bool LooksAt(Regex shape) => Addresses.Append("/evaluations/LUZHOU1/1").Any(shape.IsMatch);

    /// <summary>Evaluations are found by where they stand: their addresses have keys of the day.</summary>
    private static readonly (string Stage, string Name)[] Evaluations =
        [("Sealed", "evaluation-of-demo-sealed"), ("Settled", "evaluation-of-demo-settled"), ("UnderReview", "evaluation-of-demo-reviewed"), ("Opened", "evaluation-of-demo-opened")];

    /// <summary>
    /// Axe goes over each page once in each theme, each language and each width: on the desk in one theme, on the telephone in the other.
    /// </summary>
    [Theory]
    [InlineData("zh-CN", false, 1440)]
    [InlineData("en", true, 390)]
    public async Task Every_page_is_accessible_and_says_something(string language, bool dark, int axeAt)
    {
        Screen[] screens = [.. Screen.All.Where(one => one.Language == language && one.Dark == dark).OrderByDescending(one => one.Width)];
        Assert.Contains(screens, screen => screen.Width == axeAt);
        var page = await SignIn(screens[0], "committee1");
        foreach (var (address, name) in Pages) await Look(page, address, name, screens, axeAt);
        foreach (var (stage, name) in Evaluations)
        {
            await Go(page, "/evaluations");
            var link = page.Locator($"tr:has(.ft-state-{stage}) a").First;
            await Look(page, (await link.GetAttributeAsync("href"))!, name, screens, axeAt);
        }
    }

    /// <summary>The page is loaded once, on the desk, and looked at in both widths: the window is made as narrow as a telephone.</summary>
    private static async Task Look(IPage page, string address, string name, IReadOnlyList<Screen> screens, int axeAt)
    {
        await page.SetViewportSizeAsync(screens[0].Width, screens[0].Height);
        await Go(page, address);
        await Assertions.Expect(page.Locator(".ft-alert")).ToHaveCountAsync(0);
        Assert.DoesNotContain("[", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        if (screens[0].Language == "en") Assert.Empty(await PageText.WrongEnglish(page, address));
        foreach (var screen in screens)
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            if (screen.Width < screens[0].Width) await Assertions.Expect(page.Locator(".mud-drawer.mud-drawer--open")).ToHaveCountAsync(0);
            await Picture(page, $"{name}-{screen}");
            Assert.False(await IsWiderThanTheScreen(page), $"{address} is wider than the screen of {name}-{screen}");
            if (screen.Width == axeAt) await MustBeAccessible(page);
        }
    }

    private static Task<bool> IsWiderThanTheScreen(IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
}
