using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Text;

/// <summary>
/// Rates of return as words: a year's rate as a percentage; under one year the return of the period with its days, not annualised
/// (GIPS 2020); of several rates that none is preferred of, all. One form for screens, reports and the command line.
/// </summary>
public static class RateText
{
    /// <summary>The rate to print as a fraction: per year, or of the period under one year; null where there is none to quote.</summary>
    public static decimal? Printed(IrrResult irr) => irr.Quoted is { } root ? Printed(irr, root) : null;

    /// <summary>The rate to quote; null where there is none.</summary>
    public static string? Of(IrrResult irr, Texts texts) => irr.Quoted is { } root ? Of(irr, root, texts) : null;

    /// <summary>All rates that solve the flows, ascending; empty where none does. One that stands for several is marked.</summary>
    public static IReadOnlyList<string> Roots(IrrResult irr, Texts texts) =>
    [
        .. irr.Roots.Select(root => root.IsTouching
            ? texts.Fill("rate.touching", ("rate", Of(irr, root, texts)))
            : Of(irr, root, texts)),
    ];

    /// <summary>What is known of the rate in one sentence: proved to be the only one, one of several, or the days behind it.</summary>
    public static string Status(IrrResult irr, Texts texts) => string.Join(
        ' ', irr.Roots.Where(root => !root.IsSharp).Select(root => Interval(root, texts)).Prepend(Known(irr, texts)));

    private static string Known(IrrResult irr, Texts texts) => irr switch
    {
        IrrResult.Unique => texts.Fill("rate.unique", ("days", irr.Days)),
        IrrResult.Multiple { PreferredIndex: not null } =>
            texts.Fill("rate.preferred", ("rates", string.Join(texts["rate.separator"], Roots(irr, texts))), ("days", irr.Days)),
        IrrResult.Multiple => texts.Fill("rate.several", ("rates", string.Join(texts["rate.separator"], Roots(irr, texts))), ("days", irr.Days)),
        _ => texts.Sentence(NoneReason(irr)!),
    };

    /// <summary>The certified interval of a root that the amounts themselves don't decide any further, annual.</summary>
    public static string Interval(IrrRoot root, Texts texts) => texts.Fill(
        "rate.interval", ("lowest", Precise(root.LowestRate)), ("highest", Precise(root.HighestRate)));

    private static string Precise(double rate) => (rate * 100).ToString("0.############", System.Globalization.CultureInfo.InvariantCulture) + " %";

    /// <summary>Why a figure prints no number: it has no value, or its value is a rate of which none can be quoted.</summary>
    public static DomainError? NoneReason(IFigure figure) =>
        figure.NoneReason ?? (figure.Value is IrrResult irr ? NoneReason(irr) : null);

    private static DomainError? NoneReason(IrrResult irr) => ReturnReasons.QuotedRate(irr) is { IsSuccess: false } none ? none.Error : null;

    private static string Of(IrrResult irr, IrrRoot root, Texts texts)
    {
        var rate = Percentage.FromFraction(Printed(irr, root)).ToString();
        return irr.PresentAs == RatePresentation.Annual ? rate : texts.Fill("rate.period", ("rate", rate), ("days", irr.Days));
    }

    // Below 1e6 in size: 1 + r is at most 1e6, and a period under one year is shorter than that of the rate.
    private static decimal Printed(IrrResult irr, IrrRoot root) =>
        (decimal)(irr.PresentAs == RatePresentation.Annual ? root.Rate : root.PeriodReturn(irr.Days));
}
