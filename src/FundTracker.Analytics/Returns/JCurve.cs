using FundTracker.Analytics.CashFlows;

namespace FundTracker.Analytics.Returns;

/// <summary>A point of a J-curve. One currency.</summary>
/// <param name="Date">The day.</param>
/// <param name="PaidIn">Paid in up to and with the day.</param>
/// <param name="Distributed">Received up to and with the day.</param>
/// <param name="Nav">Value at the day; null where none was stated yet for any fund of the curve.</param>
public readonly record struct JCurvePoint(DateOnly Date, decimal PaidIn, decimal Distributed, decimal? Nav)
{
    /// <summary>Received less paid in: the cash curve.</summary>
    public decimal NetCash => Distributed - PaidIn;

    /// <summary>Received and still held less paid in: the value curve; null without a NAV.</summary>
    public decimal? NetValue => Nav is { } nav ? NetCash + nav : null;
}

/// <summary>Cumulated cash and value of a fund, or of several pooled.</summary>
public static class JCurve
{
    /// <summary>One point per day on which anything happened.</summary>
    /// <param name="funds">One fund, or several of one currency, pooled by date.</param>
    /// <returns>Ascending by date.</returns>
    public static IReadOnlyList<JCurvePoint> Of(params IReadOnlyList<FundHistory> funds)
    {
        var days = funds.SelectMany((fund, number) => fund.Events.ToArray().Select(e => (Fund: number, Event: e)))
            .GroupBy(item => item.Event.Date).OrderBy(day => day.Key);
        decimal?[] navs = new decimal?[funds.Count];
        decimal paidIn = 0, distributed = 0;
        List<JCurvePoint> points = [];
        foreach (var day in days)
        {
            foreach ((int fund, FundEvent e) in day.OrderBy(item => item.Event.Kind))
            {
                paidIn += e.Kind == FundEventKind.Contribution ? e.Amount : 0;
                distributed += e.Kind == FundEventKind.Distribution ? e.Amount : 0;
                navs[fund] = e.Kind switch
                {
                    FundEventKind.Nav => e.Amount,
                    FundEventKind.Contribution => navs[fund] + e.Amount,
                    _ => navs[fund] - e.Amount,
                };
            }

            decimal? nav = Array.TrueForAll(navs, n => n is null) ? null : navs.Sum();
            points.Add(new JCurvePoint(day.Key, paidIn, distributed, nav));
        }

        return points;
    }
}

/// <summary>From the value at one date to the value at another.</summary>
/// <param name="Opening">Value at the start, rolled forward to it.</param>
/// <param name="Contributions">Paid in after the start, up to and with the end.</param>
/// <param name="Distributions">Received in the same days.</param>
/// <param name="Closing">Value at the end, rolled forward to it.</param>
public readonly record struct ValueBridge(decimal Opening, decimal Contributions, decimal Distributions, decimal Closing)
{
    /// <summary>What flows don't explain: income, realised and unrealised gains less fees, not split.</summary>
    public decimal ValueChange => Closing - Opening - Contributions + Distributions;

    /// <summary>The bridge between two dates; null where a value at either is not known.</summary>
    /// <param name="events">Events of one fund, any order.</param>
    /// <param name="start">Flows of this day are in the opening value.</param>
    /// <param name="end">The last day that counts.</param>
    public static ValueBridge? Between(IReadOnlyList<FundEvent> events, DateOnly start, DateOnly end)
    {
        if (new FundHistory(events, start).FinalNav is not { } opening || new FundHistory(events, end).FinalNav is not { } closing)
        {
            return null;
        }

        decimal Sum(FundEventKind kind) =>
            events.Where(e => e.Kind == kind && e.Date > start && e.Date <= end).Sum(e => e.Amount);
        return new ValueBridge(opening.Amount, Sum(FundEventKind.Contribution), Sum(FundEventKind.Distribution), closing.Amount);
    }
}
