using System.Text.Json.Serialization;
using FluentValidation;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Users;

/// <summary>Gives an account a new password, for somebody who forgot theirs.</summary>
public static class SetPassword
{
    /// <summary>Sets a password and ends the sessions of the account.</summary>
    /// <param name="Name">User name of the account.</param>
    /// <param name="Password">New password, at least <see cref="PasswordRules.LengthMin"/> characters; kept in no trail.</param>
    [AllowedTo(Role.Administrator)]
    public sealed record Command(string Name, [property: JsonConverter(typeof(SecretText))] string Password) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().MaximumLength(100);
            RuleFor(c => c.Password).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class Handler(IUserAccounts accounts) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancellation) =>
            await accounts.Find(c.Name, cancellation) is { } account
                ? UserDesk.Outcome(await accounts.SetPassword(account.Name, c.Password))
                : PipelineErrors.NotFound("user", c.Name);
    }
}
