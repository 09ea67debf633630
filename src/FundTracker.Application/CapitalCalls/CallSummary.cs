using FundTracker.Application.Books;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.CapitalCalls;

/// <summary>A capital call as it stands on a day, as known at an instant.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Fund">The fund that calls.</param>
/// <param name="Number">Number among the fund's calls.</param>
/// <param name="Tranche">Phase of the plan that it draws, or null.</param>
/// <param name="NoticeDate">Day of the notice.</param>
/// <param name="DueDate">Day on which money is due.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Called">What is asked for.</param>
/// <param name="Paid">What was paid.</param>
/// <param name="Due">What is still due.</param>
/// <param name="DaysLateMax">The largest of its investors' days late.</param>
/// <param name="RecordedBy">Who recorded it; may not approve it.</param>
/// <param name="Provenance">Where the record comes from.</param>
/// <param name="Invented">Its fields that are invented although it was printed.</param>
public sealed record CallSummary(
    CapitalCallId Id, NodeEntry Fund, int Number, int? Tranche, DateOnly NoticeDate, DateOnly DueDate, CallStatus Status, Money Called,
    Money Paid, Money Due, int DaysLateMax, string RecordedBy, Provenance Provenance,
    RecordFields Invented = RecordFields.None)
{
    /// <summary>Calls of a fund, or of all funds of the books, that were recorded by the view's instant, the latest notice first.</summary>
    internal static async Task<IReadOnlyList<CallSummary>> Read(Desk desk, LedgerView view, NodeId? fund, CancellationToken cancellation)
    {
        var calls = desk.Db.CapitalCalls.AsNoTracking().Where(call => call.MotherFund == view.Book.MotherFund);
        if (fund is not null) calls = calls.Where(call => call.Fund == fund);
        return Of(view, await calls.ToListAsync(cancellation));
    }

    /// <summary>Of some calls those that were recorded by the view's instant, the latest notice first.</summary>
    internal static IReadOnlyList<CallSummary> Of(LedgerView view, IEnumerable<CapitalCall> calls)
    {
        var known = calls.Where(call => call.RecordedAt <= view.KnownAt)
            .OrderByDescending(call => call.NoticeDate).ThenByDescending(call => call.Number).ToList();
        return [.. known.Zip(CallProgress.Of(view, known), (call, progress) => Of(view, call, progress))];
    }

    internal static CallSummary Of(LedgerView view, CapitalCall call, CallProgress progress) => new(
        call.Id, view.Book.Node(call.Fund), call.Number, call.Tranche, call.NoticeDate, call.DueDate, progress.Status, progress.Called,
        progress.Paid, progress.Due, progress.DaysLateMax, call.RecordedBy, call.Provenance, call.Invented);
}
