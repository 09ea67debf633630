using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Social;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Registry;

/// <summary>An entry of the registry is recorded by one person and decided once, by another.</summary>
public sealed class RegistryEntryTests
{
    private static readonly Stamp Recorded = new(1), Decided = new(2);
    private readonly RegistryEntry entry = Pending();

    [Fact]
    public void An_entry_waits_and_keeps_what_was_recorded()
    {
        Assert.Equal((EntryState.Pending, "manager1", Recorded, "CO1", 0), (entry.State, entry.RecordedBy, entry.RecordedAt, entry.Subject, entry.Version));
        Assert.Equal((null, null, ""), (entry.DecidedBy, entry.DecidedAt, entry.Reason));
        Assert.Equal(new EntryOrigin(Provenance.Reported, "jobs", "年报", new DocumentId(4)), entry.Origin);
        Assert.Equal((new RegistryEntryId(7), new NodeId(1), new DateOnly(2023, 12, 31)), (entry.Id, entry.MotherFund, entry.EffectiveFrom));
    }

    [Fact]
    public void Another_person_approves_and_the_entry_is_known_from_then_on()
    {
        Assert.True(entry.Approve("approver1", Decided).IsSuccess);
        Assert.Equal((EntryState.Approved, "approver1", Decided, "", 1), Decision());
    }

    [Fact]
    public void Another_person_turns_it_down_with_a_reason()
    {
        Refuses(() => entry.Reject("approver1", Decided, " "), "ledger.reasonMissing");
        Assert.True(entry.Reject("approver1", Decided, "no proof").IsSuccess);
        Assert.Equal((EntryState.Rejected, "approver1", Decided, "no proof", 1), Decision());
    }

    [Theory]
    [InlineData("manager1")]
    [InlineData("Manager1")]
    public void Who_recorded_does_not_decide_but_may_take_it_back(string same)
    {
        Refuses(() => entry.Approve(same, Decided), "approval.samePerson");
        Refuses(() => entry.Reject(same, Decided, "x"), "approval.samePerson");
        Assert.True(entry.Withdraw(same, Decided).IsSuccess);
        Assert.Equal((EntryState.Withdrawn, same, Decided, "", 1), Decision());
    }

    [Fact]
    public void Nobody_else_takes_it_back() => Refuses(() => entry.Withdraw("approver1", Decided), "approval.notYours");

    [Fact]
    public void What_is_decided_stays_so()
    {
        Assert.True(entry.Approve("approver1", Decided).IsSuccess);
        Refuses(() => entry.Approve("approver1", Decided), "approval.notPending");
        Refuses(() => entry.Reject("approver1", Decided, "x"), "approval.notPending");
        Refuses(() => entry.Withdraw("manager1", Decided), "approval.notPending");
    }

    [Fact]
    public void What_comes_from_an_approved_file_stands_from_the_start()
    {
        var standing = RegistryEntry.Stand(
            new RegistryEntryId(8), new NodeId(1), entry.Event, entry.EffectiveFrom, entry.Origin, new Signatures("manager1", "approver1", Voucher: null), Recorded);
        Assert.Equal((EntryState.Approved, "manager1", "approver1", Recorded), (standing.State, standing.RecordedBy, standing.DecidedBy, standing.DecidedAt));
    }

    private static RegistryEntry Pending() => RegistryEntry.Record(
        new RegistryEntryId(7), new NodeId(1), new YearStated("CO1", 2023, new YearResults(null, null, null, 3, null)), new DateOnly(2023, 12, 31),
        new EntryOrigin(Provenance.Reported, "jobs", "年报", new DocumentId(4)), "manager1", Recorded);

    private (EntryState, string?, Stamp?, string, int) Decision() => (entry.State, entry.DecidedBy, entry.DecidedAt, entry.Reason, entry.Version);

    private void Refuses(Func<Result<Done>> step, string code)
    {
        var before = Decision();
        Assert.Equal(code, step().Error.Code);
        Assert.Equal(before, Decision());
    }
}
