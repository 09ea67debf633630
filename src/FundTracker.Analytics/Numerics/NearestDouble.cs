using System.Globalization;

namespace FundTracker.Analytics.Numerics;

/// <summary>The edge at which an exact ratio becomes a floating-point number to be printed.</summary>
public static class NearestDouble
{
    /// <summary>The double nearest to a decimal, so that its shortest digits are those of the quotient.</summary>
    /// <remarks>The framework's own cast divides by a power of ten in floating point and may be the neighbour: 42920828 / 18000000 came out one
    /// step too high. Parsing the digits is rounded right.</remarks>
    public static double Of(decimal value) => double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
