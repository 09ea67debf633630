namespace FundTracker.Benchmarks.Analytics;

/// <summary>The baseline: XIRR as it is usually written, Newton's method from 10 % with bisection where that fails. It proves
/// nothing about other roots.</summary>
internal static class PlainXirr
{
    private const double Accuracy = 1e-10;

    public static void Solve(FundColumns columns, double[] rates)
    {
        for (int fund = 0; fund + 1 < columns.Starts.Length; fund++)
        {
            Range range = columns.Starts[fund]..columns.Starts[fund + 1];
            rates[fund] = Solve(columns.Days.AsSpan()[range], columns.Amounts.AsSpan()[range]);
        }
    }

    private static double Solve(ReadOnlySpan<int> days, ReadOnlySpan<double> amounts)
    {
        double rate = 0.1;
        for (int i = 0; i < 20; i++)
        {
            (double value, double slope) = Value(days, amounts, rate);
            double next = rate - (value / slope);
            if (Math.Abs(next - rate) < Accuracy)
            {
                return next;
            }

            if (!(next > -0.999999 && next < 1e6))
            {
                break;
            }

            rate = next;
        }

        return Bisect(days, amounts);
    }

    private static double Bisect(ReadOnlySpan<int> days, ReadOnlySpan<double> amounts)
    {
        double low = -0.999999, high = 1e6, lowValue = Value(days, amounts, low).Value;
        while (high - low > Accuracy * (1 + low))
        {
            double middle = Math.Sqrt((1 + low) * (1 + high)) - 1;
            if (middle <= low || middle >= high)
            {
                break;
            }

            if (Math.Sign(Value(days, amounts, middle).Value) == Math.Sign(lowValue))
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }

    private static (double Value, double Slope) Value(ReadOnlySpan<int> days, ReadOnlySpan<double> amounts, double rate)
    {
        double value = 0, slope = 0, log = Math.Log(1 + rate);
        for (int i = 0; i < days.Length; i++)
        {
            double years = (days[i] - days[0]) / 365.0;
            double discounted = amounts[i] * Math.Exp(-years * log);
            value += discounted;
            slope -= years * discounted / (1 + rate);
        }

        return (value, slope);
    }
}
