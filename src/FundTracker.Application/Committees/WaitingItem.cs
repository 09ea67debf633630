using System.Globalization;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Committees;

/// <summary>Something that waits for a resolution.</summary>
/// <param name="Kind">Which resolution it waits for.</param>
/// <param name="Fund">The fund that it is about.</param>
/// <param name="Id">Key of the voucher, call or evaluation, by the kind.</param>
/// <param name="Amount">How much it is about; null where it is about no amount.</param>
/// <param name="By">Who recorded, submitted or opened it.</param>
/// <param name="Since">When.</param>
/// <param name="Refusal">What an approval would be refused with now.</param>
public sealed record WaitingItem(MotionKind Kind, NodeEntry Fund, string Id, Money? Amount, string By, Stamp Since, DomainError Refusal);

/// <summary>Asks the gate of resolutions about what is pending, without letting anything pass.</summary>
/// <param name="now">The books with all that is recorded.</param>
/// <param name="today">Day of the approval.</param>
internal sealed class WaitingItems(LedgerView now, DateOnly today)
{
    private readonly ResolutionGate gate = new(now, today);

    /// <summary>A pending voucher; null where it needs no resolution, or has one.</summary>
    public WaitingItem? Of(Voucher voucher)
    {
        var lines = voucher.Drafts();
        return gate.Commitments($"voucher/{voucher.Id}", lines) is { IsSuccess: false } refused
            ? new WaitingItem(
                MotionKind.Commitment, now.Book.Node(voucher.About), Key(voucher.Id.Value), lines[0].Amount, voucher.RecordedBy, voucher.RecordedAt, refused.Error)
            : null;
    }

    /// <summary>A submitted call whose phase holds it back; null where it needs no resolution, or has one.</summary>
    public WaitingItem? Of(CapitalCall call) => gate.Override(call) is { IsSuccess: false } refused
        ? new WaitingItem(
            MotionKind.Override, now.Book.Node(call.Fund), Key(call.Id.Value), call.Amount,
            call.SubmittedBy ?? call.RecordedBy, call.SubmittedAt ?? call.RecordedAt, refused.Error)
        : null;

    /// <summary>An evaluation whose result stands; null where sealing it needs no resolution, or has one.</summary>
    public WaitingItem? Of(Evaluation evaluation) => evaluation.StandsOn(today)
        && gate.Sealing(evaluation.Fund, evaluation.Scheme, evaluation.Timing, evaluation.Year) is { IsSuccess: false } refused
            ? new WaitingItem(
                MotionKind.Sealing, now.Book.Node(evaluation.Fund), Key(evaluation.Id.Value), null, evaluation.OpenedBy, evaluation.OpenedAt, refused.Error)
            : null;

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The last meeting, and what its members could know.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Date">Its day.</param>
/// <param name="AsOf">Last day of the quarter that its report speaks of; its own day where it had none.</param>
/// <param name="KnownAt">The instant that its report goes by, or the end of its day where that is earlier: minutes may be recorded later.</param>
public sealed record LastMeeting(int Number, DateOnly Date, DateOnly AsOf, Stamp KnownAt)
{
    internal static LastMeeting? Of(IReadOnlyList<Meeting> meetings, LedgerView view)
    {
        var last = meetings.Where(meeting => meeting.Date <= view.AsOf).OrderByDescending(meeting => meeting.Date).ThenByDescending(meeting => meeting.Number)
            .Select(meeting => MeetingCard.Of(meeting, view)).FirstOrDefault(meeting => meeting.WasHeld);
        if (last is null) return null;
        var paper = last.Items.SelectMany(item => item.Papers).FirstOrDefault(one => one.Quarter is not null);
        var end = Stamp.EndOf(last.Date);
        var knownAt = paper?.KnownAt is { } bound && bound < end ? bound : end;
        return new LastMeeting(last.Number, last.Date, paper?.Quarter?.LastDay ?? last.Date, knownAt > view.KnownAt ? view.KnownAt : knownAt);
    }
}

/// <summary>A ledger line that was recorded since a meeting.</summary>
/// <param name="Sequence">Its place in the chain.</param>
/// <param name="Date">Effective day.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Holder">Who holds.</param>
/// <param name="Investee">What is held.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Reverses">Sequence of the line that it takes back, or null.</param>
public sealed record NewLine(
    long Sequence, DateOnly Date, Stamp RecordedAt, LineKind Kind, NodeEntry Holder, NodeEntry Investee, Money Amount, long? Reverses)
{
    /// <summary>Changes of what the mother fund has committed.</summary>
    internal static IReadOnlyList<NewLine> Commitments(LedgerView view, LastMeeting? last) => Since(
        view, last, (i, edge) => LineKinds.CommitmentKinds.Contains((LineKind)view.Book.Columns.Kinds[i]) && edge.Holder == view.Book.MotherFund);

    /// <summary>Lines that change what the papers of the last meeting said.</summary>
    internal static IReadOnlyList<NewLine> Restated(LedgerView view, LastMeeting? last) =>
        Since(view, last, (i, _) => view.Book.Columns.Days[i] <= last!.AsOf.DayNumber);

    private static IReadOnlyList<NewLine> Since(LedgerView view, LastMeeting? last, Func<int, EdgeEntry, bool> isWanted)
    {
        if (last is null) return [];
        var columns = view.Book.Columns;
        var found = new List<NewLine>();
        for (var i = view.Known - 1; i >= columns.CountKnownAt(last.KnownAt); i--)
        {
            var edge = view.Book.Edges[columns.Edges[i]];
            if (columns.Days[i] > view.AsOf.DayNumber || !isWanted(i, edge)) continue;
            found.Add(new NewLine(
                i + 1, DateOnly.FromDayNumber(columns.Days[i]), new Stamp(columns.Stamps[i]), (LineKind)columns.Kinds[i], view.Book.Node(edge.Holder),
                view.Book.Node(edge.Investee), Money.FromMinor(columns.Amounts[i], edge.Currency), columns.Reverses[i] == 0 ? null : columns.Reverses[i]));
        }

        return found;
    }
}
