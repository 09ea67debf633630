using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Metrics;
using FundTracker.Analytics.PublicMarket;
using FundTracker.Analytics.Ratios;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Performance;

/// <summary>An index to compare with.</summary>
/// <param name="Code">Its code; part of the address of each figure that reads it.</param>
/// <param name="Currency">Currency of its return.</param>
/// <param name="Levels">Its levels, of total return.</param>
public sealed record ChosenIndex(string Code, Currency Currency, IndexSeries Levels);

/// <summary>
/// Computes how a fund has done. Sources: GIPS 2020 (since-inception and horizon IRR, modified Dietz, time-weighted return); the papers named
/// at <see cref="PublicMarketEquivalents"/>.
/// </summary>
public static class PerformanceEngine
{
    /// <summary>Years of the horizons.</summary>
    public static IReadOnlyList<int> HorizonYears { get; } = [1, 3, 5, 10];

    /// <summary>Whether a formula is one of those that a performance holds beside the basic figures.</summary>
    public static bool Computes(string formula) =>
        formula is "gain" or "twr" or "twr.annual" or "dietz.1y" || formula.StartsWith("irr.", StringComparison.Ordinal)
        || formula.StartsWith("pme.", StringComparison.Ordinal) || formula.StartsWith("gross.", StringComparison.Ordinal)
        || formula.StartsWith("currency.", StringComparison.Ordinal);

    /// <summary>The performance of the mother fund or of a sub-fund that it holds; null where the code names neither.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="code">Code of the fund.</param>
    /// <param name="index">The index to compare with; null for none.</param>
    public static FundPerformance? Of(LedgerView view, string code, ChosenIndex? index = null)
    {
        if (FundFigureEngine.Of(view, code) is not { } figures) return null;
        var history = HolderHistory.Of(view, figures.Fund);
        var measure = new Measures(figures, history);
        return new FundPerformance(
            figures, Gain(figures), history.IsSuccess ? Curve(JCurve.Of(history.Value), view.AsOf, figures.Fund.Currency) : [],
            history.IsSuccess ? [.. HorizonIrr.Quarterly(history.Value).Select(point => new RatePoint(point.Date, IrrReport.Of(point.Irr)))] : [],
            [.. HorizonYears.Select(years => new HorizonRate(years, measure.Rate($"irr.{years}y", fund => HorizonIrr.Of(fund, years))))],
            measure.Share("dietz.1y", LastYear), measure.Share("twr", fund => PeriodReturns.TimeWeighted(fund).Map(linked => linked.Return)),
            measure.Share("twr.annual", Annual), measure.Against(index, view.AsOf), GrossFigures.Of(view, figures),
            CurrencyPerformance.Of(view, figures, history));
    }

    private static Result<double> LastYear(FundHistory fund)
    {
        var start = fund.AsOf.AddYears(-1);
        var events = fund.Events.ToArray();
        if (fund.FinalNav is not { } closing) return FigureReasons.NoNav();
        if (new FundHistory(events, start).FinalNav is not { } opening) return ReturnReasons.NoValueAtStart(start);
        CashFlow[] paidIn =
        [
            .. events.Where(e => e.Kind != FundEventKind.Nav)
                .Select(e => new CashFlow(e.Date, (double)(e.Kind == FundEventKind.Contribution ? e.Amount : -e.Amount))),
        ];
        return PeriodReturns.ModifiedDietz((double)opening.Amount, (double)closing.Amount, start, fund.AsOf, paidIn);
    }

    private static Result<double> Annual(FundHistory fund) => PeriodReturns.TimeWeighted(fund)
        .Then<double>(linked => linked.Annual is { } annual ? annual
            : linked.Return < -1 ? ReturnReasons.MoreThanAllLost() : ReturnReasons.NotAnnualised(linked.Days));

