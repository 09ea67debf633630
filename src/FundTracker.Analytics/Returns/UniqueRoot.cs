using FundTracker.Analytics.CashFlows;

namespace FundTracker.Analytics.Returns;

/// <summary>A rate, and on which side of it the only root lies.</summary>
/// <param name="Base">The daily log rate discounted at; no root itself.</param>
/// <param name="IsAbove">True where the root lies above it.</param>
/// <param name="Sign">The sign of the present value there.</param>
internal readonly record struct UniqueSide(double Base, bool IsAbove, int Sign);

/// <summary>
/// The cheap proofs that a root is the only one. Sign changes of running sums that add up to one: of the flows as they are,
/// or of the flows discounted at a rate a little below the root, where money is owed to the investor until the end (a pure
/// investment: Teichroew, Robichek and Montalbano, 1965). Or no sign change beyond either side of a stretch around the
/// root, and a present value that only falls, or only rises, in it.
/// </summary>
internal static class UniqueRoot
{
    /// <summary>Distance from the root to the rate discounted at, times the span in days.</summary>
    private const double Distance = 1e-3;

    private const int MostPasses = 12;

    /// <summary>The side of zero, or of a rate near the root, on which the only root lies; null where neither proves it.</summary>
    /// <param name="flows">Two flows or more, of both signs.</param>
    /// <param name="total">The sign of the sum of all flows, by <see cref="SignChanges.AtZero"/>.</param>
    /// <param name="above">Sign changes from the first flow on.</param>
    /// <param name="below">Sign changes from the last flow back.</param>
    public static UniqueSide? Prove(NettedFlows flows, int total, int above, int below)
    {
        if (total == 0)
        {
            return null;
        }

        if (above + (long)below == 1)
        {
            return new UniqueSide(0, IsAbove: above == 1, total);
        }

        double rate = Approach(flows);
        return Math.Abs(rate) <= Irr.HighestDailyLogRate ? ProveNear(flows, rate) : null;
    }

    /// <summary>Tries the flows discounted a little below a supposed root, then a stretch around it.</summary>
    public static UniqueSide? ProveNear(NettedFlows flows, double root)
    {
        double rate = root - (Distance / flows.SpanDays);
        (int above, int below) = SignChanges.At(flows, rate);
        int sign = above + (long)below == 1 ? PresentValueSign.At(flows, rate) : 0;
        return sign == 0 ? ProveAround(flows, root) : new UniqueSide(rate, IsAbove: above == 1, sign);
    }

    private static UniqueSide? ProveAround(NettedFlows flows, double root)
    {
        // Far below all roots the present value has the sign of the last flow, far above that of the first: unlike signs
        // mean an odd number of roots, and so one where there is at most one.
        int lastSign = Math.Sign(flows.Amounts[^1]);
        double half = 1.99 * TaylorCell.WidestReach / flows.SpanDays;
        if (lastSign == Math.Sign(flows.Amounts[0])
            || SignChanges.Above(flows, root + half) != 0 || SignChanges.Below(flows, root - half) != 0)
        {
            return null;
        }

        Span<double> room = stackalloc double[TaylorCell.Size];
        return TaylorCell.Of(flows, root, half, room).IsMonotone()
            ? new UniqueSide(root - half, IsAbove: true, lastSign)
            : null;
    }

    /// <summary>Halley's method from zero, with no promise: only a candidate.</summary>
    /// <returns>NaN where it does not settle.</returns>
    public static double Approach(NettedFlows flows)
    {
        double rate = 0;
        for (int pass = 0; pass < MostPasses && Math.Abs(rate) <= Irr.HighestDailyLogRate; pass++)
        {
            double step = DiscountedSums.At(flows, rate).Step();
            rate += step;
            if (Math.Abs(step) * flows.SpanDays < Distance / 10)
            {
                return rate;
            }
        }

        return double.NaN;
    }
}
