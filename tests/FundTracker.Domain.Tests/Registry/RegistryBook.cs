using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Registry;

/// <summary>A registry that tests fill event by event; each is approved a minute after the one before.</summary>
internal sealed class RegistryBook : IRegistryMembers
{
    private readonly List<RegistryEntry> entries = [];
    private RegistryJournal? journal;

    public RegistryState State => Journal.Latest;

    public IReadOnlyList<RegistryEntry> Entries => entries;

    private RegistryJournal Journal => journal ??= new RegistryJournal([], this);

    public bool IsCompany(string code) => code.StartsWith("CO", StringComparison.Ordinal);

    public bool IsFund(string code) => code.StartsWith("FUND", StringComparison.Ordinal);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static BilingualName Name(string name) => BilingualName.Of(name, null);

    /// <summary>Takes in what must be taken.</summary>
    public RegistryEntry Must(string on, RegistryEvent happened, string source = "")
    {
        var entry = Entry(on, happened, source);
        var added = Journal.Add(entry);
        Assert.True(added.IsSuccess, string.Join(';', added.Errors));
        entries.Add(entry);
        return entry;
    }

    /// <summary>Code of the refusal of what must not be taken; nothing changes.</summary>
    public string Refused(string on, RegistryEvent happened) => Refusal(on, happened).Code;

    /// <summary>The refusal of what must not be taken; nothing changes.</summary>
    public DomainError Refusal(string on, RegistryEvent happened)
    {
        var (carriers, tenants) = (State.Carriers.Count, State.Tenancies.Values.Sum(tenancy => tenancy.Steps.Count));
        var refused = Journal.Add(Entry(on, happened, ""));
        Assert.False(refused.IsSuccess);
        Assert.Equal((carriers, tenants), (State.Carriers.Count, State.Tenancies.Values.Sum(tenancy => tenancy.Steps.Count)));
        return refused.Error;
    }

    public RegistryState On(string day, Stamp? knownAt = null) => RegistryJournal.On(entries, Day(day), knownAt ?? Stamp.Max);

    private RegistryEntry Entry(string on, RegistryEvent happened, string source) => RegistryEntry.Stand(
        new RegistryEntryId(100 + entries.Count), new NodeId(1), happened, Day(on), new EntryOrigin(Provenance.Recorded, "", source, null),
        new Signatures("manager1", "approver1", Voucher: null), new Stamp(60_000_000L * (entries.Count + 1)));
}
