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
/// <param name="Nav">Value of the sub-funds at the end.</param>
/// <param name="Cash">The mother fund's cash at the end, without any further phase.</param>
/// <param name="Median">Half of the simulated runs call less.</param>
/// <param name="Range50">The middle half of the runs.</param>
/// <param name="Range75">The middle three quarters.</param>
/// <param name="Range95">The middle 95 %.</param>
public sealed record PacedQuarter(
    DateOnly Start, DateOnly End, Money Calls, Money Distributions, Money Nav, Money Cash, Money Median, MoneyRange Range50, MoneyRange Range75,
    MoneyRange Range95);

/// <summary>A range of amounts, both ends in it.</summary>
public sealed record MoneyRange(Money Low, Money High);

/// <summary>When the next phase must be paid in, and how much; estimates.</summary>
/// <param name="ShortfallDate">First day on which cash would lie below the reserve without it; null where it never does.</param>
/// <param name="PayBy">The last day to decide on it: the shortfall less the lead time.</param>
/// <param name="ShortfallAmount">What is missing on that day.</param>
/// <param name="AmountNeeded">What keeps cash at the reserve up to the horizon.</param>
/// <param name="LowestOn">Day of the lowest cash; null without a shortfall.</param>
/// <param name="Horizon">Last day looked at.</param>
public sealed record PhaseAnswer(
    DateOnly? ShortfallDate, DateOnly? PayBy, Money ShortfallAmount, Money AmountNeeded, DateOnly? LowestOn, DateOnly Horizon);

/// <summary>A sub-fund that the forecast leaves out.</summary>
public sealed record LeftOut(NodeEntry Fund, DomainError Reason);

