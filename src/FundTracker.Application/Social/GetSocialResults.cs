using FluentValidation;
using FundTracker.Analytics.Registry;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Social;

/// <summary>
/// What the companies that our funds hold brought about in a year, in full and by look-through share; what others put in after us; listings.
/// </summary>
public static class GetSocialResults
{
    /// <summary>Asks for a year.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Year">The year.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    [Readers]
    public sealed record Query(string Books, int Year, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The results.</summary>
    /// <param name="Results">The year.</param>
    /// <param name="Years">Years of which any company has stated anything, the latest first.</param>
    /// <param name="Listings">Companies whose holding was left by a listing, with the day, up to the day asked for.</param>
    public sealed record Answer(SocialResults Results, IReadOnlyList<int> Years, IReadOnlyList<Listing> Listings);

    /// <summary>A listing.</summary>
    /// <param name="Company">The company.</param>
    /// <param name="On">The day of the exit.</param>
    /// <param name="IsIllustrative">Whether the exit is invented.</param>
    public sealed record Listing(NodeEntry Company, DateOnly On, bool IsIllustrative);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Year).InclusiveBetween(1900, 2999).WithErrorCode(InputErrors.DateRange);
            RuleFor(q => q.AsOf).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view => Result<Answer>.Ok(new Answer(
                SocialEngine.Of(view, view.Registry, q.Year), [.. view.Registry.Years.Keys.Select(key => key.Year).Distinct().OrderDescending()],
                await Listings(view, cancellation))));

        private async Task<IReadOnlyList<Listing>> Listings(LedgerView view, CancellationToken cancellation)
        {
            var (chain, asOf, code) = (view.Book.Chain, view.AsOf, nameof(ExitKind.Listing));
            var exits = await desk.Db.Lines.AsNoTracking().Where(line => line.Chain == chain && line.EffectiveDate <= asOf && line.Reverses == null
                && line.Kind == LineKind.CostRelieved && line.Note.StartsWith(code)).OrderBy(line => line.Sequence).ToListAsync(cancellation);
            return
            [
                .. from line in exits
                   where line.Sequence <= view.Known && !view.IsReversed(line.Sequence)
                   group line by view.Book.Edges[view.Book.IndexOf(line.Edge)].Investee into company
                   let first = company.MinBy(line => line.EffectiveDate)
                   orderby first.EffectiveDate
                   select new Listing(view.Book.Node(company.Key), first.EffectiveDate, company.Any(line => line.Provenance == Provenance.Illustrative)),
            ];
        }
    }
}
