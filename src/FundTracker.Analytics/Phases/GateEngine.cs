using System.Globalization;
using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Phases;

/// <summary>
/// 分期闸门: judges the conditions of a phase from the ledger, on any day as known at any instant. A figure on the limit is met; what can't be
/// said holds the phase back.
/// </summary>
public static class GateEngine
{
    private static readonly KindSet Cash = KindSet.Of(LineKind.Contribution);
    private static readonly KindSet Placed = KindSet.Of(LineKind.Contribution, LineKind.Investment);

    /// <summary>The conditions of a phase, judged.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="tranche">The phase.</param>
    /// <param name="calls">Calls of the fund, whatever their stage.</param>
    public static IReadOnlyList<GateResult> Judge(LedgerView view, ContributionPlan plan, Tranche tranche, IReadOnlyList<CapitalCall> calls)
    {
        var scope = new Scope(view, view.Book.Node(plan.Fund), plan, tranche, calls);
        return [.. tranche.Conditions.Select(condition => Judge(scope, condition))];
    }

    /// <summary>A figure that a condition read, by its address; null where there is none such.</summary>
    public static IFigure? Find(LedgerView view, ContributionPlan plan, IReadOnlyList<CapitalCall> calls, FigureId id) =>
        plan.Tranches.Where(tranche => tranche.RecordedAt <= view.KnownAt).SelectMany(tranche => Judge(view, plan, tranche, calls))
            .Select(result => result.Figure).OfType<IFigure>().Select(figure => Search(figure, id)).FirstOrDefault(found => found is not null);

    private static IFigure? Search(IFigure figure, FigureId id) => figure.Id == id
        ? figure
        : figure.Trail.Inputs.OfType<FigureInput>().Select(input => Search(input.Figure, id)).FirstOrDefault(found => found is not null);

    private static GateResult Judge(Scope scope, TrancheCondition condition)
    {
        if (condition.Kind == ConditionKind.Ticked || !Gate.Read(condition.Kind, condition.Value).IsSuccess)
        {
            var isMet = condition.TickedAt <= scope.View.KnownAt;
            return new GateResult(condition.Number, condition.Text, condition.Kind, isMet ? GateStatus.Met : GateStatus.NotMet, null, null, null, null);
        }

        var gate = Gate.Read(condition.Kind, condition.Value).Value;
        var figure = gate.Kind switch
        {
            ConditionKind.EarlierInvested => EarlierInvested(scope),
            ConditionKind.EarlierPaidIn => EarlierPaidIn(scope),
            ConditionKind.OthersArrived => OthersArrived(scope, gate),
            ConditionKind.Grade => GradeOf(scope, gate),
            ConditionKind.BudgetApproved => Budget(scope),
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };
        var number = NumberOf(figure);
        var status = number is not { } known ? GateStatus.NoData : known >= gate.Limit ? GateStatus.Met : GateStatus.NotMet;
        return new GateResult(
            condition.Number, condition.Text, condition.Kind, status, gate, figure, number, status == GateStatus.NotMet ? Missing(figure, number!.Value, gate) : null);
    }

    /// <summary>Cash placed in funds and companies / cash paid in under the phases before.</summary>
    private static Figure<Percentage> EarlierInvested(Scope scope) => scope.Share(
        "earlierInvested", CashPlaced(scope), scope.PaidUnder("paidEarlier", number => number < scope.Tranche.Number), PolicyErrors.NoMoneyYet());

    /// <summary>Cash placed, in the fund's currency: what was paid in another counts at the rate of its day, as it does in leverage.</summary>
    private static Figure<Money> CashPlaced(Scope scope)
    {
        var view = scope.View;
        var below = view.Book.EdgesHeldBy(scope.Fund.Id).Where(edge => view.Book.Edges[edge].Kind is EdgeKind.Commitment or EdgeKind.Holding).ToList();
        var converter = new Converter(view, scope.Fund.Currency);
        if (below.All(edge => converter.Keeps(view.Book.Edges[edge].Currency) || !view.Has(edge, Placed)))
            return scope.Money("cashPlaced", below, Placed, below.Sum(edge => view.Sum(edge, Placed)));
        return new SumInSeveral(view, scope.Fund.Currency, Placed)
        {
            Own = edge => view.Sum(edge, Placed), IsDated = true,
            Converted = (edges, rates) => view.Lines(edges.ToHashSet(), Placed).Sum(line => converter.Line(line, rates)),
        }.Of(scope.Id("cashPlaced"), below);
    }

