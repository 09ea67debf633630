using System.Text.Json.Serialization;
using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Users;

/// <summary>Adds an account.</summary>
public static class AddUser
{
    /// <summary>Adds an account.</summary>
    /// <param name="Name">User name, at most 100 letters, digits and <c>-._@+</c>; no other account has it.</param>
    /// <param name="Password">First password, at least <see cref="PasswordRules.LengthMin"/> characters; kept in no trail.</param>
    /// <param name="Roles">What the account may do.</param>
    /// <param name="Books">Codes of the mother funds in scope; null for all.</param>
    /// <param name="SubFund">Code of the only sub-fund that a sub-fund's manager sees; else null.</param>
    [AllowedTo(Role.Administrator)]
    public sealed record Command(
        string Name,
        [property: JsonConverter(typeof(SecretText))] string Password,
        IReadOnlyList<Role> Roles,
        IReadOnlyList<string>? Books = null,
        string? SubFund = null) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().MaximumLength(100);
            RuleFor(c => c.Password).NotEmpty().MaximumLength(200);
            AccessRules.Have(this, c => new Access(c.Roles, c.Books, c.SubFund));
        }
    }

    internal sealed class Handler(Desk desk, IUserAccounts accounts) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancellation)
        {
            var access = await AccessRules.Check(desk, new Access(c.Roles, c.Books, c.SubFund), cancellation);
            if (!access.IsSuccess) return Result<Done>.Refused(access.Errors);
            var refused = await accounts.Add(c.Name.Trim(), c.Password, access.Value);
            return UserDesk.Outcome(refused);
        }
    }
}
