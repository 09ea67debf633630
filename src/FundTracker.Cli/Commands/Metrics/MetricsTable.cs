using System.Globalization;
using FundTracker.Analytics.Metrics;
using FundTracker.Analytics.Returns;
using FundTracker.Analytics.Texts;
using FundTracker.Application.Text;
using FundTracker.Domain.Results;

namespace FundTracker.Cli.Commands.Metrics;

/// <summary>Writes figures for reading: a line per fund, and under it why a figure has no answer or needs a warning.</summary>
internal sealed class MetricsTable(MetricsTexts texts)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private readonly Application.Text.Texts words = Application.Text.Texts.In(texts.Culture.TwoLetterISOLanguageName);

    public void Write(IReadOnlyCollection<FundMetrics> funds, DateOnly asOf, TextWriter output)
    {
        output.WriteLine(texts.Fill("metrics.title", ("asOf", asOf.ToString("yyyy-MM-dd", Invariant)), ("count", funds.Count)));
        string[] heads =
        [
            texts.Fill("metrics.fund"), texts.Fill("metrics.paidIn"), texts.Fill("metrics.distributed"), texts.Fill("metrics.nav"),
            "DPI", "RVPI", "TVPI", "IRR", "KS-PME", "Direct Alpha", "Long-Nickels", "PME+", "mPME",
            .. funds.Any(fund => fund.Xirr is not null) ? ["XIRR"] : (string[])[],
        ];
        List<string[]> lines = [heads, .. funds.Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, heads.Length).Select(c => lines.Max(line => Width(line[c])))];
        output.WriteLine(Line(heads, widths));
        foreach ((FundMetrics fund, string[] cells) in funds.Zip(lines.Skip(1)))
        {
            output.WriteLine(Line(cells, widths));
            foreach (string note in Notes(fund))
            {
                output.WriteLine("    " + note);
            }
        }
    }

    private string[] Cells(FundMetrics fund) =>
    [
        fund.Fund, Amount(fund.PaidIn), Amount(fund.Distributed), Amount(fund.Nav),
        Ratio(fund.Dpi), Ratio(fund.Rvpi), Ratio(fund.Tvpi), Rate(fund.Irr),
        fund.KsPme.IsSuccess ? fund.KsPme.Value.ToString("F4", Invariant) : texts.Fill("metrics.none"),
        .. Rates(fund).Skip(1).Select(rate => rate.Value.IsSuccess ? Rate(rate.Value.Value) : texts.Fill("metrics.none")),
        .. fund.Xirr is { } xirr ? [xirr.IsSuccess ? Percent(xirr.Value) : texts.Fill("metrics.none")] : (string[])[],
    ];

    /// <summary>The rates that are found as an IRR is, with their names.</summary>
    private static IEnumerable<(string Name, Result<IrrResult> Value)> Rates(FundMetrics fund) =>
    [
        ("IRR", fund.Irr), ("Direct Alpha", fund.DirectAlpha), ("Long-Nickels", fund.LongNickels), ("PME+", fund.PmePlus), ("mPME", fund.MPme),
    ];

    private IEnumerable<string> Notes(FundMetrics fund)
    {
        IEnumerable<DomainError> reasons =
        [
            .. Errors(fund.Distributed), .. Errors(fund.Nav), .. Errors(fund.Dpi), .. Errors(fund.Rvpi), .. Errors(fund.Tvpi),
            .. Errors(fund.KsPme), .. Rates(fund).SelectMany(rate => Errors(WhyNone(rate.Value))), .. fund.Xirr is { } xirr ? Errors(xirr) : [],
        ];
        return reasons.Select(reason => AnalyticsTexts.Sentence(reason, texts.Culture))
            .Concat(Rates(fund).SelectMany(rate => rate.Value.IsSuccess ? NotesOf(rate.Name, rate.Value.Value) : []))
            .Concat(fund.Warnings.Select(warning => AnalyticsTexts.Sentence(warning, texts.Culture)))
            .Distinct();
    }

    /// <summary>All rates where there are several, and how far the amounts decide a rate where that is not far.</summary>
    private IEnumerable<string> NotesOf(string name, IrrResult irr)
    {
        if (irr is IrrResult.Multiple || irr.Roots.Any(root => !root.IsSharp))
        {
            yield return $"{name}: {RateText.Status(irr, words)}";
        }
    }

    private static IOutcome WhyNone(Result<IrrResult> rate) => rate.IsSuccess && rate.Value is IrrResult.None none
        ? Result<double>.Refused([ReturnReasons.Of(none.Reason)])
        : rate;

    private static IEnumerable<DomainError> Errors(IOutcome figure) => figure.Errors;

    private string Amount(Result<decimal> amount) =>
        amount.IsSuccess ? amount.Value.ToString("#,##0.00######", Invariant) : texts.Fill("metrics.none");

    private string Ratio(Result<double> ratio) =>
        ratio.IsSuccess ? ratio.Value.ToString("F2", Invariant) + "x" : texts.Fill("metrics.none");

    /// <summary>The rate to quote; under one year of the period, with its days; all of several of which none is preferred.</summary>
    private string Rate(IrrResult irr) => irr switch
    {
        { Quoted: { } root } => Rate(irr, root),
        IrrResult.Multiple => texts.Fill("metrics.several", ("rates", string.Join("; ", irr.Roots.Select(root => Rate(irr, root))))),
        _ => texts.Fill("metrics.none"),
    };

    private string Rate(IrrResult irr, IrrRoot root) => irr.PresentAs == RatePresentation.Period
        ? texts.Fill("metrics.period", ("rate", Percent(root.PeriodReturn(irr.Days))), ("days", irr.Days))
        : Percent(root.Rate);

    private static string Percent(double fraction) => (fraction * 100).ToString("F2", Invariant) + " %";

    private static string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, c) => c == 0 ? cell + Blanks(cell, widths[c]) : Blanks(cell, widths[c]) + cell)).TrimEnd();

    private static string Blanks(string cell, int width) => new(' ', width - Width(cell));

    /// <summary>Columns on a terminal: Chinese characters and full-width signs take two.</summary>
    private static int Width(string text) => text.Sum(c => c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uFFE6' ? 2 : 1);
}
