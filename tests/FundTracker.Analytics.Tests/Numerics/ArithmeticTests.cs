using System.Numerics;
using FundTracker.Analytics.Numerics;

namespace FundTracker.Analytics.Tests.Numerics;

/// <summary>The arithmetic below the rates, held against whole numbers of any length.</summary>
public class ArithmeticTests
{
    /// <summary>Bits behind the point of the exact numbers.</summary>
    private const int Bits = 400;

    [Fact]
    public void Sums_products_and_quotients_of_double_doubles_are_exact_to_a_hundred_bits()
    {
        Random random = new(20260330);
        for (int i = 0; i < 500; i++)
        {
            DoubleDouble a = Any(random), b = Any(random);
            Near(Exact(a) + Exact(b), a + b, Magnitude(a) + Magnitude(b));
            Near(Exact(a) + Exact(b.High), a + b.High, Magnitude(a) + Magnitude(b));
            Near((Exact(a) * Exact(b)) >> Bits, a * b, (Magnitude(a) * Magnitude(b)) >> Bits);
            Near((Exact(a) * Exact(b.High)) >> Bits, a * b.High, (Magnitude(a) * Magnitude(b)) >> Bits);
            Near((Exact(a) << Bits) / Exact(b.High), a / b.High, (Magnitude(a) << Bits) / Magnitude(b));
            DoubleDouble product = DoubleDouble.Product(a.High, b.High);
            Assert.Equal((Exact(a.High) * Exact(b.High)) >> Bits, Exact(product));
        }
    }

    [Fact]
    public void The_low_part_of_a_sum_is_that_of_both()
    {
        DoubleDouble one = new(1, Math.ScaleB(1, -60)), sum = one + one, more = one + 1.0;
        Assert.Equal((2.0, Math.ScaleB(1, -59)), (sum.High, sum.Low));
        Assert.Equal((2.0, Math.ScaleB(1, -60)), (more.High, more.Low));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(365)]
    [InlineData(3_650_000)]
    public void A_power_is_that_of_repeated_products(int exponent)
    {
        DoubleDouble factor = DoubleDouble.ExpOfSmall(-1e-4);
        BigInteger exact = BigInteger.One << Bits;
        for (int left = exponent, bit = 0; left >> bit != 0; bit++)
        {
            if ((left >> bit & 1) != 0) exact = (exact * PowerOfTwo(Exact(factor), bit)) >> Bits;
        }

        DoubleDouble power = factor.ToPower(exponent);
        Assert.True(BigInteger.Abs(exact - Exact(power)) <= (exact >> 100) * (exponent + 1), $"{power.High}");

        static BigInteger PowerOfTwo(BigInteger value, int times)
        {
            for (int i = 0; i < times; i++) value = (value * value) >> Bits;
            return value;
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.1)]
    [InlineData(1e-5)]
    [InlineData(-3e-12)]
    [InlineData(0)]
    public void E_to_a_small_power_is_its_series(double power)
    {
        BigInteger term = BigInteger.One << Bits, exact = term;
        for (int k = 1; k < 60; k++)
        {
            term = ((term * Exact(power)) >> Bits) / k;
            exact += term;
        }

        Assert.True(BigInteger.Abs(exact - Exact(DoubleDouble.ExpOfSmall(power))) <= exact >> 99);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1e-18, 1e-18)]
    [InlineData(1e-5, 1.00000500001666670833e-5)]
    [InlineData(-1e-5, -9.9999500001666662500e-6)]
    [InlineData(0.4, 0.49182469764127031782)]
    [InlineData(0.6, 0.82211880039050897487)]
    [InlineData(1, 1.7182818284590452354)]
    [InlineData(-0.6, -0.45118836390597356735)]
    [InlineData(-800, -1)]
    public void A_log_of_growth_is_a_rate_to_the_last_digits_and_back(double log, double rate)
    {
        Assert.InRange(Growth.RateOfLog(log), rate - Math.Abs(rate * 4e-16), rate + Math.Abs(rate * 4e-16));
        if (rate > -1) Assert.InRange(Growth.LogOfRate(rate), log - Math.Abs(log * 8e-16), log + Math.Abs(log * 8e-16));
    }

    [Theory]
    [InlineData("0.1", 365, 365, "1.1")]
    [InlineData("0.1", 730, 365, "1.21")]
    [InlineData("1", 1095, 365, "8")]
    [InlineData("-0.5", 365, 365, "0.5")]
    [InlineData("0.08", 0, 365, "1")]
    [InlineData("0", 500, 365, "1")]
    [InlineData("0.21", 365, 730, "1.1")]
    [InlineData("0.331", 10, 30, "1.1")]
    [InlineData("-0.19", 1095, 730, "0.729")] // (0.81) to three halves
    public void Growth_in_decimal_is_the_power_it_stands_for(string rate, int days, int daysPerYear, string expected) => Assert.Equal(
        decimal.Parse(expected), DecimalPower.Growth(decimal.Parse(rate), days, daysPerYear), 22);

    [Theory]
    [InlineData("0.1", -1)]
    [InlineData("-0.50001", 1)]
    [InlineData("1.00001", 1)]
    public void Growth_in_decimal_refuses_what_its_series_does_not_cover(string rate, int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DecimalPower.Growth(decimal.Parse(rate), days));

    [Theory]
    [InlineData(1.0, 2.0, 1.0)] // 2 + u
    [InlineData(-1.0, -2.0, 1.0)]
    [InlineData(0.0, 0.5, 1.0)]
    [InlineData(0.0, 1.0, 1.0)] // zero at an end
    [InlineData(0.0, 1.0, 0.0, 1.0)] // 1 + u² has 2, 0, 2 as coefficients
    [InlineData(2.0, 3.0, 0.0, 1.0)]
    [InlineData(-2.0, -3.0, 0.0, -1.0)]
    [InlineData(0.0, 1.0, 0.0, -2.0)] // 1 − 2u² changes sign
    [InlineData(1.0, 1.5, 0.25, 0.0, 0.25)] // ends 1 and 2
    public void A_polynomial_is_bounded_by_its_coefficients(double expected, params double[] coefficients) =>
        Assert.Equal(expected, BernsteinBasis.Bound(coefficients), 12);

    private static DoubleDouble Any(Random random)
    {
        double high = (random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-20, 20));
        return new DoubleDouble(high, high * (random.NextDouble() - 0.5) * Math.ScaleB(1, -53));
    }

    private static void Near(BigInteger exact, DoubleDouble found, BigInteger magnitude)
    {
        Assert.True(BigInteger.Abs(exact - Exact(found)) <= magnitude >> 100, $"{found.High} {found.Low}");
        Assert.Equal(found.High, found.High + found.Low);
    }

    private static BigInteger Magnitude(DoubleDouble value) => BigInteger.Abs(Exact(value));

    private static BigInteger Exact(DoubleDouble value) => Exact(value.High) + Exact(value.Low);

    private static BigInteger Exact(double value)
    {
        if (value == 0) return BigInteger.Zero;
        int exponent = Math.ILogB(value) - 52;
        BigInteger whole = new(Math.ScaleB(value, -exponent));
        int shift = exponent + Bits;
        return shift >= 0 ? whole << shift : whole >> -shift;
    }
}
