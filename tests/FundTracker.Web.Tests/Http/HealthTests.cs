using FundTracker.Web.Tests.Hosting;

namespace FundTracker.Web.Tests.Http;

/// <summary>What a load balancer asks.</summary>
public sealed class HealthTests(EmptyWebHost host) : IClassFixture<EmptyWebHost>
{
    [Fact]
    public async Task A_host_whose_database_answers_is_healthy() =>
        Assert.Equal("Healthy", await host.Anonymous().GetStringAsync("/health"));
}
