using FundTracker.Application.Committees;
using FundTracker.Application.Users;
using FundTracker.Application.Documents;
using FundTracker.Application.Funds;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Records;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Committees;

/// <summary>Meetings: who votes and when, what carries, what becomes of conditions and of papers that changed.</summary>
public sealed class MeetingTests
{
    [Fact]
    public async Task A_member_is_appointed_only_with_the_role_and_never_by_a_fact_stated_by_hand()
    {
        await using var world = await Empty();
        await world.Refuses("committee.noSuchRole", new AppointMember.Command(Mf, "manager1", CommitteeOffice.Member, Start), Actors.Approver1);
        await world.Refuses("pipeline.notAllowed", new AppointMember.Command(Mf, "committee1", CommitteeOffice.Member, Start));
        await world.Refuses("fact.notByHand", new StateFact.Command(Mf, Mf, "committeeMember:manager1", "Member", Start));
        await world.Refuses("fact.notByHand", new StateFact.Command(Mf, Mf, "resolution:MF-2024-01", "Other|||", Start));
        await world.Seat();
        var seated = await world.Must(new ListMeetings.Query(Mf, Day("2024-01-02")));
        Assert.Equal(["committee1", "committee2", "committee3"], seated.Members.Select(member => member.Account));
        await world.Must(new AppointMember.Command(Mf, "committee3", CommitteeOffice.None, Day("2023-07-01")), Actors.Approver1);
        Assert.Equal(2, (await world.Must(new ListMeetings.Query(Mf, Day("2024-01-02")))).Members.Count);
        Assert.Equal(3, (await world.Must(new ListMeetings.Query(Mf, Day("2023-06-30")))).Members.Count);
    }

    [Fact]
    public async Task A_vote_by_who_is_no_member_or_twice_or_after_the_decision_is_refused()
    {
        await using var world = await Empty();
        await world.Seat();
        var item = await world.Put(MotionKind.Other);
        var stranger = Actors.Of("committee9", Role.CommitteeMember);
        await world.Refuses("committee.notAMember", new CastVote.Command(Mf, 1, item, Ballot.For), stranger);
        await world.Refuses("pipeline.notAllowed", new CastVote.Command(Mf, 1, item, Ballot.For));
        await world.Refuses("committee.dissentMissing", new CastVote.Command(Mf, 1, item, Ballot.Against), Actors.Committee1);
        await world.Vote(Actors.Committee1, item, Ballot.For);
        await world.Refuses("committee.votedBefore", new CastVote.Command(Mf, 1, item, Ballot.Against, "no"), Actors.Committee1);
        await world.Refuses("committee.noQuorum", new DecideItem.Command(Mf, 1, item, []), Actors.Committee1);
        await world.Vote(CommitteeWorld.Committee2, item, Ballot.For);
        await world.Must(new DecideItem.Command(Mf, 1, item, []), Actors.Committee1);
        await world.Refuses("committee.itemDecided", new CastVote.Command(Mf, 1, item, Ballot.For), CommitteeWorld.Committee3);
        await world.Refuses("committee.itemDecided", new DecideItem.Command(Mf, 1, item, []), Actors.Committee1);
    }

    [Fact]
    public async Task Nobody_votes_before_the_day_and_nothing_comes_after_the_minutes()
    {
        await using var world = await Empty();
        await world.Seat();
        await world.Must(new CallMeeting.Command(Mf, Day("2024-01-03"), "Room 1"));
        await world.Must(new PutOnAgenda.Command(Mf, 2, "议题", null, MotionKind.Other, TextZh: "同意。"));
        await world.Refuses("committee.beforeTheDay", new CastVote.Command(Mf, 2, 1, Ballot.For), Actors.Committee1);
        var item = await world.Put(MotionKind.Other);
        await world.Refuses("committee.itemOpen", new CloseMeeting.Command(Mf, 1), Actors.Committee1);
        await world.Must(new WithdrawItem.Command(Mf, 1, item));
        await world.Must(new CloseMeeting.Command(Mf, 1), Actors.Committee1);
        await world.Refuses("committee.minutesClosed", new PutOnAgenda.Command(Mf, 1, "议题", null, MotionKind.Other, TextZh: "同意。"));
    }

