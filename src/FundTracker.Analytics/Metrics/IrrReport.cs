using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;

namespace FundTracker.Analytics.Metrics;

/// <summary>An IRR as screens, the API and the command line hand it out; its property names are the JSON names.</summary>
/// <param name="Status">unique, multiple or none.</param>
/// <param name="Rate">The rate to quote, annual effective, a fraction: the only root, or the preferred of several; null
/// where there is none to quote.</param>
/// <param name="Roots">All rates with 1 + r between 1e-6 and 1e6, annual effective, ascending.</param>
/// <param name="Touching">For each root, whether it stands for several that the amounts don't tell apart.</param>
/// <param name="Intervals">For each root that the amounts don't decide to 1e-10 of 1 + r, the certified interval that holds it, annual
/// effective; null for the others.</param>
/// <param name="PresentAs">annual or period: which figure to print.</param>
/// <param name="PeriodReturn">The return over <paramref name="Days"/> at the rate, a fraction, not annualised; null without a
/// rate or beyond the range of doubles.</param>
/// <param name="Days">Days from the first flow to the last.</param>
/// <param name="Reason">Why there is no rate to quote: empty, allOnOneDate, noSignChange, totalLoss, outOfRange, noRoot or
/// severalRates; null where there is one. The sentence is that of the code <c>irr.</c> and this.</param>
public sealed record IrrReport(
    string Status, double? Rate, IReadOnlyList<double> Roots, IReadOnlyList<bool> Touching,
    IReadOnlyList<(double Lowest, double Highest)?> Intervals, string PresentAs,
    double? PeriodReturn, int Days, string? Reason)
{
    /// <summary>The report of a result.</summary>
    public static IrrReport Of(IrrResult irr)
    {
        double? period = irr.Quoted?.PeriodReturn(irr.Days);
        return new IrrReport(
            StatusOf(irr),
            irr.Quoted?.Rate,
            [.. irr.Roots.Select(root => root.Rate)],
            [.. irr.Roots.Select(root => root.IsTouching)],
            [.. irr.Roots.Select<IrrRoot, (double, double)?>(root => root.IsSharp ? null : (root.LowestRate, root.HighestRate))],
            irr.PresentAs == RatePresentation.Annual ? "annual" : "period",
            period is { } known && double.IsFinite(known) ? period : null,
            irr.Days,
            ReturnReasons.QuotedRate(irr) is { IsSuccess: false } none ? none.Error.Code["irr.".Length..] : null);
    }

    /// <summary>The report of a figure; where its flows are not known it is none, with the last part of the reason's code.</summary>
    public static IrrReport Of(Figure<IrrResult> figure) => figure.Value is { } irr
        ? Of(irr)
        : new IrrReport(
            "none", Rate: null, [], [], [], "annual", PeriodReturn: null, Days: 0, figure.NoneReason!.Code[(figure.NoneReason.Code.LastIndexOf('.') + 1)..]);

    /// <summary>unique, multiple or none.</summary>
    public static string StatusOf(IrrResult irr) => irr switch
    {
        IrrResult.Unique => "unique",
        IrrResult.Multiple => "multiple",
        _ => "none",
    };
}
