using FundTracker.Analytics.Benchmarking;
using FundTracker.Analytics.Ratios;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Indices;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Performance;

/// <summary>The mother fund's own sub-funds of one vintage year, beside each other.</summary>
/// <param name="Year">The year; null where neither a fact nor a payment gives one.</param>
/// <param name="Funds">Its funds by TVPI, the highest first; those without one last.</param>
/// <param name="Tvpi">Quartiles of TVPI; null where none has one.</param>
/// <param name="Irr">Quartiles of the annual IRR; null where none has one.</param>
/// <param name="Benchmark">What a published benchmark says of the vintage, by measure; empty where none is chosen or it has no such vintage.</param>
public sealed record VintagePeers(
    int? Year, IReadOnlyList<Peer> Funds, Quartiles? Tvpi, Quartiles? Irr, IReadOnlyList<BenchmarkQuartiles> Benchmark)
{
    /// <summary>Fewer peers than this are not ranked: a quarter of three funds is none.</summary>
    public const int RankedFrom = 4;

    /// <summary>All vintages, ascending; funds without one last.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="family">Figures of the mother fund and its sub-funds, see <see cref="FundFigureEngine.OfFamily"/>.</param>
    /// <param name="benchmark">A published benchmark to compare with; null for none.</param>
    public static IReadOnlyList<VintagePeers> Of(LedgerView view, IReadOnlyList<FundFigures> family, ChosenBenchmark? benchmark = null)
    {
        var years = new VintageYears(view);
        return
        [
            .. family.Where(figures => figures.Fund.Id != view.Book.MotherFund).GroupBy(figures => years.Of(figures.Fund))
                .OrderBy(vintage => vintage.Key ?? int.MaxValue).Select(vintage => OfYear(vintage.Key, [.. vintage], benchmark?.Of(vintage.Key) ?? [])),
        ];
    }

    /// <summary>The annual rate as a fraction; null where there is none, or for less than a year.</summary>
    private static double? AnnualRate(FundFigures figures) =>
        figures.Irr.Value is { PresentAs: RatePresentation.Annual, Quoted: { } root } ? root.Rate : null;

    /// <summary>The quartile of a published benchmark in which a fund stands; null where either has no number.</summary>
    private static int? RankOf(IReadOnlyList<BenchmarkQuartiles> benchmark, BenchmarkMeasure measure, double? own) =>
        own is { } value && benchmark.FirstOrDefault(row => row.Measure == measure) is { } row
            ? new Quartiles((double)row.Lower, (double)row.Median, (double)row.Upper).RankOf(value)
            : null;

    private static VintagePeers OfYear(int? year, IReadOnlyList<FundFigures> funds, IReadOnlyList<BenchmarkQuartiles> benchmark)
    {
        var tvpi = Quartiles.Of(funds.Select(fund => fund.Tvpi.Value).OfType<Multiple>().Select(multiple => (double)multiple.Value));
        var irr = Quartiles.Of(funds.Select(AnnualRate).OfType<double>());
        var isRanked = year is not null && funds.Count >= RankedFrom;
        return new VintagePeers(
            year,
            [
                .. funds.OrderByDescending(fund => fund.Tvpi.Value?.Value).ThenBy(fund => fund.Fund.Code, StringComparer.Ordinal).Select(fund => new Peer(
                    fund, isRanked && fund.Tvpi.Value is { } own ? tvpi?.RankOf((double)own.Value) : null,
                    isRanked && AnnualRate(fund) is { } rate ? irr?.RankOf(rate) : null,
                    RankOf(benchmark, BenchmarkMeasure.Tvpi, (double?)fund.Tvpi.Value?.Value),
                    RankOf(benchmark, BenchmarkMeasure.Dpi, (double?)fund.Dpi.Value?.Value),
                    RankOf(benchmark, BenchmarkMeasure.Irr, AnnualRate(fund)))),
            ],
            tvpi, irr, benchmark);
    }
}

/// <summary>A fund among those of its vintage.</summary>
/// <param name="Figures">Its figures.</param>
/// <param name="TvpiQuartile">1 the best to 4; null where it has none or there are too few peers.</param>
/// <param name="IrrQuartile">The same by annual IRR.</param>
/// <param name="TvpiInBenchmark">Quartile of the published benchmark by TVPI, 1 the best; null where it says nothing of the vintage.</param>
/// <param name="DpiInBenchmark">The same by DPI.</param>
/// <param name="IrrInBenchmark">The same by annual IRR.</param>
public sealed record Peer(
    FundFigures Figures, int? TvpiQuartile, int? IrrQuartile, int? TvpiInBenchmark, int? DpiInBenchmark, int? IrrInBenchmark);

/// <summary>A published table of quartiles to compare with.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rows">The rows in force, see <see cref="BenchmarkEntry.InForce"/>.</param>
public sealed record ChosenBenchmark(string Code, BilingualName Name, IReadOnlyList<BenchmarkQuartiles> Rows)
{
    /// <summary>What it says of a vintage, by measure; nothing of an unknown one.</summary>
    public IReadOnlyList<BenchmarkQuartiles> Of(int? year) => [.. Rows.Where(row => row.Vintage == year)];
}
