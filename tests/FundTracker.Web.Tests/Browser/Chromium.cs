using Microsoft.Playwright;

namespace FundTracker.Web.Tests.Browser;

/// <summary>One installed Chromium for all browser tests; where there is none they are skipped and say so.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
        "--disable-dev-shm-usage",
    ];

    /// <summary>How long a test waits for what must appear: long enough for a busy machine with few cores.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(40);

    private readonly string? executable = Environment.GetEnvironmentVariable("FUNDTRACKER_TEST_CHROMIUM") ?? Places.FirstOrDefault(File.Exists);
    private IPlaywright? playwright;

    /// <summary>The running browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (executable is null) return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>Skips the running test where there is no browser.</summary>
    public void Require() =>
        Assert.SkipWhen(executable is null, "No Chromium is installed; name one in FUNDTRACKER_TEST_CHROMIUM.");
}
