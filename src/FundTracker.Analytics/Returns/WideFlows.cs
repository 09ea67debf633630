using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Numerics;

namespace FundTracker.Analytics.Returns;

/// <summary>The sums and counts of <see cref="DiscountedSums"/> and <see cref="SignChanges"/>, eight flows at a time.</summary>
/// <remarks>The last vector overlaps the one before it, with the amounts already taken set to zero; so a fund needs at
/// least <see cref="Lanes"/> flows.</remarks>
internal static class WideFlows
{
    public const int Lanes = 8;

    /// <summary>Whether the machine has the instructions.</summary>
    public static bool IsSupported => WideExp.IsSupported;

    private static readonly long[] SpentMask = [0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1];

    public static DiscountedSums At(NettedFlows flows, double dailyLogRate)
    {
        Accumulators sums = new(flows.ReferenceDay(dailyLogRate));
        Vector512<double> rate = Vector512.Create(-dailyLogRate);
        int last = StartOfLast(flows);
        for (int i = 0; i < last; i += Lanes)
        {
            sums.Add(DaysFrom(flows, i), AmountsFrom(flows, i), rate);
        }

        sums.Add(LastDays(flows), LastAmounts(flows), rate);
        return sums.Total();
    }

    /// <summary>The sums at rate zero, where no exponential is needed.</summary>
    public static DiscountedSums AtZero(NettedFlows flows)
    {
        Accumulators sums = new(flows.FirstDay);
        int last = StartOfLast(flows);
        for (int i = 0; i < last; i += Lanes)
        {
            sums.Add(DaysFrom(flows, i), AmountsFrom(flows, i));
        }

        sums.Add(LastDays(flows), LastAmounts(flows));
        return sums.Total();
    }

    /// <summary>
    /// The sign changes of the running sums at rate zero, from both ends; both <see cref="SignChanges.Unknown"/> where
    /// some sum is too small for its sign to be sure.
    /// </summary>
    public static (int Above, int Below) SignChangesAtZero(NettedFlows flows, DiscountedSums atZero)
    {
        RunningSums running = new(atZero.Value, flows.Amounts[0]);
        int last = StartOfLast(flows);
        for (int i = 0; i < last; i += Lanes)
        {
            running.Add(AmountsFrom(flows, i));
        }

        running.Add(LastAmounts(flows));
        return running.Counts(4 * DiscountedSums.Roundoff * flows.Count * atZero.Absolute);
    }

    /// <summary>The same counts for the flows discounted at a rate: they bound the roots above and below it.</summary>
    /// <param name="flows">The flows.</param>
    /// <param name="dailyLogRate">The rate discounted at.</param>
    /// <param name="atRate">The sums at that rate.</param>
    public static (int Above, int Below) SignChangesAt(NettedFlows flows, double dailyLogRate, DiscountedSums atRate)
    {
        RunningSums running = new(atRate.Value, flows.Amounts[0]);
        Vector512<double> rate = Vector512.Create(-dailyLogRate);
        Vector512<double> reference = Vector512.Create((double)flows.ReferenceDay(dailyLogRate));
        int last = StartOfLast(flows);
        for (int i = 0; i < last; i += Lanes)
        {
            running.Add(AmountsFrom(flows, i) * WideExp.Of(rate * (DaysFrom(flows, i) - reference)));
        }

        running.Add(LastAmounts(flows) * WideExp.Of(rate * (LastDays(flows) - reference)));
        double error = (4 * DiscountedSums.Roundoff * flows.Count) + (2 * DiscountedSums.ErrorFraction(flows, dailyLogRate));
        return running.Counts(error * atRate.Absolute);
    }

    /// <summary>The sign changes of the running sums of discounted flows from one end on, each sum held against the rounding
    /// of its own terms; <see cref="SignChanges.Unknown"/> where one is too small.</summary>
    /// <param name="flows">The flows.</param>
    /// <param name="dailyLogRate">The rate discounted at.</param>
    /// <param name="isForward">True from the first flow on, false from the last flow back.</param>
    public static int SignChangesFrom(NettedFlows flows, double dailyLogRate, bool isForward)
    {
        CertainSums running = new(DiscountedSums.ErrorFraction(flows, dailyLogRate), isForward ? flows.Amounts[0] : flows.Amounts[^1]);
        Vector512<double> rate = Vector512.Create(-dailyLogRate);
        Vector512<double> reference = Vector512.Create((double)flows.ReferenceDay(dailyLogRate));
        int last = StartOfLast(flows), lastRoom = flows.Count - Lanes;
        for (int taken = 0; taken <= last && running.IsCertain; taken += Lanes)
        {
            // The last vector overlaps what was taken; its spent lanes are first in the order of summing.
            int at = Math.Min(taken, lastRoom), from = isForward ? at : lastRoom - at;
            Vector512<double> w = AmountsFrom(flows, from) * WideExp.Of(rate * (DaysFrom(flows, from) - reference));
            w = isForward ? w : Avx512F.PermuteVar8x64(w, Vector512.Create(7L, 6, 5, 4, 3, 2, 1, 0));
            running.Add(WithoutSpent(w, taken - at));
        }

        return running.Count;
    }

