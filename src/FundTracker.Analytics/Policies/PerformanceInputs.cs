using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Ratios;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Policies;

/// <summary>Inputs of evaluations: leverage, payment, return, holding.</summary>
internal static class PerformanceInputs
{
    private static readonly KindSet Cash = KindSet.Of(LineKind.Contribution);
    private static readonly string[] Early =
        [nameof(LifeCycleStage.TechTransfer), nameof(LifeCycleStage.StartUp), nameof(LifeCycleStage.Development)];

    /// <summary>All commitments to the sub-funds / the mother fund's own; of a sub-fund: to it alone.</summary>
    public static IFigure TotalToMother(PolicyScope scope)
    {
        if (LeverageEngine.Find(scope.View, scope.Fund.Code) is not { } row)
            return Figure<Multiple>.None(scope.Id("totalToMother"), FigureReasons.NothingInLayer());
        var ratio = row[LeverageFormula.TotalToMotherCommitted];
        return scope.Times("totalToMother", ratio.Numerator, ratio.Denominator, FigureReasons.NothingCommitted());
    }

    /// <summary>Commitment that is no longer unfunded / commitment.</summary>
    public static IFigure PaidInRatio(PolicyScope scope)
    {
        var drawn = scope.Investors.Sum(edge => scope.View.Commitment(edge) - scope.View.Unfunded(edge));
        return scope.Share(
            "paidInRatio", scope.Sum("paidInInside", scope.Investors, LineKinds.UnfundedKinds, drawn), StructureInputs.Committed(scope),
            FigureReasons.NothingCommitted());
    }

    /// <summary>The fund's own cash / cash paid in.</summary>
    public static IFigure IdleShare(PolicyScope scope)
    {
        var paid = scope.Sum("cashPaidIn", scope.Investors, Cash, scope.Investors.Sum(edge => scope.View.Sum(edge, Cash)));
        return scope.Share("idleShare", MotherFundNav.Cash(scope.View, scope.Fund), paid, PolicyErrors.NoMoneyYet());
    }

    /// <summary>Cash paid in / what the plan's phases had planned by the day.</summary>
    public static IFigure PlanPaidShare(PolicyScope scope)
    {
        var due = scope.Phases.Where(phase => phase.PlannedDate <= scope.View.AsOf).ToList();
        if (due.Count == 0) return Figure<Percentage>.None(scope.Id("planPaidShare"), PolicyErrors.NoPlan());
        var planned = Figure<Money>.Of(
            scope.Id("planned"), due.Aggregate(Money.Zero(scope.Fund.Currency), (sum, phase) => sum + phase.Amount), Trail.Of([.. due.Select(scope.Phase)]));
        var paid = scope.Sum("cashPaidIn", scope.Investors, Cash, scope.Investors.Sum(edge => scope.View.Sum(edge, Cash)));
        return scope.Share("planPaidShare", paid, planned, PolicyErrors.NoPlan());
    }

    /// <summary>Since-inception IRR as it is quoted.</summary>
    public static IFigure AnnualReturn(PolicyScope scope)
    {
        var id = scope.Id("annualReturn");
        if (FundFigureEngine.Of(scope.View, scope.Fund.Code) is not { } figures) return Figure<Percentage>.None(id, FigureReasons.NothingPaidIn());
        var trail = Trail.Of(new FigureInput("irr", figures.Irr));
        if (figures.Irr.Value is not { } irr) return Figure<Percentage>.None(id, figures.Irr.NoneReason!, trail);
        return irr.Quoted is { } root
            ? Figure<Percentage>.Of(id, Percentage.FromFraction((decimal)root.Rate), trail)
            : Figure<Percentage>.None(id, ReturnReasons.QuotedRate(irr).Error, trail);
    }

    /// <summary>DPI + RVPI: distributed and NAV together / paid-in.</summary>
    public static IFigure TotalMultiple(PolicyScope scope) => Multiple(
        scope, "totalMultiple", figures => figures.Tvpi,
        figures => Part(figures.Dpi, "numerator") is { Value: { } back } distributed && Part(figures.Rvpi, "numerator") is { Value: { } left } nav
            ? Figure<Money>.Of(scope.Id("totalValue"), back + left, Trail.Of(new FigureInput("distributed", distributed), new FigureInput("nav", nav)))
            : null);

    /// <summary>Distributed / paid-in.</summary>
    public static IFigure PaidMultiple(PolicyScope scope) => Multiple(
        scope, "paidMultiple", figures => figures.Dpi, figures => Part(figures.Dpi, "numerator"));

