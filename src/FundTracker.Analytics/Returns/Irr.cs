using System.Buffers;
using FundTracker.Analytics.CashFlows;

namespace FundTracker.Analytics.Returns;

/// <summary>Internal rate of return since inception, on daily dates, Actual/365 Fixed.</summary>
/// <remarks>
/// The rate r at which Σ amount · (1 + r)^(−days/365) = 0. First the sign changes of the running sums: where the two
/// counts add to one and the total is not zero, the root is the only one (<see cref="UniqueRoot"/>). All else goes to an
/// exhaustive count (<see cref="RootIsolation"/>). At a root the present value is below 1e-12 of the absolute discounted flows.
/// </remarks>
public static class Irr
{
    /// <summary>Least 1 + r that is looked for.</summary>
    public const double LowestGrowthFactor = 1e-6;

    /// <summary>Greatest 1 + r that is looked for.</summary>
    public const double HighestGrowthFactor = 1e6;

    /// <summary>ln(1e6) / 365: the daily log rates looked for lie within ± this.</summary>
    internal const double HighestDailyLogRate = 13.815510557964274 / DayCount.DaysPerYear;

    /// <summary>What rounding may put a root beyond an end of the range that it lies on.</summary>
    private const double RangeTolerance = 1e-11;

    /// <summary>Rate of return of typed flows.</summary>
    /// <param name="flows">Investor's view, any order; flows of one day are netted. A zero at the end says that what is
    /// left is nil.</param>
    /// <returns>Unique, Multiple or None with its reason.</returns>
    /// <exception cref="ArgumentException">An amount is not finite.</exception>
    public static IrrResult Of(ReadOnlySpan<CashFlow> flows)
    {
        int[] days = ArrayPool<int>.Shared.Rent(flows.Length);
        double[] amounts = ArrayPool<double>.Shared.Rent(flows.Length);
        for (int i = 0; i < flows.Length; i++)
        {
            (days[i], amounts[i]) = (flows[i].Date.DayNumber, flows[i].Amount);
        }

        IrrResult result = Of(days.AsSpan(0, flows.Length), amounts.AsSpan(0, flows.Length));
        ArrayPool<int>.Shared.Return(days);
        ArrayPool<double>.Shared.Return(amounts);
        return result;
    }

    /// <summary>Rate of return of flows in columns.</summary>
    /// <param name="dayNumbers">Day numbers (<see cref="DateOnly.DayNumber"/>), any order.</param>
    /// <param name="amounts">Amounts, investor's view, of the same length; finite.</param>
    /// <returns>Unique, Multiple or None with its reason.</returns>
    /// <exception cref="ArgumentException">Lengths differ or an amount is not finite.</exception>
    public static IrrResult Of(ReadOnlySpan<int> dayNumbers, ReadOnlySpan<double> amounts)
    {
        int[] days = ArrayPool<int>.Shared.Rent(amounts.Length);
        double[] netted = ArrayPool<double>.Shared.Rent(amounts.Length);
        int count = FlowNetting.Net(dayNumbers, amounts, days, netted);
        IrrResult result = OfNetted(new NettedFlows(days.AsSpan(0, count), netted.AsSpan(0, count)));
        if (IsLossIfNothingIsLeft(result) && netted[0] < 0 && IsKnownNilAtEnd(dayNumbers, amounts, result, days[count - 1]))
        {
            result = new IrrResult.None(Latest(dayNumbers) - days[0], IrrNoneReason.TotalLoss);
        }

        ArrayPool<int>.Shared.Return(days);
        ArrayPool<double>.Shared.Return(netted);
        return result;
    }

    /// <summary>Rate of return of flows already netted by <see cref="FlowNetting"/>.</summary>
    internal static IrrResult OfNetted(NettedFlows flows)
    {
        if (flows.Count == 0)
        {
            return new IrrResult.None(0, IrrNoneReason.Empty);
        }

        if (flows.Count == 1)
        {
            return new IrrResult.None(0, IrrNoneReason.AllOnOneDate);
        }

        if (!HasBothSigns(flows.Amounts))
        {
            return new IrrResult.None(flows.SpanDays, IrrNoneReason.NoSignChange);
        }

        (int above, int below, int total) = SignChanges.AtZero(flows);
        return UniqueRoot.Prove(flows, total, above, below) is { } side
            ? ProvedUnique(flows, total, side)
            : Exhaustive(flows, total);
    }

