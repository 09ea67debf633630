using FundTracker.Analytics.Numerics;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Pacing;

/// <summary>What a forecast of a mother fund assumes.</summary>
/// <param name="Scenario">Against the base case.</param>
/// <param name="Quarters">How far it looks.</param>
/// <param name="Reserve">What cash must not fall below.</param>
/// <param name="CostsAnnual">The mother fund's own fees and expenses a year, spread over quarters.</param>
/// <param name="NewCommitments">What the mother fund means to promise to new sub-funds at once; called and paid out as in the paper.</param>
/// <param name="LeadDays">Days from the decision on a phase to its money.</param>
/// <param name="Volatility">Standard deviation of the log of a quarter's call rate.</param>
/// <param name="Correlation">Of call rates between funds, 0 to 1.</param>
/// <param name="Seed">Of the simulation; the same seed gives the same range.</param>
public sealed record PacingAssumptions(
    PacingScenario Scenario, int Quarters, Money Reserve, Money CostsAnnual, Money NewCommitments, int LeadDays, double Volatility, double Correlation, ulong Seed);

/// <summary>A quarter of the forecast; estimates.</summary>
/// <param name="Start">First day, on which calls are taken to be paid.</param>
/// <param name="End">Last day, on which distributions are taken to come.</param>
/// <param name="Calls">What the sub-funds call.</param>
/// <param name="Distributions">What they pay out.</param>
/// <param name="Costs">What the mother fund pays for itself.</param>
/// <param name="Nav">Value of the sub-funds at the end.</param>
/// <param name="Cash">The mother fund's cash at the end, without any further phase.</param>
/// <param name="Median">Half of the simulated runs call less.</param>
/// <param name="Range50">The middle half of the runs.</param>
/// <param name="Range75">The middle three quarters.</param>
/// <param name="Range95">The middle 95 %.</param>
public sealed record PacedQuarter(
    DateOnly Start, DateOnly End, Figure<Money> Calls, Figure<Money> Distributions, Money Costs, Money Nav, Figure<Money> Cash, Money Median,
    MoneyRange Range50, MoneyRange Range75, MoneyRange Range95);

/// <summary>A range of amounts, both ends in it.</summary>
public sealed record MoneyRange(Money Low, Money High);

/// <summary>When the next phase must be paid in, and how much; estimates.</summary>
/// <param name="ShortfallDate">First day on which cash would lie below the reserve without it; null where it never does.</param>
/// <param name="PayBy">The last day to decide on it: the shortfall less the lead time.</param>
/// <param name="ShortfallAmount">What is missing on that day.</param>
/// <param name="AmountNeeded">What keeps cash at the reserve up to the horizon.</param>
/// <param name="LowestOn">The first of the days with the lowest cash.</param>
/// <param name="LowestCash">Cash on that day.</param>
/// <param name="Horizon">Last day looked at.</param>
public sealed record PhaseAnswer(
    DateOnly? ShortfallDate, DateOnly? PayBy, Figure<Money> ShortfallAmount, Figure<Money> AmountNeeded, DateOnly LowestOn, Figure<Money> LowestCash,
    DateOnly Horizon);

