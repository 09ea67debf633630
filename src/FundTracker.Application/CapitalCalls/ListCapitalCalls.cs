using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.CapitalCalls;

/// <summary>Capital calls with what was called and paid as of a day, the latest notice first.</summary>
public static class ListCapitalCalls
{
    /// <summary>Asks for calls.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="Fund">Code of the fund that calls; null for all funds of the books.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    [ReadersAndOwnSubFund]
    public sealed record Query(string Books, DateOnly AsOf, string? Fund = null, Stamp? KnownAt = null)
        : IQuery<IReadOnlyList<CallSummary>>, IAboutFund
    {
        string IAboutFund.Fund => Fund ?? "";
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.AsOf).IsBusinessDate();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<IReadOnlyList<CallSummary>>>
    {
        public Task<Result<IReadOnlyList<CallSummary>>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
            {
                var fund = q.Fund is null ? null : view.Book.FindNode(q.Fund);
                if (q.Fund is not null && fund is null) return PipelineErrors.NotFound("fund", q.Fund);
                return Result<IReadOnlyList<CallSummary>>.Ok(await CallSummary.Read(desk, view, fund?.Id, cancellation));
            });
    }
}
