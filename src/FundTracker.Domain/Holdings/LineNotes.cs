namespace FundTracker.Domain.Holdings;

/// <summary>How a value was found (IPEV guidelines, where they name it).</summary>
public enum ValuationMethod : byte
{
    /// <summary>管理人报告 as the fund's manager stated it.</summary>
    ManagerStatement = 1,

    /// <summary>净资产法 net assets.</summary>
    NetAssets = 2,

    /// <summary>最近融资价格 price of a recent round.</summary>
    RecentRound = 3,

    /// <summary>市场乘数法 market multiple.</summary>
    MarketMultiple = 4,

    /// <summary>现金流折现 discounted cash flow.</summary>
    DiscountedCashFlow = 5,

    /// <summary>市价 quoted price.</summary>
    QuotedPrice = 6,

    /// <summary>成本 cost.</summary>
    Cost = 7,

    /// <summary>退出 what an exit left.</summary>
    Exit = 8,
}

/// <summary>A line's note that starts with a code: <c>RecentRound: B轮, 2024-05</c>. The code is read back and shown in the reader's language.</summary>
public static class LineNotes
{
    private const string IllustrativeMark = "illustrative: ";
    private const string Separator = "; ";

    /// <summary>
    /// A note of an imported row: its parts that are filled, and behind them the names of the columns that are invented, where there are any.
    /// </summary>
    public static string Join(IEnumerable<string?> parts, IReadOnlyCollection<string> illustrativeColumns) => string.Join(
        Separator,
        parts.Append(illustrativeColumns.Count == 0 ? null : IllustrativeMark + string.Join(' ', illustrativeColumns)).Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Takes a note apart again.</summary>
    /// <returns>Its words, and the columns that are invented; none where it names none.</returns>
    public static (string Words, IReadOnlyList<string> IllustrativeColumns) Split(string note)
    {
        var at = note.LastIndexOf(IllustrativeMark, StringComparison.Ordinal);
        var isMark = at == 0 || (at > 0 && note[..at].EndsWith(Separator, StringComparison.Ordinal));
        return isMark ? (at == 0 ? "" : note[..(at - Separator.Length)], note[(at + IllustrativeMark.Length)..].Split(' ')) : (note, []);
    }

    /// <summary>The code, and the words behind a colon where there are any.</summary>
    public static string Write<T>(T code, string words)
        where T : struct, Enum => words.Length == 0 ? code.ToString() : $"{code}: {words}";

    /// <summary>Reads a code and its words; false where the note does not start with one.</summary>
    public static bool TryRead<T>(string note, out T code, out string words)
        where T : struct, Enum
    {
        var colon = note.IndexOf(": ", StringComparison.Ordinal);
        words = colon < 0 ? "" : note[(colon + 2)..];
        var name = colon < 0 ? note : note[..colon];
        code = default;
        return Enum.GetNames<T>().Contains(name, StringComparer.Ordinal) && Enum.TryParse(name, out code);
    }
}
