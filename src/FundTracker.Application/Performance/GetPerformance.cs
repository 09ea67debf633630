using FluentValidation;
using FundTracker.Analytics.Performance;
using FundTracker.Analytics.Ratios;
using FundTracker.Application.Books;
using FundTracker.Application.Indices;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Performance;

/// <summary>How a mother fund or one of its sub-funds has done: over time, over horizons, against an index and beside its peers.</summary>
public static class GetPerformance
{
    /// <summary>Asks for the performance of a fund.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the mother fund itself or of a sub-fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    /// <param name="Index">Code of an index to compare with; null for none.</param>
    /// <param name="Benchmark">Code of a published table of quartiles to compare vintages with; null for none.</param>
    [ReadersAndOwnSubFund]
    public sealed record Query(
        string Books, string Fund, DateOnly AsOf, Stamp? KnownAt = null, string? Index = null, string? Benchmark = null) : IQuery<Answer>, IAboutFund;

    /// <summary>The performance.</summary>
    /// <param name="AsOf">Effective day.</param>
    /// <param name="KnownAt">Recorded instant that was used.</param>
    /// <param name="Performance">Of the fund.</param>
    /// <param name="Policies">What the policies of ratios make of it, the choice that holds beside all others.</param>
    /// <param name="Vintage">Its vintage year and where it comes from.</param>
    /// <param name="Vintages">Of a mother fund: its sub-funds by vintage; of a sub-fund: its own vintage. Empty for a sub-fund's manager.</param>
    /// <param name="Pooled">Of a mother fund: the J-curve of its sub-funds together; null of a sub-fund and for a sub-fund's manager.</param>
    public sealed record Answer(
        DateOnly AsOf, Stamp KnownAt, FundPerformance Performance, IReadOnlyList<PolicyReading> Policies, VintageReading Vintage,
        IReadOnlyList<VintagePeers> Vintages, PooledCurve? Pooled);

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
            var index = await IndexShelf.Take(desk, q.Index, view.KnownAt, cancellation);
            if (!index.IsSuccess) return Result<Answer>.Refused(index.Errors);
            var benchmark = await IndexShelf.TakeBenchmark(desk, q.Benchmark, view.AsOf, view.KnownAt, cancellation);
            if (!benchmark.IsSuccess) return Result<Answer>.Refused(benchmark.Errors);
            if (PerformanceEngine.Of(view, q.Fund, index.Value) is not { } performance) return PipelineErrors.NotFound("fund", q.Fund);
            IReadOnlyList<VintagePeers> all = MaySeePeers ? VintagePeers.Of(view, FundFigureEngine.OfFamily(view), benchmark.Value) : [];
            var own = performance.Figures.Fund.Id;
            return new Answer(
                view.AsOf, view.KnownAt, performance, PolicyReadings.Of(view, q.Fund), PolicyReadings.Vintage(view, performance.Figures.Fund),
                own == view.Book.MotherFund ? all : [.. all.Where(vintage => vintage.Funds.Any(peer => peer.Figures.Fund.Id == own))],
                MaySeePeers && own == view.Book.MotherFund ? PooledCurve.Of(view) : null);
        }

        private bool MaySeePeers => desk.Actor.IsAny(new ReadersAttribute().Roles);
    }
}
