using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Registry;

/// <summary>Reads the registry of some books, and takes entries into it.</summary>
internal static class RegistryDesk
{
    /// <summary>Records an entry that waits for another person. It is judged on what is approved and on what waits before it.</summary>
    public static Task<Result<RegistryEntryId>> Propose(
        this Desk desk, string books, RegistryEvent happened, DateOnly on, EntryOrigin origin, CancellationToken cancellation) =>
        desk.Open(books, cancellation).Then(open => MayBegin(desk, open, on).Then(async _ =>
        {
            var root = open.Head.MotherFund;
            var pending = await desk.Db.RegistryEntries.AsNoTracking()
                .Where(other => other.MotherFund == root && other.State == EntryState.Pending).ToListAsync(cancellation);
            var journal = new RegistryJournal(open.Snapshot.Entries.Concat(pending), new RegistryMembers(open.Snapshot));
            var entry = RegistryEntry.Record(
                new RegistryEntryId(desk.NextId()), root, happened, on, origin, desk.User, desk.Now);
            return journal.Add(entry).Map(_ => desk.Db.RegistryEntries.Add(entry).Entity.Id);
        }));

    /// <summary>Approves an entry: it is judged again on what is approved, and a company's carrier that follows from it is stated.</summary>
    public static async Task<Result<Done>> Approve(this Desk desk, OpenBooks open, RegistryEntry entry, CancellationToken cancellation)
    {
        var (root, approved) = (open.Head.MotherFund, open.Snapshot.Entries);
        if (await desk.Db.RegistryEntries.CountAsync(other => other.MotherFund == root && other.State == EntryState.Approved, cancellation) != approved.Count)
            throw new DbUpdateConcurrencyException("The registry moved on between two reads; the command starts again.");
        if (open.Head.StateOf(entry.EffectiveFrom) == PeriodState.Closed)
            return LedgerErrors.PeriodClosed(entry.EffectiveFrom, open.Head.FirstOpenDay(entry.EffectiveFrom));
        var journal = new RegistryJournal(approved, new RegistryMembers(open.Snapshot));
        return entry.Approve(desk.User, open.Head.NoteEntry(desk.Now))
            .Then(_ => journal.Add(entry))
            .Then(_ => StateCarrier(open, journal, entry));
    }

    /// <summary>An entry of the books, tracked; or not found.</summary>
    public static async Task<Result<RegistryEntry>> Entry(this Desk desk, OpenBooks open, RegistryEntryId id, CancellationToken cancellation)
    {
        var entry = await desk.Db.RegistryEntries.SingleOrDefaultAsync(e => e.Id == id && e.MotherFund == open.Head.MotherFund, cancellation);
        return entry is null ? PipelineErrors.NotFound("entry", id.ToString()) : entry;
    }

    private static Result<Done> MayBegin(Desk desk, OpenBooks open, DateOnly on)
    {
        if (on > desk.Today) return RegistryErrors.InFuture(on, desk.Today);
        return open.Head.StateOf(on) switch
        {
            PeriodState.Hold => LedgerErrors.PeriodOnHold(on),
            PeriodState.Closed => LedgerErrors.PeriodClosed(on, open.Head.FirstOpenDay(on)),
            _ => Done.Value,
        };
    }

    private static Result<Done> StateCarrier(OpenBooks open, RegistryJournal journal, RegistryEntry entry)
    {
        var happened = entry.Event is EntryTakenBack back ? open.Snapshot.Entries.First(other => other.Id == back.Entry).Event : entry.Event;
        var missing = CarrierFacts.Missing(
            happened, entry.EffectiveFrom, journal.On(entry.EffectiveFrom), code => open.Snapshot.FindNode(code)?.Id,
            company => open.Snapshot.FactOn(company, FactNames.Carrier, entry.EffectiveFrom, Stamp.Max)?.Value);
        return missing is null ? Done.Value : open.State([missing]).Map(_ => Done.Value);
    }
}

/// <summary>Members of books as the registry asks for them.</summary>
internal sealed class RegistryMembers(BookSnapshot books) : IRegistryMembers
{
    /// <inheritdoc/>
    public bool IsCompany(string code) => books.FindNode(code) is { Kind: NodeKind.PortfolioCompany };

    /// <inheritdoc/>
    public bool IsFund(string code) => books.FindNode(code) is { Kind: NodeKind.MotherFund or NodeKind.SubFund };
}
