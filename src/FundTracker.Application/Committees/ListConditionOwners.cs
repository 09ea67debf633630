using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Users;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Committees;

/// <summary>Whom the committee can make owner of a condition.</summary>
public static class ListConditionOwners
{
    /// <summary>Asks for the user names, in order.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    [AllowedTo(Role.CommitteeMember)]
    public sealed record Query(string Books) : IQuery<IReadOnlyList<string>>, IWithinBooks;

    internal sealed class Handler(Desk desk, IUserAccounts accounts) : IRequestHandler<Query, Result<IReadOnlyList<string>>>
    {
        public Task<Result<IReadOnlyList<string>>> Handle(Query q, CancellationToken cancellation) =>
            desk.Open(q.Books, cancellation).Then(async books => Result<IReadOnlyList<string>>.Ok(
                [.. (await accounts.List(cancellation)).Where(account => ConditionOwners.MayOwn(account, books.Snapshot.Root.Code)).Select(account => account.Name)]));
    }
}
