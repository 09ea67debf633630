using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>
/// When the demonstration's rows are taken to have been recorded: some days after the end of the quarter in which they fall, and what lies
/// before the books were opened with their first quarter. Rows that came late or correct others say their own day. Nothing is recorded
/// later than now.
/// </summary>
/// <param name="opened">Day on which the mother fund was set up.</param>
/// <param name="own">Days of rows that have their own, by <c>sheet:ref</c>.</param>
/// <param name="now">The clock.</param>
internal sealed class DemoHistory(DateOnly opened, IReadOnlyDictionary<string, DateOnly> own, Stamp now) : IRecordingHistory
{
    private const int DaysAfterQuarterEnd = 14;
    private static readonly TimeOnly MorningUtc = new(1, 30);

    private readonly DateOnly first = AfterQuarterOf(opened);

    /// <inheritdoc/>
    public Stamp? Of(RecordRow row) => own.TryGetValue(row.Reference, out var day) ? On(day)
        : row.FindDate("date") is { } date ? On(AfterQuarterOf(date))
        : null;

    private static DateOnly AfterQuarterOf(DateOnly date) => Quarter.Of(date).LastDay.AddDays(DaysAfterQuarterEnd);

    private Stamp On(DateOnly day)
    {
        var at = Stamp.From(new DateTimeOffset((day < first ? first : day).ToDateTime(MorningUtc), TimeSpan.Zero));
        return at < now ? at : now;
    }
}
