using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Performance;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Pacing;

/// <summary>Where the parameters of a sub-fund's pacing come from.</summary>
public enum PacingSource
{
    /// <summary>Entered for the fund.</summary>
    Entered = 1,

    /// <summary>Fitted to what the fund has done in its whole years so far.</summary>
    Calibrated = 2,

    /// <summary>Those of the paper: the fund is too young, or its history too thin, to fit.</summary>
    Published = 3,
}

/// <summary>A sub-fund of a forecast, in the mother fund's currency: from another at the stated rate of the day, which is held for all days ahead.</summary>
/// <param name="Figures">Its figures, in its own currency.</param>
/// <param name="Callable">What it can still call: unfunded less what is called and not paid yet.</param>
/// <param name="Outstanding">Called and not paid yet.</param>
/// <param name="Paced">Where it stands and its parameters.</param>
/// <param name="Source">Where these come from.</param>
/// <param name="Rate">The rate; null for a fund in the mother fund's own currency.</param>
public sealed record SubFundPacing(
    FundFigures Figures, Money Callable, Money Outstanding, PacedFund Paced, PacingSource Source, StatedRate? Rate)
{
    /// <summary>Contribution rates 25 %, 33 %, 50 %, life 12, bow 2.5, growth 13 %, no yield.</summary>
    /// <remarks>Takahashi and Alexander, Illiquid Alternative Asset Fund Modeling (2001), the base case.</remarks>
    public static PacingParameters Paper { get; } = new([0.25, 1.0 / 3, 0.5], LifeYears: 12, Bow: 2.5, GrowthAnnual: 0.13, YieldAnnual: 0);

    /// <summary>The pacing of a sub-fund, or why it is left out of the forecast.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="edge">Dense index of the mother fund's commitment to it.</param>
    public static Result<SubFundPacing> Of(LedgerView view, int edge)
    {
        var fund = view.Book.Node(view.Book.Edges[edge].Investee);
        var stated = fund.Currency == view.Book.Root.Currency ? null : StatedRates.Find(view, fund.Currency);
        if (stated is { IsSuccess: false }) return Result<SubFundPacing>.Refused(stated.Errors);
        var rate = stated?.Value;
        var figures = FundFigureEngine.OfSubFund(view, edge);
        if (figures.Unfunded.NoneReason is { } unknown) return unknown;
        if (figures.Nav.NoneReason is { } noNav && !figures.PaidIn.Require().IsZero) return noNav;
        var history = HolderHistory.Of(view, fund);
        if (!history.IsSuccess) return Result<SubFundPacing>.Refused(history.Errors);
        var (callable, outstanding) = (In(view.Callable(edge)), In(view.OutstandingCalls(edge)));
        var (parameters, source) = Parameters(view, fund, history.Value, (double)figures.Commitment.Require().Amount);
        var commitment = Converted(figures.Commitment.Require());
        var state = new PacingState(
            (double)commitment.Amount, (double)(commitment - callable).Amount, (double)(figures.Nav.Value is { } nav ? Converted(nav).Amount : 0),
            Age(history.Value));
        return new SubFundPacing(figures, callable, outstanding, new PacedFund(state, parameters), source, rate);

        Money In(long minor) => Converted(Money.FromMinor(Math.Max(0, minor), fund.Currency));

        Money Converted(Money own) => rate is null ? own : Money.Round(own.Amount * rate.Rate, view.Book.Root.Currency);
    }

    private static (PacingParameters Parameters, PacingSource Source) Parameters(
        LedgerView view, NodeEntry fund, FundHistory history, double commitment)
    {
        var entered = view.Book.FactOn(fund.Id, FactNames.Pacing, view.AsOf, view.KnownAt);
        if (entered is not null && PacingTerms.Parse(entered.Value) is { } terms) return (From(terms), PacingSource.Entered);
        if (commitment <= 0 || WholeYears(history) is not { Count: > 0 } years) return (Paper, PacingSource.Published);
        var fitted = PacingCalibration.Fit(commitment, years, Math.Max(Paper.LifeYears, years.Count + 1), Paper);
        return fitted.GrowthAnnual > -1 && fitted.ContributionRates.All(rate => rate is >= 0 and <= 1)
            ? (fitted, PacingSource.Calibrated)
            : (Paper, PacingSource.Published);
    }

    private static PacingParameters From(PacingTerms terms) => new(
        [.. terms.CallPercents.Select(rate => (double)(rate / 100))], (double)terms.LifeYears, (double)terms.Bow,
        (double)(terms.GrowthPercent / 100), (double)(terms.YieldPercent / 100));

    private static double Age(FundHistory history) =>
        history.Events.IsEmpty ? 0 : DayCount.Years(history.Events[0].Date, history.AsOf);

    /// <summary>Years from the first flow on that have ended; null where one of them ends without a value.</summary>
    private static List<PacingYear>? WholeYears(FundHistory history)
    {
        var events = history.Events.ToArray();
        var flows = events.Where(e => e.Kind != FundEventKind.Nav).ToList();
        if (flows.Count == 0) return null;
        List<PacingYear> years = [];
        for (var start = flows[0].Date; start.AddYears(1) <= history.AsOf; start = start.AddYears(1))
        {
            var end = start.AddYears(1);
            if (new FundHistory(events, end.AddDays(-1)).FinalNav is not { } nav) return null;
            years.Add(new PacingYear(
                Sum(FundEventKind.Contribution), Sum(FundEventKind.Distribution), (double)nav.Amount));

            double Sum(FundEventKind kind) => (double)flows.Where(e => e.Kind == kind && e.Date >= start && e.Date < end).Sum(e => e.Amount);
        }

        return years;
    }
}
