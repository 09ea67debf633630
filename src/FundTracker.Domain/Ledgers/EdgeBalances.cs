using System.Numerics;

namespace FundTracker.Domain.Ledgers;

/// <summary>What the counted lines of one edge amount to; minor units.</summary>
internal struct EdgeBalance
{
    public ulong Present;

    /// <summary>Kinds with a line of which the amount, or all, is invented; below, of which other fields are.</summary>
    public ulong Illustrative;
    public ulong DayInvented;
    public ulong PartiesInvented;
    public ulong RoundInvented;

    /// <summary>Sums of the kinds that are there and add up, in the order of their numbers; room for more behind them.</summary>
    public long[]? Sums;
    public long Commitment;
    public long PaidIn;
    public long Distributed;
    public long HolderCash;
    public long InvesteeCash;
    public long Unfunded;
    public long OutstandingInside;
    public long FlowSinceLevel;

    /// <summary>The part of what was distributed that may be called again.</summary>
    public long Recallable;

    /// <summary>The part of paid-in that is outside the commitment.</summary>
    public long PaidOutside;

    /// <summary>Position of the level (NAV, valuation) that counts, plus one; 0 where there is none.</summary>
    public int LevelEnd;

    /// <summary>Day of the first line that bears on paid-in, plus one; 0 where there is none.</summary>
    public int FirstPaidInEnd;

    /// <summary>Day of the first line of the commitment itself, plus one; 0 where there is none.</summary>
    public int FirstCommittedEnd;
}

/// <summary>
/// Balances of all edges over the first lines of the columns that are effective by a day. Immutable. Balances over more lines share the
/// pages of edges on which nothing came; an edge on which something came is counted anew from its own lines, whatever came: a late date,
/// a reversal, an older statement of value. So there is one way of counting, and what is carried on equals what is read afresh.
/// </summary>
internal sealed class EdgeBalances
{
    private const int PageBits = 6;
    private const int PageMask = (1 << PageBits) - 1;
    private static readonly ulong Levels = KindSet.Of(LineKind.Nav, LineKind.Valuation).Bits;
    private static readonly KindSigns Signs = KindSigns.OfRules();

    private readonly LedgerColumns columns;
    private readonly int known;
    private readonly int asOf;
    private readonly TakenBack taken;
    private readonly EdgeBalance[][] pages;

    private EdgeBalances(LedgerColumns columns, int known, int asOf, TakenBack taken, EdgeBalance[][] pages) =>
        (this.columns, this.known, this.asOf, this.taken, this.pages) = (columns, known, asOf, taken, pages);

    /// <summary>How many lines were looked at.</summary>
    public int Known => known;

    /// <summary>The balance of an edge.</summary>
    public ref readonly EdgeBalance this[int edge] => ref pages[edge >> PageBits][edge & PageMask];

    /// <summary>Counts all lines.</summary>
    /// <param name="columns">The lines.</param>
    /// <param name="known">How many of them are known.</param>
    /// <param name="asOf">Day number; lines effective on or before it count.</param>
    /// <param name="edges">How many edges there are.</param>
    public static EdgeBalances Of(LedgerColumns columns, int known, int asOf, int edges)
    {
        var made = new EdgeBalance[(edges + PageMask) >> PageBits][];
        for (var page = 0; page < made.Length; page++) made[page] = new EdgeBalance[1 << PageBits];
        var balances = new EdgeBalances(columns, known, asOf, TakenBack.None.With(columns, 0, known, asOf), made);
        balances.CountAll(edges);
        return balances;
    }

    /// <summary>The balances over more lines of the same columns.</summary>
    /// <param name="later">How many lines are known then; no fewer than now.</param>
    /// <param name="edges">How many edges there are then; no fewer than now.</param>
    public EdgeBalances With(int later, int edges)
    {
        var more = (edges + PageMask) >> PageBits;
        var shared = new EdgeBalance[more][];
        pages.CopyTo(shared, 0);
        for (var page = pages.Length; page < more; page++) shared[page] = new EdgeBalance[1 << PageBits];
        var next = new EdgeBalances(columns, later, asOf, taken.With(columns, known, later, asOf), shared);
        var touched = Touched(columns, known, later);
        foreach (var page in touched.Select(edge => edge >> PageBits).Where(page => page < pages.Length).Distinct())
            shared[page] = [.. pages[page]];
        next.Recount(touched);
        return next;
    }

