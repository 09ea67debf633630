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
        cancellation.ThrowIfCancellationRequested();
    }
}
