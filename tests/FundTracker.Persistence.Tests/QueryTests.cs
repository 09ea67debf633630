using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Persistence.Tests.Engines;
using FundTracker.Persistence.Tests.Samples;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Persistence.Tests;

/// <summary>What LINQ asks is answered by the database, the same on both engines.</summary>
public sealed class QueryTests
{
    private static readonly DateOnly January = new(2024, 1, 31);
    private static readonly DateOnly March = new(2024, 3, 31);

    [Theory, EachEngine]
    public async Task Money_is_summed_by_the_database(DatabaseEngine engine)
    {
        await using var host = await WithLines(engine);

        var sums = await host.Look(db => db.Lines.GroupBy(line => line.Kind)
            .Select(group => new { Kind = group.Key, Sum = group.Sum(line => line.Amount.MinorUnits) }).OrderBy(sum => sum.Kind).ToListAsync());

        Assert.Equal(
            [(LineKind.Commitment, 9_000_000_000_000_00L), (LineKind.Contribution, 300_000_000_03L)], sums.Select(sum => (sum.Kind, sum.Sum)));
    }

    [Theory, EachEngine]
    public async Task Amounts_dates_and_stamps_are_sorted_by_the_database(DatabaseEngine engine)
    {
        await using var host = await WithLines(engine);

        var byAmount = await host.Look(db => db.Lines.OrderByDescending(line => line.Amount.MinorUnits).Select(line => line.Sequence).ToListAsync());
        var byDate = await host.Look(db =>
            db.Lines.OrderByDescending(line => line.EffectiveDate).ThenBy(line => line.RecordedAt).Select(line => line.Sequence).ToListAsync());

        Assert.Equal([1, 3, 2], byAmount);
        Assert.Equal([3, 2, 1], byDate);
    }

    [Theory, EachEngine]
    public async Task Dates_and_stamps_are_compared_by_the_database(DatabaseEngine engine)
    {
        await using var host = await WithLines(engine);
        var second = await host.Look(db => db.Lines.Where(line => line.Sequence == 2).Select(line => line.RecordedAt).SingleAsync());

        var known = await host.Look(db => db.Lines.CountAsync(line => line.RecordedAt <= second));
        var later = await host.Look(db => db.Lines.CountAsync(line => line.RecordedAt > second));
        var effective = await host.Look(db => db.Lines.CountAsync(line => line.EffectiveDate >= January && line.EffectiveDate < March));

        Assert.Equal((2, 1, 1), (known, later, effective));
    }

    [Theory, EachEngine]
    public async Task What_is_missing_is_found_as_missing(DatabaseEngine engine)
    {
        await using var host = await WithLines(engine);
        CapitalCallId? none = null;

        Assert.Equal(3, await host.Look(db => db.Lines.CountAsync(line => line.Call == none && line.Reverses == null)));
        Assert.Equal(0, await host.Look(db => db.Lines.CountAsync(line => line.Call == new CapitalCallId(7))));
    }

    [Theory, EachEngine]
    public async Task Two_stamps_a_microsecond_apart_stay_apart(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        host.Clock.SetUtcNow(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero).AddTicks(123_456_7));
        await host.Must(Given.MotherFund(), Actors.Manager1);
        await host.Must(new PostLines.Command("LZ1", "INV1", [new(LineKind.Commitment, January, 5), new(LineKind.Contribution, January, 5)]), Actors.Manager1);

        var stamps = await host.Look(db => db.Lines.OrderBy(line => line.Id).Select(line => line.RecordedAt).ToListAsync());

        Assert.Equal(["2024-05-06T07:08:09.123456Z", "2024-05-06T07:08:09.123457Z"], stamps.Select(stamp => stamp.ToString()));
    }

    private static Task<TestHost> WithLines(DatabaseEngine engine) => engine.Host(async host =>
    {
        await host.Must(Given.MotherFund(), Actors.Manager1);
        await host.Must(
            new PostLines.Command("LZ1", "INV1",
                [new(LineKind.Commitment, new DateOnly(2023, 12, 31), 9_000_000_000_000_00), new(LineKind.Contribution, January, 100_000_000_01), new(LineKind.Contribution, March, 200_000_000_02)],
                Judged: false),
            Actors.Manager1);
    });
}
