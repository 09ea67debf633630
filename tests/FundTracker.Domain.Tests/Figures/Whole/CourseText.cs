using System.Globalization;
using System.Text;
using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Pacing;
using FundTracker.Analytics.Performance;
using FundTracker.Analytics.PublicMarket;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Indices;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Figures.Whole;

/// <summary>How funds did over time and how they go on, as text: performance, roll-forwards, what moved a ratio, cash ahead.</summary>
internal sealed class CourseText
{
    private static readonly string[] Funds = ["M", "F", "G", "H", "O", "N"];
    private static readonly ChosenIndex Index = new(
        "IX", Currency.Cny, new IndexSeries([(new DateOnly(2019, 12, 31), 100.0), (new DateOnly(2020, 12, 31), 110), (new DateOnly(2021, 12, 31), 121), (new DateOnly(2022, 12, 31), 96.8)]));

    private readonly StringBuilder page = new();
    private readonly HashSet<(FigureId, object?)> said = [];

    private CourseText()
    {
    }

    /// <summary>Each fund's performance, its curve and its place among its peers.</summary>
    public static string Performance(LedgerView view)
    {
        var text = new CourseText();
        foreach (var code in Funds.Where(code => code != "G"))
        {
            var performance = PerformanceEngine.Of(view, code, Index)!;
            text.Say($"performance of {code}, index stale since {performance.Market.IndexStaleSince:O}");
            text.Figures(performance.All);
            foreach (var at in performance.Curve) text.Say($" {at.Day:O} in {at.PaidIn} out {at.Distributed} net {at.NetCash} nav {at.Nav} value {at.NetValue}");
            foreach (var at in performance.RateHistory.Where(at => performance.Curve.Any(point => point.Day == at.Day && point.Nav is not null))) text.Say($" {at.Day:O} {at.Irr.Status} {at.Irr.Rate:G10} {at.Irr.PresentAs} {at.Irr.PeriodReturn:G10} over {at.Irr.Days} {at.Irr.Reason}");
            Assert.All(performance.All, figure => Assert.True(PerformanceEngine.Computes(figure.Id.Formula), figure.Id.Formula));
            Assert.DoesNotContain(performance.Figures.WithRate, figure => PerformanceEngine.Computes(figure.Id.Formula));
        }

        BenchmarkQuartiles[] rows = [.. Enum.GetValues<BenchmarkMeasure>().Select(measure => new BenchmarkQuartiles(2020, measure, new DateOnly(2022, 12, 31), 0.1m, 1m, 1.5m, ""))];
        foreach (var vintage in VintagePeers.Of(view, FundFigureEngine.OfFamily(view), new ChosenBenchmark("B", BilingualName.Of("B", "B"), rows)))
        {
            text.Say($"vintage {vintage.Year}: tvpi {vintage.Tvpi} irr {vintage.Irr} benchmark {vintage.Benchmark.Count}");
            foreach (var peer in vintage.Funds)
                text.Say($" {peer.Figures.Fund.Code} {peer.TvpiQuartile} {peer.IrrQuartile} in benchmark {peer.TvpiInBenchmark} {peer.DpiInBenchmark} {peer.IrrInBenchmark}");
        }

        var pooled = PooledCurve.Of(view);
        text.Say($"pooled in {pooled.Currency}: {Codes(pooled.Funds)}, at cost {Codes(pooled.AtCost)}, left out {string.Join(", ", pooled.LeftOut.Select(left => $"{left.Fund.Code} {left.Reason}"))}");
        foreach (var at in pooled.Points) text.Say($" {at.Day:O} in {at.PaidIn} out {at.Distributed} net {at.NetCash} nav {at.Nav} value {at.NetValue}");
        return text.page.ToString();
    }

    /// <summary>Roll-forwards to the day, and what moved each ratio up to the day from which they begin.</summary>
    public static string Moved(LedgerView view, DateOnly from)
    {
        var text = new CourseText();
        foreach (var code in Funds)
        {
            foreach (var roll in RollForwardEngine.ToDate(view, code)!.Append(RollForwardEngine.Of(view, code, from)!).DistinctBy(roll => roll.From))
            {
                text.Say($"roll-forward of {code} from {roll.From:O} to {roll.To:O}: {string.Join(", ", roll.Effects().Select(part => $"{part.Part.Id.Formula} {part.Effect}"))}");
                foreach (var remark in roll.Remarks) text.Say($" {remark}");
                text.Figures(roll.All);
            }
        }

        var (begin, then) = (new DateOnly(2020, 2, 5), view.On(from));
        foreach (var formula in Enum.GetValues<LeverageFormula>())
        {
            text.Say($"{formula} since {begin:O}, {LeverageAttribution.On(then, begin, formula).Value?.Value}");
            foreach (var step in LeverageAttribution.Of(then, begin, formula))
                text.Say($" {step.Day:O} {step.Change} to {step.After.Value?.Value} by lines {string.Join(',', step.Lines.Select(line => line + 1))}");
        }

        return text.page.ToString();
    }

    /// <summary>Cash ahead, and when the next phase is needed.</summary>
    public static string Ahead(LedgerView view, PacingAssumptions assume)
    {
        var text = new CourseText();
        var pacing = PortfolioPacing.Of(view, assume);
        text.Say($"costs of last year {pacing.CostsLastYear}, left out {string.Join(", ", pacing.LeftOut.Select(left => $"{left.Fund.Code} {left.Reason}"))}");
        foreach (var fund in pacing.Funds) text.Say($"fund {fund.Figures.Fund.Code} {fund.Source} callable {fund.Callable} outstanding {fund.Outstanding} at {fund.Rate?.Fact.Value}");
        var phase = pacing.Phase;
        text.Say($"phase: short on {phase.ShortfallDate:O}, decide by {phase.PayBy:O}, lowest on {phase.LowestOn:O}, up to {phase.Horizon:O}");
        text.Figures([pacing.Cash, pacing.Expected, pacing.Owed, pacing.Costs, phase.ShortfallAmount, phase.AmountNeeded, phase.LowestCash]);
        foreach (var quarter in pacing.Quarters)
        {
            text.Say($"quarter {quarter.Start:O} to {quarter.End:O}: costs {quarter.Costs}, nav {quarter.Nav}");
            text.Figures([quarter.Calls, quarter.Distributions, quarter.Cash]);
            text.Say($" calls {quarter.Median} in the middle, {Between(quarter.Range50)}, {Between(quarter.Range75)}, {Between(quarter.Range95)}");
            Assert.True(quarter.Range95.Low.MinorUnits <= quarter.Range75.Low.MinorUnits && quarter.Range75.Low.MinorUnits <= quarter.Range50.Low.MinorUnits);
            Assert.True(quarter.Range50.Low.MinorUnits <= quarter.Median.MinorUnits && quarter.Median.MinorUnits <= quarter.Range50.High.MinorUnits);
            Assert.True(quarter.Range50.High.MinorUnits <= quarter.Range75.High.MinorUnits && quarter.Range75.High.MinorUnits <= quarter.Range95.High.MinorUnits);
        }

        return text.page.ToString();
    }

    private static string Codes(IEnumerable<NodeEntry> nodes) => string.Join(',', nodes.Select(node => node.Code));

    private static string Between(MoneyRange range) => $"{range.Low} to {range.High}";

    private void Figures(IEnumerable<IFigure> figures) => page.Append(FigureText.Of(figures, said));

    private void Say(FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');
}