    /// <summary>Adds up the terms of <see cref="TaylorCell"/>'s series.</summary>
    /// <param name="flows">The flows.</param>
    /// <param name="middle">The middle of the cell, a daily log rate.</param>
    /// <param name="half">Half its width.</param>
    /// <param name="coefficients">Receives Σ amount · e^(−middle·s − scale) · (−s·half)^k / k!.</param>
    /// <returns>The sum of the absolute terms of order zero, and of the first order left out.</returns>
    public static (double Absolute, double Remainder) TaylorSums(
        NettedFlows flows, double middle, double half, Span<double> coefficients)
    {
        double reach = flows.SpanDays / 2.0;
        Vector512<double> centre = Vector512.Create(flows.FirstDay + reach), scale = Vector512.Create(Math.Abs(middle) * reach);
        Vector512<double> absolute = default, remainder = default;
        Span<Vector512<double>> sums = stackalloc Vector512<double>[coefficients.Length];
        sums.Clear();
        int last = StartOfLast(flows);
        for (int taken = 0; taken <= last; taken += Lanes)
        {
            int from = Math.Min(taken, flows.Count - Lanes);
            Vector512<double> s = DaysFrom(flows, from) - centre, amount = WithoutSpent(AmountsFrom(flows, from), taken - from);
            Vector512<double> term = amount * WideExp.Of((s * -middle) - scale), u = s * -half;
            absolute += Vector512.Abs(term);
            for (int k = 0; k < sums.Length; k++)
            {
                sums[k] += term;
                term *= u * (1.0 / (k + 1));
            }

            remainder += Vector512.Abs(term);
        }

        for (int k = 0; k < sums.Length; k++)
        {
            coefficients[k] = Vector512.Sum(sums[k]);
        }

        return (Vector512.Sum(absolute), Vector512.Sum(remainder));
    }