    private static IrrResult ProvedUnique(NettedFlows flows, int total, UniqueSide side)
    {
        (double end, int endSign) = RangeEnd(flows, side.IsAbove ? 1 : -1);
        if (endSign == side.Sign)
        {
            return new IrrResult.None(flows.SpanDays, IrrNoneReason.OutOfRange);
        }

        RootBracket bracket = side.IsAbove
            ? new RootBracket(side.Base, end, IsTouching: false, Centre: side.Base)
            : new RootBracket(end, side.Base, IsTouching: false, Centre: side.Base);
        return Conclude(flows, total, [bracket], IrrNoneReason.OutOfRange);
    }

    private static IrrResult Exhaustive(NettedFlows flows, int total)
    {
        CellEnd low = EndCell(flows, -1), high = EndCell(flows, 1);
        IrrNoneReason otherwise = low.RootsBelow == 0 && high.RootsAbove == 0
            ? IrrNoneReason.NoRoot
            : IrrNoneReason.OutOfRange;
        double focus = UniqueRoot.Approach(flows);
        List<RootBracket> brackets = RootIsolation.Find(flows, low, high, double.IsNaN(focus) ? 0 : focus);
        return Conclude(flows, total, brackets, otherwise);
    }

    private static IrrResult Conclude(NettedFlows flows, int total, List<RootBracket> brackets, IrrNoneReason otherwise)
    {
        List<IrrRoot> roots = [];
        foreach (RootBracket bracket in brackets)
        {
            IrrRoot root = RootRefinement.Refine(flows, bracket);
            if (Math.Abs(root.DailyLogRate) <= HighestDailyLogRate * (1 + RangeTolerance))
            {
                roots.Add(Tidy(root, total));
            }
        }

        return roots switch
        {
            [] => new IrrResult.None(flows.SpanDays, otherwise),
            [{ IsTouching: false } root] => new IrrResult.Unique(flows.SpanDays, root),
            _ => new IrrResult.Multiple(flows.SpanDays, roots, Preferred(roots, total)),
        };
    }

    /// <summary>A root of flows that add up to nothing is exactly zero; one on the end of the range stays in it.</summary>
    private static IrrRoot Tidy(IrrRoot root, int total)
    {
        if (total == 0 && !root.IsTouching && root.LowestDailyLogRate <= 0 && root.HighestDailyLogRate >= 0)
        {
            return root with { DailyLogRate = 0 };
        }

        double rate = Math.Clamp(root.DailyLogRate, -HighestDailyLogRate, HighestDailyLogRate);
        return root with { DailyLogRate = rate };
    }

    private static int? Preferred(List<IrrRoot> roots, int total)
    {
        int? preferred = null;
        for (int i = 0; i < roots.Count; i++)
        {
            if (Math.Sign(roots[i].DailyLogRate) == total)
            {
                if (preferred is not null)
                {
                    return null;
                }

                preferred = i;
            }
        }

        return preferred;
    }

    private static CellEnd EndCell(NettedFlows flows, int side)
    {
        (double rate, int sign) = RangeEnd(flows, side);
        return CellEnd.At(flows, rate, sign);
    }

    /// <summary>An end of the range, moved outwards until the sign there is certain.</summary>
    private static (double Rate, int Sign) RangeEnd(NettedFlows flows, int side)
    {
        double margin = 1e-13;
        while (true)
        {
            double rate = side * HighestDailyLogRate * (1 + margin);
            int sign = PresentValueSign.At(flows, rate);
            if (sign != 0 || margin > 1)
            {
                return (rate, sign);
            }

            margin *= 8;
        }
    }

    private static bool HasBothSigns(ReadOnlySpan<double> amounts)
    {
        bool isPositive = amounts[0] > 0;
        foreach (double amount in amounts)
        {
            if (amount > 0 != isPositive)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLossIfNothingIsLeft(IrrResult result) =>
        result is IrrResult.None { Reason: IrrNoneReason.NoSignChange or IrrNoneReason.AllOnOneDate };

    /// <summary>Whether a zero on the latest date says that nothing is left; on the only date of all flows it says nothing.</summary>
    private static bool IsKnownNilAtEnd(
        ReadOnlySpan<int> dayNumbers, ReadOnlySpan<double> amounts, IrrResult result, int lastFlow)
    {
        int latest = Latest(dayNumbers);
        if (latest == lastFlow && result.Days == 0)
        {
            return false;
        }

        for (int i = 0; i < amounts.Length; i++)
        {
            if (dayNumbers[i] == latest && amounts[i] == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int Latest(ReadOnlySpan<int> dayNumbers)
    {
        int latest = int.MinValue;
        foreach (int day in dayNumbers)
        {
            latest = Math.Max(latest, day);
        }

        return latest;
    }
}