    /// <summary>Cash paid in under the phase before / what it was planned at.</summary>
    private static Figure<Percentage> EarlierPaidIn(Scope scope)
    {
        var before = scope.Plan.Tranches.FirstOrDefault(tranche => tranche.Number == scope.Tranche.Number - 1);
        if (before is null) return Figure<Percentage>.None(scope.Id("earlierPaidIn"), PolicyErrors.NoMoneyYet());
        var planned = Figure<Money>.Of(scope.Id("plannedBefore"), before.Amount, Trail.Empty);
        return scope.Share("earlierPaidIn", scope.PaidUnder("paidBefore", number => number == before.Number), planned, PolicyErrors.NoMoneyYet());
    }

    /// <summary>Others' or social capital's paid-in to the funds held, of a sub-fund to itself; against ours where a ratio is asked for.</summary>
    private static IFigure OthersArrived(Scope scope, Gate gate)
    {
        var formula = $"{gate.Part}Arrived";
        if (LeverageEngine.Find(scope.View, scope.Fund.Code) is not { } row) return Figure<Money>.None(scope.Id(formula), FigureReasons.NothingInLayer());
        var (total, own) = (row[LeverageFormula.TotalToMotherPaidIn].Numerator, row[LeverageFormula.TotalToMotherPaidIn].Denominator);
        var social = row[LeverageFormula.SocialShare].Numerator;
        var arrived = gate.Part == "social" ? social : Others();
        if (gate.Unit == PolicyUnit.Money || arrived.Value is null)
        {
            return arrived.Value is { } money
                ? Figure<Money>.Of(scope.Id(formula), money, Trail.Of(new FigureInput("numerator", arrived)))
                : Figure<Money>.None(scope.Id(formula), arrived.NoneReason!);
        }

        var trail = Trail.Of(new FigureInput("numerator", arrived), new FigureInput("denominator", own));
        return own.Value is { IsPositive: true } ours
            ? Figure<Multiple>.Of(scope.Id($"{formula}Times"), Multiple.Of(arrived.Value, ours), trail)
            : Figure<Multiple>.None(scope.Id($"{formula}Times"), FigureReasons.NothingPaidIn(), trail);

        Figure<Money> Others() => total.Value is { } all && own.Value is { } part
            ? Figure<Money>.Of(scope.Id("othersPaidIn"), all - part, Trail.Of(new FigureInput("total", total), new FigureInput("own", own)))
            : Figure<Money>.None(scope.Id("othersPaidIn"), total.NoneReason ?? own.NoneReason!);
    }

    /// <summary>Points of the latest sealed yearly evaluation.</summary>
    private static Figure<Quantity> GradeOf(Scope scope, Gate gate)
    {
        var name = EvaluationGrade.FactName(gate.Part);
        var fact = scope.View.Book.FactOn(scope.Fund.Id, name, scope.View.AsOf, scope.View.KnownAt);
        return EvaluationGrade.Read(fact?.Value) is { } grade
            ? Figure<Quantity>.Of(scope.Id("evaluationPoints"), Quantity.Of(grade.Points, QuantityUnit.Count), Trail.Of(new FactInput("evaluationGrade", scope.Fund.Id, fact)))
            : Figure<Quantity>.None(scope.Id("evaluationPoints"), PlanErrors.GradeNotSealed());
    }

