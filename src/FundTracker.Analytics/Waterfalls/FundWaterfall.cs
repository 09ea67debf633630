using FundTracker.Analytics.Ratios;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Waterfalls;

/// <summary>What a day's distribution of a sub-fund is by its terms; the tiers add up to what was distributed, to the fen.</summary>
/// <param name="Day">The day.</param>
/// <param name="Distributed">To all investors, as the ledger has it.</param>
/// <param name="CapitalOwed">Paid in and not back, before the distribution; deal by deal of the deals realised so far and of no deal.</param>
/// <param name="PreferredOwed">Preferred return accrued and unpaid, before the distribution.</param>
/// <param name="Capital">Tier 1, to investors: return of capital.</param>
/// <param name="Preferred">Tier 2, to investors: preferred return.</param>
/// <param name="CatchUp">Tier 3, to the manager: catch-up.</param>
/// <param name="CatchUpToInvestors">Tier 3, the investors' part.</param>
/// <param name="Carry">Tier 4, to the manager: carry.</param>
/// <param name="Split">Tier 4, to investors.</param>
public sealed record WaterfallDay(
    DateOnly Day, Figure<Money> Distributed, Figure<Money> CapitalOwed, Figure<Money> PreferredOwed, Figure<Money> Capital, Figure<Money> Preferred,
    Figure<Money> CatchUp, Figure<Money> CatchUpToInvestors, Figure<Money> Carry, Figure<Money> Split)
{
    /// <summary>The tiers in their order; they add up to <see cref="Distributed"/>.</summary>
    public IReadOnlyList<Figure<Money>> Tiers => [Capital, Preferred, CatchUp, CatchUpToInvestors, Carry, Split];

    /// <summary>All of them, in the order in which they are shown.</summary>
    public IReadOnlyList<IFigure> All => [Distributed, CapitalOwed, PreferredOwed, .. Tiers];
}

/// <summary>
/// How a sub-fund's distributions are shared between its investors and its manager by the terms that hold on the day of the view, which are
/// applied from the first payment on.
/// </summary>
/// <param name="Fund">The sub-fund.</param>
/// <param name="Terms">The terms.</param>
/// <param name="Days">Each day with a distribution, ascending.</param>
/// <param name="Distributed">All that was distributed.</param>
/// <param name="ToInvestors">The investors' part of it.</param>
/// <param name="ToManager">The manager's part: catch-up and carry.</param>
/// <param name="CapitalOwed">Paid in and not back on the day of the view.</param>
/// <param name="PreferredOwed">Preferred return accrued and unpaid on the day of the view.</param>
/// <param name="Clawback">What the manager would have to give back if nothing more came.</param>
/// <param name="CarryAtNav">The manager's further part if the NAV were distributed on the day of the view.</param>
/// <param name="ClawbackAtNav">What the manager would have to give back then.</param>
public sealed record FundWaterfall(
    NodeEntry Fund, CarryTerms Terms, IReadOnlyList<WaterfallDay> Days, Figure<Money> Distributed, Figure<Money> ToInvestors, Figure<Money> ToManager,
    Figure<Money> CapitalOwed, Figure<Money> PreferredOwed, Figure<Money> Clawback, Figure<Money> CarryAtNav, Figure<Money> ClawbackAtNav)
{
    /// <summary>All figures of the whole, in the order in which they are shown.</summary>
    public IReadOnlyList<IFigure> Totals =>
        [Distributed, ToInvestors, ToManager, CapitalOwed, PreferredOwed, Clawback, CarryAtNav, ClawbackAtNav];

    /// <summary>All figures.</summary>
    public IEnumerable<IFigure> All => Totals.Concat(Days.SelectMany(day => day.All));

    /// <summary>The waterfall of a sub-fund; refused where its terms are not stated or opening balances stand for its flows.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="fund">The sub-fund.</param>
    public static Result<FundWaterfall> Of(LedgerView view, NodeEntry fund)
    {
        if (view.Book.FactOn(fund.Id, FactNames.CarryTerms, view.AsOf, view.KnownAt) is not { } fact || CarryTerms.Parse(fact.Value) is not { } terms)
            return WaterfallReasons.NoTerms();
        List<int> investors = [.. view.Book.EdgesInto(fund.Id).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment)];
        return investors.Exists(edge => view.Has(edge, LineKinds.OpeningKinds))
            ? ReturnReasons.OpeningBalances()
            : new WaterfallReader(view, fund, terms, fact, investors).Read();
    }
}

