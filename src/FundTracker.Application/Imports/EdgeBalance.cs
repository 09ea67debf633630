using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>Where an edge stands while rows are judged one after the other: what the books say, and the lines of the rows before.</summary>
internal sealed class EdgeBalance(EdgeId id, EdgeKind kind, NodeId holder, NodeId investee, Currency currency)
{
    private static readonly LineKind[] CostKinds = [LineKind.Investment, LineKind.InvestmentInKind, LineKind.CostRelieved];

    public EdgeId Id => id;

    public EdgeKind Kind => kind;

    public NodeId Holder => holder;

    public NodeId Investee => investee;

    public Currency Currency => currency;

    /// <summary>Minor units, as all that follow.</summary>
    public long Commitment { get; private set; }

    public long Unfunded { get; private set; }

    public long PaidIn { get; private set; }

    public long Callable => Unfunded - outstanding;

    /// <summary>Cost of a holding that is still held.</summary>
    public long CostHeld { get; private set; }

    public CallStanding Standing => new(id, Commitment, Math.Max(0, Commitment - Callable), Math.Max(0, calledOutside), Callable);

    private long outstanding;
    private long calledOutside;

    /// <summary>Starts from what the books say on all dates.</summary>
    public static EdgeBalance From(LedgerView books, int edge)
    {
        var entry = books.Book.Edges[edge];
        return new EdgeBalance(entry.Id, entry.Kind, entry.Holder, entry.Investee, entry.Currency)
        {
            Commitment = books.Commitment(edge), Unfunded = books.Unfunded(edge), PaidIn = books.PaidIn(edge),
            outstanding = books.OutstandingCalls(edge),
            CostHeld = books.CostHeld(edge),
        };
    }

    /// <summary>Counts what was called outside the commitment, which no balance of the books keeps.</summary>
    public void CallOutside(LineKind memo, long amount) => calledOutside += memo == LineKind.CallIssued ? amount : -amount;

    /// <summary>Counts a line.</summary>
    public void Apply(LineDraft line)
    {
        var (rule, amount) = (LineKinds.RuleOf(line.Kind), line.Amount.MinorUnits);
        Commitment = checked(Commitment + (rule.Commitment * amount));
        PaidIn = checked(PaidIn + (rule.PaidIn * amount));
        Unfunded = checked(Unfunded + line.ImpactOnUnfunded);
        if (CostKinds.Contains(line.Kind)) CostHeld += line.Kind == LineKind.CostRelieved ? -amount : amount;
        if ((line.Kind is LineKind.CallIssued or LineKind.CallCancelled) && !line.InsideCommitment) CallOutside(line.Kind, amount);
        if (line.Call is null || !line.InsideCommitment) return;
        if (line.Kind == LineKind.CallIssued) outstanding += amount;
        else if (line.Kind == LineKind.CallCancelled || rule.PaidIn != 0) outstanding -= amount;
    }
}
