using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Periods;

/// <summary>The quarters of the books with their state, and what happened to them.</summary>
public static class GetCalendar
{
    /// <summary>Asks for the calendar.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    [Readers]
    public sealed record Query(string Books) : IQuery<Answer>, IWithinBooks;

    /// <summary>The calendar.</summary>
    /// <param name="Quarters">From the quarter of the first line, or of the first event, to the last one touched or the running one; the latest first.</param>
    /// <param name="Events">What happened, in order.</param>
    public sealed record Answer(IReadOnlyList<Row> Quarters, IReadOnlyList<Event> Events);

    /// <summary>A quarter.</summary>
    /// <param name="Quarter">The quarter.</param>
    /// <param name="State">Its state now.</param>
    /// <param name="Lines">How many ledger lines are dated in it.</param>
    public sealed record Row(Quarter Quarter, PeriodState State, int Lines);

    /// <summary>A quarter was held, closed or opened again.</summary>
    /// <param name="Quarter">The quarter.</param>
    /// <param name="State">Its state from then on.</param>
    /// <param name="At">When.</param>
    /// <param name="By">By whom.</param>
    /// <param name="Reason">Why; empty where it was held or closed.</param>
    public sealed record Event(Quarter Quarter, PeriodState State, Stamp At, string By, string Reason);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Books).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) => desk.Open(q.Books, cancellation).Map(books =>
        {
            var lines = QuartersOfLines(books.Snapshot);
            var events = books.Head.PeriodEvents.OrderBy(happened => happened.Number).ToList();
            var touched = lines.Keys.Concat(events.Select(happened => happened.Quarter)).Append(Quarter.Of(desk.Today));
            var rows = new List<Row>();
            for (var (quarter, first) = (touched.Max()!, touched.Min()!); quarter.CompareTo(first) >= 0; quarter = quarter.Previous)
                rows.Add(new Row(quarter, books.Head.StateOf(quarter.FirstDay), lines.GetValueOrDefault(quarter)));
            return new Answer(rows, [.. events.Select(e => new Event(e.Quarter, e.State, e.At, e.By, e.Reason))]);
        });

        private static Dictionary<Quarter, int> QuartersOfLines(BookSnapshot book)
        {
            var counts = new Dictionary<Quarter, int>();
            foreach (var day in book.Columns.Days[..book.LineCount])
            {
                var quarter = Quarter.Of(DateOnly.FromDayNumber(day));
                counts[quarter] = counts.GetValueOrDefault(quarter) + 1;
            }

            return counts;
        }
    }
}
