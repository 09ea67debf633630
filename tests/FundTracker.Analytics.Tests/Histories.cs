using System.Globalization;
using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.PublicMarket;

namespace FundTracker.Analytics.Tests;

/// <summary>Fund histories and index series written as text.</summary>
internal static class Histories
{
    /// <summary>Gredil, Griffiths, Stucke, Benchmarking Private Equity: The Direct Alpha Method (2014).</summary>
    public static readonly FundHistory DirectAlphaPaper = Fund("2010-12-31", """
        2001-12-31 Contribution 100
        2003-12-31 Contribution 100
        2003-12-31 Distribution 25
        2005-12-31 Contribution 50
        2005-12-31 Distribution 150
        2007-12-31 Distribution 150
        2009-12-31 Distribution 100
        2010-12-31 Nav 75
        """);

    public static readonly IndexSeries DirectAlphaIndex = YearEnds(2001, 100, 78, 100, 111, 117, 135, 142, 90, 113, 131);

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static FundHistory Fund(string asOf, string lines) => new(Events(lines), Date(asOf));

    public static FundEvent[] Events(string lines) =>
    [
        .. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' '))
            .Select(cells => new FundEvent(
                Date(cells[0]), Enum.Parse<FundEventKind>(cells[1]), decimal.Parse(cells[2], CultureInfo.InvariantCulture))),
    ];

    public static IndexSeries YearEnds(int first, params double[] levels) =>
        new(levels.Select((level, i) => (new DateOnly(first + i, 12, 31), level)));
}
