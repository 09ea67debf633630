using FundTracker.Analytics.Numerics;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Pacing;

/// <summary>A quarter of one fund of a forecast: estimates, to the minor unit.</summary>
/// <param name="Start">First day, on which calls are taken to be paid.</param>
/// <param name="End">Last day, on which distributions are taken to come.</param>
/// <param name="Uncalled">What can still be called before it.</param>
/// <param name="CallRateAnnual">The part of that which is called per year.</param>
/// <param name="Call">What is called.</param>
/// <param name="Grown">Value with the growth of the quarter, before its flows.</param>
/// <param name="Distribution">What is paid out of it.</param>
/// <param name="Nav">Value at the end.</param>
internal sealed record QuarterAhead(
    DateOnly Start, DateOnly End, Money Uncalled, double CallRateAnnual, Money Call, Money Grown, Money Distribution, Money Nav);

/// <summary>The quarters of one fund of a forecast.</summary>
/// <param name="Known">The sub-fund; null for the commitments that are only meant.</param>
/// <param name="Paced">Where it stands and its parameters.</param>
/// <param name="Quarters">Its quarters.</param>
internal sealed record FundAhead(SubFundPacing? Known, PacedFund Paced, IReadOnlyList<QuarterAhead> Quarters)
{
    /// <summary>Called by the end of a day.</summary>
    public Money Called(DateOnly day, Currency currency) =>
        Quarters.Where(quarter => quarter.Start <= day).Aggregate(Money.Zero(currency), (sum, quarter) => sum + quarter.Call);

    /// <summary>Paid out by the end of a day.</summary>
    public Money PaidOut(DateOnly day, Currency currency) =>
        Quarters.Where(quarter => quarter.End <= day).Aggregate(Money.Zero(currency), (sum, quarter) => sum + quarter.Distribution);
}

