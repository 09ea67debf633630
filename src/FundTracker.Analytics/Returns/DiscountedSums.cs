using FundTracker.Analytics.CashFlows;

namespace FundTracker.Analytics.Returns;

/// <summary>The sums over flows that every root search reads, at one daily log rate y.</summary>
/// <remarks>
/// With w = amount · e^(−y·s) and s the days from the reference day (the first flow for y ≥ 0, the last for y &lt; 0, so
/// that no factor exceeds 1): Value = Σw, Absolute = Σ|w|, and the same weighted by s and s². The reference day scales
/// all of them alike and so moves no root.
/// </remarks>
internal readonly record struct DiscountedSums(
    double Value, double ValueDays, double ValueDaysSquared,
    double Absolute, double AbsoluteDays, double AbsoluteDaysSquared)
{
    /// <summary>The unit roundoff of double arithmetic, 2⁻⁵³.</summary>
    public const double Roundoff = 1.0 / (1L << 53);

    public static DiscountedSums At(NettedFlows flows, double dailyLogRate) =>
        WideFlows.IsSupported && flows.Count >= WideFlows.Lanes
            ? WideFlows.At(flows, dailyLogRate)
            : AtScalar(flows, dailyLogRate);

    /// <summary>The same sums, one flow at a time.</summary>
    public static DiscountedSums AtScalar(NettedFlows flows, double dailyLogRate)
    {
        ReadOnlySpan<int> days = flows.Days;
        ReadOnlySpan<double> amounts = flows.Amounts;
        int reference = flows.ReferenceDay(dailyLogRate);
        double v0 = 0, v1 = 0, v2 = 0, a0 = 0, a1 = 0, a2 = 0;
        for (int i = 0; i < days.Length; i++)
        {
            double s = days[i] - reference;
            double w = amounts[i] * Math.Exp(-dailyLogRate * s);
            double ws = w * s, wss = ws * s;
            v0 += w;
            v1 += ws;
            v2 += wss;
            a0 += Math.Abs(w);
            a1 += Math.Abs(w) * s;
            a2 += Math.Abs(wss);
        }

        return new DiscountedSums(v0, v1, v2, a0, a1, a2);
    }

    /// <summary>How far rounding can have moved <see cref="Value"/>, as a part of <see cref="Absolute"/>.</summary>
    /// <remarks>Each term: one rounding of the exponent (|y|·span), two of the exponential, one of the product; each
    /// addition one more. Doubled for safety.</remarks>
    public static double ErrorFraction(NettedFlows flows, double dailyLogRate) =>
        2 * Roundoff * (flows.Count + 8 + (Math.Abs(dailyLogRate) * flows.SpanDays));

    /// <summary>
    /// The Halley step for φ(y) = ln(received / paid), both discounted: zero where the value is zero, and close to a
    /// straight line in y, because its slope is the difference of two durations.
    /// </summary>
    /// <returns>What to add to y; not finite where one side has vanished.</returns>
    public double Step()
    {
        double received = (Absolute + Value) / 2, paid = (Absolute - Value) / 2;
        double receivedMean = (AbsoluteDays + ValueDays) / (2 * received);
        double paidMean = (AbsoluteDays - ValueDays) / (2 * paid);
        double receivedSpread = ((AbsoluteDaysSquared + ValueDaysSquared) / (2 * received)) - (receivedMean * receivedMean);
        double paidSpread = ((AbsoluteDaysSquared - ValueDaysSquared) / (2 * paid)) - (paidMean * paidMean);

        double phi = LogOfRatio(received, paid, Value);
        double slope = paidMean - receivedMean;
        double newton = -phi / slope;
        double bend = (receivedSpread - paidSpread) / slope;
        return newton / (1 + (newton * bend / 2));
    }

    /// <summary>ln(received / paid) without cancellation where the two are close; value is their difference.</summary>
    private static double LogOfRatio(double received, double paid, double value)
    {
        double part = value / (received + paid);
        return Math.Abs(part) < 0.01
            ? 2 * part * (1 + (part * part * ((1.0 / 3) + (part * part * ((1.0 / 5) + (part * part / 7))))))
            : Math.Log(received / paid);
    }
}
