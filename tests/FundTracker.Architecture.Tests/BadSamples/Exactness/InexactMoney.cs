using System.Globalization;

namespace FundTracker.Architecture.Tests.BadSamples.Exactness;

/// <summary>Keeps an amount as a floating-point number.</summary>
internal sealed class DoubleField
{
    private readonly List<double> amounts = [];

    public int Count => amounts.Count;
}

/// <summary>Takes a floating-point number on the way, in no signature.</summary>
internal static class DoubleInside
{
    public static long Half(long minorUnits) => (long)(minorUnits * 0.5);
}

/// <summary>Asks another type for one.</summary>
internal static class DoubleFromElsewhere
{
    public static string Days(TimeSpan span) => span.TotalDays.ToString(CultureInfo.InvariantCulture);
}
