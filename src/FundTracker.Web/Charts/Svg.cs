using System.Globalization;

namespace FundTracker.Web.Charts;

/// <summary>Numbers and colours of drawings.</summary>
internal static class Svg
{
    private const int Colours = 6;

    /// <summary>A coordinate with two decimals, whatever the language.</summary>
    public static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Colour of a series, by its place.</summary>
    public static string Colour(int place) => $"var(--ft-series-{(place % Colours) + 1})";

    /// <summary>A value with up to two decimals.</summary>
    public static string Value(decimal? value) => value is { } known ? known.ToString("#,##0.##", CultureInfo.InvariantCulture) : "—";
}