    /// <summary>NAV against the NAV a year before.</summary>
    public static IFigure NavGrowth(PolicyScope scope)
    {
        var before = FundFigureEngine.Of(scope.View.On(scope.View.AsOf.AddYears(-1)), scope.Fund.Code)?.Nav;
        var now = FundFigureEngine.Of(scope.View, scope.Fund.Code)?.Nav;
        if (before?.Value is not { IsPositive: true } start || now?.Value is not { } end)
            return Figure<Percentage>.None(scope.Id("navGrowth"), now?.NoneReason ?? before?.NoneReason ?? FigureReasons.NoNav());
        var grown = Figure<Money>.Of(scope.Id("navGained"), end - start, Trail.Of(new FigureInput("nav", now)));
        return scope.Share("navGrowth", grown, Figure<Money>.Of(scope.Id("navYearBefore"), start, before.Trail), FigureReasons.NoNav());
    }

    /// <summary>
    /// Invested in companies that were not yet in growth on the day of the investment / all invested; of the mother fund: by all its
    /// sub-funds. That a company has grown since takes nothing away. Where no stage was stated by that day, the one that holds counts.
    /// </summary>
    public static IFigure EarlyShare(PolicyScope scope)
    {
        var all = scope.AllHoldings;
        return scope.Share("earlyShare", InvestedEarly(scope, all), PortfolioInputs.Cost(scope, "invested", all), PolicyErrors.NothingInvested());
    }

    private static Figure<Money> InvestedEarly(PolicyScope scope, IReadOnlyList<int> holdings)
    {
        if (scope.Mixed(holdings, LineKinds.InvestmentKinds) is { } mixed) return Figure<Money>.None(scope.Id("investedEarly"), mixed);
        var (view, columns) = (scope.View, scope.View.Book.Columns);
        var lines = view.Lines(holdings.ToHashSet(), LineKinds.InvestmentKinds).GroupBy(i => columns.Edges[i])
            .Select(group => (Edge: group.Key, All: group.ToList(), Early: group.Where(i => IsEarly(group.Key, i)).ToList())).ToList();
        var whole = lines.Where(held => held.Early.Count == held.All.Count).ToList();
        var partly = lines.Where(held => held.Early.Count > 0 && held.Early.Count < held.All.Count)
            .SelectMany(held => held.Early).GroupBy(i => columns.Days[i]).OrderBy(day => day.Key);
        List<LinesInput> inputs = [];
        if (whole.Count > 0) inputs.Add(Input(whole.ConvertAll(held => held.Edge), whole.SelectMany(held => held.Early)));
        inputs.AddRange(partly.Select(day => Input([.. day.Select(i => columns.Edges[i]).Distinct()], day) with
        {
            Days = DateRange.Of(DateOnly.FromDayNumber(day.Key), DateOnly.FromDayNumber(day.Key)),
        }));
        return Figure<Money>.Of(
            scope.Id("investedEarly"), inputs.Aggregate(Money.Zero(scope.Fund.Currency), (sum, input) => sum + input.Total!), Trail.Of([.. inputs]));

        // What takes a line back has the stage of that line's day.
        bool IsEarly(int edge, int line)
        {
            var day = DateOnly.FromDayNumber(columns.Days[columns.Reverses[line] is > 0 and var sequence ? sequence - 1 : line]);
            var company = view.Book.Edges[edge].Investee;
            var stage = view.Book.FactOn(company, FactNames.LifeCycleStage, day, view.KnownAt) ?? scope.Fact(company, FactNames.LifeCycleStage);
            return Early.Contains(stage?.Value);
        }

        LinesInput Input(IReadOnlyList<int> edges, IEnumerable<int> early) => LinesInput.Of(
            "lines", view, edges, LineKinds.InvestmentKinds, Money.FromMinor(early.Sum(i => columns.Amounts[i]), scope.Fund.Currency),
            FieldsRead.Dated);
    }

    /// <summary>Years since each investment that is still held, weighted by its amount, ACT/365.</summary>
    public static IFigure HoldingYears(PolicyScope scope)
    {
        var view = scope.View;
        var held = scope.AllHoldings.Where(edge => view.CostHeld(edge) > 0).ToList();
        if (scope.Mixed(held, LineKinds.InvestmentKinds) is { } mixed) return scope.Unknown("holdingYears", mixed);
        decimal weight = 0, weighted = 0;
        foreach (var i in StandingLines.Of(view, held.ToHashSet(), LineKinds.InvestmentKinds))
        {
            weight += view.Book.Columns.Amounts[i];
            weighted += (decimal)view.Book.Columns.Amounts[i] * (view.AsOf.DayNumber - view.Book.Columns.Days[i]);
        }

        return weight <= 0
            ? scope.Unknown("holdingYears", PolicyErrors.NothingInvested())
            : scope.Quantity("holdingYears", weighted / weight / 365m, QuantityUnit.Years,
                LinesInput.Of("lines", view, held, LineKinds.InvestmentKinds, null, FieldsRead.Dated));
    }

