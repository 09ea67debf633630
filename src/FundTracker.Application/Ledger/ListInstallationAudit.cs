using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Ledger;

/// <summary>Who did what that belongs to no books: mother funds set up, accounts, settings; the latest first, page by page.</summary>
public static class ListInstallationAudit
{
    /// <summary>Asks for audit entries; only who may enter all books is answered.</summary>
    /// <param name="User">One user only, or null for all.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Entries on a page, 1 to <see cref="AuditPage.SizeMax"/>.</param>
    [AllowedTo(Role.Auditor, Role.Administrator)]
    public sealed record Query(string? User = null, int Page = 1, int PageSize = 100) : IQuery<AuditPage>;

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
        public async Task<Result<AuditPage>> Handle(Query q, CancellationToken cancellation) => desk.Actor.Books is null
            ? await AuditPage.Read(desk, chain: 0, q.User, page: q.Page, size: q.PageSize, cancellation)
            : PipelineErrors.NotAllowed(desk.User);
    }
}
