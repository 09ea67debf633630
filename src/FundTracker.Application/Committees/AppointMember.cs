using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Users;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Committees;

/// <summary>
/// Gives an account an office on the committee from a day on, or ends it. The role that an administrator gave comes first, so that an
/// appointment is always the work of two people.
/// </summary>
public static class AppointMember
{
    /// <summary>Appoints.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Account">User name; it holds the role of a committee member in these books.</param>
    /// <param name="Office">The office; none ends the membership.</param>
    /// <param name="From">First day; not in a closed quarter.</param>
    [Approvers]
    public sealed record Command(string Books, string Account, CommitteeOffice Office, DateOnly From) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Account).NotEmpty().MaximumLength(80);
            RuleFor(c => c.Office).IsInEnum();
            RuleFor(c => c.From).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk, IUserAccounts accounts) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(async books =>
        {
            var account = await accounts.Find(c.Account, cancellation);
            if (account is null || !MaySit(account, books.Snapshot.Root.Code)) return CommitteeErrors.NoSuchRole(c.Account);
            return books.State([Committee.Appointment(books.Head.MotherFund, account.Name, c.Office, c.From)]).Map(_ => Done.Value);
        });

        private static bool MaySit(UserAccount account, string books) =>
            account.Access.Roles.Contains(Role.CommitteeMember) && (account.Access.Books is not { } scope || scope.Contains(books, StringComparer.OrdinalIgnoreCase));
    }
}
