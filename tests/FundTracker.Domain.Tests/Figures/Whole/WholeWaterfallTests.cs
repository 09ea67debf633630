using System.Text;
using FundTracker.Analytics.Waterfalls;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures.Whole;

/// <summary>
/// Two waterfalls with the trail of every amount. By hand: 1,000 for two years at 8 %, 166.40 preferred, 41.60 caught up and 800 shared 4 to 1,
/// with a NAV of 500 left over, of which a fifth would be carry; and 100 for two deals of 40 and 50 and a fee of 10, of which the first brings 90:
/// 50 come back, a fifth of 40 is 8, and when the second has come to nothing there is no gain at all, so that 8 less a quarter of tax goes back.
/// </summary>
public sealed class WholeWaterfallTests
{
    private const string European = FundWaterfallTests.European + """

        2023-01-01 M->F  Nav               300.00
        2023-01-01 LP->F Nav               200.00
        """;

    private static readonly string Deals = FundWaterfallTests.Deals.Replace("20;0", "20;25", StringComparison.Ordinal) + """

        2022-06-30 M->F Nav                0.00
        """;

    [Fact]
    public void Every_amount_of_a_waterfall_is_what_its_page_says_down_to_its_lines()
    {
        var text = new StringBuilder();
        foreach (var (book, day) in new[] { (European, "2023-01-01"), (Deals, "2022-01-01"), (Deals, "2022-12-31") })
        {
            var books = TestBooks.Of(book);
            var waterfall = FundWaterfall.Of(books.View(day), books.Snapshot.FindNode("F")!).Value;
            text.Append(FigureText.Of(waterfall.All)).Append('\n');
        }

        Assert.Equal(Page().Split('\n'), text.ToString().Split('\n'));
    }

    private static string Page() =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Figures", "Whole", "waterfalls.txt")).ReplaceLineEndings("\n");
}
