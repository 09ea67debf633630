using System.Security.Cryptography;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Committees;

/// <summary>A resolution as the books keep it: what it says, from when on it holds, and what has been released under it.</summary>
public sealed class ResolutionTests
{
    private static readonly DateOnly Day = new(2023, 5, 10);

    private readonly TestBooks books = TestBooks.Of("""
        mother M CNY
        fund F CNY
        fund G CNY
        2023-01-05 M->F Commitment 100.00
        2023-01-05 M->G Commitment 100.00
        """);

    [Fact]
    public void A_carried_motion_becomes_a_fact_with_its_amount_its_reference_and_the_hash_of_its_text()
    {
        var meeting = Meeting.Call(new NodeId(1), 7, Day, "Hall", "manager1", Stamp.EndOf(Day));
        var text = BilingualName.Of("三", "three");
        var hash = Resolution.HashOf("三", "three");
        foreach (var draft in new[]
        {
            new MotionDraft(text, MotionKind.Commitment, books.Node("F"), Currency.Cny, Money.Of(1_234.5m, Currency.Cny), "", text),
            new MotionDraft(text, MotionKind.Override, books.Node("G"), Currency.Cny, Amount: null, "call/9", text),
        })
            Assert.True(meeting.Put(draft, "manager1", Stamp.EndOf(Day)).IsSuccess);
        Assert.Equal(
            [
                new FactDraft(books.Node("F"), "resolution:", $"Commitment|1234.50 CNY||{hash}", Day),
                new FactDraft(books.Node("G"), "resolution:", $"Override||call/9|{hash}", Day),
            ],
            meeting.Items.Select(item => Resolution.Fact(item, Day)));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("三\nthree"u8)), hash);
    }

    [Fact]
    public void Resolutions_about_a_fund_are_read_back_by_number_as_they_hold_on_the_day()
    {
        State("F", "resolution:R-2", "Commitment|1234.50 CNY||x", "2023-02-01");
        State("F", "resolution:R-1", "Override||call/9|y", "2023-02-02");
        State("G", "resolution:R-0", "Other|||z", "2023-02-01");
        State("F", "resolution:R-3", "Other|||z", "2023-02-01");
        State("F", "resolution:R-3", "", "2023-02-02"); // taken away
        State("F", "resolutionUse:R-2:v/1", "1.00 CNY", "2023-02-01"); // a use is none
        Resolution[] both =
        [
            new("R-1", MotionKind.Override, books.Node("F"), Amount: null, "call/9", "y"),
            new("R-2", MotionKind.Commitment, books.Node("F"), Yuan(1_234.5m), "", "x"),
        ];
        Assert.Equal(both, Resolution.About(books.Snapshot, books.Node("F"), LedgerText.Date("2023-02-02"), Stamp.Max));
        Assert.Equal(
            ["R-2", "R-3"], Resolution.About(books.Snapshot, books.Node("F"), LedgerText.Date("2023-02-01"), Stamp.Max).Select(one => one.Number));
        Assert.Empty(Resolution.About(books.Snapshot, books.Node("F"), LedgerText.Date("2023-01-31"), Stamp.Max));
    }

    [Fact]
    public void What_was_released_counts_from_its_day_and_from_its_instant_on_and_under_its_own_number_alone()
    {
        var one = State("F", "resolution:R-1", "Commitment|100.00 CNY||x", "2023-02-01");
        var early = State("F", "resolutionUse:R-1:v/1", "30.00 CNY", "2023-03-01");
        var late = State("F", "resolutionUse:R-1:v/2", "25.50 CNY", "2023-03-02");
        State("F", "resolutionUse:R-10:v/3", "1.00 CNY", "2023-03-01");
        State("G", "resolutionUse:R-1:v/4", "1.00 CNY", "2023-03-01");
        var resolution = Resolution.About(books.Snapshot, books.Node("F"), DateOnly.MaxValue, Stamp.Max)[0];
        Assert.Equal(
            [
                new ResolutionUse("v/1", Yuan(30m), LedgerText.Date("2023-03-01"), early),
                new ResolutionUse("v/2", Yuan(25.5m), LedgerText.Date("2023-03-02"), late),
            ],
            resolution.Uses(books.Snapshot, DateOnly.MaxValue, Stamp.Max));
        Assert.Equal(
            ["100.00 CNY", "70.00 CNY", "44.50 CNY"],
            new[] { "2023-02-28", "2023-03-01", "2023-03-02" }
                .Select(day => resolution.Left(books.Snapshot, LedgerText.Date(day), Stamp.Max)!.ToString()));
        Assert.Equal(
            ["100.00 CNY", "70.00 CNY", "44.50 CNY"],
            new[] { one, early, late }.Select(known => resolution.Left(books.Snapshot, DateOnly.MaxValue, known)!.ToString()));
    }

    [Fact]
    public void Of_what_is_not_about_an_amount_nothing_is_left_whatever_was_released()
    {
        State("F", "resolution:R-1", "Override||call/9|x", "2023-02-01");
        var resolution = Resolution.About(books.Snapshot, books.Node("F"), DateOnly.MaxValue, Stamp.Max)[0];
        Assert.Null(resolution.Left(books.Snapshot, DateOnly.MaxValue, Stamp.Max));
        State("F", "resolutionUse:R-1:call/9", "released", "2023-02-01");
        State("F", "resolutionUse:R-1:call/8", "5.00 CNY", "2023-02-01");
        Assert.Null(resolution.Left(books.Snapshot, DateOnly.MaxValue, Stamp.Max));
        Assert.Equal([null, Yuan(5m)], resolution.Uses(books.Snapshot, DateOnly.MaxValue, Stamp.Max).Select(use => use.Amount));
    }

    [Theory]
    [InlineData("F", "Override||call/1|x", "resolutionUse:R-1:call/1", true)]
    [InlineData("F", "Override||call/1|x", "resolutionUse:R-2:call/1", false)] // nothing was released under it
    [InlineData("F", "Override||call/2|x", "resolutionUse:R-1:call/2", false)] // names another call
    [InlineData("F", "Other||call/1|x", "resolutionUse:R-1:call/1", false)]
    [InlineData("G", "Override||call/1|x", "resolutionUse:R-1:call/1", false)]
    public void A_call_passed_under_the_resolution_that_names_it_and_was_used(string fund, string value, string use, bool isReleasing)
    {
        var call = new CallBuilder(books, "F").Draft(10m).Value;
        Assert.Null(Resolution.Releasing(books.Snapshot, call, Stamp.Max));
        State(fund, "resolution:R-1", value, "2099-02-01"); // whatever the day, as the call has passed
        var used = State(fund, use, "released", "2099-03-01");
        Assert.Equal(isReleasing ? "R-1" : null, Resolution.Releasing(books.Snapshot, call, used)?.Number);
        Assert.Null(Resolution.Releasing(books.Snapshot, call, new Stamp(used.UnixMicroseconds - 1)));
    }

    private Stamp State(string fund, string name, string value, string from)
    {
        var at = new Stamp(1_700_000_000_000_000L + books.Facts.Count);
        Assert.True(books.Record(new FactDraft(books.Node(fund), name, value, LedgerText.Date(from)), at).IsSuccess);
        return books.Facts[^1].RecordedAt;
    }

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);
}
