using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Capital;

/// <summary>Where a call stands: what people decided, and for an issued one what the ledger says.</summary>
public enum CallStatus : byte
{
    /// <summary>草稿 draft.</summary>
    Draft = 1,

    /// <summary>待审批 submitted.</summary>
    Submitted = 2,

    /// <summary>已批准 approved, not issued (or not yet on the day asked for).</summary>
    Approved = 3,

    /// <summary>已退回 rejected.</summary>
    Rejected = 4,

    /// <summary>未缴 issued, nothing paid.</summary>
    Unpaid = 5,

    /// <summary>部分到账 issued, paid in part.</summary>
    PartlyFunded = 6,

    /// <summary>足额到账 paid in full.</summary>
    Funded = 7,

    /// <summary>逾期 past its due day and not paid in full.</summary>
    Overdue = 8,

    /// <summary>已取消 cancelled or taken back; what is unpaid is called no more.</summary>
    Cancelled = 9,
}

/// <summary>One investor's part of a call on a day.</summary>
/// <param name="Edge">Its commitment.</param>
/// <param name="Called">What it was asked for.</param>
/// <param name="Paid">What it paid.</param>
/// <param name="Due">What is still due: called, not paid and not cancelled.</param>
/// <param name="LastPaidOn">Day of its last payment; null where there is none.</param>
/// <param name="DaysLate">Days from the due day to the payment that completed it, or to the day asked for where something is due; never negative.</param>
public sealed record InvestorProgress(EdgeId Edge, Money Called, Money Paid, Money Due, DateOnly? LastPaidOn, int DaysLate);

/// <summary>A call on a day, as known at an instant.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Called">What was asked for; before the issue what would be.</param>
/// <param name="Paid">What was paid.</param>
/// <param name="Due">What is still due.</param>
/// <param name="DaysLateMax">The largest of its investors' days late.</param>
/// <param name="Investors">One per investor, in the order of the call.</param>
public sealed record CallProgress(
    CallStatus Status, Money Called, Money Paid, Money Due, int DaysLateMax, IReadOnlyList<InvestorProgress> Investors)
{
    /// <summary>How calls stand in a view.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="calls">Calls of these books that were recorded by then.</param>
    /// <returns>One per call, in their order.</returns>
    public static IReadOnlyList<CallProgress> Of(LedgerView view, IReadOnlyList<CapitalCall> calls)
    {
        var wanted = calls.Select(call => call.Id.Value).ToHashSet();
        var columns = view.Book.Columns;
        var lines = Enumerable.Range(0, view.Known)
            .Where(i => columns.Calls[i] != 0 && columns.Days[i] <= view.AsOf.DayNumber && wanted.Contains(columns.Calls[i]))
            .ToLookup(i => columns.Calls[i]);
        return [.. calls.Select(call => Of(view, call, [.. lines[call.Id.Value]]))];
    }

    private static CallProgress Of(LedgerView view, CapitalCall call, IReadOnlyList<int> lines)
    {
        var isCalled = lines.Any(i => KindOf(view, i) == LineKind.CallIssued);
        var isCancelled = call.CancelledAt <= view.KnownAt && (call.IssuedAt is null || lines.Any(i => KindOf(view, i) == LineKind.CallCancelled));
        var investors = call.Shares.GroupBy(share => share.Edge).Select(shares =>
        {
            var asked = shares.Select(share => share.Amount).Aggregate((sum, part) => sum + part);
            var edge = view.Book.FindIndexOf(shares.Key);
            return isCalled
                ? Issued(view, call.DueDate, asked, isCancelled, shares.Key, [.. lines.Where(i => view.Book.Columns.Edges[i] == edge)])
                : new InvestorProgress(shares.Key, asked, Money.Zero(asked.Currency), Money.Zero(asked.Currency), LastPaidOn: null, DaysLate: 0);
        }).ToList();
        var zero = Money.Zero(call.Amount.Currency);
        var (paid, due) = (investors.Aggregate(zero, (sum, i) => sum + i.Paid), investors.Aggregate(zero, (sum, i) => sum + i.Due));
        var late = investors.Max(investor => investor.DaysLate);
        var status = isCancelled ? CallStatus.Cancelled : isCalled ? Issued(view, call, paid, due) : BeforeIssue(view, call);
        return new CallProgress(status, call.Amount, paid, due, late, investors);
    }

    private static InvestorProgress Issued(
        LedgerView view, DateOnly dueDate, Money asked, bool isCancelled, EdgeId edge, IReadOnlyList<int> lines)
    {
        var contributions = lines.Where(i => KindOf(view, i) == LineKind.Contribution).ToList();
        var paid = contributions.Sum(i => view.Book.Columns.Amounts[i]);
        var due = isCancelled ? 0 : Math.Max(0, asked.MinorUnits - paid);
        var takenBack = contributions.Select(i => view.Book.Columns.Reverses[i]).ToHashSet();
        var days = contributions.Where(i => view.Book.Columns.Reverses[i] == 0 && !takenBack.Contains(i + 1))
            .Select(i => DateOnly.FromDayNumber(view.Book.Columns.Days[i])).ToList();
        DateOnly? last = days.Count == 0 ? null : days.Max();
        var until = due > 0 ? view.AsOf : last ?? dueDate;
        return new InvestorProgress(
            edge, asked, Paid: Money.FromMinor(paid, asked.Currency), Due: Money.FromMinor(due, asked.Currency), last,
            Math.Max(0, until.DayNumber - dueDate.DayNumber));
    }

    private static CallStatus Issued(LedgerView view, CapitalCall call, Money paid, Money due)
    {
        if (due.IsZero) return CallStatus.Funded;
        if (view.AsOf > call.DueDate) return CallStatus.Overdue;
        return paid.IsZero ? CallStatus.Unpaid : CallStatus.PartlyFunded;
    }

    private static CallStatus BeforeIssue(LedgerView view, CapitalCall call)
    {
        if (call.DecidedAt <= view.KnownAt) return call.Stage == CallStage.Rejected ? CallStatus.Rejected : CallStatus.Approved;
        return call.Stage == CallStage.Draft ? CallStatus.Draft : CallStatus.Submitted;
    }

    private static LineKind KindOf(LedgerView view, int line) => (LineKind)view.Book.Columns.Kinds[line];
}
