namespace FundTracker.Analytics.Pacing;

/// <summary>Money that a mother fund expects to move on a day; one currency.</summary>
/// <param name="Date">The day.</param>
/// <param name="Amount">Positive coming in (distributions of sub-funds), negative going out (calls of sub-funds, costs).</param>
public readonly record struct ExpectedCash(DateOnly Date, decimal Amount);

/// <summary>When the next phase of a mother fund must be paid in, and how much.</summary>
/// <param name="ShortfallDate">First day on which cash would fall below the reserve without the phase; null where it never does.</param>
/// <param name="PayBy">The last day to pay the phase in: the shortfall less the lead time.</param>
/// <param name="ShortfallAmount">What is missing on the first such day.</param>
/// <param name="AmountNeeded">What must be paid in for cash to stay at the reserve up to the horizon.</param>
/// <param name="LowestOn">The day of the lowest cash up to the horizon, which sets the amount; null without a shortfall.</param>
public readonly record struct PhaseNeed(
    DateOnly? ShortfallDate, DateOnly? PayBy, decimal ShortfallAmount, decimal AmountNeeded, DateOnly? LowestOn)
{
    /// <summary>Walks the expected cash from today's balance on.</summary>
    /// <param name="cash">Balance at the start.</param>
    /// <param name="reserve">What cash must not fall below.</param>
    /// <param name="expected">Expected movements, any order; those of a day count together. After the horizon ignored.</param>
    /// <param name="horizon">The last day looked at, such as the day before the phase after next.</param>
    /// <param name="leadDays">Days from the decision to the money: notice, budget, transfer.</param>
    public static PhaseNeed Of(
        decimal cash, decimal reserve, IReadOnlyList<ExpectedCash> expected, DateOnly horizon, int leadDays = 0)
    {
        PhaseNeed need = default;
        decimal balance = cash;
        foreach (var day in expected.Where(e => e.Date <= horizon).GroupBy(e => e.Date).OrderBy(day => day.Key))
        {
            balance += day.Sum(e => e.Amount);
            decimal missing = reserve - balance;
            if (missing > 0 && need.ShortfallDate is null)
            {
                need = need with { ShortfallDate = day.Key, PayBy = day.Key.AddDays(-leadDays), ShortfallAmount = missing };
            }

            if (missing > need.AmountNeeded)
            {
                need = need with { AmountNeeded = missing, LowestOn = day.Key };
            }
        }

        return need;
    }
}