/// <summary>Why a waterfall has no answer.</summary>
public static class WaterfallReasons
{
    /// <summary>Nobody has stated the fund's terms.</summary>
    public static DomainError NoTerms() => new("waterfall.noTerms");

    /// <summary>The terms know no clawback.</summary>
    public static DomainError NoClawback() => new("waterfall.noClawback");
}

/// <summary>Runs the tiers over a sub-fund's flows and gives each amount its trail.</summary>
internal sealed class WaterfallReader(LedgerView view, NodeEntry fund, CarryTerms terms, FactEntry fact, List<int> investors)
{
    private readonly FactInput _terms = new(FactNames.CarryTerms, fund.Id, fact);

    public FundWaterfall Read()
    {
        var flows = WaterfallFlows.Of(view, fund, investors);
        var nav = FundFigureEngine.NavOf(view, fund, investors);
        // A distribution of nothing on the day of the view carries the preferred return on to it.
        var now = Run(flows, new WaterfallFlow(view.AsOf, 0));
        var days = now.Steps.Zip(now.Owed, (step, owed) => (step, owed)).Where(pair => pair.step.Total > 0)
            .GroupBy(pair => pair.step.Date).Select(day => Day(day.Key, [.. day])).ToList();
        var paid = now.Steps.Where(step => step.Total > 0).ToList();
        var (paidIn, distributed) = (Lines("paidIn", LineKinds.PaidInKinds), Lines("distributed", LineKinds.DistributionKinds));
        TrailInput[] all = [distributed, paidIn, .. ByDeal(), _terms], owed = [paidIn, distributed, .. ByDeal(), _terms];
        return new FundWaterfall(
            fund, terms, days, Whole("waterfall.distributed", now.Steps.Sum(step => step.Total), distributed),
            Whole("waterfall.toInvestors", now.ToInvestors, all), Whole("waterfall.toManager", now.ToManager, all),
            Whole("waterfall.capitalOwed", now.UnreturnedCapital, owed), Whole("waterfall.preferredOwed", now.UnpaidPreferred, owed), Clawback("waterfall.clawback", flows, paid, all),
            AtNav("waterfall.carryAtNav", nav, flows, steps => Whole("waterfall.carryAtNav", steps.Sum(step => step.ToManager) - now.ToManager, all)),
            AtNav("waterfall.clawbackAtNav", nav, flows, steps => Clawback("waterfall.clawbackAtNav", flows, steps, all)));
    }

    /// <summary>Runs the tiers up to the day of the view.</summary>
    /// <param name="flows">The fund's flows.</param>
    /// <param name="last">What is distributed on the day of the view.</param>
    /// <param name="isSoldOut">Whether that sells everything, so that what was paid for every deal comes back first.</param>
    private WaterfallResult Run(WaterfallFlows flows, WaterfallFlow last, bool isSoldOut = false)
    {
        var read = WaterfallTerms.Of(terms);
        if (terms.Kind == WaterfallKind.European) return Waterfall.European(read, flows.PaidIn, [.. flows.Distributed, last]);
        var deals = flows.ByDeal(view, fund);
        var sold = deals.PaidIn.Select(flow => flow.Deal).Distinct().Where(deal => isSoldOut && deal is not null);
        return Waterfall.DealByDeal(
            read, deals.PaidIn, [.. deals.Distributed, last], [.. deals.WriteOffs, .. sold.Select(deal => last with { Amount = 0, Deal = deal })]);
    }

