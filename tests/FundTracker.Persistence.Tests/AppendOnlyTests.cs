using System.Data.Common;
using FundTracker.Domain.Evaluations;
using FundTracker.Persistence.Tests.Engines;
using FundTracker.Persistence.Tests.Samples;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FundTracker.Persistence.Tests;

/// <summary>What is only added to is so for whoever holds a connection, not for the product alone.</summary>
public sealed class AppendOnlyTests
{
    private static readonly string[] Tables =
    [
        "AuditEntries", "BenchmarkEntries", "ConditionReturns", "Edges", "EvaluationEntries", "EvaluationEvents", "EvaluationReviews", "EvaluationScores", "Facts",
        "IndexLevels", "LedgerLines", "PeriodEvents",
    ];

    [Theory, EachEngine]
    public async Task The_model_names_the_tables_that_are_only_added_to(DatabaseEngine engine)
    {
        await using var host = await engine.Host();

        Assert.Equal(Tables, await host.Look(db => Task.FromResult(AppendOnly(db).Select(type => type.GetTableName()).Order(StringComparer.Ordinal))));
    }

    [Theory, EachEngine]
    public async Task A_stored_entry_can_not_be_changed(DatabaseEngine engine)
    {
        await using var host = await WithSamples(engine);

        await host.Look(async db =>
        {
            foreach (var type in AppendOnly(db))
            {
                var column = type.GetProperties().First(property => !property.IsPrimaryKey()).GetColumnName();
                await AssertRefused(db, type, $"""UPDATE "{type.GetTableName()}" SET "{column}" = "{column}" """);
            }

            return true;
        });
    }

    [Theory, EachEngine]
    public async Task A_stored_entry_can_not_be_deleted(DatabaseEngine engine)
    {
        await using var host = await WithSamples(engine);

        await host.Look(async db =>
        {
            foreach (var type in AppendOnly(db)) await AssertRefused(db, type, $"""DELETE FROM "{type.GetTableName()}" """);
            return true;
        });
    }

    [Fact]
    public async Task A_stored_entry_can_not_be_replaced_by_another_of_its_key()
    {
        await using var host = await WithSamples(DatabaseEngine.Sqlite);

        await host.Look(async db =>
        {
            foreach (var type in AppendOnly(db))
                await AssertRefused(db, type, $"""INSERT OR REPLACE INTO "{type.GetTableName()}" SELECT * FROM "{type.GetTableName()}" """);
            return true;
        });
    }

    [Theory, EachEngine]
    public async Task A_sealed_evaluation_can_neither_be_changed_nor_deleted(DatabaseEngine engine)
    {
        await using var host = await engine.Host();

        await host.Look(async db =>
        {
            var sample = (Evaluation)new ModelSampler(db.Model, optionalsMissing: false).All().Single(pair => pair.Entity is Evaluation).Entity;
            db.Add(sample);
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlRawAsync("""UPDATE "Evaluations" SET "Stage" = 6 """);
            Assert.Equal(6, (int)(await db.Evaluations.AsNoTracking().SingleAsync()).Stage);
            foreach (var sql in new[] { """UPDATE "Evaluations" SET "Points" = 10000 """, """DELETE FROM "Evaluations" """ })
            {
                var failure = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql));
                Assert.Contains("A sealed evaluation is not changed", failure.Message, StringComparison.Ordinal);
            }

            return true;
        });
    }

    private static IEnumerable<IEntityType> AppendOnly(FundTrackerDb db) => db.Model.GetEntityTypes()
        .Where(type => type.GetDeclaredTriggers().Any(trigger => trigger.ModelName.EndsWith("_AppendOnly", StringComparison.Ordinal)));

    private static Task<TestHost> WithSamples(DatabaseEngine engine) => engine.Host(host => host.Look(async db =>
    {
        foreach (var (_, entity) in new ModelSampler(db.Model, optionalsMissing: false).All()) db.Add(entity);
        return await db.SaveChangesAsync();
    }));

    private static async Task AssertRefused(FundTrackerDb db, IEntityType type, string sql)
    {
        var failure = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Contains($"{type.GetTableName()} is only added to", failure.Message, StringComparison.Ordinal);
        Assert.False(db.IsLostRace(failure));
    }
}
