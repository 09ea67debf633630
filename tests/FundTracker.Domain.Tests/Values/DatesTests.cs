using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Values;

public sealed class DatesTests
{
    [Theory]
    [InlineData("2023-01-01", "2023Q1", "2023-01-01", "2023-03-31")]
    [InlineData("2023-06-30", "2023Q2", "2023-04-01", "2023-06-30")]
    [InlineData("2024-02-29", "2024Q1", "2024-01-01", "2024-03-31")]
    [InlineData("2023-12-31", "2023Q4", "2023-10-01", "2023-12-31")]
    public void A_day_lies_in_its_calendar_quarter(string day, string quarter, string first, string last)
    {
        var found = Quarter.Of(DateOnly.Parse(day));
        Assert.Equal(quarter, found.ToString());
        Assert.Equal(DateRange.Of(DateOnly.Parse(first), DateOnly.Parse(last)), found.Days);
    }

    [Fact]
    public void Quarters_follow_each_other_over_the_turn_of_the_year()
    {
        Assert.Equal(Quarter.Of(2024, 1), Quarter.Of(2023, 4).Next);
        Assert.Equal(Quarter.Of(2023, 4), Quarter.Of(2024, 1).Previous);
        Assert.True(Quarter.Of(2023, 4).CompareTo(Quarter.Of(2024, 1)) < 0);
    }

    [Theory]
    [InlineData("2023Q2", true)]
    [InlineData("2023q2", true)]
    [InlineData("2023Q0", false)]
    [InlineData("2023Q5", false)]
    [InlineData("1899Q1", false)]
    [InlineData("3000Q1", false)]
    [InlineData("2023 2", false)]
    [InlineData("+023Q2", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_a_year_and_a_number_from_one_to_four_name_a_quarter(string? text, bool names)
    {
        Assert.Equal(names, Quarter.TryParse(text, out var quarter));
        if (names) Assert.Equal(Quarter.Of(2023, 2), quarter);
    }

    [Theory]
    [InlineData(1899, 1)]
    [InlineData(3000, 1)]
    [InlineData(2023, 0)]
    [InlineData(2023, 5)]
    public void A_quarter_outside_its_range_is_refused(int year, int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Quarter.Of(year, number));

    [Fact]
    public void Both_ends_of_a_range_count()
    {
        var june = DateRange.Of(new DateOnly(2023, 6, 1), new DateOnly(2023, 6, 30));
        Assert.True(june.Contains(new DateOnly(2023, 6, 1)));
        Assert.True(june.Contains(new DateOnly(2023, 6, 30)));
        Assert.False(june.Contains(new DateOnly(2023, 5, 31)));
        Assert.False(june.Contains(new DateOnly(2023, 7, 1)));
    }

    [Fact]
    public void A_range_that_ends_before_it_starts_is_refused() =>
        Assert.Throws<ArgumentException>(() => DateRange.Of(new DateOnly(2023, 6, 2), new DateOnly(2023, 6, 1)));
}