    [Fact]
    public async Task A_motion_says_what_is_to_be_passed()
    {
        await using var world = await Empty();
        await world.Seat();
        await world.Refuses("committee.textMissing", new PutOnAgenda.Command(Mf, 1, "议题", null, MotionKind.Other));
        await world.Refuses("committee.amountMissing", new PutOnAgenda.Command(Mf, 1, "议题", null, MotionKind.Commitment, "SUB", TextZh: "同意。"));
        await world.Refuses("committee.referenceMissing", new PutOnAgenda.Command(Mf, 1, "议题", null, MotionKind.Override, TextZh: "同意。"));
        await world.Refuses("pipeline.notFound", new PutOnAgenda.Command(Mf, 1, "议题", null, MotionKind.Other, "NOBODY", TextZh: "同意。"));
    }

    [Fact]
    public async Task A_carried_resolution_keeps_its_dissent_and_its_conditions_until_another_person_accepts_their_proof()
    {
        await using var world = await Empty();
        await world.Seat();
        var item = await world.Put(MotionKind.Other);
        await world.Vote(Actors.Committee1, item, Ballot.For, condition: "report within a quarter");
        await world.Vote(CommitteeWorld.Committee2, item, Ballot.For);
        await world.Vote(CommitteeWorld.Committee3, item, Ballot.Against, "too early");
        await world.Refuses("committee.conditionLeftOut", new DecideItem.Command(Mf, 1, item, []), Actors.Committee1);
        var condition = new DecideItem.ConditionInput("report within a quarter", "manager1", Day("2024-03-31"), "committee1");
        var decided = await world.Must(new DecideItem.Command(Mf, 1, item, [condition]), Actors.Committee1);
        Assert.Equal((ItemState.Carried, "MF-2024-01"), (decided.State, decided.Resolution));
        Assert.Equal("too early", (await world.Item(item)).Votes[2].Words);
        Assert.Equal(Resolution.HashOf("同意。", "Agreed."), (await world.Item(item)).TextSha256);

        await world.Refuses("committee.conditionNotFulfilled", new AcceptCondition.Command(Mf, 1, item, 1), Actors.Committee1);
        await world.Refuses("committee.evidenceMissing", new FulfilCondition.Command(Mf, 1, item, 1, " "));
        await world.Must(new FulfilCondition.Command(Mf, 1, item, 1, "report 7"));
        await world.Must(new ReturnCondition.Command(Mf, 1, item, 1, "page 2 is missing"), Actors.Committee1);
        Assert.Equal("page 2 is missing", (await world.Item(item)).Conditions[0].ReturnReason);
        await world.Must(new FulfilCondition.Command(Mf, 1, item, 1, "report 7 with page 2"));
        var both = Actors.Of("manager1", Role.FundManager, Role.CommitteeMember);
        await world.Refuses("approval.samePerson", new AcceptCondition.Command(Mf, 1, item, 1), both);
        Assert.Single((await world.Must(new ListMeetings.Query(Mf, Day("2024-05-01")))).OpenConditions, open => open.IsOverdue);
        await world.Must(new AcceptCondition.Command(Mf, 1, item, 1), Actors.Committee1);
        Assert.Empty((await world.Must(new ListMeetings.Query(Mf, Day("2024-05-01")))).OpenConditions);
    }

    [Fact]
    public async Task A_lost_vote_closes_without_tasks_and_keeps_dissent_and_conditions_as_the_members_words()
    {
        await using var world = await Empty();
        await world.Seat();
        var item = await world.Put(MotionKind.Other);
        await world.Vote(Actors.Committee1, item, Ballot.For, condition: "report within a quarter");
        Assert.Null((await world.Item(item)).Outcome);
        await world.Vote(CommitteeWorld.Committee2, item, Ballot.Against, "too early");
        Assert.Equal(ItemState.Lost, (await world.Item(item)).Outcome);
        var condition = new DecideItem.ConditionInput("report within a quarter", "manager1", Day("2024-03-31"), "committee1");
        await world.Refuses("committee.conditionWithoutResolution", new DecideItem.Command(Mf, 1, item, [condition]), Actors.Committee1);

        var decided = await world.Must(new DecideItem.Command(Mf, 1, item, []), Actors.Committee1);
        Assert.Equal((ItemState.Lost, "MF-2024-01"), (decided.State, decided.Resolution));
        var kept = await world.Item(item);
        Assert.Equal(("report within a quarter", "too early"), (kept.Votes[0].Condition, kept.Votes[1].Words));
        Assert.Empty(kept.Conditions);
        Assert.Null(kept.Outcome);
        await world.Must(new CloseMeeting.Command(Mf, 1), Actors.Committee1);
    }

