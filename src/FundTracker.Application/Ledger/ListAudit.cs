using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Ledger;

/// <summary>Who did what to the books, when and through which door; the latest first, page by page.</summary>
public static class ListAudit
{
    /// <summary>Largest number of entries on a page.</summary>
    public const int PageSizeMax = 1000;

    /// <summary>Asks for audit entries.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="User">One user only, or null for all.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Entries on a page, 1 to <see cref="PageSizeMax"/>.</param>
    [Readers]
    public sealed record Query(string Books, string? User = null, int Page = 1, int PageSize = 100) : IQuery<Answer>, IWithinBooks;

    /// <summary>A page.</summary>
    /// <param name="Total">How many entries there are over all pages.</param>
    /// <param name="Entries">The entries of the page.</param>
    public sealed record Answer(int Total, IReadOnlyList<Row> Entries);

    /// <summary>One successful command.</summary>
    /// <param name="Sequence">Place in the chain, from 1.</param>
    /// <param name="At">When.</param>
    /// <param name="User">Who.</param>
    /// <param name="Channel">Through which door.</param>
    /// <param name="Action">Name of the use case.</param>
    /// <param name="Input">The command as JSON; bytes of files are replaced by their length and hash.</param>
    public sealed record Row(long Sequence, Stamp At, string User, Channel Channel, string Action, string Input);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Page).InclusiveBetween(1, 1_000_000);
            RuleFor(q => q.PageSize).InclusiveBetween(1, PageSizeMax);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) => desk.Read(q.Books, cancellation).Then(async book =>
        {
            var entries = desk.Db.Audit.AsNoTracking().Where(entry => entry.Chain == book.Chain);
            if (q.User is not null) entries = entries.Where(entry => entry.User == q.User);
            var total = await entries.CountAsync(cancellation);
            var page = await entries.OrderByDescending(entry => entry.Id).Skip((q.Page - 1) * q.PageSize).Take(q.PageSize)
                .Select(entry => new Row(entry.Sequence, entry.At, entry.User, entry.Channel, entry.Action, entry.Input)).ToListAsync(cancellation);
            return Result<Answer>.Ok(new Answer(total, page));
        });
    }
}
