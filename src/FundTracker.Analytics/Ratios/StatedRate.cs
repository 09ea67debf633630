using FundTracker.Domain.Ledgers;

namespace FundTracker.Analytics.Ratios;

/// <summary>A stated rate of exchange.</summary>
/// <param name="Rate">Units of the mother fund's currency for one of the other, above zero.</param>
/// <param name="Fact">Where and since when it is stated.</param>
public sealed record StatedRate(decimal Rate, FactEntry Fact);
