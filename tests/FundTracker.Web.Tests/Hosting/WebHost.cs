using System.Net.Http.Json;
using FundTracker.Testing.Databases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Web.Tests.Hosting;

/// <summary>The web host on a database of its own; made anew for each class of tests that shares it.</summary>
public class WebHost : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("fundtracker-web-").FullName;

    /// <summary>Whether the host runs as the demonstration.</summary>
    protected virtual bool Demo => true;

    /// <summary>A client that follows no redirect and sends as a browser would that prefers a language.</summary>
    public HttpClient Anonymous(string language = "zh-CN")
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>A client that has signed in through the API.</summary>
    public async Task<HttpClient> SignedIn(string user, string language = "zh-CN")
    {
        var client = Anonymous(language);
        var answer = await client.PostAsJsonAsync("/api/v1/session", new { user, password = DemoPassword });
        answer.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>Password of every account of the demonstration; the sign-in page shows it.</summary>
    public const string DemoPassword = "Luyang-demo-2023";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("FundTracker:Demo", Demo ? "true" : "false");
        builder.UseSetting("FundTracker:Provider", "Sqlite");
        builder.UseSetting("ConnectionStrings:FundTracker", $"Data Source={Path.Combine(folder, "web.db")};Pooling=false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error");
        builder.ConfigureServices(services => services.Configure<PasswordHasherOptions>(QuickPasswords.Configure));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}

/// <summary>The web host as an institution starts it: without demonstration, without accounts.</summary>
public sealed class EmptyWebHost : WebHost
{
    protected override bool Demo => false;
}

/// <summary>Tests through HTTP share one host with the demonstration; none of them changes what another reads.</summary>
[CollectionDefinition(Name)]
public sealed class HttpCollection : ICollectionFixture<WebHost>
{
    public const string Name = "http";
}
