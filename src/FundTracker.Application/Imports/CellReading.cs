using System.Globalization;
using System.Text.RegularExpressions;

namespace FundTracker.Application.Imports;

/// <summary>Reads dates and numbers as people and systems write them, where there is only one way to read them.</summary>
internal static partial class CellReading
{
    private static readonly string[] DateForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd"];
    private static readonly string[] CurrencySigns = ["$", "¥", "￥", "€", "£", "CNY", "RMB", "USD", "EUR", "GBP", "HKD"];

    /// <summary>A day: the file's own date, ISO 8601 (also with a time of midnight), year first, or month first where the day is above 12.</summary>
    public static bool TryDate(ImportCell cell, out DateOnly date)
    {
        if (cell.Date is { } day)
        {
            date = day;
            return true;
        }

        var text = Midnight().Replace(cell.Text, "");
        if (DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) return true;
        var east = EastAsian().Match(text);
        if (east.Success) return DateOnly.TryParseExact(
            $"{east.Groups["y"].Value}-{east.Groups["m"].Value}-{east.Groups["d"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out date);
        return DateOnly.TryParseExact(text, "M/d/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            && (date.Day > 12 || date.Day == date.Month);
    }

    /// <summary>
    /// A number: <c>-1234.5</c>, <c>1,234.5</c>, <c>(1,234.5)</c> for a negative one, with or without a currency sign. A comma that does not
    /// part thousands is no number: it may mean either thing.
    /// </summary>
    public static bool TryNumber(ImportCell cell, out decimal number)
    {
        if (cell.Number is { } exact)
        {
            number = exact;
            return true;
        }

        var text = cell.Text.Normalize(System.Text.NormalizationForm.FormKC).Replace('\u2212', '-').Trim();
        var negative = text is ['(', .., ')'];
        if (negative) text = text[1..^1].Trim();
        foreach (var sign in CurrencySigns)
        {
            if (text.StartsWith(sign, StringComparison.OrdinalIgnoreCase)) text = text[sign.Length..].Trim();
            if (text.StartsWith("-" + sign, StringComparison.OrdinalIgnoreCase)) text = "-" + text[(sign.Length + 1)..].Trim();
        }

        if (Grouped().IsMatch(text)) text = text.Replace(",", "", StringComparison.Ordinal);
        var read = decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);
        if (negative) number = -number;
        return read && !(negative && text is ['-', ..]);
    }

    /// <summary>A word without what does not count: capital letters, spaces, hyphens, underscores.</summary>
    public static string Bare(string word) => Separators().Replace(word, "").ToUpperInvariant();

    [GeneratedRegex(@"[T ]00:00(:00(\.0+)?)?Z?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Midnight();

    [GeneratedRegex(@"^(?<y>\d{4})\u5e74(?<m>\d{1,2})\u6708(?<d>\d{1,2})\u65e5$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EastAsian();

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[\s_\-]+", RegexOptions.None, 1000)]
    private static partial Regex Separators();
}
