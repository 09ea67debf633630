using System.Buffers;

namespace FundTracker.Analytics.CashFlows;

/// <summary>Brings dated amounts into the form that the kernels read: one amount per day, days ascending, no zeros.</summary>
public static class FlowNetting
{
    /// <summary>The part of the absolute amounts of one day below which their net counts as zero: 2⁻⁵¹, what the
    /// rounding of decimal amounts to doubles can leave behind (0.1 + 0.2 − 0.3).</summary>
    public const double ZeroFraction = 1.0 / (1L << 51);

    /// <summary>Sorts, adds up each day and drops the days that net to nothing.</summary>
    /// <param name="dayNumbers">Day numbers (<see cref="DateOnly.DayNumber"/>), in any order.</param>
    /// <param name="amounts">The amount of each; finite, of the same length.</param>
    /// <param name="nettedDays">Receives the days, ascending and distinct; at least as long as the input.</param>
    /// <param name="nettedAmounts">Receives the net amounts, none of them zero; at least as long as the input.</param>
    /// <returns>How many days are left; 0 when nothing is.</returns>
    /// <remarks>The sum of a day carries its rounding error along, so that the order of the input does not show.</remarks>
    /// <exception cref="ArgumentException">Lengths differ, or an amount is not finite.</exception>
    public static int Net(
        ReadOnlySpan<int> dayNumbers, ReadOnlySpan<double> amounts, Span<int> nettedDays, Span<double> nettedAmounts)
    {
        if (dayNumbers.Length != amounts.Length)
        {
            throw new ArgumentException("Each amount needs its day.", nameof(amounts));
        }

        int count = amounts.Length;
        dayNumbers.CopyTo(nettedDays);
        amounts.CopyTo(nettedAmounts);
        if (!IsAscending(dayNumbers))
        {
            nettedDays[..count].Sort(nettedAmounts[..count]);
        }

        int kept = 0;
        for (int first = 0, next; first < count; first = next)
        {
            (double net, next) = NetOfDay(nettedDays[..count], nettedAmounts, first);
            if (net != 0)
            {
                nettedDays[kept] = nettedDays[first];
                nettedAmounts[kept++] = net;
            }
        }

        return kept;
    }

    /// <summary>Nets typed flows into arrays of their own.</summary>
    /// <param name="flows">Flows in any order.</param>
    /// <returns>Days ascending and distinct, and the net amount of each, none of them zero.</returns>
    public static (int[] Days, double[] Amounts) Net(ReadOnlySpan<CashFlow> flows)
    {
        int[] days = new int[flows.Length], nettedDays = new int[flows.Length];
        double[] amounts = new double[flows.Length], nettedAmounts = new double[flows.Length];
        for (int i = 0; i < flows.Length; i++)
        {
            days[i] = flows[i].Date.DayNumber;
            amounts[i] = flows[i].Amount;
        }

        int count = Net(days, amounts, nettedDays, nettedAmounts);
        return (nettedDays[..count], nettedAmounts[..count]);
    }

    private static bool IsAscending(ReadOnlySpan<int> days)
    {
        for (int i = 1; i < days.Length; i++)
        {
            if (days[i] < days[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    private static (double Net, int Next) NetOfDay(ReadOnlySpan<int> days, ReadOnlySpan<double> amounts, int first)
    {
        double sum = 0, lost = 0, absolute = 0;
        int i = first;
        for (; i < days.Length && days[i] == days[first]; i++)
        {
            double amount = amounts[i];
            if (!double.IsFinite(amount))
            {
                throw new ArgumentException("Amounts must be finite.", nameof(amounts));
            }

            double next = sum + amount;
            double part = next - sum;
            lost += (sum - (next - part)) + (amount - part);
            sum = next;
            absolute += Math.Abs(amount);
        }

        double net = sum + lost;
        return (i - first > 1 && Math.Abs(net) <= absolute * ZeroFraction ? 0 : net, i);
    }
}
