using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Numerics;
using FundTracker.Analytics.PublicMarket;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Metrics;

/// <summary>The figures of one fund from its rows.</summary>
internal static class MetricsOfFund
{
    public static FundMetrics Compute(string fund, FlowRow[] rows, DateOnly asOf, IndexSeries? index, bool withXirr) =>
        rows is [{ Kind: FlowKind.Signed }, ..] ? OfSigned(fund, rows, asOf, index, withXirr) : OfKinds(fund, rows, asOf, index, withXirr);

    private static FundMetrics OfKinds(string fund, FlowRow[] rows, DateOnly asOf, IndexSeries? index, bool withXirr)
    {
        FundHistory history = new(rows.Select(ToEvent), asOf);
        decimal paidIn = Sum(rows, FlowKind.Contribution), distributed = Sum(rows, FlowKind.Distribution);
        RolledNav? nav = history.FinalNav;
        Result<decimal> navFigure = nav is { } stated ? stated.Amount : FigureReasons.NoNav();
        CashFlow[] flows = history.ToCashFlows();
        return new FundMetrics(
            fund,
            paidIn,
            distributed,
            navFigure,
            nav?.StatedOn,
            nav is { IsStale: true },
            Over(distributed, paidIn),
            navFigure.Then(value => Over(value, paidIn)),
            navFigure.Then(value => Over(distributed + value, paidIn)),
            Irr.Of(flows),
            With(index, i => PublicMarketEquivalents.KaplanSchoar(flows, asOf, i)),
            With(index, i => PublicMarketEquivalents.DirectAlpha(flows, asOf, i)),
            With(index, i => PublicMarketEquivalents.LongNickels(history, i)),
            With(index, i => PublicMarketEquivalents.PmePlus(history, i)),
            With(index, i => PublicMarketEquivalents.ModifiedPme(history, i)),
            withXirr ? ExcelXirr.Of(flows) : null,
            Warnings(rows, nav, asOf, index));
    }

    private static FundMetrics OfSigned(string fund, FlowRow[] rows, DateOnly asOf, IndexSeries? index, bool withXirr)
    {
        DomainError unknown = PublicMarketReasons.NavInSignedFlows();
        decimal paidIn = -rows.Where(r => r.Amount < 0).Sum(r => r.Amount);
        decimal received = rows.Where(r => r.Amount > 0).Sum(r => r.Amount);
        CashFlow[] flows = [.. rows.Select(r => new CashFlow(DateOnly.FromDayNumber(r.Day), (double)r.Amount))];
        return new FundMetrics(
            fund,
            paidIn,
            unknown,
            unknown,
            NavStatedOn: null,
            IsNavStale: false,
            unknown,
            unknown,
            Over(received, paidIn),
            Irr.Of(flows),
            With(index, i => PublicMarketEquivalents.KaplanSchoar(flows, asOf, i)),
            With(index, i => PublicMarketEquivalents.DirectAlpha(flows, asOf, i)),
            With<IrrResult>(index, _ => unknown),
            With<IrrResult>(index, _ => unknown),
            With<IrrResult>(index, _ => unknown),
            withXirr ? ExcelXirr.Of(flows) : null,
            IndexWarnings(asOf, index));
    }

    private static List<string> IndexWarnings(DateOnly asOf, IndexSeries? index) =>
        index?.StaleSince(asOf) is null ? [] : [MetricsWarnings.IndexStale];

    private static List<string> Warnings(FlowRow[] rows, RolledNav? nav, DateOnly asOf, IndexSeries? index)
    {
        List<string> warnings = IndexWarnings(asOf, index);
        if (nav is null && rows.Length > 0)
        {
            warnings.Add(MetricsWarnings.CashOnly);
        }

        if (nav is { IsStale: true })
        {
            warnings.Add(MetricsWarnings.NavStale);
        }

        if (nav is { Amount: < 0 })
        {
            warnings.Add(MetricsWarnings.NavBelowZero);
        }

        if (nav is { } stated && rows.Count(r => r.Kind == FlowKind.Nav && r.Day == stated.StatedOn.DayNumber) > 1)
        {
            warnings.Add(MetricsWarnings.NavStatedTwice);
        }

        return warnings;
    }

    private static FundEvent ToEvent(FlowRow row) => new(
        DateOnly.FromDayNumber(row.Day),
        row.Kind switch
        {
            FlowKind.Contribution => FundEventKind.Contribution,
            FlowKind.Distribution => FundEventKind.Distribution,
            FlowKind.Nav => FundEventKind.Nav,
            _ => throw new ArgumentException("A fund's rows are all signed or none.", nameof(row)),
        },
        row.Amount);

    private static decimal Sum(FlowRow[] rows, FlowKind kind) => rows.Where(r => r.Kind == kind).Sum(r => r.Amount);

    private static Result<double> Over(decimal value, decimal paidIn) =>
        paidIn > 0 ? NearestDouble.Of(value / paidIn) : FigureReasons.NothingPaidIn();

    private static Result<T> With<T>(IndexSeries? index, Func<IndexSeries, Result<T>> compute) =>
        index is null ? PublicMarketReasons.NoIndex() : compute(index);
}
