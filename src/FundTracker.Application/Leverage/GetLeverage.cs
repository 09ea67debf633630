using FundTracker.Analytics.Leverage;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FluentValidation;
using MediatR;

namespace FundTracker.Application.Leverage;

/// <summary>The five leverage formulas side by side: for the mother fund, per sub-fund, per sector, per fund class and stage.</summary>
public static class GetLeverage
{
    /// <summary>Asks for leverage.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The ratios.</summary>
    /// <param name="AsOf">Effective day.</param>
    /// <param name="KnownAt">Recorded instant that was used.</param>
    /// <param name="Rows">The whole portfolio first.</param>
    public sealed record Answer(DateOnly AsOf, Stamp KnownAt, IReadOnlyList<LeverageRow> Rows);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.AsOf).IsBusinessDate();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            (await desk.View(q.Books, q.AsOf, q.KnownAt, cancellation)).Map(view => new Answer(view.AsOf, view.KnownAt, LeverageEngine.AllRows(view)));
    }
}
