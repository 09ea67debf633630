using FundTracker.Domain.Capital;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Values;
using ConditionDraft = FundTracker.Domain.Committees.ConditionDraft;

namespace FundTracker.Domain.Tests.Committees;

/// <summary>Each step of a meeting is counted once; its papers and the proofs sent back are kept as they came.</summary>
public sealed class MeetingStepsTests
{
    private static readonly DateOnly Day = new(2023, 5, 10);
    private static readonly string Hash = new('a', 64);
    private static readonly Committee Two = new(
        [new("ann", CommitteeOffice.Chair, Day), new("ben", CommitteeOffice.Member, Day)], VotingRule.Default);

    private readonly Meeting meeting = Meeting.Call(new NodeId(1), 7, Day, "Hall", "manager1", At(0));

    [Fact]
    public void Each_step_counts_the_version_up_by_one_and_so_does_closing_the_minutes()
    {
        Assert.Equal((0, 7, Day, "manager1", At(0)), (meeting.Version, meeting.Number, meeting.Date, meeting.RecordedBy, meeting.RecordedAt));
        Put();
        Assert.True(meeting.Bind(1, PaperBinding.ToDocument(new DocumentId(3), Hash), "manager1", At(2)).IsSuccess);
        Assert.Equal(2, meeting.Version);
        Carry(condition: "");
        Assert.Equal((5, null), (meeting.Version, meeting.ClosedAt));
        Assert.True(meeting.Close("ann", Day, At(9)).IsSuccess);
        Assert.Equal((6, "ann", At(9)), (meeting.Version, meeting.ClosedBy, meeting.ClosedAt));
    }

    [Fact]
    public void A_paper_is_kept_as_it_was_bound_a_document_by_its_bytes_and_a_report_in_both_languages()
    {
        Put();
        var (zh, en) = (new string('0', 63) + "9", new string('f', 64));
        var document = meeting.Bind(1, PaperBinding.ToDocument(new DocumentId(3), Hash), "manager1", At(2)).Value;
        var report = meeting.Bind(1, PaperBinding.ToReport(Quarter.Of(Day), At(1), zh, en), "manager2", At(3)).Value;
        Assert.Equal(
            (1, new DocumentId(3), Hash, "", null, null, "manager1", At(2), false),
            Marks(document));
        Assert.Equal(
            (2, null, zh, en, Quarter.Of(Day), At(1), "manager2", At(3), false),
            Marks(report));
        Assert.True(meeting.Bind(1, PaperBinding.ToReport(Quarter.Of(Day.AddMonths(-3)), At(1), zh, en), "manager2", At(4)).IsSuccess);
        Assert.Equal([1, 2, 3], meeting.Item(1).Value.CurrentPapers.Select(paper => paper.Number));

        static (int, DocumentId?, string, string, Quarter?, Stamp?, string, Stamp, bool) Marks(CommitteePaper paper) => (
            paper.Number, paper.Document, paper.Sha256, paper.Sha256En, paper.Quarter, paper.KnownAt, paper.RecordedBy, paper.RecordedAt,
            paper.IsReplaced);
    }

    [Theory]
    [InlineData("")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")] // 63
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")] // 65
    [InlineData("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaag")]
    public void A_hash_is_64_small_hexadecimal_digits_every_one_of_them(string text)
    {
        Assert.Throws<ArgumentException>(() => PaperBinding.ToDocument(new DocumentId(3), text));
        Assert.Throws<ArgumentException>(() => PaperBinding.ToReport(Quarter.Of(Day), At(1), text, Hash));
        Assert.Throws<ArgumentException>(() => PaperBinding.ToReport(Quarter.Of(Day), At(1), Hash, text));
    }

    [Fact]
    public void Proofs_that_were_sent_back_stay_in_their_order_each_with_who_when_and_why()
    {
        Put();
        Carry(condition: "an audit");
        Assert.True(meeting.Fulfil(1, 1, "a draft", null, "dan", At(6)).IsSuccess);
        Assert.True(meeting.Return(1, 1, "ann", "not signed", At(7)).IsSuccess);
        Assert.True(meeting.Fulfil(1, 1, "a copy", new DocumentId(4), "eve", At(8)).IsSuccess);
        Assert.True(meeting.Return(1, 1, "ben", "not legible", At(9)).IsSuccess);
        var condition = meeting.Item(1).Value.Conditions[0];
        Assert.Equal(
            [(1, "a draft", "dan", At(6), "ann", At(7), "not signed"), (2, "a copy", "eve", At(8), "ben", At(9), "not legible")],
            condition.Returns.Select(one => (
                one.Number, one.Evidence, one.FulfilledBy, one.FulfilledAt, one.ReturnedBy, one.ReturnedAt, one.Reason)));
        Assert.Equal(
            (ConditionState.Open, "", "not legible", null, null),
            (condition.State, condition.Evidence, condition.ReturnReason, condition.FulfilledBy, condition.FulfilledAt));
        Assert.Equal(8, meeting.Version);
    }

    [Fact]
    public void A_condition_is_overdue_from_the_day_after_its_own_until_it_is_accepted()
    {
        Put();
        Carry(condition: "an audit");
        var condition = meeting.Item(1).Value.Conditions[0];
        Assert.Equal(("audited", "manager1", "ann"), (condition.Text, condition.Owner, condition.AskedBy));
        Assert.Equal([false, true], new[] { 30, 31 }.Select(days => condition.IsOverdue(Day.AddDays(days))));
        Assert.True(meeting.Fulfil(1, 1, "a copy", null, "dan", At(6)).IsSuccess);
        Assert.True(condition.IsOverdue(Day.AddDays(31)));
        Assert.True(meeting.Accept(1, 1, "ann", At(7)).IsSuccess);
        Assert.Equal((false, "ann", At(7)), (condition.IsOverdue(Day.AddDays(31)), condition.AcceptedBy, condition.AcceptedAt));
    }

    private static Stamp At(int minutes) => new(1_700_000_000_000_000L + (minutes * 60_000_000L));

    private void Put() => Assert.True(meeting.Put(
        new MotionDraft(BilingualName.Of("一", "one"), MotionKind.Other, new NodeId(2), Currency.Cny, null, "", BilingualName.Of("三", "three")),
        "manager1", At(1)).IsSuccess);

    private void Carry(string condition)
    {
        Assert.True(meeting.Vote(1, "ann", Two, Ballot.For, "", condition, Day, At(3)).IsSuccess);
        Assert.True(meeting.Vote(1, "ben", Two, Ballot.For, "", "", Day, At(4)).IsSuccess);
        var checks = meeting.Item(1).Value.CurrentPapers.Select(paper => new PaperCheck(paper.Number, Hash, Hash, Hash)).ToList();
        ConditionDraft[] drafts = condition.Length > 0 ? [new(" audited ", "manager1", Day.AddDays(30), "ann")] : [];
        Assert.Equal(ItemState.Carried, meeting.Decide(1, Two, checks, drafts, () => "R-1", "ann", Day, At(5)).Value);
    }
}
