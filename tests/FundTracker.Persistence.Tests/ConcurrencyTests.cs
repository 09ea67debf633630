using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Persistence.Tests.Engines;
using FundTracker.Persistence.Tests.Samples;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Persistence.Tests;

public sealed class ConcurrencyTests
{
    private const int Racers = 6;

    [Theory, EachEngine]
    public async Task Of_two_racing_payments_that_exceed_the_commitment_together_one_is_refused(DatabaseEngine engine)
    {
        await using var host = await WithCommitment(engine, 100);

        var outcomes = await Race(host, 2, _ => Given.Contribution("INV1", 60));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.Equal("ledger.aboveUnfunded", Assert.Single(outcomes, outcome => !outcome.IsSuccess).Error.Code);
        Assert.Equal(60, await host.Look(db => db.Lines.Where(line => line.Kind == LineKind.Contribution).SumAsync(line => line.Amount.MinorUnits)));
    }

    [Theory, EachEngine]
    public async Task Racing_posts_that_may_all_pass_make_one_unbroken_chain(DatabaseEngine engine)
    {
        await using var host = await WithCommitment(engine, 100);

        var outcomes = await Race(host, Racers, _ => Given.Contribution("INV1", 1));

        Assert.All(outcomes, outcome => Assert.True(outcome.IsSuccess));
        await AssertChain(host, lines: 1 + Racers);
    }

    [Theory, EachEngine]
    public async Task A_command_that_lost_its_race_is_sent_again_from_the_start_and_recorded_once(DatabaseEngine engine)
    {
        await using var host = await WithCommitment(engine, 100);

        Assert.Equal(2, await host.Must(Given.Contribution("INV1", 1) with { LosesRaces = 3 }, Actors.Manager1));

        await AssertChain(host, lines: 2);
        Assert.Equal(3, await host.Look(db => db.Audit.CountAsync()));
    }

    [Theory, EachEngine]
    public async Task A_command_that_loses_every_race_is_refused_and_leaves_nothing(DatabaseEngine engine)
    {
        await using var host = await WithCommitment(engine, 100);

        var refused = await host.Send(Given.Contribution("INV1", 1) with { LosesRaces = int.MaxValue }, Actors.Manager1);

        Assert.Equal("pipeline.busy", refused.Error.Code);
        await AssertChain(host, lines: 1);
    }

    [Fact]
    public async Task A_command_that_finds_the_file_locked_at_every_try_is_refused_and_leaves_nothing()
    {
        await using var host = await WithCommitment(DatabaseEngine.Sqlite, 100);

        var refused = await host.Send(Given.Contribution("INV1", 1) with { Error = 5 }, Actors.Manager1);

        Assert.Equal("pipeline.busy", refused.Error.Code);
        await AssertChain(host, lines: 1);
    }

    [Fact]
    public async Task A_key_that_is_taken_at_every_try_is_our_own_mistake()
    {
        await using var host = await WithCommitment(DatabaseEngine.Sqlite, 100);

        await Assert.ThrowsAsync<DbUpdateException>(() => host.Send(Given.Contribution("INV1", 1) with { Error = 2067 }, Actors.Manager1));

        await AssertChain(host, lines: 1);
    }

