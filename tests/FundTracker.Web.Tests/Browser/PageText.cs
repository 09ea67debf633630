using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace FundTracker.Web.Tests.Browser;

/// <summary>What is wrong with the words and amounts that a page shows.</summary>
internal static partial class PageText
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

    /// <summary>What is wrong with an English page whose amounts stand in ten thousands.</summary>
    public static async Task<IReadOnlyList<string>> WrongEnglish(IPage page, string address) =>
    [
        .. await NamesOfTexts(page, address),
        .. (await WrongAmounts(page, "TenThousand", "CNY 10k", "Unit: CNY 10k")).Select(wrong => $"{address}: {wrong}"),
    ];

    /// <summary>Amounts that are not their worth in the unit, or that no unit stands beside; waits two seconds for the page to follow.</summary>
    public static async Task<IReadOnlyList<string>> WrongAmounts(IPage page, string unit, string name, string stated)
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

    /// <summary>What stands on the page as the name of a text instead of the text, or as a place that nothing was put into.</summary>
    public static async Task<IEnumerable<string>> NamesOfTexts(IPage page, string address)
    {
        var text = await page.Locator("body").InnerTextAsync();
        return TextName().Matches(text).Select(match => $"{address} shows {match.Value}");
    }

    [GeneratedRegex(
        @"\b(enum|field|unit|figure|formula|[a-z]+[A-Z][A-Za-z]*|approvals|committees|companies|figures|forms|fund|funds|ledger|leverage|pacing|plans|policies|records|register|registry|reports|shell|social|table|time|units|users)\.[a-z][A-Za-z]+\b|\{[a-z][A-Za-z]*\}|\[[a-z]+[.A-Za-z]*\]",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TextName();
}
