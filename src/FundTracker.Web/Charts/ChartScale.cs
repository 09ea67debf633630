using System.Globalization;

namespace FundTracker.Web.Charts;

/// <summary>A vertical axis with round steps that holds all values and zero.</summary>
internal sealed class ChartScale
{
    private const int StepsWanted = 5;

    private ChartScale(decimal low, decimal high, decimal step) => (Low, High, Step) = (low, high, step);

    public decimal Low { get; }

    public decimal High { get; }

    public decimal Step { get; }

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Low; tick <= High; tick += Step) yield return tick;
        }
    }

    public static ChartScale Over(IEnumerable<decimal> values)
    {
        var all = values.Append(0m).ToList();
        var (low, high) = (all.Min(), all.Max());
        if (low == high) high = low + 1m;
        var step = RoundStep((high - low) / StepsWanted);
        return new ChartScale(decimal.Floor(low / step) * step, decimal.Ceiling(high / step) * step, step);
    }

    /// <summary>Where a value lies between the foot (0) and the head (1) of the axis.</summary>
    public double Position(decimal value) => (double)((value - Low) / (High - Low));

    /// <summary>A tick with as many decimals as the step needs.</summary>
    public string Label(decimal tick)
    {
        var digits = 0;
        for (var step = Step; step != decimal.Truncate(step) && digits < 6; step *= 10) digits++;
        return tick.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>The next of 1, 2, 2.5, 5 times a power of ten.</summary>
    private static decimal RoundStep(decimal rough)
    {
        var power = 1m;
        while (power * 10 <= rough) power *= 10;
        while (power > rough) power /= 10;
        foreach (var factor in (ReadOnlySpan<decimal>)[1m, 2m, 2.5m, 5m])
            if (power * factor >= rough) return power * factor;
        return power * 10;
    }
}