    [Fact]
    public async Task Each_condition_has_its_own_owner_and_day_and_the_committee_adds_its_own()
    {
        await using var world = await Empty();
        await world.Seat();
        var item = await world.Put(MotionKind.Other);
        await world.Vote(Actors.Committee1, item, Ballot.For, condition: "a plan of payments");
        await world.Vote(CommitteeWorld.Committee2, item, Ballot.For, condition: "a named auditor");
        Assert.Equal(ItemState.Carried, (await world.Item(item)).Outcome);
        await world.Must(
            new DecideItem.Command(Mf, 1, item,
            [
                new DecideItem.ConditionInput("a plan of payments", "manager1", Day("2024-01-31"), "committee1"),
                new DecideItem.ConditionInput("a named auditor", "manager2", Day("2024-02-29"), "committee2"),
                new DecideItem.ConditionInput("a visit to the park", "approver1", Day("2024-03-31")),
            ]),
            Actors.Committee1);
        Assert.Equal(
            [("manager1", Day("2024-01-31"), "committee1"), ("manager2", Day("2024-02-29"), "committee2"), ("approver1", Day("2024-03-31"), "")],
            (await world.Must(new ListMeetings.Query(Mf, Day("2024-01-02")))).OpenConditions.Select(open => (open.Owner, open.DueDate, open.AskedBy)));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("committee2")]
    [InlineData("elsewhere")]
    [InlineData("locked1")]
    public async Task The_owner_of_a_condition_is_an_account_of_the_books_that_may_hand_in_its_proof(string owner)
    {
        await using var world = await Empty();
        await world.Seat();
        await world.Must(new SetUpMotherFund.Command("OTHER", null, "另一母基金", null, "CNY", LegalForm.Company, 1_000m, Start));
        await world.Must(new AddUser.Command("elsewhere", "a long pass phrase", [Role.FundManager], ["OTHER"]), Actors.Admin1);
        await world.Must(new AddUser.Command("locked1", "a long pass phrase", [Role.FundManager]), Actors.Admin1);
        await world.Must(new LockUser.Command("locked1", Locked: true), Actors.Admin1);
        var item = await world.Put(MotionKind.Other);
        await world.Vote(Actors.Committee1, item, Ballot.For);
        await world.Vote(CommitteeWorld.Committee2, item, Ballot.For);
        var error = await world.Refuses(
            "committee.noSuchOwner", new DecideItem.Command(Mf, 1, item, [new DecideItem.ConditionInput("a visit", owner, Day("2024-03-31"))]),
            Actors.Committee1);
        Assert.Contains(("account", (object)owner), error.Args);
        Assert.Equal(ItemState.Open, (await world.Item(item)).State);
        Assert.Equal(["approver1", "manager1", "manager2"], await world.Must(new ListConditionOwners.Query(Mf), Actors.Committee1));

        await world.Must(
            new DecideItem.Command(Mf, 1, item, [new DecideItem.ConditionInput("a visit", " Manager1 ", Day("2024-03-31"))]), Actors.Committee1);
        Assert.Equal("manager1", Assert.Single((await world.Item(item)).Conditions).Owner);
    }

    [Fact]
    public async Task A_proof_that_was_sent_back_is_still_what_was_known_before()
    {
        await using var world = await Empty();
        await world.Seat();
        var item = await world.Put(MotionKind.Other);
        foreach (var member in new[] { Actors.Committee1, CommitteeWorld.Committee2, CommitteeWorld.Committee3 }) await world.Vote(member, item, Ballot.For);
        await world.Must(
            new DecideItem.Command(Mf, 1, item, [new DecideItem.ConditionInput("report within a quarter", "manager1", Day("2024-03-31"), "committee1")]),
            Actors.Committee1);
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        await world.Must(new FulfilCondition.Command(Mf, 1, item, 1, "report 7"));
        var handedIn = Stamp.From(world.Host.Clock.GetUtcNow());
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        await world.Must(new ReturnCondition.Command(Mf, 1, item, 1, "page 2 is missing"), Actors.Committee1);
        var sentBack = Stamp.From(world.Host.Clock.GetUtcNow());
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        await world.Must(new FulfilCondition.Command(Mf, 1, item, 1, "report 7 with page 2"));
        Assert.Equal((ConditionState.Fulfilled, "report 7", "manager1", ""), await Known(handedIn));
        Assert.Equal((ConditionState.Open, "", null, "page 2 is missing"), await Known(sentBack));
        Assert.Equal((ConditionState.Fulfilled, "report 7 with page 2", "manager1", "page 2 is missing"), await Known(null));

        async Task<(ConditionState, string, string?, string)> Known(Stamp? knownAt)
        {
            var seen = (await world.Must(new ListMeetings.Query(Mf, Day("2024-01-02"), knownAt))).OpenConditions.Single();
            return (seen.State, seen.Evidence, seen.FulfilledBy, seen.ReturnReason);
        }
    }

