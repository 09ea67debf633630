using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// The lines of one chain as columns: position i is the line with sequence i + 1. Append-only; readers take a count first and never look
/// behind it, so a reader and one appender need no lock. Each line knows the one before it on its edge, so that the lines of an edge are
/// found without reading all others.
/// </summary>
public sealed class LedgerColumns
{
    private int[] edges;
    private byte[] kinds;
    private ushort[] flags;
    private int[] days;
    private long[] stamps;
    private long[] amounts;
    private long[] impacts;
    private int[] reverses;
    private long[] calls;
    private long[] rounds;
    private int[] previous;
    private int[] lastOfEdge;
    private int count;

    /// <summary>Empty columns with room for some lines.</summary>
    public LedgerColumns(int capacity = 256)
    {
        edges = new int[capacity];
        kinds = new byte[capacity];
        flags = new ushort[capacity];
        days = new int[capacity];
        stamps = new long[capacity];
        amounts = new long[capacity];
        impacts = new long[capacity];
        reverses = new int[capacity];
        calls = new long[capacity];
        rounds = new long[capacity];
        previous = new int[capacity];
        lastOfEdge = [];
    }

    /// <summary>How many lines there are.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Dense index of each line's edge.</summary>
    public ReadOnlySpan<int> Edges => Published(ref edges);

    /// <summary>Kinds.</summary>
    public ReadOnlySpan<byte> Kinds => Published(ref kinds);

    /// <summary>See <see cref="LineFlags"/>.</summary>
    public ReadOnlySpan<ushort> Flags => Published(ref flags);

    /// <summary>Effective dates as day numbers.</summary>
    public ReadOnlySpan<int> Days => Published(ref days);

    /// <summary>Recorded-at, Unix microseconds, strictly ascending.</summary>
    public ReadOnlySpan<long> Stamps => Published(ref stamps);

    /// <summary>Amounts in minor units of the edge's currency.</summary>
    public ReadOnlySpan<long> Amounts => Published(ref amounts);

    /// <summary>Signed effects on unfunded, minor units.</summary>
    public ReadOnlySpan<long> Impacts => Published(ref impacts);

    /// <summary>Sequence of the line that each reverses; 0 where it reverses none.</summary>
    public ReadOnlySpan<int> Reverses => Published(ref reverses);

    /// <summary>Capital call; 0 where there is none.</summary>
    public ReadOnlySpan<long> Calls => Published(ref calls);

    /// <summary>Financing round; 0 where there is none.</summary>
    public ReadOnlySpan<long> Rounds => Published(ref rounds);

    /// <summary>Appends the next line.</summary>
    /// <exception cref="ArgumentException">The sequence is not the next one.</exception>
    public void Append(in LedgerRow row)
    {
        if (row.Sequence != count + 1L) throw new ArgumentException($"Line {row.Sequence} can't follow line {count}.", nameof(row));
        if (count == edges.Length) Grow();
        if (row.EdgeIndex >= lastOfEdge.Length) GrowEdges(row.EdgeIndex);
        previous[count] = lastOfEdge[row.EdgeIndex] - 1;
        edges[count] = row.EdgeIndex;
        kinds[count] = (byte)row.Kind;
        flags[count] = row.Flags;
        days[count] = row.Day;
        stamps[count] = row.Stamp;
        amounts[count] = row.Amount;
        impacts[count] = row.Impact;
        reverses[count] = row.Reverses;
        calls[count] = row.Call;
        rounds[count] = row.Round;
        Volatile.Write(ref lastOfEdge[row.EdgeIndex], count + 1);
        Volatile.Write(ref count, count + 1);
    }

