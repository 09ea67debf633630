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
        var manager = await accounts.ActorOf(DemoAccounts.All[0].User, Channel.Web)
            ?? throw new InvalidOperationException("The demonstration's accounts come first.");
        var books = services.GetRequiredService<IDemoData>().Books;
        var loaded = await services.GetRequiredService<IDispatcher>().Send(new LoadDemo.Command(books), manager, cancellation);
        if (!loaded.IsSuccess) throw new InvalidOperationException("The demonstration was refused: " + string.Join("; ", loaded.Errors));
    }
}