    private WaterfallDay Day(DateOnly day, List<(WaterfallStep Step, WaterfallOwed Owed)> parts)
    {
        var (upTo, before) = (DateRange.Of(DateOnly.MinValue, day), DateRange.Of(DateOnly.MinValue, day.AddDays(-1)));
        var distributed = OfDay("waterfall.distributed", parts.Sum(part => part.Step.Total), Lines("distributed", LineKinds.DistributionKinds, DateRange.Of(day, day)));
        TrailInput[] owedInputs = [Lines("paidIn", LineKinds.PaidInKinds, upTo), Lines("distributedBefore", LineKinds.DistributionKinds, before), .. ByDeal(upTo), _terms];
        var capitalOwed = OfDay("waterfall.capitalOwed", parts[0].Owed.Capital, owedInputs);
        var preferredOwed = OfDay("waterfall.preferredOwed", parts[0].Owed.Preferred, owedInputs);
        return new WaterfallDay(
            day, distributed, capitalOwed, preferredOwed, Tier("waterfall.capital", step => step.ReturnOfCapital, ("capitalOwed", capitalOwed)),
            Tier("waterfall.preferred", step => step.Preferred, ("preferredOwed", preferredOwed)),
            Tier("waterfall.catchUp", step => step.CatchUpToManager, ("preferredOwed", preferredOwed)),
            Tier("waterfall.catchUpToInvestors", step => step.CatchUpToInvestors, ("preferredOwed", preferredOwed)),
            Tier("waterfall.carry", step => step.Carry), Tier("waterfall.split", step => step.SplitToInvestors));

        Figure<Money> OfDay(string formula, long minor, params IReadOnlyList<TrailInput> inputs) => Figure<Money>.Of(
            new FigureId(formula, $"{fund.Code}/day:{day:yyyy-MM-dd}"), Money.FromMinor(minor, fund.Currency), Trail.Of(inputs));

        Figure<Money> Tier(string formula, Func<WaterfallStep, long> part, params ReadOnlySpan<(string Role, Figure<Money> Figure)> owed)
        {
            List<TrailInput> inputs = [new FigureInput("distributed", distributed)];
            foreach (var (role, figure) in owed) inputs.Add(new FigureInput(role, figure));
            return OfDay(formula, parts.Sum(one => part(one.Step)), [.. inputs, _terms]);
        }
    }

    private Figure<Money> Clawback(string formula, WaterfallFlows flows, IReadOnlyList<WaterfallStep> steps, TrailInput[] inputs)
    {
        if (terms.ClawbackTaxPercent is not { } tax) return Figure<Money>.None(new FigureId(formula, fund.Code), WaterfallReasons.NoClawback(), Trail.Of(_terms));
        return Whole(formula, Waterfall.Clawback(WaterfallTerms.Of(terms), flows.PaidIn, steps, tax / 100), inputs);
    }

    private Figure<Money> AtNav(string formula, Figure<Money> nav, WaterfallFlows flows, Func<IReadOnlyList<WaterfallStep>, Figure<Money>> read)
    {
        var id = new FigureId(formula, fund.Code);
        if (nav.Value is not { } held) return Figure<Money>.None(id, nav.NoneReason!, Trail.Of(new FigureInput("nav", nav)));
        var figure = read(Run(flows, new WaterfallFlow(view.AsOf, Math.Max(0, held.MinorUnits)), isSoldOut: true).Steps);
        var trail = Trail.Of([.. figure.Trail.Inputs, new FigureInput("nav", nav)]);
        return figure.Value is { } amount ? Figure<Money>.Of(id, amount, trail) : Figure<Money>.None(id, figure.NoneReason!, trail);
    }

    /// <summary>What the deals are read from; nothing where the fund's money is one whole.</summary>
    private IReadOnlyList<TrailInput> ByDeal(DateRange? days = null) => terms.Kind == WaterfallKind.European
        ? []
        : [WaterfallFlows.Spent(view, fund), WaterfallFlows.BroughtIn(view, fund) with { Days = days }];

    private Figure<Money> Whole(string formula, long minor, params IReadOnlyList<TrailInput> inputs) =>
        Figure<Money>.Of(new FigureId(formula, fund.Code), Money.FromMinor(minor, fund.Currency), Trail.Of(inputs));

    private LinesInput Lines(string role, KindSet kinds, DateRange? days = null) => LinesInput.Of(role, view, investors, kinds, total: null, FieldsRead.Dated) with { Days = days };
}
