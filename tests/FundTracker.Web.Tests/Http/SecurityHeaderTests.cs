using FundTracker.Web.Tests.Hosting;

namespace FundTracker.Web.Tests.Http;

/// <summary>What browsers are told not to do.</summary>
[Collection(HttpCollection.Name)]
public sealed class SecurityHeaderTests(WebHost host)
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/")]
    [InlineData("/api/v1/session")]
    public async Task Every_answer_keeps_the_browser_to_this_site(string address)
    {
        var answer = await (await host.SignedIn("auditor1")).GetAsync(address);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/")]
    [InlineData("/api/v1/docs/")]
    public async Task A_page_loads_nothing_from_another_host(string address)
    {
        var page = await (await host.SignedIn("auditor1")).GetStringAsync(address);
        Assert.Contains("<html", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("""(src|href)="(https?:)?//""", page);
    }
}
