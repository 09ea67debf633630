using FundTracker.Analytics.Carried;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Pacing;

/// <summary>
/// Calls and distributions ahead of single funds as figures: each quarter with what it was computed from, and behind the quarters the fund's
/// parameters, its unfunded and its NAV. Inputs are made when somebody looks at them: a large portfolio has very many.
/// </summary>
internal sealed class FundPaces(CashAhead ahead, string scope)
{
    private static readonly KindSet CalledKinds =
        KindSet.Of(LineKind.CallIssued, LineKind.CallCancelled, LineKind.Contribution, LineKind.ContributionInKind);

    private static readonly KindSet FittedKinds = LineKinds.PaidInKinds | LineKinds.DistributionKinds | KindSet.Of(LineKind.Nav);
    private readonly LedgerView view = ahead.View;

    /// <summary>Lines of calls inside the commitment and of what answers to them.</summary>
    public static LinesInput Called(LedgerView view, IReadOnlyList<int> edges, Money outstanding) =>
        LinesInput.Of("callsOpen", view, edges, CalledKinds, outstanding) with { Part = LinePart.Called };

    /// <summary>What a fund calls by the end of a day.</summary>
    public Figure<Money> CalledBy(FundAhead fund, DateOnly day)
    {
        List<TrailInput> inputs = [.. Start(fund), .. Source(fund), .. Age(fund), .. Scenario("callSpeed", Share(ahead.Assume.Scenario.CallSpeed), isUsual: ahead.Assume.Scenario.CallSpeed.Equals(1.0))];
        var quarters = fund.Quarters.Where(quarter => quarter.Start <= day).ToList();
        return Of("calls", PacingScope.On(ScopeOf(fund), day), fund.Called(day, ahead.Currency), inputs, quarters, quarter => Call(fund, quarter));
    }

    /// <summary>What a fund pays out by the end of a day.</summary>
    public Figure<Money> PaidOutBy(FundAhead fund, DateOnly day)
    {
        var (scenario, parameters) = (ahead.Assume.Scenario, fund.Paced.Parameters);
        List<TrailInput> inputs =
        [
            .. Value(fund), .. Start(fund), .. Source(fund), .. Age(fund),
            Parameter(fund, "life", Quantity.Of((decimal)parameters.LifeYears, QuantityUnit.Years)),
            Parameter(fund, "bow", Quantity.Of((decimal)parameters.Bow, QuantityUnit.Count)), Parameter(fund, "growth", Share(parameters.GrowthAnnual)),
            Parameter(fund, "yield", Share(parameters.YieldAnnual)),
            .. Scenario("navShock", Share(scenario.NavShock), isUsual: scenario.NavShock.Equals(0.0)),
            .. Scenario("exitDelay", Quantity.Of((decimal)scenario.ExitDelayYears, QuantityUnit.Years), isUsual: scenario.ExitDelayYears.Equals(0.0)),
        ];
        var quarters = fund.Quarters.Where(quarter => quarter.End <= day).ToList();
        return Of(
            "distributions", PacingScope.On(ScopeOf(fund), day), fund.PaidOut(day, ahead.Currency), inputs, quarters, quarter => Distribution(fund, quarter));
    }

    /// <summary>What a fund calls in a quarter: a part of what can still be called.</summary>
    public Figure<Money> Call(FundAhead fund, QuarterAhead quarter)
    {
        var part = PacingScope.Quarter(ScopeOf(fund), quarter.End);
        var uncalled = Of("uncalled", part, quarter.Uncalled, [.. Start(fund)]);
        return Of("calls", part, quarter.Call, [new FigureInput("start", uncalled), Assumed("callRate", part, Share(quarter.CallRateAnnual))]);
    }

    /// <summary>What a fund pays out in a quarter: a part of its value.</summary>
    public Figure<Money> Distribution(FundAhead fund, QuarterAhead quarter)
    {
        var part = PacingScope.Quarter(ScopeOf(fund), quarter.End);
        var grown = Of("value", part, quarter.Grown, [.. Value(fund), .. Start(fund)]);
        var rate = quarter.Grown.IsZero ? Percentage.FromFraction(0) : Percentage.FromFraction(quarter.Distribution.Amount / quarter.Grown.Amount);
        return Of("distributions", part, quarter.Distribution, [new FigureInput("start", grown), Assumed("payoutRate", part, rate)]);
    }

