using System.Text.RegularExpressions;
using FundTracker.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace FundTracker.Web.Tests.Browser;

/// <summary>Every page there is: its amounts follow the chosen unit and the unit is stated; no page shows the name of a text.</summary>
[Collection(SweepCollection.Name)]
public sealed partial class UnitTests(Chromium chromium, LiveHost host) : BrowserTests(chromium, host)
{
    private readonly LiveHost host = host;

    private static readonly (string Unit, string Name)[] Units = [("Yuan", "元"), ("HundredMillion", "亿元"), ("TenThousand", "万元")];

    [Fact]
    public async Task On_every_page_amounts_follow_the_unit_and_the_unit_is_stated()
    {
        var page = await SignIn(Screen.Desk, "manager1");
        var problems = new List<string>();
        await Visit(page, async address =>
        {
            problems.AddRange(await PageText.NamesOfTexts(page, address));
            foreach (var (unit, name) in Units)
            {
                await page.Locator(".ft-wide-only .ft-choices select").SelectOptionAsync(unit);
                problems.AddRange((await PageText.WrongAmounts(page, unit, name, $"单位：{name}")).Select(wrong => $"{address} in {name}: {wrong}"));
            }
        });
        Assert.Empty(problems);
    }

    /// <summary>The pages that <see cref="PageTests"/> looks at in English are asked there.</summary>
    [Fact]
    public async Task Every_other_page_speaks_english()
    {
        var page = await SignIn(Screen.Desk with { Language = "en" }, "manager1");
        var problems = new List<string>();
        await Visit(page, async address => problems.AddRange(await PageText.WrongEnglish(page, address)), pattern => PageTests.LooksAt(Shape(pattern)));
        Assert.Empty(problems);
    }

    /// <summary>Looks at every page; those about one thing are reached by a link that another page shows, or by an address that is looked at elsewhere.</summary>
    private async Task Visit(IPage page, Func<string, Task> look, Func<string, bool>? isLeftOut = null)
    {
        var patterns = host.Pages().Where(pattern => pattern is not ("/sign-in" or "/error" or "/not-found") && isLeftOut?.Invoke(pattern) != true).ToList();
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in patterns.Where(pattern => !pattern.Contains('{', StringComparison.Ordinal)))
        {
            await See(address);
        }

        foreach (var pattern in patterns.Where(pattern => pattern.Contains('{', StringComparison.Ordinal)).OrderBy(pattern => pattern.Length))
        {
            var shape = Shape(pattern);
            var address = links.Concat(PageTests.Addresses).FirstOrDefault(link => shape.IsMatch(link) && !patterns.Contains(link, StringComparer.Ordinal));
            Assert.True(address is not null, $"No page leads to {pattern}.");
            await See(address);
        }

        async Task See(string address)
        {
            await Go(page, address);
            await look(address);
            links.UnionWith(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main a[href^=\"/\"]')].map(a => a.getAttribute('href'))"));
        }
    }

    private static Regex Shape(string pattern) => new("^" + Place().Replace(pattern, "[^/?]+") + "$", RegexOptions.None, TimeSpan.FromMinutes(1));

    [GeneratedRegex(@"\{[A-Za-z]+(:[a-z]+)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Place();
}
