using System.Runtime.InteropServices;

namespace FundTracker.Reports.Rendering.Fonts;

/// <summary>
/// Cuts a font down to the characters in use, through the subsetter inside libHarfBuzzSharp. Skia embeds a font file
/// whole, so without this every PDF would carry the 5 MB of a Chinese font.
/// </summary>
internal static partial class FontSubset
{
    private const string Library = "libHarfBuzzSharp";
    private const int MemoryModeReadOnly = 1;
    private const uint NoHinting = 1;
    private const int DropTables = 3; // HB_SUBSET_SETS_DROP_TABLE_TAG

    // Layout features are never applied: glyphs are placed one by one.
    private static readonly string[] UnusedTables =
        ["GSUB", "GPOS", "GDEF", "BASE", "JSTF", "vhea", "vmtx", "kern", "DSIG", "gasp", "morx", "mort", "feat"];

    /// <summary>A font file with the glyphs of the given code points only.</summary>
    /// <exception cref="ReportFontException">The font is damaged, so that the subsetter refuses it.</exception>
    public static unsafe byte[] Of(FontFile font, IEnumerable<int> codePoints)
    {
        fixed (byte* data = font.Data)
        {
            var blob = hb_blob_create((nint)data, (uint)font.Data.Length, MemoryModeReadOnly, 0, 0);
            var face = hb_face_create(blob, (uint)font.FaceIndex);
            hb_blob_destroy(blob);
            var input = hb_subset_input_create_or_fail();
            try
            {
                var unicodes = hb_subset_input_unicode_set(input);
                foreach (var codePoint in codePoints)
                    hb_set_add(unicodes, (uint)codePoint);
                var dropped = hb_subset_input_set(input, DropTables);
                foreach (var tag in UnusedTables)
                    hb_set_add(dropped, TagOf(tag));
                hb_subset_input_set_flags(input, NoHinting);
                return BytesOf(hb_subset_or_fail(face, input), font.Name);
            }
            finally
            {
                hb_subset_input_destroy(input);
                hb_face_destroy(face);
            }
        }
    }

    private static unsafe byte[] BytesOf(nint subset, string fontName)
    {
        if (subset == 0)
            throw new ReportFontException($"The font '{fontName}' can't be cut down to a subset: its file is damaged.");
        var blob = hb_face_reference_blob(subset);
        var data = hb_blob_get_data(blob, out var length);
        var bytes = new ReadOnlySpan<byte>((void*)data, (int)length).ToArray();
        hb_blob_destroy(blob);
        hb_face_destroy(subset);
        return bytes;
    }

    private static uint TagOf(string tag) => (uint)((tag[0] << 24) | (tag[1] << 16) | (tag[2] << 8) | tag[3]);

    [LibraryImport(Library)]
    private static partial nint hb_blob_create(nint data, uint length, int mode, nint userData, nint destroy);

    [LibraryImport(Library)]
    private static partial nint hb_blob_get_data(nint blob, out uint length);

    [LibraryImport(Library)]
    private static partial void hb_blob_destroy(nint blob);

    [LibraryImport(Library)]
    private static partial nint hb_face_create(nint blob, uint index);

    [LibraryImport(Library)]
    private static partial nint hb_face_reference_blob(nint face);

    [LibraryImport(Library)]
    private static partial void hb_face_destroy(nint face);

    [LibraryImport(Library)]
    private static partial nint hb_subset_input_create_or_fail();

    [LibraryImport(Library)]
    private static partial nint hb_subset_input_unicode_set(nint input);

    [LibraryImport(Library)]
    private static partial nint hb_subset_input_set(nint input, int setType);

    [LibraryImport(Library)]
    private static partial void hb_subset_input_set_flags(nint input, uint flags);

    [LibraryImport(Library)]
    private static partial void hb_subset_input_destroy(nint input);

    [LibraryImport(Library)]
    private static partial void hb_set_add(nint set, uint codePoint);

    [LibraryImport(Library)]
    private static partial nint hb_subset_or_fail(nint face, nint input);
}
