using FundTracker.Domain.Committees;

namespace FundTracker.Domain.Tests.Committees;

/// <summary>How the committee decides, as data.</summary>
public sealed class VotingRuleTests
{
    [Theory]
    [InlineData("quorum>=2/3;majority>=2/3", 2, 3, true)]
    [InlineData("quorum>=2/3;majority>=2/3", 1, 3, false)]
    [InlineData("quorum>1/2;majority>1/2", 2, 4, false)]
    [InlineData("quorum>1/2;majority>1/2", 3, 4, true)]
    [InlineData("quorum>=1/1;majority>1/2", 3, 4, false)]
    [InlineData("quorum>=1/2;majority>1/2", 0, 0, false)]
    public void A_quorum_at_its_boundary_counts_or_not_as_the_rule_says(string rule, int voted, int members, bool isReached) =>
        Assert.Equal(isReached, VotingRule.Parse(rule)!.Quorum.IsReached(voted, members));

    [Theory]
    [InlineData("", null)]
    [InlineData("F", null)]
    [InlineData("FA", ItemState.Lost)]
    [InlineData("FX", ItemState.Lost)]
    [InlineData("FF", ItemState.Carried)]
    [InlineData("FFA", ItemState.Carried)]
    [InlineData("FAX", ItemState.Lost)]
    public void A_vote_of_three_members_ends_by_their_ballots_and_abstaining_is_voting(string ballots, ItemState? outcome)
    {
        var members = new[] { "a", "b", "c" }.Select(account => new CommitteeMember(account, CommitteeOffice.Member, new DateOnly(2025, 1, 1)));
        var cast = ballots.Select(letter => letter switch { 'F' => Ballot.For, 'A' => Ballot.Against, _ => Ballot.Abstain });
        Assert.Equal(outcome, new Committee([.. members], VotingRule.Default).OutcomeOf([.. cast]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("quorum>=2/3")]
    [InlineData("quorum>=2/0;majority>=1/2")]
    [InlineData("quorum>=3/2;majority>=1/2")]
    [InlineData("quorum>1/1;majority>=1/2")]
    [InlineData("quorum>=2/3;majority>=2/3;chair")]
    public void What_is_no_rule_is_not_read(string text) => Assert.Null(VotingRule.Parse(text));

    [Fact]
    public void A_rule_is_written_as_it_is_read()
    {
        Assert.Equal("quorum>=2/3;majority>1/2", VotingRule.Parse("quorum>=2/3;majority>1/2")!.ToString());
        Assert.Equal(3, VotingRule.Parse("quorum>1/2;majority>1/2")!.Quorum.Least(5));
    }

    [Theory]
    [InlineData("quorum>=2/3;majority>=2/3", 3, 2)]
    [InlineData("quorum>=2/3;majority>=2/3", 4, 3)]
    [InlineData("quorum>1/2;majority>=2/3", 4, 3)]
    [InlineData("quorum>=1/2;majority>=2/3", 4, 2)]
    [InlineData("quorum>=1/1;majority>=2/3", 4, 4)] // everybody
    [InlineData("quorum>=0/1;majority>=2/3", 4, 0)]
    [InlineData("quorum>=2/3;majority>=2/3", 0, 1)] // of nobody never enough
    public void The_fewest_who_make_a_quorum_are_counted(string rule, int members, int fewest) =>
        Assert.Equal(fewest, VotingRule.Parse(rule)!.Quorum.Least(members));

    [Fact]
    public void What_needs_a_resolution_is_a_list_with_a_floor_for_commitments()
    {
        var need = ResolutionNeed.Parse("commitment>=100000000,override")!;
        Assert.Equal(100_000_000m, need.CommitmentFloor);
        Assert.Equal([MotionKind.Commitment, MotionKind.Override], need.Kinds);
        Assert.Null(ResolutionNeed.None.CommitmentFloor);
        Assert.Equal(0m, ResolutionNeed.Parse("commitment")!.CommitmentFloor);
    }

    [Theory]
    [InlineData("")]
    [InlineData("commitments")]
    [InlineData("override>=5")]
    [InlineData("commitment>=0")]
    [InlineData("commitment>=-1")]
    [InlineData("override,override")]
    public void What_is_no_list_of_needs_is_not_read(string text) => Assert.Null(ResolutionNeed.Parse(text));
}
