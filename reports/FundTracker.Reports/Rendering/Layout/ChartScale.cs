namespace FundTracker.Reports.Rendering.Layout;

/// <summary>A value axis from round number to round number that takes in all values and 0.</summary>
/// <param name="Least">Lower end, 0 or below.</param>
/// <param name="Most">Upper end, 0 or above.</param>
/// <param name="Step">Distance of the ticks: 1, 2 or 5 times a power of ten.</param>
internal sealed record ChartScale(decimal Least, decimal Most, decimal Step)
{
    private const int TicksWished = 5;

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Least; tick <= Most; tick += Step)
                yield return tick;
        }
    }

    /// <summary>Decimals that the ticks need.</summary>
    public int Decimals => Enumerable.Range(0, 7).First(digits => digits == 6 || decimal.Round(Step, digits, MidpointRounding.AwayFromZero) == Step);

    public static ChartScale Over(IEnumerable<decimal> values)
    {
        var (least, most) = (0m, 0m);
        foreach (var value in values)
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        if (least == most)
            return new ChartScale(0, 1, 1);
        var step = RoundStep((most - least) / TicksWished);
        return new ChartScale(Math.Floor(least / step) * step, Math.Ceiling(most / step) * step, step);
    }

    /// <summary>Place of a value between the ends, 0 to 1.</summary>
    public float Share(decimal value) => (float)((value - Least) / (Most - Least));

    private static decimal RoundStep(decimal step)
    {
        var power = 1m;
        while (power * 10 <= step)
            power *= 10;
        while (power > step)
            power /= 10;
        var leading = step / power;
        return power * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
    }
}
