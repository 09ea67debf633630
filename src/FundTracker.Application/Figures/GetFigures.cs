using FundTracker.Analytics.Ratios;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FluentValidation;
using MediatR;

namespace FundTracker.Application.Figures;

/// <summary>The basic figures of a mother fund and of every sub-fund that it holds, as of a day, as known at an instant.</summary>
public static class GetFigures
{
    /// <summary>Asks for figures.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    /// <param name="CompareTo">Another effective day to set beside it, such as the quarter end before; null for none.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp? KnownAt = null, DateOnly? CompareTo = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The figures.</summary>
    /// <param name="AsOf">Effective day.</param>
    /// <param name="KnownAt">Recorded instant that was used.</param>
    /// <param name="Funds">The mother fund first, then its sub-funds by code.</param>
    /// <param name="Before">The same for <see cref="Query.CompareTo"/>; empty where none was asked for.</param>
    public sealed record Answer(DateOnly AsOf, Stamp KnownAt, IReadOnlyList<FundFigures> Funds, IReadOnlyList<FundFigures> Before);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.AsOf).IsBusinessDate();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancellation)
        {
            var read = await desk.View(q.Books, q.AsOf, q.KnownAt, cancellation);
            return read.Map(view => new Answer(
                view.AsOf, view.KnownAt, FundFigureEngine.OfFamily(view),
                q.CompareTo is { } day ? FundFigureEngine.OfFamily(view.On(day)) : []));
        }
    }
}
