using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Numerics;

namespace FundTracker.Analytics.Returns;

/// <summary>Tells the sign of a present value, or that the amounts do not decide it.</summary>
internal static class PresentValueSign
{
    /// <summary>
    /// The part of the absolute discounted flows that counts as nothing: 2⁻⁵², one last place of the amounts. A present
    /// value within it could have either sign after a change of each amount by its own rounding.
    /// </summary>
    public const double UndecidedFraction = 1.0 / (1L << 52);

    /// <returns>+1 or −1 where the sign is certain, 0 where the precision of the amounts does not decide.</returns>
    public static int At(NettedFlows flows, double dailyLogRate)
    {
        DiscountedSums sums = DiscountedSums.At(flows, dailyLogRate);
        double error = DiscountedSums.ErrorFraction(flows, dailyLogRate) + UndecidedFraction;
        if (Math.Abs(sums.Value) > error * sums.Absolute)
        {
            return Math.Sign(sums.Value);
        }

        double precise = Precise(flows, dailyLogRate);
        return Math.Abs(precise) > UndecidedFraction * sums.Absolute ? Math.Sign(precise) : 0;
    }

    /// <summary>The present value at the reference day, by Horner's rule in double-double arithmetic.</summary>
    /// <remarks>Good to about 2⁻⁸⁰ of the absolute discounted flows for spans up to DateOnly's whole range: the daily
    /// factor is good to 2⁻¹⁰² and raised to at most 2²² days.</remarks>
    public static double Precise(NettedFlows flows, double dailyLogRate)
    {
        ReadOnlySpan<int> days = flows.Days;
        ReadOnlySpan<double> amounts = flows.Amounts;
        bool isForward = dailyLogRate >= 0;
        DoubleDouble factor = DoubleDouble.ExpOfSmall(isForward ? -dailyLogRate : dailyLogRate);
        int last = days.Length - 1;
        DoubleDouble sum = new(amounts[isForward ? last : 0], 0);
        for (int i = 1; i <= last; i++)
        {
            int at = isForward ? last - i : i;
            int gap = isForward ? days[at + 1] - days[at] : days[at] - days[at - 1];
            sum = (sum * factor.ToPower(gap)) + amounts[at];
        }

        return sum.High;
    }
}
