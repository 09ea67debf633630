namespace FundTracker.Analytics.Benchmarking;

/// <summary>The lower quartile, median and upper quartile of a figure among peers of one vintage.</summary>
/// <param name="Lower">A quarter of the peers lie at or below.</param>
/// <param name="Median">Half of them do.</param>
/// <param name="Upper">Three quarters do.</param>
public readonly record struct Quartiles(double Lower, double Median, double Upper)
{
    /// <summary>The quartile of a value, 1 the best: at or above the upper is 1, at or above the median 2, at or above the
    /// lower 3, below it 4.</summary>
    public int RankOf(double value) => value >= Upper ? 1 : value >= Median ? 2 : value >= Lower ? 3 : 4;

    /// <summary>Of peers' values, with linear interpolation between ranks (Excel's QUARTILE.INC); null without peers.</summary>
    /// <param name="values">Any order.</param>
    public static Quartiles? Of(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered.Length == 0 ? null : new Quartiles(At(ordered, 0.25), At(ordered, 0.5), At(ordered, 0.75));
    }

    private static double At(double[] ordered, double part)
    {
        double position = part * (ordered.Length - 1);
        int below = (int)position;
        double next = ordered[Math.Min(below + 1, ordered.Length - 1)];
        return ordered[below] + ((position - below) * (next - ordered[below]));
    }
}
