using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Committees;

/// <summary>Finds meetings.</summary>
internal static class MeetingShelf
{
    /// <summary>A meeting of these books, tracked; or not found.</summary>
    public static async Task<Result<Meeting>> Meeting(this Desk desk, NodeId motherFund, int number, CancellationToken cancellation)
    {
        var meeting = await desk.Db.Meetings.SingleOrDefaultAsync(m => m.MotherFund == motherFund && m.Number == number, cancellation);
        return meeting is null ? PipelineErrors.NotFound("meeting", Text(number)) : meeting;
    }

    /// <summary>Meetings that were called by the view's instant, by number.</summary>
    public static async Task<IReadOnlyList<Meeting>> Meetings(this Desk desk, LedgerView view, CancellationToken cancellation) =>
        await desk.Db.Meetings.AsNoTracking()
            .Where(m => m.MotherFund == view.Book.MotherFund && m.RecordedAt <= view.KnownAt)
            .OrderBy(m => m.Number).ToListAsync(cancellation);

    /// <summary>The number that the next resolution of a year has, such as <c>LUZHOU1-2026-02</c>.</summary>
    public static async Task<string> NextResolution(this Desk desk, BookSnapshot book, int year, CancellationToken cancellation)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var decided = await desk.Db.Meetings.AsNoTracking()
            .Where(m => m.MotherFund == book.MotherFund && m.Date >= first && m.Date <= last)
            .SelectMany(m => m.Items).CountAsync(item => item.Resolution != null, cancellation);
        return FormattableString.Invariant($"{book.Root.Code}-{year}-{decided + 1:00}");
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
