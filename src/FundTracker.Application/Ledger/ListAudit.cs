using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Ledger;

/// <summary>Who did what to the books, when and through which door; the latest first, page by page.</summary>
public static class ListAudit
{
    /// <summary>Asks for audit entries.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="User">One user only, or null for all.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Entries on a page, 1 to <see cref="AuditPage.SizeMax"/>.</param>
    [Readers]
    public sealed record Query(string Books, string? User = null, int Page = 1, int PageSize = 100) : IQuery<AuditPage>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Page).InclusiveBetween(1, AuditPage.NumberMax);
            RuleFor(q => q.PageSize).InclusiveBetween(1, AuditPage.SizeMax);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<AuditPage>>
    {
        public Task<Result<AuditPage>> Handle(Query q, CancellationToken cancellation) => desk.Head(q.Books, cancellation).Then(async head =>
            Result<AuditPage>.Ok(await AuditPage.Read(desk, head.Chain, q.User, page: q.Page, size: q.PageSize, cancellation)));
    }
}
