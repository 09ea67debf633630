using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Users;

/// <summary>Gives an account other roles or another scope.</summary>
public static class ChangeAccess
{
    /// <summary>Changes what an account may do; whoever is signed in with it has the new access within a minute.</summary>
    /// <param name="Name">User name of the account.</param>
    /// <param name="Roles">All its roles from now on.</param>
    /// <param name="Books">Codes of the mother funds in scope; null for all.</param>
    /// <param name="SubFund">Code of the only sub-fund that a sub-fund's manager sees; else null.</param>
    [AllowedTo(Role.Administrator)]
    public sealed record Command(string Name, IReadOnlyList<Role> Roles, IReadOnlyList<string>? Books = null, string? SubFund = null)
        : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().MaximumLength(100);
            AccessRules.Have(this, c => new Access(c.Roles, c.Books, c.SubFund));
        }
    }

    internal sealed class Handler(Desk desk, IUserAccounts accounts) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancellation)
        {
            if (await accounts.Find(c.Name, cancellation) is not { } account) return PipelineErrors.NotFound("user", c.Name);
            if (UserDesk.IsOneself(desk, account) && !c.Roles.Contains(Role.Administrator)) return UserErrors.NotOneself(account.Name);
            var access = await AccessRules.Check(desk, new Access(c.Roles, c.Books, c.SubFund), cancellation);
            if (!access.IsSuccess) return Result<Done>.Refused(access.Errors);
            return UserDesk.Outcome(await accounts.Change(account.Name, access.Value));
        }
    }
}