/// <summary>Calls and distributions of a mother fund's sub-funds ahead, its cash, and when its next phase is needed.</summary>
/// <param name="Cash">Its cash today.</param>
/// <param name="Expected">Called on its shareholders and not paid yet: taken to come on the first day.</param>
/// <param name="Owed">Called by sub-funds and not paid yet: taken to go on the first day.</param>
/// <param name="CostsLastYear">Its own fees, expenses and taxes of the last year, as recorded.</param>
/// <param name="Quarters">The quarters ahead.</param>
/// <param name="Phase">The answer to the phase question.</param>
/// <param name="Funds">The sub-funds, by code.</param>
/// <param name="LeftOut">Sub-funds without what a forecast needs, by code.</param>
public sealed record PortfolioPacing(
    Figure<Money> Cash, Money Expected, Money Owed, Money CostsLastYear, IReadOnlyList<PacedQuarter> Quarters, PhaseAnswer Phase,
    IReadOnlyList<SubFundPacing> Funds, IReadOnlyList<LeftOut> LeftOut)
{
    private const int Runs = 2_000;
    private static readonly KindSet CostKinds = KindSet.Of(LineKind.ManagementFee, LineKind.Expense, LineKind.Tax);

    /// <summary>Forecasts a mother fund.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="assume">What is assumed.</param>
    public static PortfolioPacing Of(LedgerView view, PacingAssumptions assume)
    {
        var outcomes = FundFigureEngine.HeldSubFunds(view)
            .Select(edge => (Fund: view.Book.Node(view.Book.Edges[edge].Investee), Outcome: SubFundPacing.Of(view, edge)))
            .OrderBy(pair => pair.Fund.Code, StringComparer.Ordinal).ToList();
        List<SubFundPacing> funds = [.. outcomes.Where(pair => pair.Outcome.IsSuccess).Select(pair => pair.Outcome.Value)];
        var root = view.Book.Root;
        var cash = MotherFundNav.Cash(view, root);
        var shareholders = view.Book.EdgesInto(root.Id).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment);
        var expected = Money.FromMinor(Math.Max(0, shareholders.Sum(view.OutstandingCalls)), root.Currency);
        var owed = funds.Aggregate(Money.Zero(root.Currency), (sum, fund) => sum + fund.Outstanding);
        var months = Months(view.AsOf, assume.Quarters);
        var paced = Paced(funds, assume);
        var forecast = Forecast(paced, assume);
        var moves = Moves(forecast, months, assume, (double)(expected - owed).Amount);
        var need = PhaseNeed.Of((double)cash.Require().Amount, (double)assume.Reserve.Amount, moves, months[^1].End, assume.LeadDays);
        return new PortfolioPacing(
            cash, expected, owed, CostsOfLastYear(view), Quartered(forecast, months, moves, assume, cash.Require(), paced),
            new PhaseAnswer(
                need.ShortfallDate, need.PayBy, In(need.ShortfallAmount), In(need.AmountNeeded), need.LowestOn, months[^1].End),
            funds, [.. outcomes.Where(pair => !pair.Outcome.IsSuccess).Select(pair => new LeftOut(pair.Fund, pair.Outcome.Error))]);

        Money In(double amount) => Estimate.ToMoney(amount, root.Currency);
    }

    /// <summary>What the mother fund's own account paid in the year up to the day of the view.</summary>
    public static Money CostsOfLastYear(LedgerView view)
    {
        var root = view.Book.Root;
        var edge = view.Book.FindEdge(EdgeKind.Own, root.Id, root.Id);
        if (edge < 0) return Money.Zero(root.Currency);
        var before = view.On(view.AsOf.AddYears(-1));
        return Money.FromMinor(Math.Max(0, view.Sum(edge, CostKinds) - before.Sum(edge, CostKinds)), root.Currency);
    }

    /// <summary>Quarters from the day after the as-of date; month ends stay month ends.</summary>
    private static List<(DateOnly Start, DateOnly End)> Months(DateOnly asOf, int quarters)
    {
        var isMonthEnd = asOf.AddDays(1).Day == 1;
        return [.. Enumerable.Range(1, quarters).Select(quarter => (After(quarter - 1).AddDays(1), After(quarter)))];

        DateOnly After(int count) => isMonthEnd ? asOf.AddDays(1).AddMonths(3 * count).AddDays(-1) : asOf.AddMonths(3 * count);
    }

    private static List<PacedFund> Paced(IReadOnlyList<SubFundPacing> funds, PacingAssumptions assume)
    {
        List<PacedFund> paced = [.. funds.Select(fund => fund.Paced)];
        if (assume.NewCommitments.IsPositive)
            paced.Add(new PacedFund(new PacingState((double)assume.NewCommitments.Amount, PaidIn: 0, Nav: 0, AgeYears: 0), SubFundPacing.Paper));
        return paced;
    }

    private static List<PacingPeriod> Forecast(IReadOnlyList<PacedFund> funds, PacingAssumptions assume)
    {
        var single = funds.Select(fund => TakahashiAlexander.Forecast(
            fund.State, fund.Parameters, assume.Scenario, assume.Quarters, periodsPerYear: 4)).ToList();
        return
        [
            .. Enumerable.Range(0, assume.Quarters).Select(quarter => new PacingPeriod(
                quarter + 1, single.Sum(fund => fund[quarter].Contribution), single.Sum(fund => fund[quarter].Distribution),
                single.Sum(fund => fund[quarter].Nav))),
        ];
    }

    private static List<ExpectedCash> Moves(
        List<PacingPeriod> forecast, List<(DateOnly Start, DateOnly End)> months, PacingAssumptions assume, double first) =>
    [
        new ExpectedCash(months[0].Start, first),
        .. forecast.SelectMany((period, quarter) => new[]
        {
            new ExpectedCash(months[quarter].Start, -period.Contribution - ((double)assume.CostsAnnual.Amount / 4)),
            new ExpectedCash(months[quarter].End, period.Distribution),
        }),
    ];

    private static List<PacedQuarter> Quartered(
        List<PacingPeriod> forecast, List<(DateOnly Start, DateOnly End)> months, List<ExpectedCash> moves, PacingAssumptions assume, Money cash,
        IReadOnlyList<PacedFund> funds)
    {
        // The simulation knows no scenario: slower calls are slower rates.
        var paced = funds.Select(fund => fund with
        {
            Parameters = fund.Parameters with
            {
                ContributionRates = [.. fund.Parameters.ContributionRates.Select(rate => Math.Clamp(rate * assume.Scenario.CallSpeed, 0, 1))],
            },
        });
        var ranges = CallSimulation.Run([.. paced], assume.Quarters, Runs, assume.Volatility, assume.Correlation, assume.Seed);
        var (quarters, balance) = (new List<PacedQuarter>(), (double)cash.Amount);
        foreach (var (period, place) in forecast.Select((period, place) => (period, place)))
        {
            var (start, end) = months[place];
            balance += moves.Where(move => move.Date >= start && move.Date <= end).Sum(move => move.Amount);
            var range = ranges[place];
            quarters.Add(new PacedQuarter(
                start, end, In(period.Contribution), In(period.Distribution), In(period.Nav), In(balance), In(range.Median), Range(range.Range50),
                Range(range.Range75), Range(range.Range95)));
        }

        return quarters;

        Money In(double amount) => Estimate.ToMoney(amount, cash.Currency);
        MoneyRange Range((double Low, double High) range) => new(In(range.Low), In(range.High));
    }
}
