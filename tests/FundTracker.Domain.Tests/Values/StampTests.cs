using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Values;

public sealed class StampTests
{
    [Fact]
    public void An_instant_is_cut_not_rounded_to_the_microsecond() =>
        Assert.Equal("2023-06-30T12:00:00.123456Z", Stamp.From(DateTimeOffset.Parse("2023-06-30T20:00:00.1234569+08:00")).ToString());

    [Fact]
    public void The_next_instant_is_a_microsecond_later()
    {
        var stamp = Stamp.From(DateTimeOffset.Parse("2023-06-30T23:59:59.999999Z"));
        Assert.Equal("2023-07-01T00:00:00.000000Z", stamp.Next.ToString());
        Assert.True(stamp < stamp.Next && stamp.Next > stamp && stamp <= stamp.Next && stamp.Next >= stamp);
    }

    [Theory]
    [InlineData("2023-06-30", "2023-06-30T23:59:59.999999Z")]
    [InlineData("2023-06-30T12:00:00Z", "2023-06-30T12:00:00.000000Z")]
    [InlineData("2023-06-30T12:00:00", "2023-06-30T12:00:00.000000Z")]
    [InlineData("2023-06-30T12:00Z", "2023-06-30T12:00:00.000000Z")]
    [InlineData("2023-06-30T20:00:00.5+08:00", "2023-06-30T12:00:00.500000Z")]
    [InlineData("2023-06-30T12:00:00.000001Z", "2023-06-30T12:00:00.000001Z")]
    public void An_instant_or_a_date_is_read_in_utc(string text, string expected)
    {
        Assert.True(Stamp.TryParse(text, out var stamp));
        Assert.Equal(expected, stamp.ToString());
    }

    // "12:00" must not be read as noon of today: the domain does not know what day it is.
    [Theory]
    [InlineData("12:00")]
    [InlineData("30/06/2023")]
    [InlineData("6/7/2023")]
    [InlineData("June 2023")]
    [InlineData("2023-06-31")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_full_iso_instant_is_refused(string? text)
    {
        Assert.False(Stamp.TryParse(text, out var stamp));
        Assert.Equal(default, stamp);
    }

    [Fact]
    public void What_is_printed_is_read_back()
    {
        var stamp = new Stamp(1_688_126_399_123_456);
        Assert.True(Stamp.TryParse(stamp.ToString(), out var read));
        Assert.Equal(stamp, read);
    }

    [Fact]
    public void No_instant_that_can_be_read_lies_after_the_last()
    {
        Assert.True(Stamp.TryParse("9999-12-31", out var end));
        Assert.True(end <= Stamp.Max);
    }
}
