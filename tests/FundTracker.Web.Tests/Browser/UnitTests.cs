using System.Text.RegularExpressions;
using FundTracker.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace FundTracker.Web.Tests.Browser;

/// <summary>Every page there is: its amounts follow the chosen unit and the unit is stated; no page shows the name of a text.</summary>
[Collection(SweepCollection.Name)]
public sealed partial class UnitTests(Chromium chromium, LiveHost host) : BrowserTests(chromium, host)
{
    /// <summary>
    /// An amount tells its exact worth in its title: what is read must be that worth in the unit, and the unit must stand behind it or
    /// be stated by the page.
    /// </summary>
    private const string WhatIsWrong =
        """
        ([unit, name, stated]) => {
            const [divisor, digits] = { Yuan: [1, 2], TenThousand: [1e4, 2], HundredMillion: [1e8, 4] }[unit];
            const main = document.querySelector('main');
            const said = main.innerText;
            const found = [];
            for (const shown of main.querySelectorAll('.ft-number[title], .ft-figure[title]')) {
                const exact = /(-?[\d,]+\.\d\d) CNY/.exec(shown.title);
                if (!exact || !shown.checkVisibility()) continue;
                const read = /-?[\d,]+(\.\d+)?/.exec(shown.textContent.replace('−', '-'));
                const worth = Number(exact[1].replaceAll(',', '')) / divisor;
                const off = read ? Math.abs(Number(read[0].replaceAll(',', '')) - worth) : Infinity;
                if (off > 0.5001 / 10 ** digits + Math.abs(worth) * 1e-12) found.push(`${shown.textContent.trim()} is not ${exact[1]}`);
                const own = shown.querySelector('.ft-unit')?.textContent.trim();
                if (own ? own !== name : !said.includes(stated)) found.push(`${shown.textContent.trim()} says no unit`);
            }
            return found.slice(0, 5);
        }
        """;

    private readonly LiveHost host = host;

    private static readonly (string Unit, string Name)[] Units = [("Yuan", "元"), ("HundredMillion", "亿元"), ("TenThousand", "万元")];

    [Fact]
    public async Task On_every_page_amounts_follow_the_unit_and_the_unit_is_stated()
    {
        var page = await SignIn(Screen.Desk, "manager1");
        var problems = new List<string>();
        await Visit(page, async address =>
        {
            problems.AddRange(await NamesOfTexts(page, address));
            foreach (var (unit, name) in Units)
            {
                await page.Locator(".ft-wide-only .ft-choices select").SelectOptionAsync(unit);
                problems.AddRange((await Wrong(page, unit, name, $"单位：{name}")).Select(wrong => $"{address} in {name}: {wrong}"));
            }
        });
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Every_page_speaks_english()
    {
        var page = await SignIn(Screen.Desk with { Language = "en" }, "manager1");
        var problems = new List<string>();
        await Visit(page, async address =>
        {
            problems.AddRange(await NamesOfTexts(page, address));
            problems.AddRange((await Wrong(page, "TenThousand", "CNY 10k", "Unit: CNY 10k")).Select(wrong => $"{address}: {wrong}"));
        });
        Assert.Empty(problems);
    }

    /// <summary>Looks at every page; those about one thing are reached by a link that another page shows.</summary>
    private async Task Visit(IPage page, Func<string, Task> look)
    {
        var patterns = host.Pages().Where(pattern => pattern is not ("/sign-in" or "/error" or "/not-found")).ToList();
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in patterns.Where(pattern => !pattern.Contains('{', StringComparison.Ordinal)))
        {
            await See(address);
            links.UnionWith(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main a[href^=\"/\"]')].map(a => a.getAttribute('href'))"));
        }

        foreach (var pattern in patterns.Where(pattern => pattern.Contains('{', StringComparison.Ordinal)))
        {
            var shape = new Regex("^" + Place().Replace(pattern, "[^/?]+") + "$", RegexOptions.None, TimeSpan.FromSeconds(1));
            var address = links.FirstOrDefault(link => shape.IsMatch(link) && !patterns.Contains(link, StringComparer.Ordinal));
            if (address is not null) await See(address);
            else TestContext.Current.SendDiagnosticMessage($"No page leads to {pattern}.");
        }

        async Task See(string address)
        {
            await Go(page, address);
            await look(address);
        }
    }

    private static async Task<IReadOnlyList<string>> Wrong(IPage page, string unit, string name, string stated)
    {
        string[] arguments = [unit, name, stated];
        IReadOnlyList<string> wrong = [];
        for (var round = 0; round < 20; round++)
        {
            wrong = await page.EvaluateAsync<string[]>(WhatIsWrong, arguments);
            if (wrong.Count == 0) return wrong;
            await page.WaitForTimeoutAsync(100);
        }

        return wrong;
    }

    private static async Task<IEnumerable<string>> NamesOfTexts(IPage page, string address)
    {
        var text = await page.Locator("body").InnerTextAsync();
        return TextName().Matches(text).Select(match => $"{address} shows {match.Value}");
    }

    [GeneratedRegex(@"\{[A-Za-z]+(:[a-z]+)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex(
        @"\b(enum|field|unit|figure|formula|[a-z]+[A-Z][A-Za-z]*|approvals|committees|companies|figures|forms|fund|funds|ledger|leverage|pacing|plans|policies|records|register|registry|reports|shell|social|table|time|units|users)\.[a-z][A-Za-z]+\b|\{[a-z][A-Za-z]*\}|\[[a-z]+[.A-Za-z]*\]",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TextName();
}