    /// <summary>What a sub-fund has called and was not paid yet, in the mother fund's currency.</summary>
    public Figure<Money> Owed(SubFundPacing fund) => Of(
        "owed", PacingScope.With(scope, fund.Figures.Fund), fund.Outstanding,
        [Called(view, [Edge(fund)], Money.FromMinor(view.OutstandingCalls(Edge(fund)), fund.Figures.Fund.Currency)), .. Rate(fund)]);

    /// <summary>A figure of the forecast.</summary>
    public static Figure<Money> Of(string formula, string scope, Money value, params IReadOnlyList<TrailInput> inputs) =>
        Figure<Money>.Of(new FigureId($"{PortfolioPacing.Formulas}{formula}", scope), value, Trail.Of(inputs));

    /// <summary>Something assumed, with nothing behind it.</summary>
    public static FigureInput Assumed<T>(string formula, string scope, T value)
        where T : class =>
        new("assumption", Figure<T>.Of(new FigureId($"{PortfolioPacing.Formulas}{formula}", scope), value, Trail.Empty));

    private static Figure<Money> Of(
        string formula, string scope, Money value, IReadOnlyList<TrailInput> inputs, IReadOnlyList<QuarterAhead> quarters,
        Func<QuarterAhead, Figure<Money>> figure) => Figure<Money>.Of(
            new FigureId($"{PortfolioPacing.Formulas}{formula}", scope), value,
            new Trail(
                new JoinedList<TrailInput>(inputs, new MappedList<QuarterAhead, TrailInput>(quarters, quarter => new FigureInput("quarter", figure(quarter)))),
                inputs.Any(input => input.IsIllustrative)));

    private string ScopeOf(FundAhead fund) => fund.Known is { } known ? PacingScope.With(scope, known.Figures.Fund) : $"{scope}/planned";

    private int Edge(SubFundPacing fund) => view.Book.FindEdge(EdgeKind.Commitment, view.Book.MotherFund, fund.Figures.Fund.Id);

    /// <summary>What can be called today: unfunded less what is called already; or the commitment that is only meant.</summary>
    private IEnumerable<TrailInput> Start(FundAhead fund)
    {
        if (fund.Known is not { } known) return [Assumed("planned", scope, ahead.Assume.NewCommitments)];
        List<TrailInput> inputs = [new FigureInput("start", known.Figures.Unfunded)];
        if (!known.Outstanding.IsZero) inputs.Add(new FigureInput("less", Owed(known)));
        return [new FigureInput("start", Of("callable", ScopeOf(fund), known.Callable, [.. inputs, .. Rate(known)]))];
    }

    /// <summary>The value today, in the mother fund's currency; nothing where nobody stated one of a fund that has called nothing.</summary>
    private IEnumerable<TrailInput> Value(FundAhead fund)
    {
        if (fund.Known is not { Figures.Nav: { Value: not null } nav } known) return [];
        if (known.Rate is null) return [new FigureInput("start", nav)];
        var converted = Money.Round((decimal)fund.Paced.State.Nav, ahead.Currency);
        return [new FigureInput("start", Of("nav", ScopeOf(fund), converted, [new FigureInput("nav", nav), .. Rate(known)]))];
    }

    private IEnumerable<TrailInput> Rate(SubFundPacing fund) =>
        fund.Rate is { } rate ? [new FactInput("exchangeRate", view.Book.MotherFund, rate.Fact)] : [];

    /// <summary>Where the parameters come from: entered, fitted to lines, or the paper's.</summary>
    private IEnumerable<TrailInput> Source(FundAhead fund)
    {
        if (fund.Known is not { } known) return [];
        var node = known.Figures.Fund.Id;
        return known.Source == PacingSource.Calibrated
            ? [LinesInput.Of("fitted", view, [Edge(known)], FittedKinds, total: null)]
            : [new FactInput(FactNames.Pacing, node, known.Source == PacingSource.Entered ? view.Book.FactOn(node, FactNames.Pacing, view.AsOf, view.KnownAt) : null)];
    }

    private IEnumerable<TrailInput> Age(FundAhead fund) =>
        [Parameter(fund, "age", Quantity.Of((decimal)fund.Paced.State.AgeYears, QuantityUnit.Years))];

    private FigureInput Parameter<T>(FundAhead fund, string formula, T value)
        where T : class => Assumed(formula, ScopeOf(fund), value);

    private IEnumerable<TrailInput> Scenario<T>(string formula, T value, bool isUsual)
        where T : class => isUsual ? [] : [Assumed(formula, scope, value)];

    private static Percentage Share(double fraction) => Percentage.FromFraction((decimal)fraction);
}
