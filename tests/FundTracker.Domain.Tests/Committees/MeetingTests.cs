using FundTracker.Domain.Capital;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing;
using ConditionDraft = FundTracker.Domain.Committees.ConditionDraft;

namespace FundTracker.Domain.Tests.Committees;

/// <summary>What a committee may do in which order, and what a resolution releases.</summary>
public sealed class MeetingTests
{
    private static readonly DateOnly Day = new(2023, 5, 10);
    private static readonly string Hash = new('a', 64);
    private static readonly Committee Three = new(
        [new("ann", CommitteeOffice.Chair, Day), new("ben", CommitteeOffice.Member, Day), new("cam", CommitteeOffice.Member, Day)], VotingRule.Default);

    private readonly Meeting meeting = Meeting.Call(new NodeId(1), 7, Day, " Hall 2 ", "manager1", At(1));
    private int stamps = 10;

    [Fact]
    public void A_motion_needs_its_words_its_amount_or_what_it_is_about()
    {
        Assert.Equal("Hall 2", meeting.Place);
        Refuses(() => meeting.Put(Motion(MotionKind.Other) with { Text = null }, "manager1", Now()), "committee.textMissing");
        Refuses(() => meeting.Put(Motion(MotionKind.Commitment), "manager1", Now()), "committee.amountMissing");
        Refuses(() => meeting.Put(Motion(MotionKind.Commitment) with { Amount = Yuan(0m) }, "manager1", Now()), "committee.amountMissing");
        Refuses(() => meeting.Put(Motion(MotionKind.Override), "manager1", Now()), "committee.referenceMissing");
        Refuses(() => meeting.Put(Motion(MotionKind.Sealing), "manager1", Now()), "committee.referenceMissing");
        Assert.Equal(1, Put(Motion(MotionKind.Report) with { Text = null }));
        Assert.Equal(2, Put(Motion(MotionKind.Commitment) with { Amount = Yuan(1m) }));
        Assert.Equal(3, Put(Motion(MotionKind.Override) with { Reference = "call/9" }));
        Assert.Equal((3, Yuan(1m), "三", "three"), (meeting.Version, meeting.Item(2).Value.Amount, meeting.Item(2).Value.TextZh, meeting.Item(2).Value.TextEn));
        Refuses(() => meeting.Item(4), "committee.noSuchItem");
    }

    [Fact]
    public void A_member_votes_once_on_the_day_or_later_and_says_why_not()
    {
        var (report, other) = (Put(Motion(MotionKind.Report)), Put(Motion(MotionKind.Other)));
        Refuses(() => meeting.Vote(other, "dan", Three, Ballot.For, "", "", Day, Now()), "committee.notAMember");
        Refuses(() => meeting.Vote(other, "ann", Three, Ballot.For, "", "", Day.AddDays(-1), Now()), "committee.beforeTheDay");
        Refuses(() => meeting.Vote(report, "ann", Three, Ballot.For, "", "", Day, Now()), "committee.nothingToDecide");
        Refuses(() => meeting.Vote(other, "ann", Three, Ballot.Against, " ", "", Day, Now()), "committee.dissentMissing");
        Assert.True(Vote(other, "ANN", Ballot.Abstain).IsSuccess);
        Refuses(() => meeting.Vote(other, "ann", Three, Ballot.For, "", "", Day, Now()), "committee.votedBefore");
        Assert.True(meeting.Vote(other, "ben", Three, Ballot.Against, " too dear ", " a cap ", Day, Now()).IsSuccess);
        Assert.Equal(["ANN Abstain  ", "ben Against too dear a cap"], meeting.Item(other).Value.Votes.Select(vote => $"{vote.Member} {vote.Ballot} {vote.Words} {vote.Condition}"));
    }

