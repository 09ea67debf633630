using FluentValidation;
using FundTracker.Analytics.Leverage;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Leverage;

/// <summary>Which commitments and payments moved a leverage ratio of the whole portfolio between two days.</summary>
public static class GetLeverageChange
{
    /// <summary>Asks what moved a ratio.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="From">The earlier day; its own lines are in the ratio it begins with.</param>
    /// <param name="AsOf">The later day, counted.</param>
    /// <param name="Formula">Which ratio.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly From, DateOnly AsOf, LeverageFormula Formula, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>What moved it.</summary>
    /// <param name="KnownAt">Recorded instant that was used.</param>
    /// <param name="Before">The ratio on the earlier day.</param>
    /// <param name="After">The ratio on the later day.</param>
    /// <param name="Steps">Days on which it moved, ascending; their changes add up to the whole.</param>
    public sealed record Answer(Stamp KnownAt, Figure<Multiple> Before, Figure<Multiple> After, IReadOnlyList<Step> Steps);

    /// <summary>A day on which it moved.</summary>
    /// <param name="Day">The day.</param>
    /// <param name="Before">The ratio at the end of the day before.</param>
    /// <param name="After">The ratio at its end.</param>
    /// <param name="Change">After less before; null where one of them has no answer.</param>
    /// <param name="Lines">Lines of the day that the formula reads; empty where a fact or a rate alone moved it.</param>
    /// <param name="Rates">The rates of exchange that came to hold that day, where the step is their effect; else empty.</param>
    public sealed record Step(
        DateOnly Day, Figure<Multiple> Before, Figure<Multiple> After, decimal? Change, IReadOnlyList<Line> Lines, IReadOnlyList<UsedRate> Rates);

    /// <summary>A line.</summary>
    /// <param name="Sequence">Its number in the ledger.</param>
    /// <param name="Kind">Its kind.</param>
    /// <param name="Holder">Who pays or promises.</param>
    /// <param name="Investee">To whom.</param>
    /// <param name="Amount">Its amount.</param>
    public sealed record Line(long Sequence, LineKind Kind, NodeEntry Holder, NodeEntry Investee, Money Amount);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.From).IsBusinessDate();
            RuleFor(q => q.AsOf).IsBusinessDate();
            RuleFor(q => q.AsOf).GreaterThanOrEqualTo(q => q.From).WithErrorCode(InputErrors.DateRange);
            RuleFor(q => q.Formula).IsInEnum().WithErrorCode(InputErrors.NotKnown);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            (await desk.View(q.Books, q.AsOf, q.KnownAt, cancellation)).Map(view => new Answer(
                view.KnownAt, LeverageAttribution.On(view, q.From, q.Formula), LeverageAttribution.On(view, q.AsOf, q.Formula),
                view.Remember((q.From, q.Formula), () => StepsOf(view, q))));

        private static List<Step> StepsOf(LedgerView view, Query q) =>
        [
            .. LeverageAttribution.Of(view, q.From, q.Formula).Select(step => new Step(
                step.Day, step.Before, step.After, step.Change, [.. step.Lines.Select(line => ToLine(view.Book, line))], step.Rates)),
        ];

        private static Line ToLine(BookSnapshot book, int line)
        {
            var edge = book.Edges[book.Columns.Edges[line]];
            return new Line(
                line + 1, (LineKind)book.Columns.Kinds[line], book.Node(edge.Holder), book.Node(edge.Investee),
                Money.FromMinor(book.Columns.Amounts[line], edge.Currency));
        }
    }
}
