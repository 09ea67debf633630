using System.Globalization;
using FundTracker.Analytics.Metrics;
using FundTracker.Analytics.Returns;
using FundTracker.Analytics.Texts;
using FundTracker.Domain.Results;

namespace FundTracker.Cli.Commands.Metrics;

/// <summary>Writes figures for reading: a line per fund, and under it why a figure has no answer or needs a warning.</summary>
internal sealed class MetricsTable(MetricsTexts texts)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public void Write(IReadOnlyCollection<FundMetrics> funds, DateOnly asOf, TextWriter output)
    {
        output.WriteLine(texts.Fill("metrics.title", ("asOf", asOf.ToString("yyyy-MM-dd", Invariant)), ("count", funds.Count)));
        string[] heads =
        [
            texts.Fill("metrics.fund"), texts.Fill("metrics.paidIn"), texts.Fill("metrics.distributed"), texts.Fill("metrics.nav"),
            "DPI", "RVPI", "TVPI", "IRR", "KS-PME", "Direct Alpha", "Long-Nickels", "PME+", "mPME",
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
        Ratio(fund.Dpi), Ratio(fund.Rvpi), Ratio(fund.Tvpi), Rate(fund.Irr, isSinceInception: true),
        fund.KsPme.IsSuccess ? fund.KsPme.Value.ToString("F4", Invariant) : texts.Fill("metrics.none"),
        Rate(fund.DirectAlpha),
        fund.LongNickels.IsSuccess ? Rate(fund.LongNickels.Value, isSinceInception: false) : texts.Fill("metrics.none"),
        Rate(fund.PmePlus), Rate(fund.MPme),
    ];

    private IEnumerable<string> Notes(FundMetrics fund)
    {
        IEnumerable<DomainError> reasons =
        [
            .. Errors(fund.Distributed), .. Errors(fund.Nav), .. Errors(fund.Dpi), .. Errors(fund.Rvpi), .. Errors(fund.Tvpi),
            .. Errors(ReturnReasons.QuotedRate(fund.Irr)), .. Errors(fund.KsPme), .. Errors(fund.DirectAlpha),
            .. Errors(fund.LongNickels), .. Errors(fund.PmePlus), .. Errors(fund.MPme),
        ];
        return reasons.Select(reason => AnalyticsTexts.Sentence(reason, texts.Culture))
            .Concat(fund.Warnings.Select(warning => AnalyticsTexts.Sentence(warning, texts.Culture)))
            .Distinct();
    }

    private static IEnumerable<DomainError> Errors(IOutcome figure) => figure.Errors;

    private string Amount(Result<decimal> amount) =>
        amount.IsSuccess ? amount.Value.ToString("#,##0.00######", Invariant) : texts.Fill("metrics.none");

    private string Ratio(Result<double> ratio) =>
        ratio.IsSuccess ? ratio.Value.ToString("F2", Invariant) + "x" : texts.Fill("metrics.none");

    private string Rate(Result<double> rate) => rate.IsSuccess ? Percent(rate.Value) : texts.Fill("metrics.none");

    private string Rate(IrrResult irr, bool isSinceInception) => irr switch
    {
        { Quoted: { } root } when isSinceInception && irr.PresentAs == RatePresentation.Period =>
            texts.Fill("metrics.period", ("rate", Percent(root.PeriodReturn(irr.Days))), ("days", irr.Days)),
        IrrResult.Unique unique => Percent(unique.Root.Rate),
        IrrResult.Multiple several =>
            texts.Fill("metrics.several", ("rates", string.Join("; ", several.Roots.Select(root => Percent(root.Rate))))),
        _ => texts.Fill("metrics.none"),
    };

    private static string Percent(double fraction) => (fraction * 100).ToString("F2", Invariant) + " %";

    private static string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, c) => c == 0 ? cell + Blanks(cell, widths[c]) : Blanks(cell, widths[c]) + cell)).TrimEnd();

    private static string Blanks(string cell, int width) => new(' ', width - Width(cell));

    /// <summary>Columns on a terminal: Chinese characters and full-width signs take two.</summary>
    private static int Width(string text) => text.Sum(c => c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uFFE6' ? 2 : 1);
}
