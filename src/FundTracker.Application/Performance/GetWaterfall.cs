using FluentValidation;
using FundTracker.Analytics.Waterfalls;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Performance;

/// <summary>How a sub-fund's distributions are shared between investors and manager by its terms, and what the manager might have to give back.</summary>
public static class GetWaterfall
{
    /// <summary>Asks for the waterfall of a sub-fund.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the sub-fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    [ReadersAndOwnSubFund]
    public sealed record Query(string Books, string Fund, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IAboutFund;

    /// <summary>The waterfall.</summary>
    /// <param name="AsOf">Effective day.</param>
    /// <param name="KnownAt">Recorded instant that was used.</param>
    /// <param name="Fund">The sub-fund.</param>
    /// <param name="Waterfall">The tiers; null where there is no answer.</param>
    /// <param name="NoneReason">Why there is none; null where there is one.</param>
    public sealed record Answer(DateOnly AsOf, Stamp KnownAt, NodeEntry Fund, FundWaterfall? Waterfall, DomainError? NoneReason);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Fund).NotEmpty();
            RuleFor(q => q.AsOf).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancellation)
        {
            var read = await desk.View(q.Books, q.AsOf, q.KnownAt, cancellation);
            if (!read.IsSuccess) return Result<Answer>.Refused(read.Errors);
            var view = read.Value;
            if (view.Book.FindNode(q.Fund) is not { Kind: NodeKind.SubFund } fund) return PipelineErrors.NotFound("fund", q.Fund);
            var waterfall = FundWaterfall.Of(view, fund);
            return new Answer(view.AsOf, view.KnownAt, fund, waterfall.IsSuccess ? waterfall.Value : null, waterfall.IsSuccess ? null : waterfall.Error);
        }
    }
}