/// <summary>Calls and distributions of a mother fund's sub-funds ahead, its cash, and when its next phase is needed.</summary>
/// <param name="Cash">Its cash today.</param>
/// <param name="Expected">Called on its shareholders and not paid yet: taken to come on the first day.</param>
/// <param name="Owed">Called by sub-funds and not paid yet: taken to go on the first day.</param>
/// <param name="Costs">Its own costs a year, as assumed.</param>
/// <param name="CostsLastYear">Its own fees, expenses and taxes of the last year, as recorded.</param>
/// <param name="Quarters">The quarters ahead.</param>
/// <param name="Phase">The answer to the phase question.</param>
/// <param name="Funds">The sub-funds, by code.</param>
/// <param name="LeftOut">Sub-funds without what a forecast needs, by code.</param>
public sealed record PortfolioPacing(
    Figure<Money> Cash, Figure<Money> Expected, Figure<Money> Owed, Figure<Money> Costs, Money CostsLastYear, IReadOnlyList<PacedQuarter> Quarters,
    PhaseAnswer Phase, IReadOnlyList<SubFundPacing> Funds, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>What the formulas of a forecast begin with.</summary>
    public const string Formulas = "pacing.";

    private const int Runs = 2_000;
    private static readonly KindSet CostKinds = KindSet.Of(LineKind.ManagementFee, LineKind.Expense, LineKind.Tax);

    /// <summary>Forecasts a mother fund.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="assume">What is assumed.</param>
    public static PortfolioPacing Of(LedgerView view, PacingAssumptions assume)
    {
        var (ahead, costs) = (CashAhead.Of(view, assume), CostsOfLastYear(view));
        var trail = new CashTrail(ahead, costs);
        return new PortfolioPacing(
            ahead.Cash, trail.Expected, trail.Owed, trail.Costs, costs, Quartered(ahead, trail),
            new PhaseAnswer(
                ahead.Need.ShortfallDate, ahead.Need.PayBy, trail.Missing, trail.Needed, ahead.LowestOn, trail.Cash(ahead.LowestOn), ahead.Days[^1].End),
            [.. ahead.Funds.Select(fund => fund.Known).OfType<SubFundPacing>()], ahead.LeftOut);
    }

    /// <summary>Figures among which, and among whose inputs, the one of an address is to be found; the forecast is made anew as the address assumes.</summary>
    public static IEnumerable<IFigure> Near(LedgerView view, FigureId id) =>
        PacingScope.Read(view, id) is { } assume ? new CashTrail(CashAhead.Of(view, assume), CostsOfLastYear(view)).Near(id.Scope) : [];

    /// <summary>What the mother fund's own account paid in the year up to the day of the view.</summary>
    public static Money CostsOfLastYear(LedgerView view)
    {
        var root = view.Book.Root;
        var edge = view.Book.FindEdge(EdgeKind.Own, root.Id, root.Id);
        if (edge < 0) return Money.Zero(root.Currency);
        var before = view.On(view.AsOf.AddYears(-1));
        return Money.FromMinor(Math.Max(0, view.Sum(edge, CostKinds) - before.Sum(edge, CostKinds)), root.Currency);
    }

    /// <summary>The lines of the costs of the last year.</summary>
    internal static IReadOnlyList<TrailInput> CostLines(LedgerView view, Money costs)
    {
        var edge = view.Book.FindEdge(EdgeKind.Own, view.Book.MotherFund, view.Book.MotherFund);
        return edge < 0 || costs.IsZero
            ? []
            : [LinesInput.Of("costs", view, [edge], CostKinds, costs) with { Days = DateRange.Of(view.AsOf.AddYears(-1).AddDays(1), view.AsOf) }];
    }

    private static IReadOnlyList<PacedQuarter> Quartered(CashAhead ahead, CashTrail trail)
    {
        // The simulation knows no scenario: slower calls are slower rates.
        var assume = ahead.Assume;
        var paced = ahead.Funds.Select(fund => fund.Paced with
        {
            Parameters = fund.Paced.Parameters with
            {
                ContributionRates = [.. fund.Paced.Parameters.ContributionRates.Select(rate => Math.Clamp(rate * assume.Scenario.CallSpeed, 0, 1))],
            },
        });
        var ranges = CallSimulation.Run([.. paced], assume.Quarters, Runs, assume.Volatility, assume.Correlation, assume.Seed);
        return
        [
            .. ahead.Days.Zip(ranges).Select((pair, place) => new PacedQuarter(
                pair.First.Start, pair.First.End, trail.Calls(place), trail.Distributions(place),
                ahead.CostsBy(pair.First.End) - ahead.CostsBy(pair.First.Start.AddDays(-1)), ahead.Sum(fund => fund.Quarters[place].Nav), trail.Cash(pair.First.End),
                In(pair.Second.Median), Range(pair.Second.Range50), Range(pair.Second.Range75), Range(pair.Second.Range95))),
        ];

        Money In(double amount) => Estimate.ToMoney(amount, ahead.Currency);
        MoneyRange Range((double Low, double High) range) => new(In(range.Low), In(range.High));
    }
}