    /// <summary>Whether the budget of the phase's year was stated as approved, with proof.</summary>
    private static Figure<Quantity> Budget(Scope scope)
    {
        var input = Gate.BudgetEvidence(scope.Tranche.BudgetYear ?? scope.Tranche.PlannedDate.Year);
        var fact = scope.View.Book.FactOn(scope.Fund.Id, $"{FactNames.Evidence}:{input}", scope.View.AsOf, scope.View.KnownAt);
        var read = fact is null ? PolicyErrors.EvidenceMissing(input) : Evidence.Read(input, PolicyUnit.Flag, fact.Value);
        return read.IsSuccess
            ? Figure<Quantity>.Of(scope.Id("budgetApproved"), Quantity.Of(read.Value.Answer, QuantityUnit.Flag), Trail.Of(new FactInput("evidence", scope.Fund.Id, fact)))
            : Figure<Quantity>.None(scope.Id("budgetApproved"), read.Error);
    }

    private static decimal? NumberOf(IFigure figure) => figure.Value switch
    {
        Percentage percentage => percentage.Percent,
        Multiple multiple => multiple.Value,
        Money money => money.Amount,
        Quantity quantity => quantity.Value,
        _ => null,
    };

    private static Money? Missing(IFigure figure, decimal number, Gate gate)
    {
        if (figure.Value is Money money) return Up((gate.Limit - number) * money.Currency.MinorPerMajor, money);
        var inputs = figure.Trail.Inputs.OfType<FigureInput>().ToList();
        var above = inputs.Find(input => input.Role == "numerator")?.Figure.Value as Money;
        var whole = inputs.Find(input => input.Role == "denominator")?.Figure.Value as Money;
        if (above is null || whole is null) return null;
        var ratio = gate.Unit == PolicyUnit.Percent ? gate.Limit / 100m : gate.Limit;
        return Up((ratio * whole.MinorUnits) - above.MinorUnits, above);
    }

    private static Money Up(decimal minor, Money like) => Money.FromMinor((long)decimal.Ceiling(minor), like.Currency);

    private sealed record Scope(LedgerView View, NodeEntry Fund, ContributionPlan Plan, Tranche Tranche, IReadOnlyList<CapitalCall> Calls)
    {
        public FigureId Id(string formula) =>
            new($"gate.{formula}", string.Create(CultureInfo.InvariantCulture, $"{Fund.Code}/phase:{Tranche.Number}"));

        /// <summary>Money of some lines; the reason where some are in another currency than the fund's.</summary>
        public Figure<Money> Money(string formula, IReadOnlyList<int> edges, KindSet kinds, long total)
        {
            if (PolicyScope.Mixed(View, Fund, edges, kinds) is { } mixed) return Figure<Money>.None(Id(formula), mixed);
            var money = Domain.Values.Money.FromMinor(total, Fund.Currency);
            return Figure<Money>.Of(Id(formula), money, edges.Count == 0 ? Trail.Empty : Trail.Of(LinesInput.Of("lines", View, edges, kinds, money)));
        }

        public Figure<Money> PaidUnder(string formula, Func<int, bool> counts)
        {
            var edges = View.Book.EdgesInto(Fund.Id).Where(edge => View.Book.Edges[edge].Kind == EdgeKind.Commitment).ToList();
            var under = Calls.Where(call => call.Tranche is { } number && counts(number)).Select(call => call.Id.Value).ToHashSet();
            var lines = View.Lines(edges.ToHashSet(), Cash).Where(i => under.Contains(View.Book.Columns.Calls[i]));
            return Money(formula, edges, Cash, lines.Sum(i => View.Book.Columns.Amounts[i]));
        }

        public Figure<Percentage> Share(string formula, Figure<Money> part, Figure<Money> whole, DomainError whenNothing)
        {
            var trail = Trail.Of(new FigureInput("numerator", part), new FigureInput("denominator", whole));
            if ((part.NoneReason ?? whole.NoneReason) is { } missing) return Figure<Percentage>.None(Id(formula), missing, trail);
            return whole.Require().IsPositive
                ? Figure<Percentage>.Of(Id(formula), Percentage.FromFraction((decimal)part.Require().MinorUnits / whole.Require().MinorUnits), trail)
                : Figure<Percentage>.None(Id(formula), whenNothing, trail);
        }
    }
}
