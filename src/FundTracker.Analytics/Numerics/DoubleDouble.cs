namespace FundTracker.Analytics.Numerics;

/// <summary>A number held as the unevaluated sum of two doubles: about 106 bits.</summary>
/// <remarks>Dekker 1971, Knuth's two-sum; products by fused multiply-add (Hida, Li, Bailey 2001). Used where double
/// precision cannot tell the sign of a present value.</remarks>
internal readonly struct DoubleDouble(double high, double low)
{
    public double High { get; } = high;

    public double Low { get; } = low;

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble sum = Sum(a.High, b.High);
        return Normalise(sum.High, sum.Low + (a.Low + b.Low));
    }

    public static DoubleDouble operator +(DoubleDouble a, double b)
    {
        DoubleDouble sum = Sum(a.High, b);
        return Normalise(sum.High, sum.Low + a.Low);
    }

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        double high = a.High * b.High;
        double low = Math.FusedMultiplyAdd(a.High, b.High, -high) + ((a.High * b.Low) + (a.Low * b.High));
        return Normalise(high, low);
    }

    public static DoubleDouble operator *(DoubleDouble a, double b)
    {
        double high = a.High * b;
        return Normalise(high, Math.FusedMultiplyAdd(a.High, b, -high) + (a.Low * b));
    }

    public static DoubleDouble operator /(DoubleDouble a, double b)
    {
        double high = a.High / b;
        double rest = Math.FusedMultiplyAdd(-high, b, a.High) + a.Low;
        return Normalise(high, rest / b);
    }

    /// <summary>e to a power small enough for the plain series.</summary>
    /// <param name="power">Exact; between −0.1 and 0.1, the range of daily log rates and a margin.</param>
    public static DoubleDouble ExpOfSmall(double power)
    {
        DoubleDouble term = new(1, 0), sum = new(1, 0), x = new(power, 0);
        for (int k = 1; k <= 24; k++)
        {
            term = term * x / k;
            sum += term;
        }

        return sum;
    }

    /// <summary>The product of two doubles, exactly.</summary>
    public static DoubleDouble Product(double a, double b)
    {
        double high = a * b;
        return new DoubleDouble(high, Math.FusedMultiplyAdd(a, b, -high));
    }

    /// <summary>This number raised to a whole power, 0 or more, by repeated squaring.</summary>
    public DoubleDouble ToPower(int exponent)
    {
        DoubleDouble result = new(1, 0), factor = this;
        for (; exponent != 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
            {
                result *= factor;
            }

            factor *= factor;
        }

        return result;
    }

    private static DoubleDouble Sum(double a, double b)
    {
        double sum = a + b;
        double part = sum - a;
        return new DoubleDouble(sum, (a - (sum - part)) + (b - part));
    }

    private static DoubleDouble Normalise(double high, double low)
    {
        double sum = high + low;
        return new DoubleDouble(sum, low - (sum - high));
    }
}
