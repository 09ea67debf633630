using FundTracker.Web.Components.Forms;

namespace FundTracker.Web.Tests.Managers;

/// <summary>Amounts as people type them.</summary>
public sealed class TypedAmountTests
{
    [Theory]
    [InlineData("1234.56", "1234.56")]
    [InlineData(" 1,234,567.89 ", "1234567.89")]
    [InlineData("1.5亿", "150000000")]
    [InlineData("300 万元", "3000000")]
    [InlineData("100元", "100")]
    [InlineData("2m", "2000000")]
    [InlineData("-5", "-5")]
    [InlineData("１２．５万", "125000")]
    public void An_amount_is_read_with_separators_and_words(string typed, string amount) =>
        Assert.Equal(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), TypedAmount.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1.2.3")]
    [InlineData("亿")]
    [InlineData("1e5")]
    [InlineData("99999999999999999亿")]
    public void What_is_no_amount_is_not_read_as_one(string typed) => Assert.Null(TypedAmount.Read(typed));

    [Theory]
    [InlineData("1234567.5", "1,234,567.5")]
    [InlineData("0", "0")]
    [InlineData("100000000.010", "100,000,000.01")]
    public void An_amount_is_written_with_the_decimals_that_it_has(string amount, string written) =>
        Assert.Equal(written, TypedAmount.Write(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));
}
