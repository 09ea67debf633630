using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace FundTracker.Web.Tests.Browser;

/// <summary>What browser tests share: a signed-in page of a size, language and theme; pictures of it; what axe finds.</summary>
public abstract class BrowserTests(Chromium chromium, LiveHost host) : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<IBrowserContext> contexts = [];

    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "TestResults", "screenshots");

    /// <summary>Closes the windows of the test, and with them their circuits.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts) await context.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the sign-in page.</summary>
    protected async Task<IPage> Open(Screen screen)
    {
        chromium.Require();
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = host.Address.ToString(),
            Locale = screen.Language,
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            TimezoneId = "Asia/Shanghai",
        });
        contexts.Add(context);
        // The demonstration is named: other tests have mother funds of their own on the same host.
        await context.AddCookiesAsync([new Cookie
        {
            Name = "fundtracker.view", Value = Uri.EscapeDataString($"unit=TenThousand&theme={(screen.Dark ? "dark" : "light")}&fund=LUZHOU1"),
            Url = host.Address.ToString(),
        }]);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout((float)Chromium.Patience.TotalMilliseconds);
        await page.GotoAsync("/sign-in");
        return page;
    }

    /// <summary>Signs in as a demo account by its button and waits for the first page.</summary>
    protected async Task<IPage> SignIn(Screen screen, string user)
    {
        var page = await Open(screen);
        await page.Locator($".ft-demo button:has-text(\"{user}\")").ClickAsync();
        await Ready(page);
        return page;
    }

    /// <summary>Goes to a page and waits until it listens.</summary>
    protected static async Task Go(IPage page, string address)
    {
        await page.GotoAsync(address);
        await Ready(page);
    }

    /// <summary>Waits until the page has its circuit and nothing is awaited any more.</summary>
    protected static async Task Ready(IPage page)
    {
        await page.Locator("main h1").First.WaitForAsync();
        await page.Locator("body[data-live]").WaitForAsync();
        await page.Locator(".ft-loading").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }

    /// <summary>Keeps a picture of the whole page.</summary>
    protected static Task Picture(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });

    /// <summary>
    /// Nothing that axe finds is serious or critical. Axe is run in the page itself: no page of ours has frames, and the
    /// Playwright binding's way through an empty second page takes five times as long.
    /// </summary>
    protected static async Task MustBeAccessible(IPage page)
    {
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<string[]>(
            """
            async () => {
                const result = await axe.run(document, { resultTypes: ['violations'] });
                if (result.passes.length === 0) return ['axe checked nothing'];
                return result.violations
                    .filter(violation => ['serious', 'critical'].includes(violation.impact))
                    .map(violation => violation.id + ': ' + violation.nodes.map(node => node.html).join('; '));
            }
            """);
        Assert.Empty(found);
    }
}

/// <summary>Size, language and theme of a browser window.</summary>
public sealed record Screen(int Width, int Height, string Language, bool Dark)
{
    /// <summary>A desk, Chinese, light.</summary>
    public static Screen Desk { get; } = new(1440, 900, "zh-CN", Dark: false);

    /// <summary>A telephone, Chinese, light.</summary>
    public static Screen Phone { get; } = new(390, 844, "zh-CN", Dark: false);

    /// <summary>The four that every page is looked at in.</summary>
    public static IReadOnlyList<Screen> All { get; } =
        [Desk, Phone, Desk with { Language = "en", Dark = true }, Phone with { Language = "en", Dark = true }];

    /// <summary>For file names.</summary>
    public override string ToString() => $"{Width}-{Language}-{(Dark ? "dark" : "light")}";
}

/// <summary>Journeys run one after another on one browser and one host: the demonstration is loaded once for all of them.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>, ICollectionFixture<LiveHost>
{
    public const string Name = "browser";
}

/// <summary>
/// Tests that go over every page, and journeys of those who only read; they change nothing: beside the journeys, on a browser and a host of their own, since both mostly wait.
/// </summary>
[CollectionDefinition(Name)]
public sealed class SweepCollection : ICollectionFixture<Chromium>, ICollectionFixture<LiveHost>
{
    public const string Name = "sweeps";
}
