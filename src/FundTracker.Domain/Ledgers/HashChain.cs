using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// Linking entries so that none can be changed, dropped or put in between unseen: each hash is
/// SHA-256 (previous hash, then the entry's canonical text in UTF-8). The first entry's previous hash is 32 zero bytes.
/// </summary>
public static class HashChain
{
    /// <summary>What stands before the first entry: 32 zero bytes.</summary>
    public static byte[] Start => new byte[32];

    /// <summary>The hash of an entry behind another.</summary>
    /// <param name="previous">Hash of the entry before, 32 bytes.</param>
    /// <param name="canonical">Canonical text of the entry, see <see cref="Canonical"/>.</param>
    public static byte[] Next(byte[] previous, string canonical)
    {
        var text = Encoding.UTF8.GetBytes(canonical);
        var input = new byte[previous.Length + text.Length];
        previous.CopyTo(input, 0);
        text.CopyTo(input, previous.Length);
        return SHA256.HashData(input);
    }

    /// <summary>
    /// Canonical text of fields: <c>name=length:value;</c> in the order given, so that no value can pose as another field.
    /// Dates are ISO 8601, stamps Unix microseconds, amounts whole minor units, nothing is the empty value.
    /// </summary>
    public static string Canonical(params ReadOnlySpan<(string Name, object? Value)> fields)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            var printed = Print(value);
            text.Append(name).Append('=').Append(printed.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(printed).Append(';');
        }

        return text.ToString();
    }

    private static string Print(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "1" : "0",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        Stamp stamp => stamp.UnixMicroseconds.ToString(CultureInfo.InvariantCulture),
        Enum number => Convert.ToInt64(number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value.GetType()} has no canonical text.", nameof(value)),
    };
}

/// <summary>Whether a chain holds, and where it first breaks.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="FirstBroken">Sequence of the first entry that does not follow; null where the chain holds.</param>
/// <param name="What">What is wrong there: <c>hash</c>, <c>sequence</c> (a gap or a double), <c>time</c> (recorded no later than its predecessor, or after the head),
/// <c>head</c> (the chain's head names another end), <c>impact</c> (the stored effect on unfunded is not the kind's); empty where the chain holds.</param>
public sealed record ChainCheck(long Entries, long? FirstBroken, string What)
{
    /// <summary>Whether every entry follows from the one before.</summary>
    public bool Holds => FirstBroken is null;
}
