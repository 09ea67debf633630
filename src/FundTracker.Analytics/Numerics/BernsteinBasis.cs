namespace FundTracker.Analytics.Numerics;

/// <summary>Polynomials on [−1, 1] in the Bernstein basis, whose coefficients enclose their values.</summary>
/// <remarks>A polynomial lies between the least and the greatest of its Bernstein coefficients (Cargo and Shisha 1966). The
/// i-th coefficient of u^k in degree m is Σⱼ (−1)^(k−j)·C(k, j)·C(m−k, i−j) / C(m, i).</remarks>
internal static class BernsteinBasis
{
    private const int HighestDegree = 16;
    private static readonly double[]?[] Tables = BuildTables();

    /// <summary>The least magnitude that a polynomial can take on [−1, 1] if all its coefficients share a sign.</summary>
    /// <param name="coefficients">Power coefficients from u⁰ on; degree up to 16.</param>
    /// <returns>A bound with the shared sign; 0 where signs differ.</returns>
    public static double Bound(ReadOnlySpan<double> coefficients)
    {
        int degree = coefficients.Length - 1;
        double[] table = Tables[degree]!;
        double first = Row(table, coefficients, 0), last = Row(table, coefficients, degree), least = 0;
        if (first * last <= 0)
        {
            return 0;
        }

        least = Math.Min(Math.Abs(first), Math.Abs(last));
        for (int i = 1; i < degree; i++)
        {
            double value = Row(table, coefficients, i);
            if (value * first <= 0)
            {
                return 0;
            }

            least = Math.Min(least, Math.Abs(value));
        }

        return Math.CopySign(least, first);
    }

    private static double Row(double[] table, ReadOnlySpan<double> coefficients, int row)
    {
        ReadOnlySpan<double> weights = table.AsSpan(row * coefficients.Length, coefficients.Length);
        double sum = 0;
        for (int k = 0; k < weights.Length; k++)
        {
            sum += weights[k] * coefficients[k];
        }

        return sum;
    }

    private static double[]?[] BuildTables()
    {
        double[]?[] tables = new double[HighestDegree + 1][];
        for (int m = 1; m <= HighestDegree; m++)
        {
            double[] table = new double[(m + 1) * (m + 1)];
            for (int i = 0; i <= m; i++)
            {
                for (int k = 0; k <= m; k++)
                {
                    table[(i * (m + 1)) + k] = Coefficient(m, i, k);
                }
            }

            tables[m] = table;
        }

        return tables;
    }

    private static double Coefficient(int degree, int i, int k)
    {
        double sum = 0;
        for (int j = Math.Max(0, i - degree + k); j <= Math.Min(i, k); j++)
        {
            double term = Choose(k, j) * Choose(degree - k, i - j);
            sum += (k - j) % 2 == 0 ? term : -term;
        }

        return sum / Choose(degree, i);
    }

    private static double Choose(int n, int k)
    {
        double result = 1;
        for (int i = 1; i <= k; i++)
        {
            result = result * (n - k + i) / i;
        }

        return result;
    }
}
