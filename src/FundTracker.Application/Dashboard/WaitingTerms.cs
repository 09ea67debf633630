using FundTracker.Analytics.Policies;
using FundTracker.Application.Policies;

namespace FundTracker.Application.Dashboard;

/// <summary>How long something may wait by the rules of a day (F-04 as shipped); null where no rule says.</summary>
/// <param name="PlannedDaysMax">Days that a planned fund may wait to be set up.</param>
/// <param name="IdleDaysMax">Days that money may wait for its first use.</param>
internal sealed record WaitingTerms(int? PlannedDaysMax, int? IdleDaysMax)
{
    /// <summary>Of a day; none where the rules can't be read, which the part of the page about rules says.</summary>
    public static WaitingTerms On(PolicyLibrary library, DateOnly day) => library.Rules.IsSuccess
        ? new WaitingTerms(
            (int?)library.Rules.Value.AtMost(day, PolicyInputs.DaysPlanned), (int?)library.Rules.Value.AtMost(day, PolicyInputs.DaysToFirstInvestment))
        : new WaitingTerms(null, null);
}