    /// <summary>
    /// Sub-funds whose NAV was stated within the last 92 days / sub-funds held; of a sub-fund: whether its own was. One that is liquidated
    /// states none any more and is not counted.
    /// </summary>
    public static IFigure FreshNavShare(PolicyScope scope)
    {
        var ours = scope.IsMother ? scope.Funds : scope.Investors.Where(edge => scope.View.Book.Edges[edge].Holder == scope.View.Book.MotherFund);
        var held = ours.Where(edge => scope.View.PaidIn(edge) > 0 && !IsLiquidated(scope, scope.View.Book.Edges[edge].Investee)).ToList();
        if (held.Count == 0) return Figure<Percentage>.None(scope.Id("freshNavShare"), FigureReasons.NothingPaidIn());
        var fresh = held.Count(edge => scope.View.LevelDate(edge) is { } day && !NavAge.IsStale(day, scope.View.AsOf));
        return Figure<Percentage>.Of(
            scope.Id("freshNavShare"), Percentage.FromFraction((decimal)fresh / held.Count),
            Trail.Of(LinesInput.Of("navStated", scope.View, held, KindSet.Of(LineKind.Nav), null)));
    }

    /// <summary>Holdings from which an exit brought money.</summary>
    public static IFigure ExitCount(PolicyScope scope)
    {
        var proceeds = KindSet.Of(LineKind.ExitProceeds);
        var exited = scope.AllHoldings.Where(edge => scope.View.Sum(edge, proceeds) > 0).ToList();
        IReadOnlyList<TrailInput> inputs = exited.Count == 0 ? [] : [LinesInput.Of("lines", scope.View, exited, proceeds, null)];
        return scope.Quantity("exitCount", exited.Count, QuantityUnit.Count, inputs);
    }

    /// <summary>
    /// Hard rules in force on the day that the fund, or for the mother fund anyone below it, breaches. A fund that is liquidated is judged
    /// on the last day of its life by the rules of that day: later no rule about what it holds is asked of it. No answer where none was.
    /// </summary>
    public static IFigure HardBreaches(PolicyScope scope)
    {
        var (lived, end) = LastLived(scope);
        var hard = scope.RulesOn(lived).Where(result => result.Rule.Severity == RuleSeverity.Hard)
            .Select(result => result.Findings.Where(finding => scope.IsMother || finding.Subject.Node == scope.Fund.Id).ToList()).ToList();
        IReadOnlyList<TrailInput> status = end is null ? [] : [new FactInput(FactNames.FundStatus, scope.Fund.Id, end)];
        if (hard.TrueForAll(findings => findings.Count == 0))
            return Figure<Quantity>.None(scope.Id("hardBreaches"), PolicyErrors.NobodyConcerned(), Trail.Of(status));
        var breached = hard.Select(findings => findings.Find(finding => finding.Status == FindingStatus.Breached)).OfType<Finding>().ToList();
        return scope.Quantity(
            "hardBreaches", breached.Count, QuantityUnit.Count,
            [.. status, .. breached.Select(finding => new FigureInput(finding.Rule.Id, finding.Deciding.Reading.Figure))]);
    }

    /// <summary>The day on which a fund is judged: the day asked for, or the last one before it was liquidated, with the fact that says so.</summary>
    private static (DateOnly Day, FactEntry? Liquidated) LastLived(PolicyScope scope)
    {
        var (day, liquidated) = (scope.View.AsOf, (FactEntry?)null);
        while (scope.View.Book.FactOn(scope.Fund.Id, FactNames.FundStatus, day, scope.View.KnownAt) is { Value: nameof(FundStatus.Liquidated) } fact)
            (day, liquidated) = (fact.EffectiveFrom.AddDays(-1), fact);
        return (day, liquidated);
    }

    private static bool IsLiquidated(PolicyScope scope, NodeId fund) => scope.Fact(fund, FactNames.FundStatus)?.Value == nameof(FundStatus.Liquidated);

    /// <summary>A multiple of the fund with the amounts above and below its line, so that the way to a band can be said in money.</summary>
    private static IFigure Multiple(
        PolicyScope scope, string formula, Func<FundFigures, Figure<Multiple>> choose, Func<FundFigures, Figure<Money>?> above)
    {
        if (FundFigureEngine.Of(scope.View, scope.Fund.Code) is not { } figures)
            return Figure<Multiple>.None(scope.Id(formula), FigureReasons.NothingPaidIn());
        var chosen = choose(figures);
        var read = new FigureInput(chosen.Id.Formula, chosen);
        if (chosen.Value is not { } value) return Figure<Multiple>.None(scope.Id(formula), chosen.NoneReason!, Trail.Of(read));
        return above(figures) is { } numerator && Part(figures.Dpi, "denominator") is { } denominator
            ? Figure<Multiple>.Of(
                scope.Id(formula), value, Trail.Of(read, new FigureInput("numerator", numerator), new FigureInput("denominator", denominator)))
            : Figure<Multiple>.Of(scope.Id(formula), value, Trail.Of(read));
    }

    /// <summary>An amount that a ratio was made of, as the policies of the fund read it; null where there is none.</summary>
    private static Figure<Money>? Part(Figure<Multiple> ratio, string role) =>
        ratio.Trail.Inputs.OfType<FigureInput>().FirstOrDefault(input => input.Role == role)?.Figure as Figure<Money>;
}
