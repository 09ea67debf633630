namespace FundTracker.Analytics.Numerics;

/// <summary>Rates from logs of growth factors, without the cancellation that 1 + r suffers near zero.</summary>
internal static class Growth
{
    /// <summary>e^x − 1 to nearly full precision, also for tiny x (W. Kahan's correction).</summary>
    public static double RateOfLog(double logGrowth)
    {
        double growth = Math.Exp(logGrowth);
        if (growth == 1)
        {
            return logGrowth;
        }

        double rate = growth - 1;
        return Math.Abs(logGrowth) > 0.5 || rate == -1 ? rate : rate * logGrowth / Math.Log(growth);
    }

    /// <summary>ln(1 + r) to nearly full precision, also for tiny r.</summary>
    public static double LogOfRate(double rate)
    {
        double growth = 1 + rate;
        return growth == 1 ? rate : Math.Log(growth) * rate / (growth - 1);
    }
}
