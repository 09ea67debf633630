using FundTracker.Application.Books;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Registry;

/// <summary>An entry of the registry as people read it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Subject">Code of the carrier, programme or company.</param>
/// <param name="On">First day on which it holds.</param>
/// <param name="Sentences">What happened, by language tag.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="InventedFields">Fields of a reported entry that are invented all the same; else empty.</param>
/// <param name="Source">What proves it, or where it is printed.</param>
/// <param name="Document">The paper behind it, or null.</param>
/// <param name="State">Pending, approved, rejected or withdrawn.</param>
/// <param name="RecordedBy">Who recorded it; may not approve it.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="DecidedBy">Who decided; null while pending.</param>
/// <param name="DecidedAt">When; null while pending.</param>
/// <param name="Reason">Why it was rejected; else empty.</param>
public sealed record EntryCard(
    RegistryEntryId Id, string Subject, DateOnly On, IReadOnlyDictionary<string, string> Sentences, Provenance Provenance, string InventedFields,
    string Source, DocumentId? Document, EntryState State, string RecordedBy, Stamp RecordedAt, string? DecidedBy, Stamp? DecidedAt, string Reason)
{
    /// <summary>Name of the event, such as <c>CarrierOpened</c>.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>All papers behind it.</summary>
    public IReadOnlyList<DocumentId> Documents { get; private init; } = [];

    /// <summary>The entry that it takes back; null for any other entry.</summary>
    public RegistryEntryId? TakesBack { get; private init; }

    /// <summary>Whether it takes a carrier into the registry.</summary>
    internal bool IsNewCarrier { get; private init; }

    /// <summary>Whether it takes a programme into the registry.</summary>
    internal bool IsNewProgramme { get; private init; }

    /// <summary>Whether the entry, or a part of it, is invented.</summary>
    public bool IsIllustrative => Provenance == Provenance.Illustrative || InventedFields.Length > 0;

    /// <summary>What happened, in a language.</summary>
    public string In(string language) => Sentences[language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh"];

    internal static EntryCard Of(RegistryEntry entry) => new(
        entry.Id, entry.Subject, entry.EffectiveFrom,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["zh"] = EntryText.Sentence(entry.Event, "zh"), ["en"] = EntryText.Sentence(entry.Event, "en") },
        entry.Provenance, entry.InventedFields, entry.Source, entry.Document, entry.State, entry.RecordedBy, entry.RecordedAt, entry.DecidedBy,
        entry.DecidedAt, entry.Reason)
    {
        Kind = entry.Event.GetType().Name, IsNewCarrier = entry.Event is CarrierOpened, IsNewProgramme = entry.Event is ProgrammeAdopted,
        TakesBack = (entry.Event as EntryTakenBack)?.Entry,
        Documents = entry.Event is DiligenceRecorded recorded ? recorded.Documents : entry.Document is { } paper ? [paper] : [],
    };

    /// <summary>What waits for approval about a carrier, programme or company, in the order in which it was recorded.</summary>
    internal static async Task<IReadOnlyList<EntryCard>> Pending(Desk desk, NodeId motherFund, string about, CancellationToken cancellation)
    {
        var waiting = await desk.Db.RegistryEntries.AsNoTracking()
            .Where(entry => entry.MotherFund == motherFund && entry.State == EntryState.Pending && entry.Subject == about)
            .OrderBy(entry => entry.Id).ToListAsync(cancellation);
        return [.. waiting.Select(Of)];
    }

    /// <summary>Everything that was approved about a subject, as a view sees it: by day, then by approval.</summary>
    internal static IReadOnlyList<EntryCard> History(LedgerView view, string about) =>
    [
        .. view.Book.Entries.Where(entry => entry.Subject == about && entry.EffectiveFrom <= view.AsOf && entry.DecidedAt <= view.KnownAt)
            .OrderBy(entry => entry.EffectiveFrom).ThenBy(entry => entry.DecidedAt).ThenBy(entry => entry.Id.Value).Select(Of),
    ];
}