/// <summary>
/// The cash of a mother fund ahead. An estimate becomes money once, by fund and quarter; all that follows from these adds up to the fen.
/// </summary>
internal sealed class CashAhead
{
    private CashAhead(LedgerView view, PacingAssumptions assume)
    {
        (View, Assume, Currency) = (view, assume, view.Book.Root.Currency);
        Days = QuarterDays(view.AsOf, assume.Quarters);
        var outcomes = FundFigureEngine.HeldSubFunds(view)
            .Select(edge => (Fund: view.Book.Node(view.Book.Edges[edge].Investee), Outcome: SubFundPacing.Of(view, edge)))
            .OrderBy(pair => pair.Fund.Code, StringComparer.Ordinal).ToList();
        LeftOut = [.. outcomes.Where(pair => !pair.Outcome.IsSuccess).Select(pair => new LeftOut(pair.Fund, pair.Outcome.Error))];
        var funds = outcomes.Where(pair => pair.Outcome.IsSuccess).Select(pair => Ahead(pair.Outcome.Value, pair.Outcome.Value.Paced)).ToList();
        if (assume.NewCommitments.IsPositive)
            funds.Add(Ahead(known: null, new PacedFund(new PacingState((double)assume.NewCommitments.Amount, PaidIn: 0, Nav: 0, AgeYears: 0), SubFundPacing.Paper)));
        Funds = funds;
        Cash = MotherFundNav.Cash(view, view.Book.Root);
        Shareholders = [.. view.Book.EdgesInto(view.Book.Root.Id).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment)];
        Expected = Money.FromMinor(Math.Max(0, Shareholders.Sum(view.OutstandingCalls)), Currency);
        Owed = Sum(fund => fund.Known?.Outstanding ?? Money.Zero(Currency));
        Need = PhaseNeed.Of(Cash.Require().Amount, assume.Reserve.Amount, Moves(), Days[^1].End, assume.LeadDays);
        LowestOn = Days.SelectMany(day => new[] { day.Start, day.End }).MinBy(day => On(day).Amount);
    }

    public LedgerView View { get; }

    public PacingAssumptions Assume { get; }

    public Currency Currency { get; }

    /// <summary>First and last day of each quarter.</summary>
    public IReadOnlyList<(DateOnly Start, DateOnly End)> Days { get; }

    /// <summary>The sub-funds by code, and after them the commitments that are only meant.</summary>
    public IReadOnlyList<FundAhead> Funds { get; }

    public IReadOnlyList<LeftOut> LeftOut { get; }

    /// <summary>Cash today.</summary>
    public Figure<Money> Cash { get; }

    /// <summary>Dense indexes of the commitments of the mother fund's shareholders.</summary>
    public IReadOnlyList<int> Shareholders { get; }

    /// <summary>Called on shareholders and not paid yet: comes on the first day.</summary>
    public Money Expected { get; }

    /// <summary>Called by sub-funds and not paid yet: goes on the first day.</summary>
    public Money Owed { get; }

    /// <summary>When the next phase is needed, and how much.</summary>
    public PhaseNeed Need { get; }

    /// <summary>The first of the days with the lowest cash.</summary>
    public DateOnly LowestOn { get; }

    public static CashAhead Of(LedgerView view, PacingAssumptions assume) => new(view, assume);

    /// <summary>Cash at the end of a day, without any further phase.</summary>
    public Money On(DateOnly day) => day < Days[0].Start
        ? Cash.Require()
        : Cash.Require() + Expected - Owed - CostsBy(day) + Sum(fund => fund.PaidOut(day, Currency) - fund.Called(day, Currency));

    /// <summary>The mother fund's own costs by the end of a day: a quarter of a year's on the first day of each quarter.</summary>
    public Money CostsBy(DateOnly day) => CostsOf(Days.Count(quarter => quarter.Start <= day));

    /// <summary>What the funds come to together.</summary>
    public Money Sum(Func<FundAhead, Money> amount) => Funds.Aggregate(Money.Zero(Currency), (sum, fund) => sum + amount(fund));

    private Money CostsOf(int quarters) => Money.Round(Assume.CostsAnnual.Amount * quarters / 4, Currency);

    private IReadOnlyList<ExpectedCash> Moves() =>
    [
        new ExpectedCash(Days[0].Start, (Expected - Owed).Amount),
        .. Days.SelectMany((day, place) => new[]
        {
            new ExpectedCash(day.Start, -(Sum(fund => fund.Quarters[place].Call) + CostsOf(place + 1) - CostsOf(place)).Amount),
            new ExpectedCash(day.End, Sum(fund => fund.Quarters[place].Distribution).Amount),
        }),
    ];

    private FundAhead Ahead(SubFundPacing? known, PacedFund paced)
    {
        var forecast = TakahashiAlexander.Forecast(paced.State, paced.Parameters, Assume.Scenario, Assume.Quarters, periodsPerYear: 4);
        var (quarters, uncalled) = (new List<QuarterAhead>(forecast.Count), Math.Max(0, paced.State.Commitment - paced.State.PaidIn));
        foreach (var (period, place) in forecast.Select((period, place) => (period, place)))
        {
            var rate = TakahashiAlexander.CallRate(paced.Parameters, Assume.Scenario, paced.State.AgeYears + ((place + 1) / 4.0));
            quarters.Add(new QuarterAhead(
                Days[place].Start, Days[place].End, In(uncalled), rate, In(period.Contribution), In(period.Nav - period.Contribution + period.Distribution),
                In(period.Distribution), In(period.Nav)));
            uncalled -= period.Contribution;
        }

        return new FundAhead(known, paced, quarters);
    }

    private Money In(double amount) => Estimate.ToMoney(amount, Currency);

    /// <summary>Quarters from the day after the as-of date; month ends stay month ends.</summary>
    private static List<(DateOnly Start, DateOnly End)> QuarterDays(DateOnly asOf, int quarters)
    {
        var isMonthEnd = asOf.AddDays(1).Day == 1;
        return [.. Enumerable.Range(1, quarters).Select(quarter => (After(quarter - 1).AddDays(1), After(quarter)))];

        DateOnly After(int count) => isMonthEnd ? asOf.AddDays(1).AddMonths(3 * count).AddDays(-1) : asOf.AddMonths(3 * count);
    }
}
