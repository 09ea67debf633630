using FundTracker.Application;
using FundTracker.Application.Pipeline;
using FundTracker.Exchange;
using FundTracker.Persistence;
using FundTracker.Persistence.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Cli.Composition;

/// <summary>The product put together for one command: a database, the use cases and who acts.</summary>
internal sealed class CliHost : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private CliHost(ServiceProvider services) => this.services = services;

    /// <summary>Sends requests to the use cases.</summary>
    public IDispatcher Dispatcher => services.GetRequiredService<IDispatcher>();

    /// <summary>The services, for what only the command line does (migrating, accounts).</summary>
    public IServiceProvider Services => services;

    /// <summary>Puts the product together on a database; nothing is opened yet.</summary>
    public static CliHost On(DatabaseOptions database)
    {
        var product = new ServiceCollection();
        product.AddSingleton(TimeProvider.System);
        product.AddLogging();
        product.AddFundTrackerApplication();
        product.AddFundTrackerPersistence(database);
        product.AddFundTrackerExchange();
        product.AddIdentityCore<User>().AddRoles<IdentityRole<long>>().AddEntityFrameworkStores<FundTrackerDb>();
        return new CliHost(product.BuildServiceProvider());
    }

    /// <summary>
    /// Who acts: the account named, with its roles and scope; or for reading, where none is named, whoever may open the database file,
    /// with the rights of an auditor.
    /// </summary>
    /// <returns>The actor, or null where there is no such account.</returns>
    public async Task<Actor?> Actor(string? user, CancellationToken cancellation)
    {
        if (user is null) return new Actor("local", new HashSet<Role> { Role.Auditor }, null, null, Channel.Cli);
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        if (await accounts.FindByNameAsync(user) is not { } account) return null;
        var roles = (await accounts.GetRolesAsync(account)).Select(Enum.Parse<Role>).ToHashSet();
        var books = account.Books == "*" ? null : account.Books.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        return new Actor(account.UserName!, roles, books, account.SubFund, Channel.Cli);
    }

    /// <summary>Whether the database is there and has every migration.</summary>
    public async Task<bool> IsReady(CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FundTrackerDb>();
        return await db.Database.CanConnectAsync(cancellation) && !(await db.Database.GetPendingMigrationsAsync(cancellation)).Any();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();
}
