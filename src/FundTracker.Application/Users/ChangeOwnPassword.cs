using System.Text.Json.Serialization;
using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Users;

/// <summary>Changes one's own password.</summary>
public static class ChangeOwnPassword
{
    /// <summary>Changes the password of who sends the request.</summary>
    /// <param name="Before">The present password.</param>
    /// <param name="Password">New password, at least <see cref="PasswordRules.LengthMin"/> characters; kept in no trail.</param>
    [AllowedTo(Role.FundManager, Role.Approver, Role.CommitteeMember, Role.Auditor, Role.Administrator, Role.SubFundManager)]
    public sealed record Command(
        [property: JsonConverter(typeof(SecretText))] string Before,
        [property: JsonConverter(typeof(SecretText))] string Password) : ICommand<Done>, IAboutOneself;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Before).NotEmpty();
            RuleFor(c => c.Password).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class Handler(Desk desk, IUserAccounts accounts) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancellation)
        {
            if (await accounts.Find(desk.User, cancellation) is not { } account) return PipelineErrors.NotFound("user", desk.User);
            if (account.IsDemo) return UserErrors.DemoPassword();
            return UserDesk.Outcome(await accounts.ChangePassword(account.Name, c.Before, c.Password));
        }
    }
}
