using FundTracker.Application;
using FundTracker.Application.Imports;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Application.Reports;
using FundTracker.Domain.Results;
using FundTracker.Exchange;
using FundTracker.Persistence;
using FundTracker.Persistence.Users;
using FundTracker.Reports.Documents.Quarterly;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Cli.Composition;

/// <summary>The product put together for one command: a database, the use cases and who acts.</summary>
internal sealed class CliHost : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private CliHost(ServiceProvider services) => this.services = services;

    /// <summary>Sends requests to the use cases.</summary>
    public IDispatcher Dispatcher => services.GetRequiredService<IDispatcher>();

    /// <summary>Why rules and schemes of one's own can't be read; null where they can, or where none are named.</summary>
    public DomainError? PolicyFault => services.GetRequiredService<IPolicyFolder>().Fault;

    /// <summary>Puts the product together on a database; nothing is opened yet.</summary>
    /// <param name="pathOrConnection">Path of a SQLite file, or a connection string.</param>
    public static CliHost On(string pathOrConnection)
    {
        var product = new ServiceCollection();
        product.AddSingleton(TimeProvider.System);
        product.AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(Microsoft.Extensions.Logging.Abstractions.NullLogger<>));
        product.AddFundTrackerApplication();
        product.AddFundTrackerPersistence(DatabaseOptions.From(pathOrConnection));
        product.AddFundTrackerAccounts();
        product.AddFundTrackerExchange();
        product.AddSingleton<IReportSeals, QuarterlySeals>();
        product.AddPolicyFolder(Environment.GetEnvironmentVariable("FundTracker__Policies"));
        return new CliHost(product.BuildServiceProvider());
    }

    /// <summary>Whether the database is a SQLite file that is not there.</summary>
    public static bool IsMissingFile(string pathOrConnection) =>
        DatabaseOptions.From(pathOrConnection).Provider == "Sqlite" && !pathOrConnection.Contains('=', StringComparison.Ordinal)
        && !File.Exists(pathOrConnection);

    /// <summary>
    /// Who acts: the account named, with its roles and scope; or for reading, where none is named, whoever may open the database file,
    /// with the rights of an auditor.
    /// </summary>
    /// <returns>The actor, or null where there is no such account.</returns>
    public Task<Actor?> Actor(string? user) => user is null
        ? Task.FromResult<Actor?>(Local(Role.Auditor))
        : WithAccounts(accounts => accounts.ActorOf(user, Channel.Cli));

    /// <summary>
    /// Who administers accounts: the account named, or where none is, whoever may open the database file. The first administrator outside
    /// the demonstration has to come from somewhere.
    /// </summary>
    /// <returns>The actor, or null where there is no such account.</returns>
    public Task<Actor?> Administrator(string? user) => user is null ? Task.FromResult<Actor?>(Local(Role.Administrator)) : Actor(user);

    /// <summary>Adds the accounts of the demonstration that are not there yet.</summary>
    public Task AddDemoAccounts() => WithAccounts(async accounts =>
    {
        await accounts.AddDemo();
        return true;
    });

    /// <summary>Tells the demonstration: its records and what its accounts did; what is there already is skipped.</summary>
    public async Task<Result<ImportCounts>> LoadDemo(CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoStory>().Tell(
            async account => await Actor(account) ?? throw new InvalidOperationException($"The demonstration has no account '{account}'."),
            cancellation);
    }

    /// <summary>Makes the database, or brings it to the newest migration.</summary>
    public Task Migrate(CancellationToken cancellation) => PersistenceServices.Migrate(services, cancellation);

    /// <summary>Whether the database is there and has every migration.</summary>
    public Task<bool> IsReady(CancellationToken cancellation) => PersistenceServices.IsReady(services, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static Actor Local(Role role) => new("local", new HashSet<Role> { role }, null, null, Channel.Cli);

    private async Task<T> WithAccounts<T>(Func<Accounts, Task<T>> use)
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<Accounts>());
    }
}