    /// <summary>How many lines were recorded at or before an instant.</summary>
    public int CountKnownAt(Stamp knownAt)
    {
        var index = Stamps.BinarySearch(knownAt.UnixMicroseconds);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>Positions of the lines on one edge among the first lines, by sequence.</summary>
    /// <param name="edge">Dense index of the edge.</param>
    /// <param name="known">How many lines are looked at.</param>
    /// <param name="positions">Is emptied and receives them.</param>
    /// <remarks>The end of an edge is read before the column that leads back from it: whoever sees an end also sees what is before it.</remarks>
    public void LinesOf(int edge, int known, List<int> positions)
    {
        positions.Clear();
        if (known > Count) throw new ArgumentOutOfRangeException(nameof(known));
        var ends = Volatile.Read(ref lastOfEdge);
        if (edge >= ends.Length) return;
        var last = Volatile.Read(ref ends[edge]) - 1;
        var before = Volatile.Read(ref previous);
        for (var line = last; line >= 0; line = before[line])
            if (line < known) positions.Add(line);
        positions.Reverse();
    }

    // The count is read before the array: whoever sees a count then also sees an array that holds as many, even while the columns grow.
    private ReadOnlySpan<T> Published<T>(ref T[] column)
    {
        var published = Count;
        return column.AsSpan(0, published);
    }

    private void Grow()
    {
        var size = Math.Max(4, edges.Length * 2);
        Array.Resize(ref edges, size);
        Array.Resize(ref kinds, size);
        Array.Resize(ref flags, size);
        Array.Resize(ref days, size);
        Array.Resize(ref stamps, size);
        Array.Resize(ref amounts, size);
        Array.Resize(ref impacts, size);
        Array.Resize(ref reverses, size);
        Array.Resize(ref calls, size);
        Array.Resize(ref rounds, size);
        Array.Resize(ref previous, size);
    }

    private void GrowEdges(int edge) => Array.Resize(ref lastOfEdge, Math.Max(edge + 1, Math.Max(64, lastOfEdge.Length * 2)));
}

/// <summary>One line on its way into the columns.</summary>
/// <param name="Sequence">Place in the chain, from 1.</param>
/// <param name="EdgeIndex">Dense index of the edge.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Flags">See <see cref="LineFlags"/>.</param>
/// <param name="Day">Effective date as day number.</param>
/// <param name="Stamp">Recorded-at, Unix microseconds.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="Impact">Signed effect on unfunded, minor units.</param>
/// <param name="Reverses">Sequence of the reversed line, or 0.</param>
/// <param name="Call">Capital call, or 0.</param>
/// <param name="Round">Financing round, or 0.</param>
public readonly record struct LedgerRow(
    long Sequence, int EdgeIndex, LineKind Kind, ushort Flags, int Day, long Stamp, long Amount, long Impact, int Reverses, long Call, long Round);

/// <summary>A line's small properties in one number: bit 0 inside commitment, bit 1 recallable, bits 2-3 provenance, bits 4-6 purpose,
/// bit 7 joining, bits 8-15 invented fields.</summary>
public static class LineFlags
{
    /// <summary>Packs the small properties.</summary>
    public static ushort Pack(
        bool insideCommitment, bool recallable, Provenance provenance, CallPurpose purpose, RecordFields invented = RecordFields.None) =>
        (ushort)((insideCommitment ? 1 : 0) | (recallable ? 2 : 0) | ((int)provenance << 2) | ((int)purpose << 4) | ((int)invented << 8));

    /// <summary>Set on a line that was recorded in one stroke with the line before it, where its kind may go on with the act of that one.</summary>
    public const ushort Joining = 1 << 7;

    /// <summary>Whether the line was recorded in one stroke with the line before it, see <see cref="LineActs"/>.</summary>
    public static bool IsJoining(ushort flags) => (flags & Joining) != 0;

    /// <summary>Whether paid-in or called money counts against the commitment.</summary>
    public static bool IsInside(ushort flags) => (flags & 1) != 0;

    /// <summary>Whether a distribution raises unfunded again.</summary>
    public static bool IsRecallable(ushort flags) => (flags & 2) != 0;

    /// <summary>Where the line comes from.</summary>
    public static Provenance ProvenanceOf(ushort flags) => (Provenance)(flags >> 2 & 3);

    /// <summary>Fields that are invented although the line was printed.</summary>
    public static RecordFields InventedOf(ushort flags) => (RecordFields)(flags >> 8);

    /// <summary>Whether any of some fields of the line is invented.</summary>
    public static bool IsInvented(ushort flags, RecordFields read) => FieldsRead.IsInvented(ProvenanceOf(flags), InventedOf(flags), read);

    /// <summary>What called money is for.</summary>
    public static CallPurpose PurposeOf(ushort flags) => (CallPurpose)(flags >> 4 & 7);
}
