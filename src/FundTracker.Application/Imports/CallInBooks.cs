using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>An issued call and what was paid on it, while rows are judged one after the other.</summary>
/// <param name="call">The call.</param>
/// <param name="paidBefore">What was paid on each share, in their order, minor units.</param>
internal sealed class CallInBooks(CapitalCall call, IReadOnlyList<long> paidBefore)
{
    private readonly long[] paid = [.. paidBefore];

    public CapitalCall Call => call;

    /// <summary>Takes a payment: the lines, which are counted as paid from now on.</summary>
    public Result<IReadOnlyList<LineDraft>> Pay(EdgeId edge, Money amount, DateOnly date) => call.Pay(edge, amount, date, paid).Map(lines =>
    {
        foreach (var line in lines) Count(line);
        return lines;
    });

    /// <summary>Cancels the unpaid rest.</summary>
    public Result<IReadOnlyList<LineDraft>> Cancel(DateOnly date, Stamp at, string reason) => call.Cancel(date, at, reason, paid);

    /// <summary>Counts a payment, or takes one back where the amount is negative.</summary>
    public void Count(LineDraft line)
    {
        var rest = line.Amount.MinorUnits;
        for (var i = 0; i < paid.Length && rest != 0; i++)
        {
            var share = call.Shares[i];
            if (share.Edge != line.Edge || share.Purpose != line.Purpose || share.InsideCommitment != line.InsideCommitment) continue;
            var part = rest > 0 ? Math.Min(rest, share.Amount.MinorUnits - paid[i]) : Math.Max(rest, -paid[i]);
            (paid[i], rest) = (paid[i] + part, rest - part);
        }
    }
}

/// <summary>A company's round, what it raised and what our funds put in.</summary>
/// <param name="Id">Key.</param>
/// <param name="Company">The company.</param>
internal sealed record RoundInBooks(FinancingRoundId Id, NodeId Company)
{
    /// <summary>Total raised; null where it is not known.</summary>
    public Money? Raised { get; set; }

    /// <summary>Our funds' parts in the currency of the round, minor units.</summary>
    public long Parts { get; set; }
}
