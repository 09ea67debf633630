using System.Data.Common;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Social;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;
using FundTracker.Persistence.Tests.Engines;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Persistence.Tests;

/// <summary>Entries of the registry are decided once, and their events come back as they were stored.</summary>
public sealed class RegistryEntryTests
{
    private static readonly BilingualName Name = BilingualName.Of("环城科创园", "Huancheng park");
    private static readonly DateOnly Day = new(2024, 2, 29);

    private static readonly RegistryEvent[] Events =
    [
        new CarrierOpened("PARK", Name, CarrierKind.Park, Name, "AREA", new CarrierExtent(CarrierStatus.Live, 2_918m, 12_500.25m)),
        new CarrierStated("PARK", new CarrierExtent(CarrierStatus.Building, null, null), "重建"),
        new TenantSigned("T1", "PARK", TenantKind.Project, Name, null, 12.5m),
        new TenantMoved("PARK", "T1", TenancyStage.Left, null, "搬迁"),
        new ProgrammeAdopted("PLAN", Name, null, "管委会", Day),
        new TaskAdded("PLAN", "T1", Name, "园区办", Day, 12.5m, "district/P4"),
        new TaskMoved("PLAN", "T1", TaskStage.BasicallyDone, 99.5m, "验收单", ""),
        new FigureStated("PLAN", "tasks-done", Name, 409m, Name, IsAtLeast: true, 450m, IsCapacity: false),
        new YearStated("CO1", 2023, new YearResults(Money.FromMinor(-1_234_567_890_123, Currency.Of("JPY")), null, null, 12, 0)),
        new DiligenceRecorded(
            "FUND", "CO1", Day, "样机通过检测", "投资团队",
            [new DiligenceCheck(DiligenceItem.Team, DiligenceAnswer.No, "缺负责人"), new DiligenceCheck(DiligenceItem.Exit, DiligenceAnswer.NotApplicable, "")],
            [new DocumentId(1_234_567_890_123_456_789)]),
        new EntryTakenBack("PARK", new RegistryEntryId(1_234_567_890_123_456_789), "误登"),
    ];

    [Theory, EachEngine]
    public async Task Every_kind_of_event_comes_back_as_it_was_stored(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        Assert.Equal(
            typeof(RegistryEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RegistryEvent))).Select(type => type.Name).Order(StringComparer.Ordinal),
            Events.Select(happened => happened.GetType().Name).Order(StringComparer.Ordinal));
        await Store(host, [.. Events.Select((happened, i) => Entry(i + 1, happened))]);
        var read = await host.Look(db => db.RegistryEntries.AsNoTracking().OrderBy(entry => entry.Id).Select(entry => entry.Event).ToListAsync());
        Assert.Equal(Events, read);
    }

    [Theory, EachEngine]
    public async Task An_entry_is_decided_once_and_never_changed_or_deleted(DatabaseEngine engine)
    {
        await using var host = await engine.Host();
        await Store(host, [Entry(1, Events[0]), Entry(2, Events[1])]);
        await host.Look(async db =>
        {
            await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("""UPDATE "RegistryEntries" SET "Event" = 'other' WHERE "Id" = 1"""));
            await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("""DELETE FROM "RegistryEntries" WHERE "Id" = 1"""));
            var entry = await db.RegistryEntries.SingleAsync(one => one.Id == new RegistryEntryId(1));
            Assert.True(entry.Approve("approver1", new Stamp(2)).IsSuccess);
            await db.SaveChangesAsync();
            await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("""UPDATE "RegistryEntries" SET "Reason" = 'later' WHERE "Id" = 1"""));
            await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("""DELETE FROM "RegistryEntries" WHERE "Id" = 1"""));
            return true;
        });
    }

    private static RegistryEntry Entry(long id, RegistryEvent happened) => RegistryEntry.Record(
        new RegistryEntryId(id), new NodeId(1), happened, Day, new EntryOrigin(Provenance.Recorded, "date", "报告", null), "manager1", new Stamp(1));

    private static Task<int> Store(TestHost host, IReadOnlyList<RegistryEntry> entries) => host.Look(db =>
    {
        db.RegistryEntries.AddRange(entries);
        return db.SaveChangesAsync();
    });
}
