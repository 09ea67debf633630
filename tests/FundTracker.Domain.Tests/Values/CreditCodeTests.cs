using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Values;

public sealed class CreditCodeTests
{
    // The worked example of GB 32100-2015, and codes printed in public documents.
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91110000802100433B")]
    [InlineData("91440300708461136T")]
    [InlineData("9144030071526726XG")]
    [InlineData("91330100799655058B")]
    [InlineData("91110108551385082Q")]
    [InlineData("91310110666007217T")]
    [InlineData("51610700305332460K")]
    [InlineData("11610923MB2900168E")]
    public void A_published_code_is_read_and_its_check_digit_computed(string text)
    {
        Assert.True(UnifiedSocialCreditCode.TryParse(text, out var code));
        Assert.Equal(text, code.Value);
        Assert.Equal(code, UnifiedSocialCreditCode.FromBody(text[..17]));
    }

    [Fact]
    public void Small_letters_are_raised_and_spaces_at_the_ends_dropped()
    {
        Assert.True(UnifiedSocialCreditCode.TryParse(" 91350100m000100y43 ", out var code));
        Assert.Equal("91350100M000100Y43", code.ToString());
    }

    [Theory]
    [InlineData("91350100M000100Y4Z")] // refused in the worked example of the standard: Z is no character of the code
    [InlineData("91350211M00013FA1N")] // a code of the trial period whose check digit does not follow the standard
    [InlineData("91350100M000100Y4")]
    [InlineData("91350100M000100Y433")]
    [InlineData("91350100M000100I43")]
    [InlineData("")]
    [InlineData(null)]
    public void A_code_of_wrong_length_letter_or_check_digit_is_refused(string? text)
    {
        Assert.False(UnifiedSocialCreditCode.TryParse(text, out var code));
        Assert.Null(code);
    }

    [Fact]
    public void Every_slip_of_one_character_is_found()
    {
        const string code = "91350100M000100Y43";
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (var i = 0; i < code.Length; i++)
            foreach (var c in alphabet.Where(c => c != code[i]))
                Assert.False(UnifiedSocialCreditCode.TryParse(code[..i] + c + code[(i + 1)..], out _));
    }

    [Fact]
    public void Every_swap_of_two_neighbours_is_found()
    {
        const string code = "91350100M000100Y43";
        for (var i = 0; i + 1 < code.Length; i++)
            if (code[i] != code[i + 1]) Assert.False(UnifiedSocialCreditCode.TryParse(code[..i] + code[i + 1] + code[i] + code[(i + 2)..], out _));
    }

    [Theory]
    [InlineData("91350100M000100Y")]
    [InlineData("91350100M000100YO")]
    public void A_body_of_wrong_length_or_letter_has_no_check_digit(string body) =>
        Assert.Throws<ArgumentException>(() => UnifiedSocialCreditCode.FromBody(body));
}
