using System.Globalization;
using System.Text;
using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Performance;
using FundTracker.Domain.Ledgers;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures.Whole;

/// <summary>
/// Everything that is answered of one small book in three currencies (currencies.txt), to the last rate in a trail. By hand, for the end of
/// 2022: committed (300 + 40.01 x 6.8 + 10 x 6.8 + 6 x 7.2) / (100 + 10 x 6.8 + 5 x 6.8 + 6 x 7.2) = 683.27 / 245.20, each promise rounded; paid in
/// (150 + 26 + 7 + 12.01 x 7 + 2 x 6.8 + 12 x 7.5) / (50 + 33 x 0.9 + 13.60 + 22.50), a tenth of what M paid into H being BANK's by then.
/// </summary>
public sealed class WholeCurrenciesTests
{
    [Theory]
    [InlineData("2022-08-31")]
    [InlineData("2022-12-31")]
    [InlineData("2023-01-31")]
    public void All_that_is_answered_in_several_currencies_is_what_its_page_says(string day) => Says($"currencies-{day}", FigureText.Of(View(day)));

    [Fact]
    public void What_moved_ratios_in_several_currencies_is_what_its_page_says()
    {
        var (text, view, begin) = (new StringBuilder(), View("2022-12-31"), new DateOnly(2021, 1, 1));
        foreach (var formula in Enum.GetValues<LeverageFormula>())
        {
            Say(text, $"{formula} since {begin:O}, {LeverageAttribution.On(view, begin, formula).Value?.Value}");
            foreach (var step in LeverageAttribution.Of(view, begin, formula))
            {
                Say(text, $" {step.Day:O} {step.Change} to {step.After.Value?.Value}{step.After.NoneReason} by lines {string.Join(',', step.Lines.Select(line => line + 1))}");
                foreach (var rate in step.Rates) Say(text, $"  at {rate.Pair} {rate.Rate} since {rate.From:O}, by currency {step.IsCurrencyEffect}");
            }
        }

        Says("currencies-moved", text.ToString());
    }

    [Fact]
    public void How_funds_in_another_currency_did_is_what_its_page_says()
    {
        var text = new StringBuilder();
        foreach (var code in new[] { "H", "J", "E" })
        {
            var performance = PerformanceEngine.Of(View("2022-12-31"), code)!;
            text.Append(FigureText.Of([.. performance.InBase!.All, .. performance.Gross.All]));
        }

        Says("currencies-performance", text.ToString());
    }

    private static LedgerView View(string day) => TestBooks.Of(Page("currencies")).View(day);

    private static void Say(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');

    private static void Says(string page, string answered)
    {
        Assert.Equal(Page(page).Split('\n'), answered.ReplaceLineEndings("\n").Split('\n'));
    }

    private static string Page(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Figures", "Whole", $"{name}.txt")).ReplaceLineEndings("\n");
}
