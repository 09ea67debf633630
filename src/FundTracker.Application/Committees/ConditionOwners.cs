using FundTracker.Application.Pipeline;
using FundTracker.Application.Users;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Committees;

/// <summary>Who can own a condition: an account that is not locked, sees the books, and may hand in the proof that the condition asks for.</summary>
internal static class ConditionOwners
{
    private static readonly IReadOnlyList<Role> HandIn = new RecordersAttribute().Roles;

    /// <summary>Whether an account can own a condition in some books.</summary>
    public static bool MayOwn(UserAccount account, string books) =>
        !account.IsLocked && account.Access.Roles.Any(HandIn.Contains)
        && (account.Access.Books is not { } scope || scope.Contains(books, StringComparer.OrdinalIgnoreCase));

    /// <summary>Conditions with their owners as the accounts are written.</summary>
    /// <param name="accounts">All accounts.</param>
    /// <param name="books">Code of the mother fund.</param>
    /// <param name="conditions">As they were typed.</param>
    /// <returns>The conditions, or <see cref="CommitteeErrors.NoSuchOwner"/> for each that names nobody.</returns>
    public static Result<IReadOnlyList<ConditionDraft>> Named(
        IReadOnlyList<UserAccount> accounts, string books, IReadOnlyList<DecideItem.ConditionInput> conditions) => conditions
        .Select((condition, i) =>
            accounts.FirstOrDefault(account => string.Equals(account.Name, condition.Owner.Trim(), StringComparison.OrdinalIgnoreCase)) is { } owner
            && MayOwn(owner, books)
                ? Result<ConditionDraft>.Ok(new ConditionDraft(condition.Text, owner.Name, condition.DueDate, condition.AskedBy ?? ""))
                : CommitteeErrors.NoSuchOwner(condition.Owner.Trim()).At($"{nameof(DecideItem.Command.Conditions)}[{i}].{nameof(condition.Owner)}"))
        .All();
}
