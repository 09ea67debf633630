using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Capital;

/// <summary>认缴变更 how a commitment changes after the first.</summary>
public enum CommitmentChange : byte
{
    /// <summary>增资 increase.</summary>
    Increase = 1,

    /// <summary>减资 reduction.</summary>
    Reduction = 2,

    /// <summary>份额转让 handed to another investor: the uncalled part, or with what was paid in on it.</summary>
    Transfer = 3,

    /// <summary>失效 lapse: the uncalled part is called no more.</summary>
    Lapse = 4,

    /// <summary>违约 the uncalled part is lost by default.</summary>
    Default = 5,
}

/// <summary>What commitments must satisfy beyond their amounts.</summary>
public static class CommitmentRules
{
    /// <summary>Checks the first commitment of a holder to a fund: no circle of funds, and none that stands already.</summary>
    public static Result<Done> CheckNew(LedgerView everything, NodeEntry holder, NodeEntry fund)
    {
        var edge = everything.Book.FindEdge(EdgeKind.Commitment, holder.Id, fund.Id);
        return CheckAcyclic(everything, holder, fund).Then(_ => edge < 0 ? Done.Value : CheckNone(everything, edge));
    }

    /// <summary>Checks that a commitment closes no circle of funds; nobody holds itself, directly or through others.</summary>
    /// <remarks>What is only proposed holds nothing yet: it is asked again when it is approved, see <see cref="CheckAgain"/>.</remarks>
    public static Result<Done> CheckAcyclic(LedgerView everything, NodeEntry holder, NodeEntry fund) =>
        everything.WouldCloseCycle(holder.Id, fund.Id) ? LedgerErrors.Cycle(holder.Code, fund.Code) : Done.Value;

    /// <summary>
    /// Checks whatever adds to a commitment when it is approved: others may have been approved since it was recorded, and an increase
    /// of a commitment that had gone to zero holds the fund anew.
    /// </summary>
    public static Result<Done> CheckAgain(LedgerView everything, IReadOnlyList<LineDraft> drafts) => drafts
        .Where(draft => draft is { Kind: LineKind.Commitment or LineKind.CommitmentIncrease or LineKind.CommitmentTransferIn, Reverses: null })
        .Select(draft => everything.Book.Edges[everything.Book.IndexOf(draft.Edge)])
        .Select(edge => CheckAcyclic(everything, everything.Book.Node(edge.Holder), everything.Book.Node(edge.Investee))).All()
        .Then(_ => CheckNone(everything, drafts));

    /// <summary>Checks that nothing is committed yet on the edges of first commitments; asked again when they are approved.</summary>
    public static Result<Done> CheckNone(LedgerView everything, IEnumerable<LineDraft> drafts) => drafts
        .Where(draft => draft is { Kind: LineKind.Commitment, Reverses: null })
        .Select(draft => CheckNone(everything, everything.Book.IndexOf(draft.Edge))).All().Map(_ => Done.Value);

    /// <summary>The lines of a change.</summary>
    /// <param name="change">What changes.</param>
    /// <param name="edge">The commitment that changes.</param>
    /// <param name="to">The commitment that takes over; needed for a transfer only.</param>
    /// <param name="amount">Above zero.</param>
    /// <param name="date">Effective day.</param>
    /// <param name="note">Why, in free words.</param>
    /// <param name="document">The paper behind it.</param>
    /// <param name="paidIn">Of a transfer: how much of the amount was paid in and goes over with it; null or zero where only the uncalled part goes.</param>
    public static Result<IReadOnlyList<LineDraft>> Change(
        CommitmentChange change, EdgeId edge, EdgeId? to, Money amount, DateOnly date, string note, DocumentId? document, Money? paidIn = null)
    {
        if (change != CommitmentChange.Transfer) return Result<IReadOnlyList<LineDraft>>.Ok([Line(edge, KindOf(change))]);
        if (to is not { } receiver || receiver == edge) return CommitmentErrors.TransferNeedsOther();
        List<LineDraft> lines = [Line(edge, LineKind.CommitmentTransferOut), Line(receiver, LineKind.CommitmentTransferIn)];
        if (paidIn is { IsZero: false })
        {
            if (paidIn > amount) return CommitmentErrors.PaidInAboveTransfer(paidIn, amount);
            lines.Add(Line(edge, LineKind.PaidInTransferOut) with { Amount = paidIn });
            lines.Add(Line(receiver, LineKind.PaidInTransferIn) with { Amount = paidIn });
        }

        return Result<IReadOnlyList<LineDraft>>.Ok(lines);

        LineDraft Line(EdgeId on, LineKind kind) => new(on, kind, date, amount) { Note = note, Document = document };
    }

    private static Result<Done> CheckNone(LedgerView everything, int edge)
    {
        var commitment = everything.Commitment(edge);
        if (commitment == 0) return Done.Value;
        var entry = everything.Book.Edges[edge];
        return CommitmentErrors.Exists(
            investor: everything.Book.Node(entry.Holder).Code, fund: everything.Book.Node(entry.Investee).Code,
            Money.FromMinor(commitment, entry.Currency));
    }

    private static LineKind KindOf(CommitmentChange change) => change switch
    {
        CommitmentChange.Increase => LineKind.CommitmentIncrease,
        CommitmentChange.Reduction => LineKind.CommitmentReduction,
        CommitmentChange.Lapse => LineKind.CommitmentLapse,
        CommitmentChange.Default => LineKind.CommitmentDefault,
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };
}

/// <summary>Refusals of commitments.</summary>
public static class CommitmentErrors
{
    /// <summary>The investor has a commitment to the fund already; it is increased, not recorded again.</summary>
    public static DomainError Exists(string investor, string fund, Money commitment) =>
        new("commitment.exists", ("investor", investor), ("fund", fund), ("commitment", commitment));

    /// <summary>A transfer names the other investor that takes over.</summary>
    public static DomainError TransferNeedsOther() => new("commitment.transferNeedsOther");

    /// <summary>More paid-in would go over than the commitment that is transferred.</summary>
    public static DomainError PaidInAboveTransfer(Money paidIn, Money amount) =>
        new("commitment.paidInAboveTransfer", ("paidIn", paidIn), ("amount", amount));
}
