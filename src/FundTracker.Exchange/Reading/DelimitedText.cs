using System.Text;
using CsvHelper;
using FundTracker.Application.Imports;

namespace FundTracker.Exchange.Reading;

/// <summary>Delimited text as systems and offices write it: any usual mark and encoding, quotes, line ends.</summary>
internal static class DelimitedText
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    static DelimitedText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a file as one sheet.</summary>
    /// <exception cref="UnreadableFileException">Binary, or a quote that never closes.</exception>
    public static ImportSheet Read(string name, byte[] content)
    {
        var text = Decode(content);
        if (text.Contains('\0', StringComparison.Ordinal)) throw new UnreadableFileException("binary data");
        var sheet = new SheetBuilder(name);
        var options = new CsvReaderOptions
        {
            Separator = DelimiterOf(text), HasHeader = false, SkipEmptyLines = false, OnMalformedRecord = RefuseBrokenQuotes,
        };
        using var reader = CsvReader.FromText(text, options);
        while (reader.Read()) sheet.Add((int)reader.RowNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader.GetString(i)))]);
        return sheet.Build();
    }

    /// <summary>A quote inside a name is text; one that never closes, or closes too early, would shift or swallow cells.</summary>
    private static void RefuseBrokenQuotes(CsvMalformedRecord record)
    {
        if (record.Reason != CsvMalformedReason.StrayQuote) throw new UnreadableFileException($"row {record.RecordNumber}: {record.Reason}");
    }

    private static ImportCell? Cell(string text)
    {
        var trimmed = CellText.Trim(text);
        return trimmed.Length == 0 ? null : new ImportCell(trimmed);
    }

    /// <summary>UTF-8 or UTF-16 by their marks; else UTF-8 where the bytes are, else GB 18030, which Chinese offices still write.</summary>
    private static string Decode(byte[] content)
    {
        if (content.AsSpan().StartsWith(new byte[] { 0xFF, 0xFE })) return Encoding.Unicode.GetString(content.AsSpan(2));
        if (content.AsSpan().StartsWith(new byte[] { 0xFE, 0xFF })) return Encoding.BigEndianUnicode.GetString(content.AsSpan(2));
        var start = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content.AsSpan(start));
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030").GetString(content);
        }
    }

    /// <summary>The mark that stands most often in the first line with any, outside quotes.</summary>
    private static char DelimiterOf(string text)
    {
        var counts = new int[Delimiters.Length];
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c is '\n' or '\r' && counts.Any(count => count > 0)) break;
            var i = Array.IndexOf(Delimiters, c);
            if (i >= 0) counts[i]++;
        }

        return Delimiters[Array.IndexOf(counts, counts.Max())];
    }
}

/// <summary>Text of cells.</summary>
internal static class CellText
{
    /// <summary>Spaces of every kind and invisible marks at the ends are dropped.</summary>
    public static string Trim(string text) => text.Trim().Trim('\uFEFF', '\u200B', '\u00A0').Trim();
}