    /// <summary>Edges on which lines of a tail stand, or on which one that they take back stands.</summary>
    public static HashSet<int> Touched(LedgerColumns columns, int from, int to)
    {
        var touched = new HashSet<int>();
        for (var i = from; i < to; i++)
        {
            touched.Add(columns.Edges[i]);
            if (columns.Reverses[i] != 0) touched.Add(columns.Edges[columns.Reverses[i] - 1]);
        }

        return touched;
    }

    /// <summary>Sum of one kind on an edge.</summary>
    public long Sum(int edge, LineKind kind)
    {
        ref readonly var balance = ref this[edge];
        var bit = 1UL << (byte)kind;
        var summed = balance.Present & ~Levels;
        return (summed & bit) == 0 ? 0 : balance.Sums![BitOperations.PopCount(summed & (bit - 1))];
    }

    /// <summary>Effect of a line on what is called and not paid; <paramref name="cancelledBefore"/>: its call was cancelled before it took back a payment.</summary>
    public static long OutstandingEffect(LineKind kind, long amount, bool cancelledBefore) => kind switch
    {
        _ when cancelledBefore => 0,
        LineKind.CallIssued => amount,
        LineKind.CallCancelled or LineKind.Contribution or LineKind.ContributionInKind => -amount,
        _ => 0,
    };

    /// <summary>Whether a call was cancelled on an edge.</summary>
    public bool IsCancelled(int edge, long call) => taken.IsCancelled(edge, call, int.MaxValue);

    private ref EdgeBalance At(int edge) => ref pages[edge >> PageBits][edge & PageMask];

    private void CountAll(int edges)
    {
        // Each processor reads all lines and counts those of its own pages, so that none waits for another.
        const int FewLines = 250_000;
        var parts = known < FewLines ? 1 : Environment.ProcessorCount;
        if (parts == 1) Count(0, edges);
        else Parallel.For(0, parts, part => Count(Start(part), Start(part + 1)));

        int Start(int part) => part == parts ? edges : (int)((long)pages.Length * part / parts) << PageBits;
    }

    /// <summary>Counts the lines of the edges from one up to another.</summary>
    private void Count(int from, int to)
    {
        var lines = new Lines(columns);
        var width = (uint)Math.Max(0, to - from);
        for (var i = 0; i < known; i++)
            if ((uint)(lines.Edges[i] - from) < width) Add(lines, i);
        for (var i = 0; i < known; i++)
            if ((uint)(lines.Edges[i] - from) < width) RollForward(lines, i);
        for (var edge = from; edge < to; edge++) Settle(ref At(edge));
    }

    private void Recount(IEnumerable<int> edges)
    {
        var lines = new Lines(columns);
        var positions = new List<int>();
        foreach (var edge in edges)
        {
            At(edge) = default;
            columns.LinesOf(edge, known, positions);
            foreach (var line in positions) Add(lines, line);
            foreach (var line in positions) RollForward(lines, line);
            Settle(ref At(edge));
        }
    }

    private void Add(in Lines lines, int i)
    {
        var day = lines.Days[i];
        if (day > asOf) return;
        var (number, flags, reverses) = (lines.Kinds[i], lines.Flags[i], lines.Reverses[i]);
        ref var balance = ref At(lines.Edges[i]);
        var bit = 1UL << number;
        if ((Levels & bit) != 0)
        {
            balance.Present |= bit;
            if (reverses != 0 || taken.IsTakenBack(i) || (balance.LevelEnd > 0 && day < lines.Days[balance.LevelEnd - 1])) return;
            balance.LevelEnd = i + 1;
            Mark(ref balance, bit, flags, replaces: true);
            return;
        }

        Mark(ref balance, bit, flags, replaces: false);
        ref var sum = ref SumOf(ref balance, bit);
        checked
        {
            sum += lines.Amounts[i];
            balance.Unfunded += lines.Impacts[i];
            if (Signs.Distributed[number] != 0 && LineFlags.IsRecallable(flags)) balance.Recallable += lines.Amounts[i];
            if (Signs.PaidIn[number] != 0 && !LineFlags.IsInside(flags)) balance.PaidOutside += Signs.PaidIn[number] * lines.Amounts[i];
        }

        if (Signs.PaidIn[number] != 0) balance.FirstPaidInEnd = Earlier(balance.FirstPaidInEnd, day);
        else if (number == (byte)LineKind.Commitment) balance.FirstCommittedEnd = Earlier(balance.FirstCommittedEnd, day);
        if (lines.Calls[i] == 0 || !LineFlags.IsInside(flags)) return;
        var isDueNoMore = reverses != 0 && taken.IsCancelled(lines.Edges[i], lines.Calls[i], i);
        balance.OutstandingInside = checked(balance.OutstandingInside + OutstandingEffect((LineKind)number, lines.Amounts[i], isDueNoMore));
    }

