namespace FundTracker.Analytics.Tests.Oracles;

/// <summary>
/// The second implementation: slow, and right by a textbook theorem. Between two roots of v^(−c) · f(v) lies a root of its
/// derivative (Rolle), and with c between two flows of unlike sign the derivative has one sign change less. So the roots
/// of f are found by plain bisection between the critical points of f, those between their own critical points, and so
/// on down to a function without sign changes, which has no root. All in decimal (28 digits), as a polynomial in the
/// discount factor of one day. It shares no code with the product.
/// </summary>
internal static class DecimalIrr
{
    /// <summary>A critical value below this part of the absolute discounted flows is a touching root.</summary>
    private const decimal Touching = 2e-16m;

    /// <summary>Between this and <see cref="Touching"/>, or its inverse, a reference of 28 digits doesn't judge.</summary>
    private const decimal Ambiguous = 1e-15m;

    /// <summary>(1e-6)^(1/365): the discount factor of a day at 1 + r = 1e6.</summary>
    private const decimal LeastFactor = 0.9628566713207550293329990802m;

    internal sealed record Answer(List<(double Growth, bool IsTouching, double Condition)> Roots, bool IsAmbiguous);

    /// <summary>All roots with 1 + r between 1e-6 and 1e6, ascending by rate.</summary>
    public static Answer Roots(int[] days, decimal[] amounts)
    {
        int span = days[^1] - days[0];
        decimal largest = amounts.Max(Math.Abs);
        decimal[] scaled = [.. amounts.Select(a => a / largest)];
        int[] fromStart = [.. days.Select(d => d - days[0])];
        int[] fromEnd = [.. days.Select(d => span - d + days[0]).Reverse()];

        // Rates of zero and above: v = discount factor up to 1. Below zero: time runs backwards and v is its inverse.
        Function above = new(fromStart, scaled), below = new(fromEnd, [.. scaled.Reverse()]);
        bool isAmbiguous = false;
        var positive = above.Roots(LeastFactor, 1, ref isAmbiguous);
        var negative = below.Roots(LeastFactor, 1, ref isAmbiguous);
        List<(double, bool, double)> roots = [];
        roots.AddRange(negative.Where(r => r.At < 1).Select(r => (Math.Pow((double)r.At, 365), r.IsTouching, r.Condition)));
        roots.AddRange(positive.Select(r => (Math.Pow((double)r.At, -365), r.IsTouching, r.Condition)).Reverse());
        return new Answer([.. roots.OrderBy(r => r.Item1)], isAmbiguous);
    }

    /// <summary>The present value as a part of the absolute discounted flows, at ln(1 + r) / 365.</summary>
    public static decimal PresentValuePart(int[] days, decimal[] amounts, double dailyLogRate)
    {
        decimal term = 1, factor = 1, log = -Math.Abs((decimal)dailyLogRate);
        for (int k = 1; k <= 20; k++)
        {
            term *= log / k;
            factor += term;
        }

        int span = days[^1] - days[0];
        decimal largest = amounts.Max(Math.Abs);
        decimal[] scaled = [.. amounts.Select(a => a / largest)];
        Function function = dailyLogRate >= 0
            ? new([.. days.Select(d => d - days[0])], scaled)
            : new([.. days.Select(d => span - d + days[0]).Reverse()], [.. scaled.Reverse()]);
        (decimal value, decimal absolute) = function.At(factor);
        return Math.Abs(value) / absolute;
    }

    /// <summary>A root by its daily discount factor.</summary>
    internal readonly record struct Root(decimal At, bool IsTouching, double Condition);

    private sealed class Function(int[] days, decimal[] amounts)
    {
        public List<Root> Roots(decimal low, decimal high, ref bool isAmbiguous, int level = 0)
        {
            int change = Array.FindIndex(amounts, 1, a => (a > 0) != (amounts[0] > 0));
            if (change < 0)
            {
                return [];
            }

            List<decimal> stops = [low, .. Derivative(change).Roots(low, high, ref isAmbiguous, level + 1).Select(r => r.At), high];
            List<Root> roots = [];
            for (int i = 0; i < stops.Count; i++)
            {
                (decimal value, decimal absolute) = At(stops[i]);
                decimal part = Math.Abs(value) / absolute;
                bool isTouching = part <= Touching;
                isAmbiguous |= level == 0 && part > 2e-17m && part < Ambiguous;
                if (isTouching)
                {
                    roots.Add(new Root(stops[i], IsTouching: i > 0 && i < stops.Count - 1, Condition(stops[i])));
                }
                else if (i > 0 && !IsZero(stops[i - 1]) && Math.Sign(At(stops[i - 1]).Value) != Math.Sign(value))
                {
                    decimal root = Bisect(stops[i - 1], stops[i], level);
                    roots.Add(new Root(root, IsTouching: false, level == 0 ? Condition(root) : 0));
                }
            }

            return roots;
        }

        /// <summary>d/dv of v^(−c) · f, times v^(c+1): each amount times its distance from c, between two unlike flows.</summary>
        private Function Derivative(int change)
        {
            decimal centre = (days[change - 1] + days[change]) / 2m;
            decimal[] weighted = [.. amounts.Select((a, i) => a * (days[i] - centre))];
            decimal largest = weighted.Max(Math.Abs);
            return new Function(days, [.. weighted.Select(w => w / largest)]);
        }

        private bool IsZero(decimal factor)
        {
            (decimal value, decimal absolute) = At(factor);
            return Math.Abs(value) <= Touching * absolute;
        }

        private decimal Bisect(decimal low, decimal high, int level)
        {
            int lowSign = Math.Sign(At(low).Value);
            int halvings = level == 0 ? 80 : 60;
            for (int i = 0; i < halvings; i++)
            {
                decimal middle = (low + high) / 2;
                if (Math.Sign(At(middle).Value) == lowSign)
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

        public (decimal Value, decimal Absolute) At(decimal factor)
        {
            decimal value = 0, absolute = 0;
            for (int i = days.Length - 1; i >= 0; i--)
            {
                decimal power = i == days.Length - 1 ? 1 : Power(factor, days[i + 1] - days[i]);
                value = (value * power) + amounts[i];
                absolute = (absolute * power) + Math.Abs(amounts[i]);
            }

            return (value, absolute);
        }

        /// <summary>How many times the relative precision of the value shows in 1 + r.</summary>
        private double Condition(decimal factor)
        {
            (decimal _, decimal absolute) = At(factor);
            decimal slope = 0;
            for (int i = days.Length - 1; i >= 0; i--)
            {
                decimal power = i == days.Length - 1 ? 1 : Power(factor, days[i + 1] - days[i]);
                slope = (slope * power) + (amounts[i] * days[i]);
            }

            return slope == 0 ? double.PositiveInfinity : (double)(absolute / Math.Abs(slope)) * 365;
        }

        private static decimal Power(decimal factor, int exponent)
        {
            decimal result = 1;
            for (; exponent != 0; exponent >>= 1)
            {
                if ((exponent & 1) != 0)
                {
                    result *= factor;
                }

                if (exponent > 1)
                {
                    factor *= factor;
                }
            }

            return result;
        }
    }
}