    /// <summary>How many flows the vectors before the last one hold; from one to eight are left for that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int StartOfLast(NettedFlows flows) => (flows.Count - 1) & -Lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> DaysFrom(NettedFlows flows, int start) =>
        Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(flows.Days), (nuint)start));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AmountsFrom(NettedFlows flows, int start) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(flows.Amounts), (nuint)start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LastDays(NettedFlows flows) => DaysFrom(flows, flows.Count - Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LastAmounts(NettedFlows flows) =>
        WithoutSpent(AmountsFrom(flows, flows.Count - Lanes), StartOfLast(flows) + Lanes - flows.Count);

    /// <summary>The lanes with the first so many set to zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> WithoutSpent(Vector512<double> lanes, int spent)
    {
        ref long mask = ref MemoryMarshal.GetArrayDataReference(SpentMask);
        return lanes & Vector512.LoadUnsafe(ref mask, (nuint)(Lanes - spent)).AsDouble();
    }

    private ref struct Accumulators(int reference)
    {
        private readonly Vector512<double> _reference = Vector512.Create((double)reference);
        private Vector512<double> _value, _valueDays, _valueDaysSquared;
        private Vector512<double> _absolute, _absoluteDays, _absoluteDaysSquared;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Vector512<double> days, Vector512<double> amounts, Vector512<double> rate)
        {
            Vector512<double> s = days - _reference;
            AddWeighted(s, amounts * WideExp.Of(rate * s));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Vector512<double> days, Vector512<double> amounts) => AddWeighted(days - _reference, amounts);

        public readonly DiscountedSums Total() => new(
            Vector512.Sum(_value), Vector512.Sum(_valueDays), Vector512.Sum(_valueDaysSquared),
            Vector512.Sum(_absolute), Vector512.Sum(_absoluteDays), Vector512.Sum(_absoluteDaysSquared));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void AddWeighted(Vector512<double> s, Vector512<double> w)
        {
            Vector512<double> absolute = Vector512.Abs(w), ss = s * s;
            _value += w;
            _valueDays = Vector512.FusedMultiplyAdd(w, s, _valueDays);
            _valueDaysSquared = Vector512.FusedMultiplyAdd(w, ss, _valueDaysSquared);
            _absolute += absolute;
            _absoluteDays = Vector512.FusedMultiplyAdd(absolute, s, _absoluteDays);
            _absoluteDaysSquared = Vector512.FusedMultiplyAdd(absolute, ss, _absoluteDaysSquared);
        }
    }

    /// <summary>Running sums from the first flow on, and what is left of the total before each flow, which are the sums
    /// from the last flow back.</summary>
    private ref struct RunningSums(double total, double first)
    {
        private readonly Vector512<double> _total = Vector512.Create(total);
        private Vector512<double> _carry;
        private Vector512<double> _least = Vector512.Create(Math.Abs(total));
        private ulong _forwardSign = double.IsNegative(first) ? 1UL : 0;
        private ulong _backwardSign = double.IsNegative(total) ? 1UL : 0;
        private int _above;
        private int _below;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Vector512<double> amounts)
        {
            Vector512<double> local = Running(amounts), upTo = local + _carry;
            Vector512<double> left = _total - Shifted(upTo, _carry, 7);
            _carry += LastLane(local);
            _least = Vector512.Min(_least, Vector512.Min(Vector512.Abs(upTo), Vector512.Abs(left)));
            _above += Changes(upTo.ExtractMostSignificantBits(), ref _forwardSign);
            _below += Changes(left.ExtractMostSignificantBits(), ref _backwardSign);
        }

        /// <summary>The counts, unless some sum lies within the error.</summary>
        public readonly (int Above, int Below) Counts(double error) =>
            Least() > error ? (_above, _below) : (SignChanges.Unknown, SignChanges.Unknown);

        private readonly double Least()
        {
            Vector256<double> half = Vector256.Min(_least.GetLower(), _least.GetUpper());
            Vector128<double> quarter = Vector128.Min(half.GetLower(), half.GetUpper());
            return Math.Min(quarter[0], quarter[1]);
        }
    }

    /// <summary>Running sums, each with the running sum of its absolute terms beside it.</summary>
    private ref struct CertainSums(double error, double first)
    {
        /// <summary>Below this, factors may have lost digits to underflow.</summary>
        private const double Smallest = 1e-250;

        private readonly Vector512<double> _error = Vector512.Create(error);
        private Vector512<double> _carry;
        private Vector512<double> _absoluteCarry;
        private ulong _sign = double.IsNegative(first) ? 1UL : 0;
        private int _changes;

        public bool IsCertain { get; private set; } = true;

        public readonly int Count => IsCertain ? _changes : SignChanges.Unknown;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Vector512<double> amounts)
        {
            Vector512<double> local = Running(amounts), localAbsolute = Running(Vector512.Abs(amounts));
            Vector512<double> upTo = local + _carry, absolute = localAbsolute + _absoluteCarry;
            Vector512<double> least = Vector512.Max(absolute * _error, Vector512.Create(Smallest * error));
            Vector512<double> unsure = Vector512.LessThanOrEqual(Vector512.Abs(upTo), least);
            IsCertain = unsure.ExtractMostSignificantBits() == 0;
            _changes += Changes(upTo.ExtractMostSignificantBits(), ref _sign);
            _carry += LastLane(local);
            _absoluteCarry += LastLane(localAbsolute);
        }
    }

    /// <summary>The running sums of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Running(Vector512<double> amounts)
    {
        Vector512<double> zero = Vector512<double>.Zero;
        Vector512<double> local = amounts + Shifted(amounts, zero, 7);
        local += Shifted(local, zero, 6);
        return local + Shifted(local, zero, 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LastLane(Vector512<double> lanes) =>
        Avx512F.PermuteVar8x64(lanes, Vector512.Create(7L));

    /// <summary>Lanes moved up, those of another vector coming in from below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Shifted(Vector512<double> high, Vector512<double> low, [ConstantExpected] byte by) =>
        Avx512F.AlignRight64(high.AsInt64(), low.AsInt64(), by).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Changes(ulong signs, ref ulong before)
    {
        int changes = BitOperations.PopCount((signs ^ ((signs << 1) | before)) & 0xFF);
        before = signs >> (Lanes - 1);
        return changes;
    }
}
