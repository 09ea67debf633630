using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;
using static FundTracker.Domain.Tests.Registry.RegistryBook;

namespace FundTracker.Domain.Tests.Registry;

/// <summary>What was known of decisions, and when.</summary>
public sealed class DiligenceTests
{
    [Fact]
    public void A_later_version_adds_and_the_earlier_one_stays()
    {
        var book = new RegistryBook();
        book.Must("2023-03-01", Record("样机通过检测"));
        book.Must("2023-09-01", Record("良率低于预期"));
        var record = Assert.Single(book.State.DiligenceOf("FUND1"));
        Assert.Equal(["样机通过检测", "良率低于预期"], record.Versions.Select(version => version.Content.Known));
        Assert.Equal(["样机通过检测"], book.On("2023-08-31").DiligenceOf("FUND1").Single().Versions.Select(version => version.Content.Known));
        Assert.Empty(book.On("2023-02-28").DiligenceOf("FUND1"));
    }

    [Fact]
    public void What_a_record_said_at_an_instant_is_answered_as_it_was_known()
    {
        var book = new RegistryBook();
        var first = book.Must("2023-03-01", Record("样机通过检测"));
        book.Must("2023-03-01", Record("补充"));
        Assert.Single(book.On("2023-12-31", first.DecidedAt).DiligenceOf("FUND1").Single().Versions);
    }

    [Theory]
    [InlineData("2023-05-15", "2023-05-15", DutyState.Before)]
    [InlineData("2023-05-15", "2023-05-16", DutyState.After)]
    [InlineData("2023-05-16", "2023-05-15", DutyState.After)]
    public void The_duty_was_done_where_the_record_was_dated_and_approved_by_the_day_of_the_decision(string on, string approved, DutyState duty)
    {
        var entry = RegistryEntry.Stand(
            new RegistryEntryId(1), new NodeId(1), Record("样机通过检测"), Day(on), new EntryOrigin(Provenance.Recorded, "", "", null),
            new Signatures("manager1", "approver1", Voucher: null), Stamp.EndOf(Day(approved)));
        var record = RegistryJournal.On([entry], Day("2023-12-31"), Stamp.Max).DiligenceOf("FUND1").Single();
        Assert.Equal(duty, record.Duty);
    }

    [Fact]
    public void A_version_after_the_decision_does_not_take_the_place_of_the_one_before()
    {
        var book = new RegistryBook();
        book.Must("2023-03-01", Record("样机通过检测"));
        book.Must("2023-09-01", Record("良率低于预期"));
        var record = book.State.DiligenceOf("FUND1").Single();
        Assert.Equal((DutyState.Before, "样机通过检测"), (record.Duty, record.AtDecision!.Content.Known));
    }

    [Fact]
    public void A_record_about_nobody_or_with_unanswered_items_is_refused()
    {
        var book = new RegistryBook();
        Assert.Equal("tolerance.holderUnknown", book.Refused("2023-03-01", Record("x") with { Holder = "CO1" }));
        Assert.Equal("tolerance.investeeUnknown", book.Refused("2023-03-01", Record("x") with { Investee = "NOBODY" }));
        Assert.Equal("tolerance.investeeUnknown", book.Refused("2023-03-01", Record("x") with { Investee = "FUND1" }));
        Assert.Equal("tolerance.nothingKnown", book.Refused("2023-03-01", Record("")));
        Assert.Equal("tolerance.itemUnanswered", book.Refused("2023-03-01", Record("x") with { Checks = [.. Record("x").Checks.Skip(1)] }));
        Assert.Equal("tolerance.itemTwice", book.Refused("2023-03-01", Record("x") with { Checks = [.. Record("x").Checks, Record("x").Checks[0]] }));
        Assert.Equal("tolerance.itemNotAsked", book.Refused("2023-03-01", Record("x") with { Investee = "FUND2" }));
        var no = Record("x").Checks.Select(check => check with { Answer = DiligenceAnswer.No }).ToList();
        Assert.Equal("tolerance.noteMissing", book.Refused("2023-03-01", Record("x") with { Checks = no }));
        Assert.Empty(book.State.DiligenceOf("FUND1"));
    }

    [Fact]
    public void A_commitment_to_a_fund_answers_its_own_items()
    {
        var book = new RegistryBook();
        book.Must("2023-03-01", Record("管理人业绩居前") with
        {
            Investee = "FUND2", Checks = [.. DiligenceItems.OfCommitment.Select(item => new DiligenceCheck(item, DiligenceAnswer.Yes, ""))],
        });
        Assert.Equal("FUND2", book.State.DiligenceOf("FUND1").Single().Investee);
    }

    private static DiligenceRecorded Record(string known) => new(
        "FUND1", "CO1", Day("2023-05-15"), known, "投资团队",
        [.. DiligenceItems.OfInvestment.Select(item => new DiligenceCheck(item, DiligenceAnswer.Yes, ""))], []);
}
