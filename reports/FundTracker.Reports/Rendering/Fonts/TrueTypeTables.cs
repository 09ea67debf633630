using System.Buffers.Binary;
using System.Text;

namespace FundTracker.Reports.Rendering.Fonts;

/// <summary>The table directory of a TrueType font: just enough of the format to check, read and rebuild a font.</summary>
/// <remarks>OpenType specification, "Organization of an OpenType font".</remarks>
internal sealed class TrueTypeTables
{
    private const uint TrueTypeVersion = 0x00010000;
    private const uint AppleTrueType = 0x74727565; // 'true'
    private const uint Collection = 0x74746366;    // 'ttcf'
    private const uint ChecksumMagic = 0xB1B0AFBA;

    private readonly SortedDictionary<string, byte[]> tables = new(StringComparer.Ordinal);

    private TrueTypeTables()
    {
    }

    public byte[] this[string tag]
    {
        get => tables[tag];
        set => tables[tag] = value;
    }

    public void Remove(string tag) => tables.Remove(tag);

    public static bool HasTrueTypeOutlines(ReadOnlySpan<byte> font, int faceIndex)
    {
        var start = StartOfFace(font, faceIndex);
        return start >= 0 && start + 4 <= font.Length
            && BinaryPrimitives.ReadUInt32BigEndian(font[start..]) is TrueTypeVersion or AppleTrueType;
    }

    /// <summary>Reads a single font (not a collection).</summary>
    public static TrueTypeTables Read(ReadOnlySpan<byte> font)
    {
        var result = new TrueTypeTables();
        var count = BinaryPrimitives.ReadUInt16BigEndian(font[4..]);
        for (var i = 0; i < count; i++)
        {
            var record = font.Slice(12 + (16 * i), 16);
            var offset = (int)BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(record[12..]);
            result.tables[Encoding.ASCII.GetString(record[..4])] = font.Slice(offset, length).ToArray();
        }

        return result;
    }

    /// <summary>The font file of these tables, with its checksums.</summary>
    public byte[] Write()
    {
        var head = tables["head"];
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        var size = 12 + (16 * tables.Count) + tables.Values.Sum(table => Padded(table.Length));
        var font = new byte[size];
        WriteHeader(font, tables.Count);

        var offset = 12 + (16 * tables.Count);
        var record = 12;
        var headOffset = 0;
        foreach (var (tag, table) in tables)
        {
            table.CopyTo(font, offset);
            Encoding.ASCII.GetBytes(tag, font.AsSpan(record));
            BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(record + 4), Checksum(font.AsSpan(offset, Padded(table.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(record + 8), (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(record + 12), (uint)table.Length);
            headOffset = tag == "head" ? offset : headOffset;
            offset += Padded(table.Length);
            record += 16;
        }

        BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(headOffset + 8), unchecked(ChecksumMagic - Checksum(font)));
        return font;
    }

    private static void WriteHeader(Span<byte> font, int tableCount)
    {
        var powers = (int)Math.Log2(tableCount);
        BinaryPrimitives.WriteUInt32BigEndian(font, TrueTypeVersion);
        BinaryPrimitives.WriteUInt16BigEndian(font[4..], (ushort)tableCount);
        BinaryPrimitives.WriteUInt16BigEndian(font[6..], (ushort)(16 << powers));
        BinaryPrimitives.WriteUInt16BigEndian(font[8..], (ushort)powers);
        BinaryPrimitives.WriteUInt16BigEndian(font[10..], (ushort)((16 * tableCount) - (16 << powers)));
    }

    private static int StartOfFace(ReadOnlySpan<byte> font, int faceIndex)
    {
        if (font.Length < 12 || BinaryPrimitives.ReadUInt32BigEndian(font) != Collection)
            return faceIndex == 0 ? 0 : -1;
        var faces = (int)BinaryPrimitives.ReadUInt32BigEndian(font[8..]);
        return faceIndex < faces ? (int)BinaryPrimitives.ReadUInt32BigEndian(font[(12 + (4 * faceIndex))..]) : -1;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (var i = 0; i < data.Length; i += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(data[i..]));
        return sum;
    }
}