    [Fact]
    public void Two_thirds_carry_and_less_lose_and_too_few_decide_nothing()
    {
        var item = Put(Motion(MotionKind.Other));
        Vote(item, "ann", Ballot.For);
        Refuses(() => Decide(item), "committee.noQuorum");
        Vote(item, "ben", Ballot.Against);
        Vote(item, "cam", Ballot.For);
        Assert.Equal(ItemState.Carried, Decide(item).Value);
        var found = meeting.Item(item).Value;
        Assert.Equal(("R-1", "quorum>=2/3;majority>=2/3", 3, "ann"), (found.Resolution, found.Rule, found.Members, found.DecidedBy));
        Refuses(() => Decide(item), "committee.itemDecided");
        Refuses(() => Vote(item, "ann", Ballot.For), "committee.itemDecided");
        Refuses(() => meeting.Withdraw(item, "ann", Now()), "committee.itemDecided");
        var second = Put(Motion(MotionKind.Other));
        Vote(second, "ann", Ballot.For);
        Vote(second, "ben", Ballot.Abstain);
        Assert.Equal(ItemState.Lost, Decide(second).Value);
    }

    [Fact]
    public void Only_a_member_closes_a_vote_and_not_before_the_day()
    {
        var item = Put(Motion(MotionKind.Report));
        Refuses(() => meeting.Decide(item, Three, [], [], () => "R-1", "dan", Day, Now()), "committee.notAMember");
        Refuses(() => meeting.Decide(item, Three, [], [], () => "R-1", "ann", Day.AddDays(-1), Now()), "committee.beforeTheDay");
        Assert.Equal(ItemState.Heard, Decide(item).Value);
        Assert.Null(meeting.Item(item).Value.Resolution);
    }

    [Fact]
    public void What_a_member_asked_for_is_put_into_the_resolution_and_nothing_into_a_motion_that_is_lost()
    {
        var item = Put(Motion(MotionKind.Other));
        Assert.True(meeting.Vote(item, "ann", Three, Ballot.For, "", "an audit", Day, Now()).IsSuccess);
        Vote(item, "ben", Ballot.For);
        Refuses(() => Decide(item), "committee.conditionLeftOut");
        Refuses(() => Decide(item, Condition("ben")), "committee.conditionLeftOut");
        Assert.Equal(ItemState.Carried, Decide(item, Condition("ANN")).Value);
        var lost = Put(Motion(MotionKind.Other));
        Assert.True(meeting.Vote(lost, "ann", Three, Ballot.Against, "no", "an audit", Day, Now()).IsSuccess);
        Vote(lost, "ben", Ballot.For);
        Refuses(() => Decide(lost, Condition("ann")), "committee.conditionWithoutResolution");
        Assert.Equal(ItemState.Lost, Decide(lost).Value);
    }

    [Fact]
    public void A_condition_is_fulfilled_with_evidence_and_accepted_or_returned_by_another()
    {
        var item = Put(Motion(MotionKind.Other));
        Vote(item, "ann", Ballot.For);
        Vote(item, "ben", Ballot.For);
        Assert.True(Decide(item, Condition("ann")).IsSuccess);
        Refuses(() => meeting.Accept(item, 1, "ann", Now()), "committee.conditionNotFulfilled");
        Refuses(() => meeting.Return(item, 1, "ann", "why", Now()), "committee.conditionNotFulfilled");
        Refuses(() => meeting.Fulfil(item, 2, "paper", null, "dan", Now()), "committee.noSuchCondition");
        Refuses(() => meeting.Fulfil(item, 1, " ", null, "dan", Now()), "committee.evidenceMissing");
        Assert.True(meeting.Fulfil(item, 1, " paper ", new DocumentId(3), "dan", Now()).IsSuccess);
        Refuses(() => meeting.Fulfil(item, 1, "again", null, "dan", Now()), "committee.conditionNotOpen");
        Refuses(() => meeting.Accept(item, 1, "DAN", Now()), "approval.samePerson");
        Refuses(() => meeting.Return(item, 1, "DAN", "why", Now()), "approval.samePerson");
        Refuses(() => meeting.Return(item, 1, "ann", " ", Now()), "ledger.reasonMissing");
        Assert.True(meeting.Return(item, 1, "ann", " unclear ", Now()).IsSuccess);
        var condition = meeting.Item(item).Value.Conditions[0];
        Assert.Equal((ConditionState.Open, "", "unclear"), (condition.State, condition.Evidence, condition.ReturnReason));
        var returned = Assert.Single(condition.Returns);
        Assert.Equal((1, "paper", "dan", "ann", "unclear", new DocumentId(3)), (returned.Number, returned.Evidence, returned.FulfilledBy, returned.ReturnedBy, returned.Reason, returned.Document));
        Assert.False(condition.IsOverdue(Day.AddDays(30)));
        Assert.True(condition.IsOverdue(Day.AddDays(31)));
        Assert.True(meeting.Fulfil(item, 1, "better", null, "dan", Now()).IsSuccess);
        Assert.True(meeting.Accept(item, 1, "ann", Now()).IsSuccess);
        Assert.Equal((ConditionState.Accepted, "ann"), (condition.State, condition.AcceptedBy));
        Assert.False(condition.IsOverdue(Day.AddDays(31)));
    }

