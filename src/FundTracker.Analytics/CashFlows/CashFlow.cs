namespace FundTracker.Analytics.CashFlows;

/// <summary>Money that moves on a day, seen by the investor.</summary>
/// <param name="Date">The day it moves; several flows may share a day.</param>
/// <param name="Amount">Negative: paid in. Positive: received, or the value still held. Finite; one currency per list;
/// zero is allowed and says that the value at that date is known to be nil.</param>
public readonly record struct CashFlow(DateOnly Date, double Amount);
