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
