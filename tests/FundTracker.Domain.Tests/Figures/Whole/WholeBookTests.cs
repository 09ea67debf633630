using FundTracker.Analytics.Pacing;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures.Whole;

/// <summary>
/// Everything that is answered of one small book, to the last name in a trail, against a page that was reckoned by hand. The book stands
/// in book.txt, the page of a day in the file of that name. Rates of the page of performance (IRR of F 22.0759 %, of its last year
/// 20.3271 %, Dietz 20.2802 %, Direct Alpha, Long-Nickels, gross and converted ones) were found again by halving the present value of the
/// flows written out apart from the program; Kaplan-Schoar of F is (25 x 96.8/110 + 3 x .8 + 7 x .968 + 87) / (69 x .968 + 10 x .8) = 1.58006,
/// because what was taken back on a later day counts on that day. Of the roll-forward of F: 62/242 of each split part, and
/// 87 - 60 - 10 + 3 - 0.51 - 3.20 + 0.13 = 16.42 not split. Ahead: F calls 38 x (1 - .5^(1/4)) = 6.05 in the first quarter, 2.64 at half speed;
/// the ranges of calls were drawn again from the same seed by a program of its own.
/// </summary>
public sealed class WholeBookTests
{
    private const string Pacing = """

        2023-02-01 F pacing = 50;10;2;8;0
        2023-02-01 G pacing = 25,50;6;1;0;4
        2023-03-20 M->F CallIssued 12.00 call:2
        2023-03-25 FIN->M CallIssued 40.00 call:3
        """;

    private const string Stated = """

        2021-12-31 M->F Nav 60.00
        2022-03-31 M->F Nav 66.00
        2022-09-30 F ValueIncome 2.00
        2022-09-30 F ValueUnrealised 12.50
        2022-09-30 F ValueManagementFee 0.50
        2022-10-01 F Expense 0.20
        """;

    [Theory]
    [InlineData("2021-12-31")]
    [InlineData("2023-03-31")]
    public void All_that_is_answered_of_a_day_is_what_its_page_says(string day)
    {
        Says(day, FigureText.Of(View(day)));
    }

    [Fact]
    public void How_every_fund_did_is_what_its_page_says() => Says("performance-2023-03-31", CourseText.Performance(View("2023-03-31", Stated)));

    [Fact]
    public void What_moved_values_and_ratios_is_what_its_page_says() =>
        Says("moved-2023-03-31", CourseText.Moved(View("2023-03-31", Stated), new DateOnly(2021, 12, 31)));

    [Fact]
    public void Cash_ahead_is_what_its_page_says() => Says("ahead-usual", CourseText.Ahead(View("2023-03-31", Pacing), Usual));

    [Fact]
    public void Cash_ahead_under_stress_is_what_its_page_says() => Says("ahead-stressed", CourseText.Ahead(View("2023-03-31", Pacing), Usual with
    {
        Scenario = new PacingScenario(0.5, 0.1, 2), Reserve = Yuan(425m), CostsAnnual = Yuan(40m), NewCommitments = Yuan(100m),
    }));

    private static PacingAssumptions Usual { get; } = new(
        PacingScenario.Base, Quarters: 2, Reserve: Yuan(0m), CostsAnnual: Yuan(0m), NewCommitments: Yuan(0m), LeadDays: 90, Volatility: 0.5, Correlation: 0.3,
        Seed: 7);

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);

    private static LedgerView View(string day, string more = "") => TestBooks.Of(Page("book.txt") + more).View(day);

    private static void Says(string page, string answered)
    {
        Assert.Equal(Page($"{page}.txt").Split('\n'), answered.ReplaceLineEndings("\n").Split('\n'));
    }

    private static string Page(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Figures", "Whole", name)).ReplaceLineEndings("\n");
}
