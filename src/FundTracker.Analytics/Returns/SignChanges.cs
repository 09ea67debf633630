using FundTracker.Analytics.CashFlows;

namespace FundTracker.Analytics.Returns;

/// <summary>
/// Counts the sign changes of running sums of discounted flows. From the first flow on, the count bounds the roots above
/// the rate discounted at; from the last flow back, the roots below it; each differs from the number of roots, counted
/// with multiplicity, by an even number (Laguerre, Sur la théorie des équations numériques, 1883; for IRR: Norstrom 1972).
/// </summary>
internal static class SignChanges
{
    /// <summary>The count when rounding leaves a running sum without a sign: nothing is proved.</summary>
    public const int Unknown = int.MaxValue;

    /// <summary>Bounds the roots in (0, ∞) and (−∞, 0) by the running sums of the flows as they are.</summary>
    /// <returns>The two counts (zeros skipped; <see cref="Unknown"/> where a sum has no sure sign) and the sign of the
    /// total, 0 where it is zero or within the precision of the amounts.</returns>
    public static (int Above, int Below, int TotalSign) AtZero(NettedFlows flows)
    {
        if (WideFlows.IsSupported && flows.Count >= WideFlows.Lanes)
        {
            DiscountedSums sums = WideFlows.AtZero(flows);
            (int above, int below) = WideFlows.SignChangesAtZero(flows, sums);
            if (above != Unknown)
            {
                return (above, below, Math.Sign(sums.Value));
            }
        }

        return AtZeroExactly(flows);
    }

    /// <summary>The same, one flow at a time, with sums that know what they lost: what rounding leaves open above may be decided here.</summary>
    public static (int Above, int Below, int TotalSign) AtZeroExactly(NettedFlows flows)
    {
        int above = 0, below = 0, sign = 0;
        RunningSum sum = default;
        ReadOnlySpan<double> amounts = flows.Amounts;
        for (int i = 0; i < amounts.Length; i++)
        {
            sum.Add(amounts[i]);
            above = Next(above, ref sign, sum.Sign());
        }

        int total = sum.SignOfAmounts();
        sum = default;
        sign = 0;
        for (int i = amounts.Length - 1; i >= 0; i--)
        {
            sum.Add(amounts[i]);
            below = Next(below, ref sign, sum.Sign());
        }

        return (above, below, total);
    }

    /// <summary>Bounds the roots above a rate.</summary>
    public static int Above(NettedFlows flows, double dailyLogRate) =>
        WideFlows.IsSupported && flows.Count >= WideFlows.Lanes
            ? WideFlows.SignChangesFrom(flows, dailyLogRate, isForward: true)
            : Count(flows, dailyLogRate, start: 0, step: 1);

    /// <summary>Bounds the roots below a rate.</summary>
    public static int Below(NettedFlows flows, double dailyLogRate) =>
        WideFlows.IsSupported && flows.Count >= WideFlows.Lanes
            ? WideFlows.SignChangesFrom(flows, dailyLogRate, isForward: false)
            : Count(flows, dailyLogRate, start: flows.Count - 1, step: -1);

    /// <summary>Bounds the roots above and below a rate.</summary>
    public static (int Above, int Below) At(NettedFlows flows, double dailyLogRate) =>
        WideFlows.IsSupported && flows.Count >= WideFlows.Lanes
            ? WideFlows.SignChangesAt(flows, dailyLogRate, DiscountedSums.At(flows, dailyLogRate))
            : (Above(flows, dailyLogRate), Below(flows, dailyLogRate));

    private const int Unsure = 2;

    /// <summary>Below this, factors may have lost digits to underflow.</summary>
    private const double Smallest = 1e-250;

    private static int Count(NettedFlows flows, double dailyLogRate, int start, int step)
    {
        int changes = 0, sign = 0, reference = flows.ReferenceDay(dailyLogRate);
        double sum = 0, absolute = 0, error = DiscountedSums.ErrorFraction(flows, dailyLogRate);
        for (int i = start; (uint)i < (uint)flows.Count; i += step)
        {
            double value = flows.Amounts[i] * Math.Exp(-dailyLogRate * (flows.Days[i] - reference));
            sum += value;
            absolute += Math.Abs(value);
            bool isSure = Math.Abs(sum) > error * absolute && absolute > Smallest;
            changes = Next(changes, ref sign, isSure ? Math.Sign(sum) : Unsure);
        }

        return changes;
    }

    private static int Next(int changes, ref int sign, int next)
    {
        if (changes == Unknown || next == Unsure)
        {
            return Unknown;
        }

        if (next == 0 || next == sign)
        {
            return changes;
        }

        int counted = sign == 0 ? changes : changes + 1;
        sign = next;
        return counted;
    }

    /// <summary>A sum that knows what it lost: exact as long as nothing was lost.</summary>
    private struct RunningSum
    {
        private double _sum;
        private double _lost;
        private double _absolute;
        private int _count;
        private bool _isExact;

        public void Add(double amount)
        {
            _isExact = _count == 0 || _isExact;
            double next = _sum + amount;
            double part = next - _sum;
            double lost = (_sum - (next - part)) + (amount - part);
            _isExact &= lost == 0;
            _lost += lost;
            _sum = next;
            _absolute += Math.Abs(amount);
            _count++;
        }

        public readonly int SignOfAmounts()
        {
            double total = _sum + _lost;
            return Math.Abs(total) > PresentValueSign.UndecidedFraction * _absolute ? Math.Sign(total) : 0;
        }

        public readonly int Sign()
        {
            if (_isExact)
            {
                return Math.Sign(_sum);
            }

            double total = _sum + _lost;
            double error = 2 * _count * _count * DiscountedSums.Roundoff * DiscountedSums.Roundoff * _absolute;
            error += 2 * DiscountedSums.Roundoff * Math.Abs(total);
            return Math.Abs(total) > error ? Math.Sign(total) : Unsure;
        }
    }
}
