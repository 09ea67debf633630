using FundTracker.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FundTracker.Web.Tests.Browser;

/// <summary>The web host on a port of its own, for browsers.</summary>
public sealed class LiveHost : WebHost
{
    public LiveHost() => UseKestrel(0);

    /// <summary>Where it listens.</summary>
    public Uri Address
    {
        get
        {
            StartServer();
            return ClientOptions.BaseAddress;
        }
    }
}
