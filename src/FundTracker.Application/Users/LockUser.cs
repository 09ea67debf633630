using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Users;

/// <summary>Locks an account or unlocks it. Accounts are never deleted: their names stand in the ledger.</summary>
public static class LockUser
{
    /// <summary>Locks or unlocks; an account's sessions end when it is locked.</summary>
    /// <param name="Name">User name of the account.</param>
    /// <param name="Locked">Whether it is locked from now on.</param>
    [AllowedTo(Role.Administrator)]
    public sealed record Command(string Name, bool Locked) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).NotEmpty().MaximumLength(100);
    }

    internal sealed class Handler(Desk desk, IUserAccounts accounts) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancellation)
        {
            if (await accounts.Find(c.Name, cancellation) is not { } account) return PipelineErrors.NotFound("user", c.Name);
            if (UserDesk.IsOneself(desk, account)) return UserErrors.NotOneself(account.Name);
            return UserDesk.Outcome(await accounts.SetLocked(account.Name, c.Locked));
        }
    }
}
