namespace FundTracker.Domain.Tests.Policies.Whole;

/// <summary>
/// Everything that rules, gates, tolerance and the registry answer of one small book, to the last name in a trail. The book stands in
/// book.txt and PolicyBook. The amounts of the pages were reckoned again apart from the program: fees, first payments, investments in
/// time, losses, largest projects, idle cash, years held, rates (by halving) and growth of every fund by a sum over the lines of book.txt,
/// local re-investment, gates, shares of companies and follow-on rounds on paper. F in March 2023: of its own 86 in the district 30 are void
/// and headquarters bring 15 more, others' money 20, so 91 / 62; A's share is (62/242 x 56 + 40/140 x 20) / 400 = 5.015 %.
/// </summary>
public sealed class WholePolicyTests
{
    [Theory]
    [InlineData("2021-12-31")]
    [InlineData("2023-03-31")]
    public void All_that_rules_may_read_is_what_its_page_says(string day) =>
        Says($"inputs-{day}.txt", PolicyText.Inputs(PolicyBook.View(day)));

    [Theory]
    [InlineData("2021-12-31")]
    [InlineData("2023-03-31")]
    public void All_that_rules_say_is_what_its_page_says(string day) =>
        Says($"findings-{day}.txt", PolicyText.Findings(PolicyBook.View(day)));

    [Theory]
    [InlineData("2021-01-31")]
    [InlineData("2023-03-31")]
    public void Every_phase_and_each_of_its_conditions_is_what_its_page_says(string day) =>
        Says($"gates-{day}.txt", PolicyText.Gates(PolicyBook.View(day)));

    [Fact]
    public void What_became_of_every_project_is_what_its_page_says() =>
        Says("tolerance-2023-03-31.txt", PolicyText.Tolerance(PolicyBook.View("2023-03-31")));

    [Theory]
    [InlineData("2021-12-31", 2021)]
    [InlineData("2023-03-31", 2022)]
    public void What_companies_and_carriers_brought_about_is_what_its_page_says(string day, int year) =>
        Says($"companies-{day}.txt", PolicyText.Companies(PolicyBook.View(day), year));

    private static void Says(string page, string answered)
    {
        Assert.Equal(PolicyBook.Page(page).Split('\n'), answered.ReplaceLineEndings("\n").Split('\n'));
    }
}
