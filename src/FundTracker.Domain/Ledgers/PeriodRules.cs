using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>What a quarter must satisfy before it is closed, besides its place in the calendar.</summary>
public static class PeriodRules
{
    /// <summary>Checks that nothing recorded in the quarter still waits for approval: after the close it could not be posted any more.</summary>
    /// <param name="quarter">The quarter to be closed.</param>
    /// <param name="pending">How many vouchers with lines in it are pending.</param>
    public static Result<Done> CheckNothingPending(Quarter quarter, int pending) =>
        pending == 0 ? Done.Value : PeriodErrors.PendingInQuarter(quarter, pending);
}

/// <summary>Refusals of the calendar that look beyond it.</summary>
public static class PeriodErrors
{
    /// <summary>Vouchers with lines in the quarter are pending.</summary>
    public static DomainError PendingInQuarter(Quarter quarter, int vouchers) =>
        new("period.pendingInQuarter", ("quarter", quarter), ("vouchers", vouchers));
}
