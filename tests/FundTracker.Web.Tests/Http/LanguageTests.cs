using System.Net;
using FundTracker.Web.Tests.Hosting;

namespace FundTracker.Web.Tests.Http;

/// <summary>Chinese first, English second, switchable on every page.</summary>
[Collection(HttpCollection.Name)]
public sealed class LanguageTests(WebHost host)
{
    [Theory]
    [InlineData("zh-CN", "zh-CN", "登录")]
    [InlineData("en-GB", "en", "Sign in")]
    [InlineData("fr", "zh-CN", "登录")]
    public async Task The_first_page_speaks_the_browsers_language_or_Chinese(string preferred, string language, string title)
    {
        var page = WebUtility.HtmlDecode(await host.Anonymous(preferred).GetStringAsync("/sign-in"));
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choice_of_a_language_outweighs_the_browser_and_leads_back()
    {
        var client = host.Anonymous("zh-CN");
        var answer = await client.GetAsync("/language/en?returnUrl=%2Fsign-in");
        Assert.Equal("/sign-in", answer.Headers.Location!.OriginalString);
        Assert.Contains("Sign in", await client.GetStringAsync("/sign-in"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task The_way_back_never_leads_to_another_site(string returnUrl)
    {
        var answer = await host.Anonymous().GetAsync("/language/en?returnUrl=" + Uri.EscapeDataString(returnUrl));
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_language_that_is_not_spoken_is_not_found()
    {
        var answer = await (await host.SignedIn("auditor1")).GetAsync("/language/tlh");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
