using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures.Whole;

/// <summary>
/// Everything that is answered of one small book, to the last name in a trail, against a page that was reckoned by hand. The book stands
/// in book.txt, the page of a day in the file of that name.
/// </summary>
public sealed class WholeBookTests
{
    [Theory]
    [InlineData("2021-12-31")]
    [InlineData("2023-03-31")]
    public void All_that_is_answered_of_a_day_is_what_its_page_says(string day)
    {
        var answered = FigureText.Of(TestBooks.Of(Page("book.txt")).View(day));

        Assert.Equal(Page($"{day}.txt").Split('\n'), answered.ReplaceLineEndings("\n").Split('\n'));
    }

    private static string Page(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Figures", "Whole", name)).ReplaceLineEndings("\n");
}
