using FundTracker.Application.Exports;
using FundTracker.Application.Imports;
using FundTracker.Application.Pipeline;
using FundTracker.Web.Api;
using FundTracker.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Web.Tests.Http;

/// <summary>What a person can do on the screens, a program can do through the API.</summary>
[Collection(HttpCollection.Name)]
public sealed class AddressTests(WebHost host)
{
    /// <summary>Use cases without an address, and why.</summary>
    private static readonly Dictionary<Type, string> Without = new()
    {
        [typeof(LoadDemo.Command)] = "The demonstration is loaded at the start, by who runs the host.",
        [typeof(ExportGrid.Query)] = "It writes a table that a screen holds; programs ask for the figures in it.",
    };

    [Fact]
    public void Every_use_case_has_an_address_or_a_reason_to_have_none()
    {
        var sent = host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<SendsRequest>()?.Type).OfType<Type>().ToHashSet();
        var requests = typeof(IDispatcher).Assembly.GetTypes().Where(IsRequest).ToList();
        Assert.True(requests.Count > 50, $"Only {requests.Count} use cases were found.");
        Assert.Empty(requests.Except(sent).Except(Without.Keys).Select(type => type.FullName));
        Assert.Empty(Without.Keys.Where(sent.Contains).Select(type => type.FullName));
    }

    [Fact]
    public async Task The_description_names_every_address()
    {
        var text = await (await host.SignedIn("auditor1")).GetStringAsync(ApiRoutes.Description);
        Assert.Contains("/api/v1/books/{books}/imports/{batch}/approval", text, StringComparison.Ordinal);
        Assert.Contains("/api/v1/books/{books}/calls/{call}/payments", text, StringComparison.Ordinal);
    }

    private static bool IsRequest(Type type) => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces()
        .Any(one => one.IsGenericType && (one.GetGenericTypeDefinition() == typeof(ICommand<>) || one.GetGenericTypeDefinition() == typeof(IQuery<>)));
}
