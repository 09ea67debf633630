using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Funds;

/// <summary>Where one commitment stands in a view.</summary>
/// <param name="Other">The other end: the investor where a fund's investors are listed, the fund where its commitments are.</param>
/// <param name="Commitment">认缴 committed.</param>
/// <param name="PaidIn">实缴 paid in, inside and outside the commitment.</param>
/// <param name="Unfunded">未缴余额 committed and not paid in, after recallable distributions.</param>
/// <param name="Outstanding">Called inside the commitment and not yet paid.</param>
/// <param name="Callable">可催缴余额 what may still be called.</param>
/// <param name="Distributed">分配 distributed.</param>
/// <param name="Nav">The last stated NAV, rolled forward by later flows; null where none was ever stated.</param>
/// <param name="NavDate">Day of the last stated NAV; null where none was ever stated.</param>
/// <param name="IsIllustrative">Whether any line behind these is.</param>
public sealed record CommitmentPosition(
    Member Other, Money Commitment, Money PaidIn, Money Unfunded, Money Outstanding, Money Callable, Money Distributed, Money? Nav,
    DateOnly? NavDate, bool IsIllustrative)
{
    private static readonly KindSet Shown = KindSet.Of([.. LineKinds.All]);

    /// <summary>Commitments to a fund, by the investor's code.</summary>
    internal static IReadOnlyList<CommitmentPosition> Into(LedgerView view, Members members, NodeEntry fund) =>
        Of(view, view.Book.EdgesInto(fund.Id), edge => members.Of(view.Book.Node(edge.Holder)));

    /// <summary>Commitments that a fund gave, by the other fund's code.</summary>
    internal static IReadOnlyList<CommitmentPosition> HeldBy(LedgerView view, Members members, NodeEntry fund) =>
        Of(view, view.Book.EdgesHeldBy(fund.Id), edge => members.Of(view.Book.Node(edge.Investee)));

    private static IReadOnlyList<CommitmentPosition> Of(LedgerView view, IEnumerable<int> edges, Func<EdgeEntry, Member> other) =>
    [
        .. edges.Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment && view.Has(edge, Shown))
            .Select(edge => Of(view, edge, other(view.Book.Edges[edge]))).OrderBy(position => position.Other.Node.Code, StringComparer.Ordinal),
    ];

    private static CommitmentPosition Of(LedgerView view, int edge, Member other)
    {
        return new CommitmentPosition(
            other, Amount(view.Commitment(edge)), Amount(view.PaidIn(edge)), Amount(view.Unfunded(edge)), Amount(view.OutstandingCalls(edge)),
            Amount(view.Callable(edge)), Amount(view.Distributed(edge)), view.LevelRolledForward(edge) is { } nav ? Amount(nav) : null,
            view.LevelDate(edge), view.IsIllustrative(edge, Shown));

        Money Amount(long minor) => Money.FromMinor(minor, view.Book.Edges[edge].Currency);
    }
}
