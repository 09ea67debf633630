using FundTracker.Analytics.CashFlows;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Returns;

/// <summary>The rate that Excel's XIRR would show, for comparing with workbooks. For an answer to trust use <see cref="Irr"/>.</summary>
/// <remarks>
/// Conventions of the function's documentation: Actual/365; the first flow listed is the base and no other may lie before
/// it; at least one flow above and one below zero; guess 10 % and above −100 %; iteration until the result is accurate
/// within 0.000001 %, at most 100 times, else #NUM!. It gives the one root that Newton's method reaches from the guess,
/// says nothing of others, and annualises periods under a year. A step below −100 % goes half of the way instead.
/// </remarks>
public static class ExcelXirr
{
    /// <summary>The guess that Excel starts from when none is given.</summary>
    public const double DefaultGuess = 0.1;

    private const double Accuracy = 1e-8;
    private const int MostSteps = 100;

    /// <summary>The rate, or the reason why Excel shows #NUM!.</summary>
    /// <param name="flows">In the order of the sheet; not netted.</param>
    /// <param name="guess">A rate as a fraction, above −1.</param>
    public static Result<double> Of(ReadOnlySpan<CashFlow> flows, double guess = DefaultGuess)
    {
        bool hasPositive = false, hasNegative = false;
        foreach (CashFlow flow in flows)
        {
            hasPositive |= flow.Amount > 0;
            hasNegative |= flow.Amount < 0;
            if (flow.Date < flows[0].Date)
            {
                return new DomainError("xirr.dateBeforeFirst", ("date", flow.Date), ("first", flows[0].Date));
            }
        }

        if (!hasPositive || !hasNegative)
        {
            return new DomainError("xirr.oneSign");
        }

        return guess > -1 ? Newton(flows, guess) : new DomainError("xirr.guessTooLow", ("guess", guess));
    }

    private static Result<double> Newton(ReadOnlySpan<CashFlow> flows, double rate)
    {
        for (int i = 0; i < MostSteps; i++)
        {
            double value = 0, slope = 0;
            foreach (CashFlow flow in flows)
            {
                double years = DayCount.Years(flows[0].Date, flow.Date);
                double discounted = flow.Amount * Math.Pow(1 + rate, -years);
                value += discounted;
                slope -= years * discounted / (1 + rate);
            }

            double next = rate - (value / slope);
            next = next <= -1 ? (rate - 1) / 2 : next;
            if (!double.IsFinite(next))
            {
                break;
            }

            if (Math.Abs(next - rate) <= Accuracy)
            {
                return next;
            }

            rate = next;
        }

        return new DomainError("xirr.notConverged", ("steps", MostSteps));
    }
}
