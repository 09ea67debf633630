using FundTracker.Application.Text;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Tests.Text;

/// <summary>The change of a ratio or rate in words, as screens and reports print it.</summary>
public sealed class ChangeTextTests
{
    private static readonly FigureId Id = new("dpi", "F");

    [Theory]
    [InlineData("1.126", "1.124", "+0.01x")] // 1.13 less 1.12, as they are printed
    [InlineData("1.124", "1.12", "0.00x")]
    [InlineData("0.5", "1.25", "-0.75x")]
    public void A_multiple_changes_by_what_a_reader_finds_who_subtracts_the_printed_ones(decimal now, decimal then, string expected) =>
        Assert.Equal(expected, ChangeText.Of(Told(Multiple.Of(now)), Told(Multiple.Of(then)), Texts.In("en"))?.Text);

    [Theory]
    [InlineData("en", "-0.17 pp")]
    [InlineData("zh-CN", "-0.17 个百分点")]
    public void Between_percentages_the_change_is_in_percentage_points(string language, string expected) => Assert.Equal(
        expected, ChangeText.Of(Told(Percentage.FromPercent(5.18m)), Told(Percentage.FromPercent(5.35m)), Texts.In(language))?.Text);

    [Fact]
    public void There_is_no_change_from_nothing_nor_of_an_amount()
    {
        var none = Figure<Multiple>.None(Id, new DomainError("figure.nothingPaidIn"));
        var money = Told(Money.FromMinor(100, Currency.Cny));
        Assert.Null(ChangeText.Of(Told(Multiple.Of(1)), none, Texts.In("en")));
        Assert.Null(ChangeText.Of(Told(Multiple.Of(1)), then: null, Texts.In("en")));
        Assert.Null(ChangeText.Of(money, money, Texts.In("en")));
    }

    private static Figure<T> Told<T>(T value)
        where T : class => Figure<T>.Of(Id, value, Trail.Empty);
}
