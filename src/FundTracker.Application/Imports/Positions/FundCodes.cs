using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FundTracker.Application.Imports.Positions;

/// <summary>
/// Codes of funds from their names, the same on every import: letters and digits of the name, and a short hash behind them where they
/// alone do not tell the name.
/// </summary>
internal static class FundCodes
{
    private const int LengthMax = 40, HashLength = 6;
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A name as it is compared: capital letters, one space between words, compatible forms of letters taken together.</summary>
    public static string Comparable(string name) =>
        string.Join(' ', name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The code of a name.</summary>
    /// <param name="name">Any text that is not blank.</param>
    /// <param name="apart">What tells funds of one name apart, such as the vintage year; empty where the name is enough.</param>
    /// <returns>2 to 40 capital letters, digits and hyphens.</returns>
    public static string Of(string name, string apart = "")
    {
        var comparable = Comparable(name);
        var slug = Slug(comparable);
        var tells = apart.Length == 0 && slug.Length is >= 2 and <= LengthMax && slug.Replace('-', ' ') == comparable;
        if (tells) return slug;
        var stem = slug.Length > LengthMax - HashLength - 1 ? slug[..(LengthMax - HashLength - 1)].TrimEnd('-') : slug;
        return (stem.Length == 0 ? "FUND" : stem) + "-" + Hash(comparable + "|" + apart);
    }

    /// <summary>The code of a mother fund from the name of its file: the name without ending and date.</summary>
    public static string OfFile(string fileName)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName);
        while (stem.Length > 0 && !char.IsLetter(stem[^1])) stem = stem[..^1];
        return Of(stem.Length == 0 ? "FUND" : stem.Replace('-', ' ').Replace('_', ' '));
    }

    private static string Slug(string comparable)
    {
        var slug = new StringBuilder();
        foreach (var c in comparable.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '\u2019') continue;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }

    private static string Hash(string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return string.Concat(Enumerable.Range(0, HashLength).Select(i => Digits[bytes[i] % Digits.Length]));
    }
}
