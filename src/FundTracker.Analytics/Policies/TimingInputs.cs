using System.Globalization;
using FundTracker.Analytics.Phases;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Policies;

/// <summary>Inputs about when: budget years, idle money, setting up, registration, the end of payment.</summary>
internal static class TimingInputs
{
    private static readonly KindSet Income = KindSet.Of(LineKind.GainDistribution, LineKind.IncomeDistribution);
    private static readonly KindSet Exits = KindSet.Of(LineKind.ExitProceeds, LineKind.CostRelieved);

    /// <summary>
    /// Days since the register should have been updated for the first year that is missing, below zero while there is time; the fact
    /// <c>registeredYear</c> says which year is in. Parameter <c>monthsAfterYearEnd</c>.
    /// </summary>
    public static IFigure RegistrationDaysLate(PolicyScope scope)
    {
        if (scope.Fact(scope.Fund.Id, FactNames.RegisteredYear) is not { Value.Length: 4 } fact)
            return scope.Unknown("registrationDaysLate", PolicyErrors.FactMissing(FactNames.RegisteredYear));
        var next = int.Parse(fact.Value, NumberStyles.None, CultureInfo.InvariantCulture) + 1;
        var due = new DateOnly(next + 1, 1, 1).AddMonths((int)scope.Numbers["monthsAfterYearEnd"]).AddDays(-1);
        return scope.Quantity(
            "registrationDaysLate", scope.View.AsOf.DayNumber - due.DayNumber, QuantityUnit.Days, new FactInput(FactNames.RegisteredYear, scope.Fund.Id, fact));
    }

    /// <summary>
    /// Days by which the last planned phase lies behind the time in which a company's subscriptions are paid; below zero while it lies within.
    /// Time runs from registration, or for funds registered before <c>registeredBefore</c> from <c>transitionFrom</c>, for <c>years</c>.
    /// </summary>
    public static IFigure DaysBeyondPaymentPeriod(PolicyScope scope)
    {
        if (scope.Phases.Count == 0) return scope.Unknown("daysBeyondPaymentPeriod", PolicyErrors.NoPlan());
        var registered = scope.View.Book.Facts
            .Where(fact => fact.Subject == scope.Fund.Id && fact.Name == FactNames.LegalForm && fact.RecordedAt <= scope.View.KnownAt)
            .MinBy(fact => fact.EffectiveFrom);
        if (registered is null) return scope.Unknown("daysBeyondPaymentPeriod", PolicyErrors.FactMissing(FactNames.LegalForm));
        var isOld = registered.EffectiveFrom.DayNumber < scope.Numbers["registeredBefore"];
        var start = isOld ? DateOnly.FromDayNumber((int)scope.Numbers["transitionFrom"]) : registered.EffectiveFrom;
        var end = start.AddYears((int)scope.Numbers["years"]).AddDays(isOld ? -1 : 0);
        var last = scope.Phases.MaxBy(phase => phase.PlannedDate)!;
        return scope.Quantity(
            "daysBeyondPaymentPeriod", last.PlannedDate.DayNumber - end.DayNumber, QuantityUnit.Days,
            new FactInput(FactNames.LegalForm, scope.Fund.Id, registered), scope.Phase(last));
    }

    /// <summary>Days since a fund was planned that is not set up; 0 once it is. The mother fund is set up: else it would have no books.</summary>
    public static IFigure DaysPlanned(PolicyScope scope)
    {
        if (scope.Fact(scope.Fund.Id, FactNames.FundStatus) is not { } fact)
        {
            return scope.IsMother
                ? scope.Quantity(PolicyInputs.DaysPlanned, 0, QuantityUnit.Days)
                : scope.Unknown(PolicyInputs.DaysPlanned, PolicyErrors.FactMissing(FactNames.FundStatus));
        }

        var days = fact.Value == nameof(FundStatus.Pipeline) ? scope.View.AsOf.DayNumber - fact.EffectiveFrom.DayNumber : 0;
        return scope.Quantity(PolicyInputs.DaysPlanned, days, QuantityUnit.Days, new FactInput(FactNames.FundStatus, scope.Fund.Id, fact));
    }

    /// <summary>Days from the first money that came in to the first investment, or to the day asked for while there is none; 0 before any money.</summary>
    public static IFigure DaysToFirstInvestment(PolicyScope scope)
    {
        var use = FirstUse.Of(scope.View, scope.Fund.Id);
        if (use.Money is not { } paid) return scope.Quantity(PolicyInputs.DaysToFirstInvestment, 0, QuantityUnit.Days);
        var end = use.Placed ?? scope.View.AsOf;
        return scope.Quantity(
            PolicyInputs.DaysToFirstInvestment, Math.Max(0, end.DayNumber - paid.DayNumber), QuantityUnit.Days,
            LinesInput.Of("firstMoney", scope.View, scope.Investors, FirstUse.In, null, FieldsRead.Dated),
            LinesInput.Of("firstInvestment", scope.View, [.. scope.Holdings, .. scope.Funds], FirstUse.Out, null, FieldsRead.Dated));
    }

