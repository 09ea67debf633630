using System.Collections.Frozen;
using FundTracker.Analytics.Registry;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Policies;

namespace FundTracker.Analytics.Policies;

/// <summary>Everything that the program computes for rules and evaluations, by name. A rule file may read these and what somebody states.</summary>
public static class PolicyInputs
{
    /// <summary>Loss of a whole fund over what it invested.</summary>
    public const string LossShare = "lossShare";

    /// <summary>Days since a fund that is not set up was planned.</summary>
    public const string DaysPlanned = "daysPlanned";

    /// <summary>Days from the first money to its first use, or to the day asked for.</summary>
    public const string DaysToFirstInvestment = "daysToFirstInvestment";

    private const string OfEvaluations = "hardBreaches";

    private static readonly FrozenDictionary<string, (InputDefinition Definition, Func<PolicyScope, IFigure> Compute)> Known = new[]
    {
        New("fundLayers", PolicyUnit.Count, StructureInputs.FundLayers),
        New("motherShare", PolicyUnit.Percent, StructureInputs.MotherShare),
        Part("governmentShare", StructureInputs.GovernmentShare),
        Part("socialShare", StructureInputs.SocialShare),
        New("othersToOurs", PolicyUnit.Multiple, StructureInputs.OthersToOurs),
        New("firstPaymentShare", PolicyUnit.Percent, StructureInputs.FirstPaymentShare),
        New("largestCompanyOfAssets", PolicyUnit.Percent, PortfolioInputs.LargestCompanyOfAssets),
        New("largestProjectOfPaidIn", PolicyUnit.Percent, PortfolioInputs.LargestProjectOfPaidIn),
        Part("mainFieldShare", PortfolioInputs.MainFieldShare),
        New(LossShare, PolicyUnit.Percent, PortfolioInputs.LossShare),
        New("feeToPaidIn", PolicyUnit.Percent, PortfolioInputs.FeeToPaidIn),
        New("localMultiple", PolicyUnit.Multiple, LocalInputs.Multiple),
        New("localShare", PolicyUnit.Percent, LocalInputs.Share),
        New("localVoid", PolicyUnit.Money, LocalInputs.Void),
        New("registrationDaysLate", PolicyUnit.Days, TimingInputs.RegistrationDaysLate, ("monthsAfterYearEnd", PolicyUnit.Count)),
        New("daysBeyondPaymentPeriod", PolicyUnit.Days, TimingInputs.DaysBeyondPaymentPeriod,
            ("years", PolicyUnit.Count), ("registeredBefore", PolicyUnit.Date), ("transitionFrom", PolicyUnit.Date)),
        New(DaysPlanned, PolicyUnit.Days, TimingInputs.DaysPlanned),
        New(DaysToFirstInvestment, PolicyUnit.Days, TimingInputs.DaysToFirstInvestment),
        New("phasesOutsideBudget", PolicyUnit.Count, TimingInputs.PhasesOutsideBudget),
        New("investedShareOfCash", PolicyUnit.Percent, TimingInputs.InvestedShareOfCash),
        New("investedWithin", PolicyUnit.Percent, TimingInputs.InvestedWithin, ("years", PolicyUnit.Count)),
        New("rollingAgreed", PolicyUnit.Flag, TimingInputs.RollingAgreed),
        New("totalToMother", PolicyUnit.Multiple, PerformanceInputs.TotalToMother),
        New("paidInRatio", PolicyUnit.Percent, PerformanceInputs.PaidInRatio),
        New("idleShare", PolicyUnit.Percent, PerformanceInputs.IdleShare),
        New("planPaidShare", PolicyUnit.Percent, PerformanceInputs.PlanPaidShare),
        New("annualReturn", PolicyUnit.Percent, PerformanceInputs.AnnualReturn),
        New("totalMultiple", PolicyUnit.Multiple, PerformanceInputs.TotalMultiple),
        New("paidMultiple", PolicyUnit.Multiple, PerformanceInputs.PaidMultiple),
        New("navGrowth", PolicyUnit.Percent, PerformanceInputs.NavGrowth),
        Part("earlyShare", PerformanceInputs.EarlyShare),
        New("holdingYears", PolicyUnit.Years, PerformanceInputs.HoldingYears),
        New("freshNavShare", PolicyUnit.Percent, PerformanceInputs.FreshNavShare),
        New("exitCount", PolicyUnit.Count, PerformanceInputs.ExitCount),
        New(OfEvaluations, PolicyUnit.Count, PerformanceInputs.HardBreaches),
        New(
            "carrierOccupancy", PolicyUnit.Percent,
            scope => Occupancy.OfDistrict(scope.View.Registry, scope.Id)),
        New("incomeKept", PolicyUnit.Money, TimingInputs.IncomeKept),
    }.ToFrozenDictionary(input => input.Definition.Name, StringComparer.Ordinal);

    /// <summary>What is computed: names, units, parameters.</summary>
    public static IReadOnlyList<InputDefinition> All { get; } =
        [.. Known.Values.Select(input => input.Definition).OrderBy(input => input.Name, StringComparer.Ordinal)];

    /// <summary>What rules may read: all but what itself follows from rules.</summary>
    public static IReadOnlyList<InputDefinition> ForRules { get; } = [.. All.Where(input => input.Name != OfEvaluations)];

    /// <summary>An input by its name, or null.</summary>
    public static InputDefinition? Find(string name) => Known.TryGetValue(name, out var input) ? input.Definition : null;

    internal static IFigure Compute(string name, PolicyScope scope) => Known[name].Compute(scope);

    private static (InputDefinition Definition, Func<PolicyScope, IFigure> Compute) New(
        string name, PolicyUnit unit, Func<PolicyScope, IFigure> compute, params (string, PolicyUnit)[] parameters) =>
        (new InputDefinition(name, unit, parameters), compute);

    /// <summary>A share of a whole that new money makes grow, such as new social capital.</summary>
    private static (InputDefinition Definition, Func<PolicyScope, IFigure> Compute) Part(string name, Func<PolicyScope, IFigure> compute) =>
        (new InputDefinition(name, PolicyUnit.Percent, [], GrowsWhole: true), compute);
}
