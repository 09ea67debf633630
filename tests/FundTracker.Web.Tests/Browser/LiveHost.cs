using FundTracker.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FundTracker.Web.Tests.Browser;

/// <summary>The web host on a port of its own, for browsers.</summary>
public class LiveHost : WebHost
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

/// <summary>The same as an institution starts it: without demonstration, without accounts.</summary>
public sealed class EmptyLiveHost : LiveHost
{
    protected override bool Demo => false;
}