    private static void Mark(ref EdgeBalance balance, ulong bit, ushort flags, bool replaces)
    {
        if (replaces)
        {
            balance.Illustrative &= ~bit;
            balance.DayInvented &= ~bit;
            balance.PartiesInvented &= ~bit;
            balance.RoundInvented &= ~bit;
        }

        if (LineFlags.IsInvented(flags, FieldsRead.Amount)) balance.Illustrative |= bit;
        var invented = LineFlags.InventedOf(flags);
        if (invented == RecordFields.None) return;
        if (invented.HasFlag(RecordFields.Day)) balance.DayInvented |= bit;
        if (invented.HasFlag(RecordFields.Parties)) balance.PartiesInvented |= bit;
        if (invented.HasFlag(RecordFields.Round)) balance.RoundInvented |= bit;
    }

    private void RollForward(in Lines lines, int i)
    {
        var sign = Signs.RollForward[lines.Kinds[i]];
        if (sign == 0 || lines.Days[i] > asOf) return;
        ref var balance = ref At(lines.Edges[i]);
        if (balance.LevelEnd > 0 && lines.Days[i] > lines.Days[balance.LevelEnd - 1])
            balance.FlowSinceLevel = checked(balance.FlowSinceLevel + (sign * lines.Amounts[i]));
    }

    private static void Settle(ref EdgeBalance balance)
    {
        var position = 0;
        for (var left = balance.Present & ~Levels; left != 0; left &= left - 1)
        {
            var kind = BitOperations.TrailingZeroCount(left);
            var sum = balance.Sums![position++];
            checked
            {
                balance.Commitment += Signs.Commitment[kind] * sum;
                balance.PaidIn += Signs.PaidIn[kind] * sum;
                balance.Distributed += Signs.Distributed[kind] * sum;
                balance.HolderCash += Signs.HolderCash[kind] * sum;
                balance.InvesteeCash += Signs.InvesteeCash[kind] * sum;
            }
        }
    }

    private static int Earlier(int end, int day) => end == 0 ? day + 1 : Math.Min(end, day + 1);

    private static ref long SumOf(ref EdgeBalance balance, ulong bit)
    {
        const int Room = 4;
        var summed = balance.Present & ~Levels;
        var position = BitOperations.PopCount(summed & (bit - 1));
        if ((summed & bit) != 0) return ref balance.Sums![position];
        var count = BitOperations.PopCount(summed);
        balance.Sums ??= new long[Room];
        if (count == balance.Sums.Length) Array.Resize(ref balance.Sums, count * 2);
        Array.Copy(balance.Sums, position, balance.Sums, position + 1, count - position);
        balance.Sums[position] = 0;
        balance.Present |= bit;
        return ref balance.Sums[position];
    }

    /// <summary>The columns that are read, each looked up once.</summary>
    private readonly ref struct Lines(LedgerColumns columns)
    {
        public readonly ReadOnlySpan<int> Edges = columns.Edges;
        public readonly ReadOnlySpan<int> Days = columns.Days;
        public readonly ReadOnlySpan<int> Reverses = columns.Reverses;
        public readonly ReadOnlySpan<byte> Kinds = columns.Kinds;
        public readonly ReadOnlySpan<ushort> Flags = columns.Flags;
        public readonly ReadOnlySpan<long> Amounts = columns.Amounts;
        public readonly ReadOnlySpan<long> Impacts = columns.Impacts;
        public readonly ReadOnlySpan<long> Calls = columns.Calls;
    }
}
