using FluentValidation;
using FundTracker.Analytics.Performance;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Performance;

/// <summary>How a fund's NAV of one day became that of another: flows, what its statements split of the change of value, and the rest.</summary>
public static class GetNavRollForward
{
    /// <summary>Asks for the roll-forward of a fund.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the mother fund itself or of a sub-fund, which is read for the mother fund's share.</param>
    /// <param name="AsOf">Closing day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    /// <param name="From">Opening day; null for the quarter and the year to date, and since the first payment.</param>
    [ReadersAndOwnSubFund]
    public sealed record Query(string Books, string Fund, DateOnly AsOf, Stamp? KnownAt = null, DateOnly? From = null) : IQuery<Answer>, IAboutFund;

    /// <summary>The roll-forwards.</summary>
    /// <param name="AsOf">Closing day.</param>
    /// <param name="KnownAt">Recorded instant that was used.</param>
    /// <param name="Fund">The fund.</param>
    /// <param name="Periods">One for each opening day.</param>
    public sealed record Answer(DateOnly AsOf, Stamp KnownAt, NodeEntry Fund, IReadOnlyList<NavRollForward> Periods);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Fund).NotEmpty();
            RuleFor(q => q.AsOf).IsBusinessDate();
            RuleFor(q => q.From!.Value).IsBusinessDate().OverridePropertyName(nameof(Query.From)).When(q => q.From is not null);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancellation)
        {
            var read = await desk.View(q.Books, q.AsOf, q.KnownAt, cancellation);
            if (!read.IsSuccess) return Result<Answer>.Refused(read.Errors);
            var view = read.Value;
            var periods = q.From is { } from
                ? RollForwardEngine.Of(view, q.Fund, from) is { } one ? [one] : null
                : RollForwardEngine.ToDate(view, q.Fund);
            return periods is null ? PipelineErrors.NotFound("fund", q.Fund) : new Answer(view.AsOf, view.KnownAt, view.Book.FindNode(q.Fund)!, periods);
        }
    }
}
