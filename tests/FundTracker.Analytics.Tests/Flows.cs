using System.Globalization;
using FundTracker.Analytics.CashFlows;

namespace FundTracker.Analytics.Tests;

/// <summary>Short ways to write flows down in tests.</summary>
internal static class Flows
{
    public static readonly DateOnly Start = new(2020, 1, 1);

    /// <summary>Amounts the same number of days apart, from <see cref="Start"/> on.</summary>
    public static CashFlow[] Spaced(int days, params double[] amounts) =>
        [.. amounts.Select((amount, i) => new CashFlow(Start.AddDays(i * days), amount))];

    /// <summary>Lines of "date amount".</summary>
    public static CashFlow[] Parse(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(cells => new CashFlow(
                DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                double.Parse(cells[1], CultureInfo.InvariantCulture))),
    ];
}
