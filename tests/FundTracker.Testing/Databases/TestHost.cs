using FundTracker.Application;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Reports;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Exchange;
using FundTracker.Persistence;
using FundTracker.Persistence.Users;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FundTracker.Testing.Databases;

/// <summary>
/// The product without a door: use cases, persistence on a real database of its own, and a clock that tests set. The one place where tests
/// get a database. Dispose it to drop the database.
/// </summary>
public sealed class TestHost : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private TestHost(TestDatabase database, FakeTimeProvider clock, ServiceProvider services) =>
        (this.database, Clock, this.services) = (database, clock, services);

    /// <summary>Stands until a test moves it; starts on 2024-01-02, 01:00 UTC.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>The services of the host.</summary>
    public IServiceProvider Services => services;

    /// <summary>The one way in.</summary>
    public IDispatcher Dispatcher => services.GetRequiredService<IDispatcher>();

    /// <summary>Where the database is.</summary>
    public DatabaseOptions Database => database.Options;

    /// <summary>A host on a fresh SQLite file.</summary>
    /// <param name="configure">Adds or replaces services, after the product's own.</param>
    public static async Task<TestHost> Create(Action<IServiceCollection>? configure = null) => On(await SqliteTestDatabase.Create(), configure);

    /// <summary>A host on a given database, which it owns from now on.</summary>
    public static TestHost On(TestDatabase database, Action<IServiceCollection>? configure = null, int? maxBatchSize = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2024, 1, 2, 1, 0, 0, TimeSpan.Zero));
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddFundTrackerApplication();
        collection.AddFundTrackerPersistence(database.Options with { MaxBatchSize = maxBatchSize });
        collection.AddFundTrackerAccounts();
        collection.Configure<PasswordHasherOptions>(QuickPasswords.Configure);
        collection.AddFundTrackerExchange();
        collection.AddSingleton<IReportSeals, PlainSeals>();
        configure?.Invoke(collection);
        var provider = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        return new TestHost(database, clock, provider);
    }

    /// <summary>Sends a request as an actor.</summary>
    public Task<Result<T>> Send<T>(IRequest<Result<T>> request, Actor actor) => Dispatcher.Send(request, actor);

    /// <summary>Sends a request that the test takes for granted; a refusal ends the test with its codes.</summary>
    public async Task<T> Must<T>(IRequest<Result<T>> request, Actor actor) => (await Send(request, actor)).Value;

    /// <summary>Looks into the database through a context of its own.</summary>
    public async Task<T> Look<T>(Func<FundTrackerDb, Task<T>> look)
    {
        await using var scope = services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<FundTrackerDb>());
    }

    /// <summary>The books of a mother fund, as use cases read them.</summary>
    public async Task<BookSnapshot> Books(string code)
    {
        await using var scope = services.CreateAsyncScope();
        var read = await scope.ServiceProvider.GetRequiredService<IBookReader>().Read(code, CancellationToken.None);
        return read ?? throw new InvalidOperationException($"There are no books '{code}'.");
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
