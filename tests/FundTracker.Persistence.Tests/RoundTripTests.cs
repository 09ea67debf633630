using FundTracker.Persistence.Tests.Engines;
using FundTracker.Persistence.Tests.Samples;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FundTracker.Persistence.Tests;

public sealed class RoundTripTests
{
    [Theory, EachEngine]
    public Task Every_entity_comes_back_as_it_was_stored(DatabaseEngine engine) => ComesBack(engine, optionalsMissing: false, maxBatchSize: null);

    [Theory, EachEngine]
    public Task Every_entity_comes_back_with_what_may_be_missing_missing(DatabaseEngine engine) => ComesBack(engine, optionalsMissing: true, maxBatchSize: null);

    [Theory, EachEngine]
    public Task Every_entity_is_stored_one_statement_a_round_trip(DatabaseEngine engine) => ComesBack(engine, optionalsMissing: false, maxBatchSize: 1);

    private static async Task ComesBack(DatabaseEngine engine, bool optionalsMissing, int? maxBatchSize)
    {
        await using var host = await engine.Host(maxBatchSize);
        var samples = await host.Look(async db =>
        {
            var made = new ModelSampler(db.Model, optionalsMissing).All();
            foreach (var (_, entity) in made) db.Add(entity);
            await db.SaveChangesAsync();
            return made;
        });

        Assert.NotEmpty(samples);
        foreach (var (type, entity) in samples) await host.Look(db => AssertStored(db, type, entity));
    }

    private static async Task<bool> AssertStored(FundTrackerDb db, IEntityType type, object stored)
    {
        var key = type.FindPrimaryKey()!.Properties.Select(property => property.GetGetter().GetClrValue(stored)).ToArray();
        var read = await db.FindAsync(type.ClrType, key);
        Assert.True(read is not null, $"{type.DisplayName()} was not found again.");
        foreach (var property in type.GetProperties())
        {
            var (before, after) = (property.GetGetter().GetClrValue(stored), property.GetGetter().GetClrValue(read));
            Assert.True(property.GetValueComparer().Equals(before, after), $"{type.DisplayName()}.{property.Name} was {before} and came back as {after}.");
        }

        foreach (var complex in type.GetComplexProperties())
            Assert.Equal(complex.GetGetter().GetClrValue(stored), complex.GetGetter().GetClrValue(read));
        return true;
    }
}