    [Theory, EachEngine]
    public async Task Of_two_racing_set_ups_with_one_code_one_is_refused(DatabaseEngine engine)
    {
        await using var host = await engine.Host();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => host.Send(Given.MotherFund(), Actors.Manager1))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.Equal("pipeline.codeTaken", Assert.Single(outcomes, outcome => !outcome.IsSuccess).Error.Code);
    }

    [Theory, EachEngine]
    public async Task Of_two_writers_that_read_one_head_the_later_saves_nothing(DatabaseEngine engine)
    {
        await using var host = await WithCommitment(engine, 100);
        await using var one = host.Services.CreateAsyncScope();
        await using var other = host.Services.CreateAsyncScope();
        var first = await PostPast(one.ServiceProvider.GetRequiredService<FundTrackerDb>());
        var second = await PostPast(other.ServiceProvider.GetRequiredService<FundTrackerDb>());

        await first.SaveChangesAsync();
        var failure = await Assert.ThrowsAnyAsync<DbUpdateException>(() => second.SaveChangesAsync());

        Assert.True(failure is DbUpdateConcurrencyException || second.IsLostRace(failure));
        await AssertChain(host, lines: 2);
    }

    [Theory, EachEngine]
    public async Task A_unique_key_taken_in_the_meantime_is_a_lost_race(DatabaseEngine engine)
    {
        await using var host = await WithCommitment(engine, 100);
        var failure = await FailToSave(host, async db =>
        {
            var known = await db.Nodes.AsNoTracking().FirstAsync(node => node.Code == "INV1");
            db.Add(Domain.Funds.Investor.Register(new NodeId(1), known.MotherFund, known.Code, known.Name, known.Provenance, known.RecordedAt));
        });

        Assert.True(failure.IsLostRace);
    }

    [Theory, EachEngine]
    public async Task A_reference_to_nothing_is_no_lost_race(DatabaseEngine engine)
    {
        await using var host = await WithCommitment(engine, 100);
        var failure = await FailToSave(host, async db =>
        {
            var book = await db.Books.SingleAsync();
            var draft = new LineDraft(new EdgeId(404), LineKind.Contribution, Given.Day, Money.FromMinor(1, Currency.Cny));
            db.AddRange(book.Post([draft], new Stamp(1), new Signatures("manager1", "approver1", null)).Value);
        });

        Assert.False(failure.IsLostRace);
    }

    [Theory, EachEngine]
    public async Task A_command_that_fails_after_posting_leaves_nothing_behind(DatabaseEngine engine)
    {
        await using var host = await WithCommitment(engine, 100);

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Send(Given.Contribution("INV2", 1) with { Judged = false, Fails = true }, Actors.Manager1));

        Assert.Equal((2, 1, 2), await host.Look(async db => (await db.Nodes.CountAsync(), await db.Lines.CountAsync(), await db.Audit.CountAsync())));
        Assert.Equal(2, await host.Must(Given.Contribution("INV1", 1), Actors.Manager1));
    }

    private static Task<TestHost> WithCommitment(DatabaseEngine engine, long amount) => engine.Host(async host =>
    {
        await host.Must(Given.MotherFund(), Actors.Manager1);
        await host.Must(Given.Commitment("INV1", amount), Actors.Manager1);
    });

    private static Task<Result<long>[]> Race(TestHost host, int racers, Func<int, PostLines.Command> command) =>
        Task.WhenAll(Enumerable.Range(0, racers).Select(i => Task.Run(() => host.Send(command(i), Actors.Manager1))));

    private static async Task<FundTrackerDb> PostPast(FundTrackerDb db)
    {
        var book = await db.Books.SingleAsync();
        var edge = await db.Lines.Select(line => line.Edge).FirstAsync();
        var draft = new LineDraft(edge, LineKind.Contribution, Given.Day, Money.FromMinor(1, Currency.Cny));
        db.AddRange(book.Post([draft], book.LastRecordedAt, new Signatures("manager1", "approver1", null)).Value);
        return db;
    }

    private static async Task<(DbUpdateException Failure, bool IsLostRace)> FailToSave(TestHost host, Func<FundTrackerDb, Task> change)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FundTrackerDb>();
        await change(db);
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        return (failure, db.IsLostRace(failure));
    }

    private static async Task AssertChain(TestHost host, int lines)
    {
        var stored = await host.Look(db => db.Lines.AsNoTracking().OrderBy(line => line.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, lines).Select(i => (long)i), stored.Select(line => line.Sequence));
        var hash = HashChain.Start;
        foreach (var line in stored)
        {
            hash = HashChain.Next(hash, line.CanonicalText());
            Assert.Equal(hash, line.Hash);
        }

        Assert.Equal(hash, await host.Look(db => db.Books.Select(book => book.LedgerHash).SingleAsync()));
    }
}
