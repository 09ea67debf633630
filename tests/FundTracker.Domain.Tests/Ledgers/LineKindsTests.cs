using FundTracker.Domain.Ledgers;

namespace FundTracker.Domain.Tests.Ledgers;

public sealed class LineKindsTests
{
    [Fact]
    public void Every_kind_but_none_has_its_rule() =>
        Assert.Equal(Enum.GetValues<LineKind>().Where(kind => kind != LineKind.None), LineKinds.All);

    // The number is stored and hashed: a changed one would break every chain.
    [Fact]
    public void Numbers_of_kinds_never_change() => Assert.Equal(
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 20 24 25 26 27 28 29 32 33 34 35 36 37 38 39 40 41 44 45 46 47 48 49 56",
        string.Join(' ', LineKinds.All.Select(kind => (byte)kind)));

    [Theory]
    [InlineData(LineKind.Commitment, true, false, 100)]
    [InlineData(LineKind.CommitmentReduction, true, false, -100)]
    [InlineData(LineKind.Contribution, true, false, -100)]
    [InlineData(LineKind.Contribution, false, false, 0)]
    [InlineData(LineKind.ContributionInKind, true, false, -100)]
    [InlineData(LineKind.OpeningContribution, true, false, -100)]
    [InlineData(LineKind.PaidInTransferIn, true, false, -100)]
    [InlineData(LineKind.PaidInTransferOut, true, false, 100)]
    [InlineData(LineKind.PaidInTransferOut, false, false, 0)]
    [InlineData(LineKind.ReturnOfCapital, true, true, 100)]
    [InlineData(LineKind.ReturnOfCapital, true, false, 0)]
    [InlineData(LineKind.CallIssued, true, true, 0)]
    [InlineData(LineKind.Nav, true, true, 0)]
    [InlineData(LineKind.Investment, true, true, 0)]
    [InlineData(LineKind.ManagementFee, true, true, 0)]
    public void Only_commitments_payments_inside_them_and_recallable_distributions_move_unfunded(
        LineKind kind, bool inside, bool recallable, long impact)
    {
        Assert.Equal(impact, LineKinds.ImpactOnUnfunded(kind, 100, inside, recallable));
        Assert.Equal(-impact, LineKinds.ImpactOnUnfunded(kind, -100, inside, recallable));
    }

    [Fact]
    public void Money_between_two_nodes_is_neither_made_nor_lost() =>
        Assert.All(LineKinds.All.Select(LineKinds.RuleOf).Where(rule => rule.Edge == EdgeKind.Commitment), rule => Assert.Equal(0, rule.HolderCash + rule.InvesteeCash));

    [Fact]
    public void A_set_of_kinds_holds_what_was_put_in()
    {
        var set = KindSet.Of(LineKind.Commitment, LineKind.RoundRaised) | KindSet.Of(LineKind.Nav);
        Assert.Equal([LineKind.Commitment, LineKind.Nav, LineKind.RoundRaised], set.Kinds());
        Assert.False(set.Contains(LineKind.CommitmentIncrease));
    }
}
