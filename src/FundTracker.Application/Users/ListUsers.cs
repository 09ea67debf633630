using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Users;

/// <summary>The accounts of the installation.</summary>
public static class ListUsers
{
    /// <summary>Asks for all accounts, by name.</summary>
    [AllowedTo(Role.Administrator)]
    public sealed record Query : IQuery<IReadOnlyList<UserAccount>>;

    internal sealed class Handler(IUserAccounts accounts) : IRequestHandler<Query, Result<IReadOnlyList<UserAccount>>>
    {
        public async Task<Result<IReadOnlyList<UserAccount>>> Handle(Query q, CancellationToken cancellation) =>
            Result<IReadOnlyList<UserAccount>>.Ok(await accounts.List(cancellation));
    }
}
