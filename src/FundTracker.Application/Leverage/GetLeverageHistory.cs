using FundTracker.Analytics.Leverage;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FluentValidation;
using MediatR;

namespace FundTracker.Application.Leverage;

/// <summary>
/// The five leverage ratios of the whole portfolio at each quarter end since the mother fund first promised or placed anything, and on
/// the day asked for. Before that there is nothing to lever.
/// </summary>
public static class GetLeverageHistory
{
    /// <summary>Asks for the history.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Last day.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The history.</summary>
    /// <param name="AsOf">Last day.</param>
    /// <param name="KnownAt">Recorded instant that was used.</param>
    /// <param name="Points">By day; empty where the mother fund has promised and placed nothing by then.</param>
    public sealed record Answer(DateOnly AsOf, Stamp KnownAt, IReadOnlyList<Point> Points);

    /// <summary>The ratios on one day.</summary>
    public sealed record Point(DateOnly Day, LeverageRow Row);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.AsOf).IsBusinessDate();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            (await desk.View(q.Books, q.AsOf, q.KnownAt, cancellation)).Map(view => new Answer(view.AsOf, view.KnownAt,
                [.. Days(view).Select(day => new Point(day, LeverageEngine.Whole(view.On(day))))]));

        private static IEnumerable<DateOnly> Days(LedgerView view)
        {
            var held = view.Book.EdgesHeldBy(view.Book.MotherFund).Where(edge => view.Book.Edges[edge].Kind != EdgeKind.Own).ToHashSet();
            var lines = view.Lines(held, LineKinds.CommitmentKinds | LineKinds.PaidInKinds | LineKinds.InvestmentKinds);
            if (lines.Count == 0) yield break;
            var first = lines.Min(line => view.Book.Columns.Days[line]);
            for (var quarter = Quarter.Of(DateOnly.FromDayNumber(first)); quarter.LastDay < view.AsOf; quarter = quarter.Next) yield return quarter.LastDay;
            yield return view.AsOf;
        }
    }
}
