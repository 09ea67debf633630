using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>Where an edge stands while rows are judged one after the other: what the books say, and the lines of the rows before.</summary>
internal sealed class EdgeBalance(EdgeEntry entry)
{
    private static readonly LineKind[] CostKinds = [LineKind.Investment, LineKind.InvestmentInKind, LineKind.CostRelieved];

    /// <summary>The edge itself.</summary>
    public EdgeEntry Entry => entry;

    public EdgeId Id => entry.Id;

    public EdgeKind Kind => entry.Kind;

    public NodeId Holder => entry.Holder;

    public NodeId Investee => entry.Investee;

    public Currency Currency => entry.Currency;

    /// <summary>Minor units, as all that follow.</summary>
    public long Commitment { get; private set; }

    public long Unfunded { get; private set; }

    public long PaidIn { get; private set; }

    public long Callable => Unfunded - outstanding;

    /// <summary>Cost of a holding that is still held.</summary>
    public long CostHeld { get; private set; }

    public CallStanding Standing => new(entry.Id, Commitment, Math.Max(0, Commitment - Callable), Math.Max(0, calledOutside), Callable);

    private long outstanding;
    private long calledOutside;

    /// <summary>Starts from what the books say on all dates.</summary>
    public static EdgeBalance From(LedgerView books, int edge)
    {
        return new EdgeBalance(books.Book.Edges[edge])
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