    private static Figure<Money> Gain(FundFigures figures)
    {
        var id = new FigureId("gain", figures.Fund.Code);
        var trail = Trail.Of(
            new FigureInput("distributed", figures.Distributed), new FigureInput("nav", figures.Nav), new FigureInput("paidIn", figures.PaidIn));
        var missing = figures.Distributed.NoneReason ?? figures.Nav.NoneReason ?? figures.PaidIn.NoneReason;
        return missing is not null
            ? Figure<Money>.None(id, missing, trail)
            : Figure<Money>.Of(id, figures.Distributed.Require() + figures.Nav.Require() - figures.PaidIn.Require(), trail);
    }

    /// <summary>A J-curve at each quarter end and on the last day.</summary>
    internal static IReadOnlyList<CurvePoint> Curve(IReadOnlyList<JCurvePoint> points, DateOnly asOf, Currency currency)
    {
        if (points.Count == 0) return [];
        var (curve, next) = (new List<CurvePoint>(), 0);
        foreach (var day in QuarterEnds.From(points[0].Date, asOf))
        {
            while (next < points.Count && points[next].Date <= day) next++;
            var at = points[next - 1];
            curve.Add(new CurvePoint(day, In(at.PaidIn), In(at.Distributed), In(at.NetCash), InOrNull(at.Nav), InOrNull(at.NetValue)));
        }

        return curve;

        Money In(decimal amount) => Money.Of(amount, currency);
        Money? InOrNull(decimal? amount) => amount is { } known ? In(known) : null;
    }

    /// <summary>Figures over a history that may not be known; all of them follow from the same paid-in, distributed and NAV.</summary>
    private sealed class Measures(FundFigures figures, Result<FundHistory> history)
    {
        private Trail Trail { get; } = Trail.Of(
            new FigureInput("paidIn", figures.PaidIn), new FigureInput("distributed", figures.Distributed), new FigureInput("nav", figures.Nav));

        public Figure<IrrResult> Rate(string formula, Func<FundHistory, Result<IrrResult>> compute, string? part = null) =>
            Make(formula, part, compute);

        public Figure<Percentage> Share(string formula, Func<FundHistory, Result<double>> compute, string? part = null) =>
            Make(formula, part, fund => compute(fund).Then(Exact).Map(Percentage.FromFraction));

        public MarketComparison Against(ChosenIndex? index, DateOnly asOf)
        {
            var part = index is null ? null : $"index:{index.Code}";
            return new MarketComparison(
                Make("pme.ks", part, fund => With(levels => PublicMarketEquivalents.KaplanSchoar(fund, levels)).Then(Exact).Map(Multiple.Of)),
                Rate("pme.directAlpha", fund => With(levels => PublicMarketEquivalents.DirectAlpha(fund, levels)), part),
                Rate("pme.longNickels", fund => With(levels => PublicMarketEquivalents.LongNickels(fund, levels)), part),
                Rate("pme.plus", fund => With(levels => PublicMarketEquivalents.PmePlus(fund, levels)), part),
                Rate("pme.modified", fund => With(levels => PublicMarketEquivalents.ModifiedPme(fund, levels)), part),
                index?.Levels.StaleSince(asOf));

            Result<T> With<T>(Func<IndexSeries, Result<T>> compute) =>
                index is null ? PublicMarketReasons.NoIndex()
                : index.Currency != figures.Fund.Currency ? PublicMarketReasons.OtherCurrency(index.Currency.Code, fund: figures.Fund.Currency.Code)
                : compute(index.Levels);
        }

        private static Result<decimal> Exact(double value) =>
            double.IsFinite(value) && Math.Abs(value) < 1e15 ? (decimal)value : ReturnReasons.Of(IrrNoneReason.OutOfRange);

        private Figure<T> Make<T>(string formula, string? part, Func<FundHistory, Result<T>> compute)
            where T : class
        {
            var id = new FigureId(formula, part is null ? figures.Fund.Code : $"{figures.Fund.Code}/{part}");
            var outcome = history.Then(compute);
            return outcome.IsSuccess ? Figure<T>.Of(id, outcome.Value, Trail) : Figure<T>.None(id, outcome.Error, Trail);
        }
    }
}
