using FundTracker.Application.Books;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Users;

/// <summary>What the use cases on accounts share.</summary>
internal static class UserDesk
{
    /// <summary>Whether an account is that of who sends the request.</summary>
    public static bool IsOneself(Desk desk, UserAccount account) => string.Equals(account.Name, desk.User, StringComparison.OrdinalIgnoreCase);

    /// <summary>Done, or the refusals.</summary>
    public static Result<Done> Outcome(IReadOnlyList<DomainError> refused) =>
        refused.Count == 0 ? Done.Value : Result<Done>.Refused(refused);
}
