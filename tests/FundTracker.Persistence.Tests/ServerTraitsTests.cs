using FundTracker.Application.Users;
using FundTracker.Application.Pipeline;
using FundTracker.Persistence.Tests.Engines;
using FundTracker.Persistence.Users;
using FundTracker.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Persistence.Tests;

/// <summary>What differs from server to server, and what the product does not rely on.</summary>
public sealed class ServerTraitsTests
{
    [Theory, EachEngine]
    public async Task A_lock_without_an_end_is_kept_by_servers_that_keep_no_fraction_of_a_microsecond(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        Assert.Empty(await accounts.Add("keeper", DemoUser.Password, new Access([Role.Auditor], Books: null, SubFund: null)));
        Assert.Empty(await accounts.SetLocked("keeper", locked: true));

        Assert.Null(await accounts.ActorOf("keeper", Channel.Web));
        var end = await host.Look(db => db.Users.Select(user => user.LockoutEnd).SingleAsync());
        Assert.Equal(0, end!.Value.Ticks % TimeSpan.TicksPerSecond);
        Assert.True(Assert.Single(await accounts.List(CancellationToken.None)).IsLocked);

        Assert.Empty(await accounts.SetLocked("keeper", locked: false));
        Assert.NotNull(await accounts.ActorOf("keeper", Channel.Web));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_lost_race_is_known_however_deep_it_is_wrapped(int times)
    {
        await using var db = DesignTime.Create(new DatabaseOptions("Sqlite", "unopened.db"));
        Exception failure = new SqliteException("database is locked", 5);
        for (var i = 0; i < times; i++) failure = new InvalidOperationException("wrapped", failure);

        Assert.True(db.IsLostRace(failure));
        Assert.False(db.IsLostRace(new InvalidOperationException("another", new SqliteException("no such table", 1))));
    }
}