    [Fact]
    public void Papers_are_bound_before_the_vote_a_later_one_replaces_and_a_changed_one_stops_the_vote()
    {
        var item = Put(Motion(MotionKind.Report));
        Assert.True(meeting.Bind(item, PaperBinding.ToDocument(new DocumentId(1), Hash), "manager1", Now()).IsSuccess);
        Assert.True(meeting.Bind(item, PaperBinding.ToReport(Quarter.Of(Day), At(5), Hash, Hash), "manager1", Now()).IsSuccess);
        Assert.True(meeting.Bind(item, PaperBinding.ToDocument(new DocumentId(1), new string('b', 64)), "manager1", Now()).IsSuccess);
        Assert.Equal([2, 3], meeting.Item(item).Value.CurrentPapers.Select(paper => paper.Number));
        Assert.Throws<ArgumentException>(() => Decide(item, [new PaperCheck(2, Hash, Hash, Hash)]));
        Refuses(() => Decide(item, [new PaperCheck(2, Hash, "b", Hash), new PaperCheck(3, Hash, Hash, Hash)]), "committee.paperChanged");
        Refuses(() => Decide(item, [new PaperCheck(2, Hash, Hash, Hash), new PaperCheck(3, Hash, Hash, "c")]), "committee.paperChanged");
        Assert.Equal(("b", "c"), (new PaperCheck(1, "a", "b", "a").Differing, new PaperCheck(1, "a", "a", "c").Differing));
        Assert.Equal(ItemState.Heard, Decide(item, [new PaperCheck(2, Hash, Hash, Hash), new PaperCheck(3, Hash, Hash, Hash)]).Value);
        Refuses(() => meeting.Bind(item, PaperBinding.ToDocument(new DocumentId(2), Hash), "manager1", Now()), "committee.itemDecided");
        var voted = Put(Motion(MotionKind.Other));
        Vote(voted, "ann", Ballot.For);
        Refuses(() => meeting.Bind(voted, PaperBinding.ToDocument(new DocumentId(2), Hash), "manager1", Now()), "committee.voteBegun");
        Assert.Throws<ArgumentException>(() => PaperBinding.ToDocument(new DocumentId(2), "short"));
        Assert.Throws<ArgumentException>(() => PaperBinding.ToDocument(new DocumentId(2), new string('A', 64)));
    }

    [Fact]
    public void Minutes_close_once_all_is_decided_and_nothing_is_put_after_them()
    {
        var (first, second) = (Put(Motion(MotionKind.Report)), Put(Motion(MotionKind.Other)));
        Assert.True(Decide(first).IsSuccess);
        Refuses(() => meeting.Close("ann", Day, Now()), "committee.itemOpen");
        Assert.True(meeting.Withdraw(second, "ann", Now()).IsSuccess);
        Refuses(() => meeting.Close("ann", Day.AddDays(-1), Now()), "committee.beforeTheDay");
        Assert.True(meeting.Close("ann", Day, Now()).IsSuccess);
        Assert.Equal((true, "ann", ItemState.Withdrawn), (meeting.IsClosed, meeting.ClosedBy, meeting.Item(second).Value.State));
        Refuses(() => meeting.Close("ann", Day, Now()), "committee.minutesClosed");
        Refuses(() => meeting.Put(Motion(MotionKind.Other), "manager1", Now()), "committee.minutesClosed");
        Refuses(() => meeting.Withdraw(second, "ann", Now()), "committee.minutesClosed");
    }

