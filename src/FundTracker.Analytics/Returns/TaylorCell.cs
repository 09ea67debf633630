using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Numerics;

namespace FundTracker.Analytics.Returns;

/// <summary>
/// A stretch of daily log rates y = middle + half·u, |u| ≤ 1, on which the present value, centred on the middle of its
/// dates, is a Taylor polynomial in u with bounded remainder and rounding: enough to prove that it has no root, is
/// monotone, or is convex or concave there.
/// </summary>
/// <remarks>Multiplying the present value by e^(y·c) moves no root; c, the middle of the dates, keeps the remainder
/// small. Factors are further scaled by e^(−|middle|·reach), so that none exceeds 1.</remarks>
internal ref struct TaylorCell
{
    /// <summary>Half width times reach beyond which the series says too little to be worth its cost.</summary>
    public const double WidestReach = 2.5;

    private const int Degree = 12;

    /// <summary>The rounding of one double-double term over the longest span: 2⁻⁷⁶.</summary>
    private const double PreciseRoundoff = 1.0 / (1L << 38) / (1L << 38);

    private readonly Span<double> _coefficients;
    private double _remainder;
    private double _rounding;
    private readonly double _reach;

    private TaylorCell(Span<double> coefficients, double reach)
    {
        _coefficients = coefficients;
        _reach = reach;
    }

    /// <summary>Coefficients a cell needs room for.</summary>
    public static int Size => Degree;

    /// <summary>The series in double arithmetic.</summary>
    public static TaylorCell Of(NettedFlows flows, double middle, double half, Span<double> room)
    {
        double reach = flows.SpanDays / 2.0, scale = Math.Abs(middle) * reach;
        TaylorCell cell = new(room[..Degree], half * reach);
        (double absolute, double remainder) = WideFlows.IsSupported && flows.Count >= WideFlows.Lanes
            ? WideFlows.TaylorSums(flows, middle, half, cell._coefficients)
            : Sums(flows, middle, half, cell._coefficients);
        double roundings = flows.Count + (4 * Degree) + (2 * scale);
        cell.SetErrors(absolute, remainder, 2 * DiscountedSums.Roundoff * roundings);
        return cell;
    }

    private static (double Absolute, double Remainder) Sums(
        NettedFlows flows, double middle, double half, Span<double> coefficients)
    {
        double reach = flows.SpanDays / 2.0, centre = flows.FirstDay + reach, scale = Math.Abs(middle) * reach;
        double absolute = 0, remainder = 0;
        coefficients.Clear();
        for (int i = 0; i < flows.Count; i++)
        {
            double s = flows.Days[i] - centre, u = -s * half;
            double term = flows.Amounts[i] * Math.Exp(-(middle * s) - scale);
            absolute += Math.Abs(term);
            for (int k = 0; k < coefficients.Length; k++)
            {
                coefficients[k] += term;
                term *= u / (k + 1);
            }

            remainder += Math.Abs(term);
        }

        return (absolute, remainder);
    }

    /// <summary>The same series summed in double-double arithmetic, for cells where the value is close to rounding.</summary>
    public static TaylorCell Precisely(NettedFlows flows, double middle, double half, Span<double> room)
    {
        double reach = flows.SpanDays / 2.0, centre = flows.FirstDay + reach;
        TaylorCell cell = new(room[..Degree], half * reach);
        Span<DoubleDouble> sums = stackalloc DoubleDouble[Degree];
        DoubleDouble factor = DoubleDouble.ExpOfSmall(-Math.Abs(middle));
        double absolute = 0, remainder = 0;
        for (int i = 0; i < flows.Count; i++)
        {
            int exponent = middle >= 0 ? flows.Days[i] - flows.FirstDay : flows.LastDay - flows.Days[i];
            DoubleDouble u = DoubleDouble.Product(centre - flows.Days[i], half);
            DoubleDouble term = factor.ToPower(exponent) * flows.Amounts[i];
            absolute += Math.Abs(term.High);
            for (int k = 0; k < Degree; k++)
            {
                sums[k] += term;
                term = term * u / (k + 1);
            }

            remainder += Math.Abs(term.High);
        }

        for (int k = 0; k < Degree; k++)
        {
            cell._coefficients[k] = sums[k].High;
        }

        cell.SetErrors(absolute, remainder, PreciseRoundoff * flows.Count);
        return cell;
    }

    /// <summary>True where the value at the middle is so small that double arithmetic blurs it.</summary>
    public readonly bool IsBlurred => Math.Abs(_coefficients[0]) < 1000 * _rounding;

    /// <summary>True when the present value is proved to have no root in the cell.</summary>
    public readonly bool HasNoRoot() => Bound(derivative: 0) != 0;

    /// <summary>True when the centred present value is proved to rise or fall throughout the cell.</summary>
    public readonly bool IsMonotone() => Bound(derivative: 1) != 0;

    /// <summary>A lower bound of the second derivative by u where its sign is proved, signed; else 0.</summary>
    public readonly double Curvature() => Bound(derivative: 2);

    /// <summary>The coefficient of u to a power, 0 to 11.</summary>
    public readonly double Coefficient(int power) => _coefficients[power];

    /// <summary>Where the slope of the polynomial vanishes, for a cell whose curvature has a proved sign.</summary>
    /// <returns>u in [−1, 1]; an end where the slope does not change sign.</returns>
    public readonly double Extremum()
    {
        double low = -1, high = 1, rising = Math.Sign(Curvature());
        while (high - low > 1e-15)
        {
            double u = (low + high) / 2;
            if (u == low || u == high)
            {
                break;
            }

            if (Slope(u) * rising < 0)
            {
                low = u;
            }
            else
            {
                high = u;
            }
        }

        return (low + high) / 2;
    }

    /// <summary>
    /// A lower bound of the magnitude of a derivative by u over the whole cell, with its sign: the least Bernstein
    /// coefficient less remainder and rounding. 0 where the sign is not proved.
    /// </summary>
    private readonly double Bound(int derivative)
    {
        Span<double> coefficients = stackalloc double[Degree - derivative];
        double all = 0;
        for (int k = 0; k < coefficients.Length; k++)
        {
            coefficients[k] = _coefficients[k + derivative] * Falling(k + derivative, derivative);
            all += Math.Abs(coefficients[k]);
        }

        double rounding = (_rounding * Math.Pow(_reach, derivative)) + (4 * Degree * DiscountedSums.Roundoff * all);
        double remainder = _remainder * Falling(Degree, derivative);
        double bound = BernsteinBasis.Bound(coefficients);
        return Math.Abs(bound) > remainder + rounding ? bound - Math.CopySign(remainder + rounding, bound) : 0;
    }

    private void SetErrors(double absolute, double remainder, double rounding)
    {
        double growth = Math.Exp(_reach);
        _remainder = remainder * growth * 1.001;
        _rounding = rounding * absolute * growth;
    }

    private readonly double Slope(double u)
    {
        double slope = 0;
        for (int k = Degree - 1; k >= 1; k--)
        {
            slope = (slope * u) + (k * _coefficients[k]);
        }

        return slope;
    }

    private static double Falling(int k, int factors) => factors switch { 0 => 1, 1 => k, _ => k * (k - 1.0) };
}
