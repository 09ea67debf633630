namespace FundTracker.Analytics.Numerics;

/// <summary>Powers of growth factors in decimal, for accruals that must agree to the fen on every machine.</summary>
internal static class DecimalPower
{
    /// <summary>(1 + rate)^(days / daysPerYear), good to 24 digits.</summary>
    /// <param name="rate">Annual, a fraction from −0.5 to 1.</param>
    /// <param name="days">0 or more.</param>
    /// <param name="daysPerYear">365 by default.</param>
    public static decimal Growth(decimal rate, int days, int daysPerYear = 365)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, -0.5m);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, 1m);
        decimal growth = Exp(Log(rate) * (days % daysPerYear) / daysPerYear);
        for (int year = 0; year < days / daysPerYear; year++)
        {
            growth *= 1 + rate;
        }

        return growth;
    }

    /// <summary>ln(1 + rate) = 2·artanh(rate / (2 + rate)).</summary>
    private static decimal Log(decimal rate)
    {
        decimal x = rate / (2 + rate), square = x * x, power = x, sum = 0;
        for (int k = 1; power != 0; k += 2)
        {
            sum += power / k;
            power *= square;
        }

        return 2 * sum;
    }

    private static decimal Exp(decimal x)
    {
        decimal term = 1, sum = 1;
        for (int k = 1; term != 0; k++)
        {
            term = term * x / k;
            sum += term;
        }

        return sum;
    }
}
