using System.Collections.Frozen;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Policies;

namespace FundTracker.Analytics.Policies;

/// <summary>Everything that the program computes for rules and evaluations, by name. A rule file may read these and what somebody states.</summary>
public static class PolicyInputs
{
    private static readonly FrozenDictionary<string, (InputDefinition Definition, Func<PolicyScope, IFigure> Compute)> Known = new[]
    {
        New("fundLayers", PolicyUnit.Count, StructureInputs.FundLayers),
        New("motherShare", PolicyUnit.Percent, StructureInputs.MotherShare),
        New("governmentShare", PolicyUnit.Percent, StructureInputs.GovernmentShare),
        New("socialShare", PolicyUnit.Percent, StructureInputs.SocialShare),
        New("othersToOurs", PolicyUnit.Multiple, StructureInputs.OthersToOurs),
        New("firstPaymentShare", PolicyUnit.Percent, StructureInputs.FirstPaymentShare),
        New("largestCompanyOfAssets", PolicyUnit.Percent, PortfolioInputs.LargestCompanyOfAssets),
        New("largestProjectOfPaidIn", PolicyUnit.Percent, PortfolioInputs.LargestProjectOfPaidIn),
        New("mainFieldShare", PolicyUnit.Percent, PortfolioInputs.MainFieldShare),
        New("lossShare", PolicyUnit.Percent, PortfolioInputs.LossShare),
        New("feeToPaidIn", PolicyUnit.Percent, PortfolioInputs.FeeToPaidIn),
        New("localMultiple", PolicyUnit.Multiple, LocalInputs.Multiple),
        New("localShare", PolicyUnit.Percent, LocalInputs.Share),
        New("localVoid", PolicyUnit.Money, LocalInputs.Void),
        New("registrationDaysLate", PolicyUnit.Days, TimingInputs.RegistrationDaysLate, ("monthsAfterYearEnd", PolicyUnit.Count)),
        New("daysBeyondPaymentPeriod", PolicyUnit.Days, TimingInputs.DaysBeyondPaymentPeriod,
            ("years", PolicyUnit.Count), ("registeredBefore", PolicyUnit.Date), ("transitionFrom", PolicyUnit.Date)),
        New("daysPlanned", PolicyUnit.Days, TimingInputs.DaysPlanned),
        New("daysToFirstInvestment", PolicyUnit.Days, TimingInputs.DaysToFirstInvestment),
        New("phasesOutsideBudget", PolicyUnit.Count, TimingInputs.PhasesOutsideBudget),
        New("investedShareOfCash", PolicyUnit.Percent, TimingInputs.InvestedShareOfCash),
        New("investedWithin", PolicyUnit.Percent, TimingInputs.InvestedWithin, ("years", PolicyUnit.Count)),
        New("rollingAgreed", PolicyUnit.Flag, TimingInputs.RollingAgreed),
        New("incomeKept", PolicyUnit.Money, TimingInputs.IncomeKept),
    }.ToFrozenDictionary(input => input.Definition.Name, StringComparer.Ordinal);

    /// <summary>What is computed: names, units, parameters.</summary>
    public static IReadOnlyList<InputDefinition> All { get; } =
        [.. Known.Values.Select(input => input.Definition).OrderBy(input => input.Name, StringComparer.Ordinal)];

    /// <summary>An input by its name, or null.</summary>
    public static InputDefinition? Find(string name) => Known.TryGetValue(name, out var input) ? input.Definition : null;

    internal static IFigure Compute(string name, PolicyScope scope) => Known[name].Compute(scope);

    private static (InputDefinition Definition, Func<PolicyScope, IFigure> Compute) New(
        string name, PolicyUnit unit, Func<PolicyScope, IFigure> compute, params (string, PolicyUnit)[] parameters) =>
        (new InputDefinition(name, unit, parameters), compute);
}
