using System.Globalization;

namespace FundTracker.Application.Imports;

/// <summary>One text for the content of a row, so that contents can be compared over files and years.</summary>
internal static class CanonicalContent
{
    private const char Separator = '\n';

    /// <summary>The filled columns by name, one a line; dates in ISO 8601, amounts without needless zeros.</summary>
    public static string Of(IReadOnlyDictionary<string, object> values) => string.Join(
        Separator, values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={Text(pair.Value)}"));

    /// <summary>The columns in which two contents differ, each with its own value: <c>amount=100; date=2023-06-30</c>.</summary>
    public static (string One, string Other) Differences(string one, string other)
    {
        var (ours, theirs) = (one.Split(Separator), other.Split(Separator));
        return (Show(ours.Except(theirs, StringComparer.Ordinal)), Show(theirs.Except(ours, StringComparer.Ordinal)));
    }

    private static string Show(IEnumerable<string> columns) => columns.ToList() is { Count: > 0 } list ? string.Join("; ", list) : "-";

    private static string Text(object value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal amount => amount.ToString("0.############################", CultureInfo.InvariantCulture),
        bool yes => yes ? "yes" : "no",
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        string text => text.Replace("\r", "", StringComparison.Ordinal).Replace(Separator, ' '),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