    /// <summary>Phases planned by the end of the day's year that stand in no budget, or in another year's than the one they are planned for.</summary>
    public static IFigure PhasesOutsideBudget(PolicyScope scope)
    {
        if (scope.Plan is null) return scope.Unknown("phasesOutsideBudget", PolicyErrors.NoPlan());
        var phases = scope.Phases.Where(phase => phase.PlannedDate.Year <= scope.View.AsOf.Year).ToList();
        return scope.Quantity(
            "phasesOutsideBudget", phases.Count(phase => phase.BudgetYear != phase.PlannedDate.Year), QuantityUnit.Count,
            [.. phases.Select(scope.Phase)]);
    }

    /// <summary>Cash passed on into funds and companies / cash that shareholders paid in.</summary>
    public static IFigure InvestedShareOfCash(PolicyScope scope)
    {
        var cash = KindSet.Of(LineKind.Contribution);
        var into = scope.Sum("cashPaidIn", scope.Investors, cash, scope.Investors.Sum(edge => scope.View.Sum(edge, cash)));
        IReadOnlyList<int> below = [.. scope.Funds, .. scope.Holdings];
        var kinds = cash | KindSet.Of(LineKind.Investment);
        var placed = scope.Sum("cashPlaced", below, kinds, below.Sum(edge => scope.View.Sum(edge, kinds)));
        return scope.Share("investedShareOfCash", placed, into, PolicyErrors.NoMoneyYet());
    }

    /// <summary>Invested within <c>years</c> after the first money / all commitments; no answer while the time runs.</summary>
    public static IFigure InvestedWithin(PolicyScope scope)
    {
        const string Formula = "investedWithin";
        if (scope.FirstMoney() is not { } first) return Figure<Percentage>.None(scope.Id(Formula), PolicyErrors.NoMoneyYet());
        var end = first.AddYears((int)scope.Numbers["years"]);
        if (end > scope.View.AsOf) return Figure<Percentage>.None(scope.Id(Formula), PolicyErrors.PeriodNotOver(end));
        var then = scope.View.On(end);
        var invested = scope.Sum("investedByThen", scope.Holdings, LineKinds.InvestmentKinds, scope.Holdings.Sum(edge => then.Sum(edge, LineKinds.InvestmentKinds)));
        return scope.Share(Formula, invested, StructureInputs.Committed(scope), FigureReasons.NothingCommitted());
    }

    /// <summary>Whether rolling use of returned money is agreed in the plan.</summary>
    public static IFigure RollingAgreed(PolicyScope scope) => scope.Plan is { } plan
        ? scope.Quantity("rollingAgreed", plan.Rolling ? 1 : 0, QuantityUnit.Flag, [.. scope.Phases.Select(scope.Phase)])
        : scope.Unknown("rollingAgreed", PolicyErrors.NoPlan());

    /// <summary>
    /// Gains and income received and not handed on to the shareholders, never below zero: distributions of gain and income from funds,
    /// dividends of companies, and what an exit brought above the cost that it relieved. A loss on one company takes nothing off
    /// the gain on another.
    /// </summary>
    public static IFigure IncomeKept(PolicyScope scope)
    {
        var received = Sum("incomeReceived", scope.Funds, Income);
        var dividends = Sum("dividends", scope.Holdings, KindSet.Of(LineKind.Dividend));
        var left = scope.Holdings.Where(edge => Gain(edge) > 0).ToList();
        var gains = scope.Sum("exitGains", left, Exits, left.Sum(Gain));
        var handed = Sum("incomeHandedOn", scope.Investors, Income);
        Figure<Money>[] parts = [received, dividends, gains, handed];
        var trail = Trail.Of(
            new FigureInput("incomeReceived", received), new FigureInput("dividends", dividends), new FigureInput("exitGains", gains),
            new FigureInput("incomeHandedOn", handed));
        if (parts.Select(part => part.NoneReason).FirstOrDefault(reason => reason is not null) is { } missing)
            return Figure<Money>.None(scope.Id("incomeKept"), missing, trail);
        var kept = received.Require() + dividends.Require() + gains.Require() - handed.Require();
        return Figure<Money>.Of(scope.Id("incomeKept"), kept.IsPositive ? kept : Money.Zero(kept.Currency), trail);

        long Gain(int edge) => scope.View.Sum(edge, LineKind.ExitProceeds) - scope.View.Sum(edge, LineKind.CostRelieved);
        Figure<Money> Sum(string formula, IReadOnlyList<int> edges, KindSet kinds) =>
            scope.Sum(formula, edges, kinds, edges.Sum(edge => scope.View.Sum(edge, kinds)));
    }
}
