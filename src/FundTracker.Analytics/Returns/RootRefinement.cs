using FundTracker.Analytics.CashFlows;

namespace FundTracker.Analytics.Returns;

/// <summary>Brings a bracket with exactly one root to full precision and certifies how near it is.</summary>
internal static class RootRefinement
{
    private const int MostSteps = 200;

    /// <summary>The relative width of 1 + r above which the root is worked out again in double-double arithmetic.</summary>
    private const double IllConditioned = 1e-12;

    public static IrrRoot Refine(NettedFlows flows, RootBracket bracket)
    {
        if (bracket.IsTouching)
        {
            return new IrrRoot(bracket.Centre, bracket.Low, bracket.High, IsTouching: true);
        }

        int lowSign = PresentValueSign.At(flows, bracket.Low);
        double rate = Solve(flows, bracket, lowSign);
        (double low, double high) = Certify(flows, bracket, lowSign, rate);
        if ((high - low) * DayCount.DaysPerYear > IllConditioned)
        {
            rate = Polish(flows, rate, low, high);
            (low, high) = Certify(flows, bracket, lowSign, rate);
        }

        return new IrrRoot(rate, low, high, IsTouching: false);
    }

    /// <summary>Halley's method on the log of received over paid, kept inside the bracket by bisection.</summary>
    private static double Solve(NettedFlows flows, RootBracket bracket, int lowSign)
    {
        double low = bracket.Low, high = bracket.High, rate = bracket.Centre, lastStep = high - low;
        for (int i = 0; i < MostSteps; i++)
        {
            DiscountedSums sums = DiscountedSums.At(flows, rate);
            if (Math.Sign(sums.Value) == lowSign)
            {
                low = rate;
            }
            else
            {
                high = rate;
            }

            double step = sums.Step(), next = rate + step;
            if (Math.Abs(step) * flows.SpanDays < 1e-7 && next >= bracket.Low && next <= bracket.High)
            {
                return next;
            }

            if (!(next > low && next < high) || Math.Abs(step) > 0.7 * lastStep)
            {
                next = (low + high) / 2;
                step = (high - low) / 2;
            }

            lastStep = Math.Abs(step);
            rate = next;
        }

        return rate;
    }

    /// <summary>Newton steps with the value in double-double, for roots that double precision leaves blurred.</summary>
    private static double Polish(NettedFlows flows, double rate, double low, double high)
    {
        for (int i = 0; i < 4; i++)
        {
            double next = rate - (PresentValueSign.Precise(flows, rate) / CentredDerivatives.At(flows, rate).Slope);
            if (!(next > low && next < high))
            {
                break;
            }

            rate = next;
        }

        return rate;
    }

    /// <summary>The tightest of a few widening intervals around a rate whose ends have certain, unlike signs.</summary>
    private static (double Low, double High) Certify(NettedFlows flows, RootBracket bracket, int lowSign, double rate)
    {
        // Where the present value is nothing, the days count from wherever they may: the weighted days are the slope.
        DiscountedSums at = DiscountedSums.At(flows, rate);
        double blur = (DiscountedSums.ErrorFraction(flows, rate) + PresentValueSign.UndecidedFraction) * at.Absolute;
        double least = 4 * DiscountedSums.Roundoff * Math.Max(Math.Abs(rate), 1 / DayCount.DaysPerYear);
        double reach = Math.Max(least, 2 * blur / Math.Abs(at.ValueDays));
        for (; rate - reach > bracket.Low || rate + reach < bracket.High; reach *= 4)
        {
            double low = Math.Max(bracket.Low, rate - reach), high = Math.Min(bracket.High, rate + reach);
            if (PresentValueSign.At(flows, low) == lowSign && PresentValueSign.At(flows, high) == -lowSign)
            {
                return (low, high);
            }
        }

        return (bracket.Low, bracket.High);
    }
}