    [Fact]
    public async Task A_motion_without_its_majority_is_lost_and_lets_nothing_pass()
    {
        await using var world = await Empty();
        await world.Needs("commitment");
        var item = await world.Put(MotionKind.Commitment, "SUB", 100m);
        await world.Vote(Actors.Committee1, item, Ballot.For);
        await world.Vote(CommitteeWorld.Committee2, item, Ballot.Abstain);
        await world.Vote(CommitteeWorld.Committee3, item, Ballot.Against, "no");
        var decided = await world.Must(new DecideItem.Command(Mf, 1, item, []), Actors.Committee1);
        Assert.Equal(ItemState.Lost, decided.State);
        Assert.DoesNotContain((await world.View()).Book.Facts, fact => fact.Name.StartsWith("resolution:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_decision_on_a_report_that_was_restated_since_is_refused_with_both_hashes()
    {
        await using var world = await Funded();
        await world.Seat();
        world.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var item = await world.Put(MotionKind.Other);
        var bound = await world.Must(new BindPaper.Command(Mf, 1, item, "2023Q1"));
        Assert.True(Assert.Single(await world.Must(new OpenPaper.Query(Mf, 1, item))).IsUnchanged);
        await world.Vote(Actors.Committee1, item, Ballot.For);
        await world.Vote(CommitteeWorld.Committee2, item, Ballot.For);
        await world.Refuses("committee.voteBegun", new BindPaper.Command(Mf, 1, item, "2023Q1"));
        await world.Post(new RecordFundCash.Command(Mf, Mf, LineKind.Expense, Day("2023-03-20"), 1m));

        var refused = await world.Refuses("committee.paperChanged", new DecideItem.Command(Mf, 1, item, []), Actors.Committee1);
        Assert.Equal(bound.Sha256, refused.Args.Single(arg => arg.Name == "bound").Value);
        Assert.NotEqual(bound.Sha256, refused.Args.Single(arg => arg.Name == "found").Value);
        Assert.False(Assert.Single(await world.Must(new OpenPaper.Query(Mf, 1, item))).IsUnchanged);
    }

    [Fact]
    public async Task A_decision_on_a_document_whose_bytes_changed_is_refused()
    {
        await using var world = await Empty();
        await world.Seat();
        var item = await world.Put(MotionKind.Other);
        await world.Refuses("committee.paperUnclear", new BindPaper.Command(Mf, 1, item));
        var document = await world.Must(new AttachDocument.Command(Mf, "memo.txt", "as given"u8.ToArray()));
        await world.Must(new BindPaper.Command(Mf, 1, item, Document: document));
        await world.Vote(Actors.Committee1, item, Ballot.For);
        await world.Vote(CommitteeWorld.Committee2, item, Ballot.For);
        await world.Host.Look(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
            db.Database, """UPDATE "Documents" SET "Content" = X'00'"""));
        await world.Refuses("committee.paperChanged", new DecideItem.Command(Mf, 1, item, []), Actors.Committee1);
    }

    [Fact]
    public async Task A_quorum_and_a_majority_are_what_the_books_state()
    {
        await using var world = await Empty();
        await world.Seat();
        await world.Post(new StateFact.Command(Mf, Mf, FactNames.CommitteeRule, "quorum>=1/3;majority>1/2", Start));
        var item = await world.Put(MotionKind.Other);
        await world.Vote(Actors.Committee1, item, Ballot.For);
        Assert.Equal(ItemState.Carried, (await world.Must(new DecideItem.Command(Mf, 1, item, []), Actors.Committee1)).State);
        await world.Refuses("fact.valueNotKnown", new StateFact.Command(Mf, Mf, FactNames.CommitteeRule, "by acclamation", Start));
    }
}