    [Theory]
    [InlineData("commitment", "commitment@0")]
    [InlineData("commitment>=1000000.5,sealing", "commitment@1000000.5 sealing")]
    [InlineData("override,sealing,commitment", "commitment@0 override sealing")]
    [InlineData("commitment>=0", null)]
    [InlineData("commitment>=-1", null)]
    [InlineData("sealing>=5", null)]
    [InlineData("override,override", null)]
    [InlineData("report", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_needs_a_resolution_is_read_from_its_fact(string? text, string? expected)
    {
        var need = ResolutionNeed.Parse(text);
        Assert.Equal(expected, need is null ? null : string.Join(' ', need.Kinds.Select(kind => kind switch
        {
            MotionKind.Commitment => $"commitment@{need.CommitmentFloor}",
            _ => $"{kind}".ToLowerInvariant(),
        })));
        Assert.Empty(ResolutionNeed.None.Kinds);
        Assert.Null(ResolutionNeed.None.CommitmentFloor);
    }

    [Fact]
    public void A_commitment_from_the_floor_on_takes_of_what_was_resolved()
    {
        var books = TestBooks.Of("""
            mother M CNY
            fund F CNY
            2023-01-01 M resolutionNeeded = commitment>=50,override,sealing
            2023-01-05 M->F Commitment 20.00
            """);
        _ = books.Record(new FactDraft(books.Node("F"), "resolution:R-1", "Commitment|100.00 CNY||x", new DateOnly(2023, 2, 1)), At(1_000)).Value;
        var gate = new ResolutionGate(books.View(), new DateOnly(2023, 3, 1));
        Assert.True(gate.AsksForCommitmentsOn(new DateOnly(2023, 1, 1)));
        Assert.False(gate.AsksForCommitmentsOn(new DateOnly(2022, 12, 31)));
        Assert.Empty(gate.Commitments("v/1", books.Drafts("2023-03-01 M->F Commitment 29.99")).Value); // 49.99 in all
        var use = Assert.Single(gate.Commitments("v/1", books.Drafts("2023-03-01 M->F Commitment 30.00\n2023-03-01 M->F CommitmentIncrease 10.00")).Value);
        Assert.Equal(("resolutionUse:R-1:v/1", "40.00 CNY"), (use.Name, use.Value));
        _ = books.Record(use, At(2_000)).Value;
        var resolution = Resolution.About(books.Snapshot, books.Node("F"), new DateOnly(2023, 3, 1), Stamp.Max)[0];
        Assert.Equal(Yuan(60m), resolution.Left(books.Snapshot, DateOnly.MaxValue, Stamp.Max));
        Assert.Equal(Yuan(100m), resolution.Left(books.Snapshot, new DateOnly(2023, 2, 28), Stamp.Max));
        var refused = new ResolutionGate(books.View(), new DateOnly(2023, 3, 1)).Commitments("v/2", books.Drafts("2023-03-01 M->F Commitment 60.01"));
        Assert.Equal("committee.commitmentNotResolved", refused.Error.Code);
        Assert.Contains("60.00 CNY", refused.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(gate.Commitments("v/3", books.Drafts("2023-03-01 SOC->F Commitment 900.00")).Value); // not the mother fund's
    }

    [Fact]
    public void Sealing_and_overriding_are_released_once()
    {
        var books = TestBooks.Of("""
            mother M CNY
            fund F CNY
            2023-01-01 M resolutionNeeded = override,sealing
            2023-02-01 F resolution:R-2 = Sealing||evaluation/district/2022|x
            """);
        ResolutionGate Gate() => new(books.View(), new DateOnly(2023, 3, 1));
        Assert.Equal("committee.sealingNotResolved", Gate().Sealing(books.Node("F"), "district", EvaluationTiming.Yearly, 2021).Error.Code);
        Assert.Equal("committee.sealingNotResolved", Gate().Sealing(books.Node("F"), "district", EvaluationTiming.ExAnte, 2022).Error.Code);
        var use = Assert.Single(Gate().Sealing(books.Node("F"), "district", EvaluationTiming.Yearly, 2022).Value);
        Assert.Equal(("resolutionUse:R-2:evaluation/district/2022", "released"), (use.Name, use.Value));
        _ = books.Record(use, At(2_000)).Value;
        Assert.Equal("committee.sealingNotResolved", Gate().Sealing(books.Node("F"), "district", EvaluationTiming.Yearly, 2022).Error.Code);
        Assert.Empty(new ResolutionGate(books.View(), new DateOnly(2022, 12, 31)).Sealing(books.Node("F"), "district", EvaluationTiming.Yearly, 2022).Value);
        Assert.Equal(("call/9", "evaluation/d/2022/ExAnte"), (MotionDraft.ReferenceTo(new CapitalCallId(9)), MotionDraft.ReferenceTo("d", EvaluationTiming.ExAnte, 2022)));
    }

    [Fact]
    public void Members_are_who_was_appointed_the_chair_first_until_they_are_taken_off()
    {
        var books = TestBooks.Of("""
            mother M CNY
            2023-01-01 M committeeMember:cam = Member
            2023-01-01 M committeeMember:ann = Chair
            2023-01-01 M committeeMember:ben = Member
            2023-01-01 M committeeRule = quorum>1/2;majority>1/2
            2023-06-01 M committeeMember:ben =
            """);
        var committee = Committee.On(books.Snapshot, new DateOnly(2023, 5, 31), Stamp.Max);
        Assert.Equal(["ann", "ben", "cam"], committee.Members.Select(member => member.Account));
        Assert.Equal("quorum>1/2;majority>1/2", committee.Rule.ToString());
        Assert.Equal(["ann", "cam"], Committee.On(books.Snapshot, new DateOnly(2023, 6, 1), Stamp.Max).Members.Select(member => member.Account));
        Assert.Empty(Committee.On(books.Snapshot, new DateOnly(2022, 12, 31), Stamp.Max).Members);
        Assert.Equal(VotingRule.Default, Committee.On(books.Snapshot, new DateOnly(2022, 12, 31), Stamp.Max).Rule);
        Assert.Null(committee.OutcomeOf([Ballot.For]));
        Assert.Equal(ItemState.Lost, committee.OutcomeOf([Ballot.For, Ballot.Abstain]));
        Assert.Equal(ItemState.Carried, committee.OutcomeOf([Ballot.For, Ballot.For, Ballot.Against]));
        Assert.Equal(
            ["Chair", ""], new[] { CommitteeOffice.Chair, CommitteeOffice.None }.Select(office => Committee.Appointment(new NodeId(1), "Ann", office, Day).Value));
        Assert.Equal("committeeMember:ann", Committee.Appointment(new NodeId(1), "Ann", CommitteeOffice.Chair, Day).Name);
    }

    private static Stamp At(int minutes) => new(1_700_000_000_000_000L + (minutes * 60_000_000L));

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);

    private static MotionDraft Motion(MotionKind kind) => new(
        BilingualName.Of("一", "one"), kind, new NodeId(2), Currency.Cny, null, "", BilingualName.Of("三", "three"));

    private static ConditionDraft Condition(string by) => new(" audited ", "manager1", Day.AddDays(30), by);

    private Stamp Now() => At(++stamps);

    private int Put(MotionDraft motion) => meeting.Put(motion, "manager1", Now()).Value.Number;

    private Result<Done> Vote(int item, string member, Ballot ballot) =>
        meeting.Vote(item, member, Three, ballot, ballot == Ballot.Against ? "no" : "", "", Day, Now());

    private Result<ItemState> Decide(int item, params IReadOnlyList<ConditionDraft> conditions) =>
        meeting.Decide(item, Three, [], conditions, () => "R-1", "ann", Day, Now());

    private Result<ItemState> Decide(int item, IReadOnlyList<PaperCheck> checks) =>
        meeting.Decide(item, Three, checks, [], () => "R-1", "ann", Day, Now());

    private void Refuses<T>(Func<Result<T>> step, string code)
    {
        var before = Marks();
        Assert.Equal(code, step().Error.Code);
        Assert.Equal(before, Marks());

        string Marks() => $"{meeting.Version} {meeting.IsClosed} {string.Join(' ', meeting.Items.Select(item => $"{item.State}{item.Votes.Count}{item.Papers.Count}{string.Join('/', item.Conditions.Select(one => one.State))}"))}";
    }
}
