using System.IO.Compression;

namespace FundTracker.Exchange.Writing;

/// <summary>Packs a workbook anew with one fixed time on every entry, so that the same grids give the same bytes.</summary>
internal static class SteadyZip
{
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same entries, in the same order, without the time of their making.</summary>
    public static byte[] Rewrite(byte[] package)
    {
        using var packed = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package, writable: false), ZipArchiveMode.Read))
        using (var target = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Time;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return packed.ToArray();
    }
}
