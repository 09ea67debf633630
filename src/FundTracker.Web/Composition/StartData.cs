using FundTracker.Application.Imports;
using FundTracker.Application.Pipeline;

namespace FundTracker.Web.Composition;

/// <summary>What must be there before the first user comes: the roles and, in the demonstration, its accounts and data.</summary>
internal static class StartData
{
    public static async Task Fill(IServiceProvider services, HostSettings settings, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Persistence.Users.Accounts>();
        await accounts.AddRoles();
        if (!settings.Demo) return;
        await accounts.AddDemo();
        var loaded = await scope.ServiceProvider.GetRequiredService<DemoStory>().Tell(
            async account => await accounts.ActorOf(account, Channel.Web)
                ?? throw new InvalidOperationException($"The demonstration has no account '{account}'."),
            cancellation);
        if (!loaded.IsSuccess) throw new InvalidOperationException("The demonstration was refused: " + string.Join("; ", loaded.Errors));
    }
}
