using FundTracker.Application.Imports;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Periods;

/// <summary>The demonstration's books are closed up to the end of 2023: what is printed of mid-2023 stands on closed figures.</summary>
public sealed class ClosedYears : IDemoChapter
{
    private const string LastClosed = "2023Q4";
    private const string Closer = "approver1";

    /// <summary>Last of all: no chapter before it is refused for the day that it speaks of.</summary>
    public int Place => 1000;

    /// <inheritdoc/>
    public async Task<bool> IsTold(DemoTeller teller, CancellationToken cancellation)
    {
        var calendar = await teller.As(Closer, new GetCalendar.Query(teller.Books), cancellation);
        return calendar.IsSuccess && calendar.Value.Events.Any(happened => happened.Quarter.ToString() == LastClosed && happened.State == PeriodState.Closed);
    }

    /// <inheritdoc/>
    public Task<Result<Done>> Tell(DemoTeller teller, CancellationToken cancellation) =>
        teller.As(Closer, new HoldQuarter.Command(teller.Books, LastClosed), cancellation)
            .Then(_ => teller.As(Closer, new CloseQuarter.Command(teller.Books, LastClosed), cancellation));
}
