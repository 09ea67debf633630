using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Users;

/// <summary>The accounts of an installation. Kept outside the books: an account is no record of money.</summary>
public interface IUserAccounts
{
    /// <summary>All accounts, by name.</summary>
    Task<IReadOnlyList<UserAccount>> List(CancellationToken cancellation);

    /// <summary>One account; null where there is none of that name. Case does not count.</summary>
    Task<UserAccount?> Find(string name, CancellationToken cancellation);

    /// <summary>Adds an account.</summary>
    /// <returns>What is refused: the name or the password; empty where the account was added.</returns>
    Task<IReadOnlyList<DomainError>> Add(string name, string password, Access access);

    /// <summary>Gives an account other roles and another scope; whoever is signed in with it has them within a minute.</summary>
    Task<IReadOnlyList<DomainError>> Change(string name, Access access);

    /// <summary>Gives an account another password and ends its sessions.</summary>
    Task<IReadOnlyList<DomainError>> SetPassword(string name, string password);

    /// <summary>Gives an account another password, where the one before is known.</summary>
    Task<IReadOnlyList<DomainError>> ChangePassword(string name, string before, string password);

    /// <summary>Locks an account and ends its sessions, or unlocks it.</summary>
    Task<IReadOnlyList<DomainError>> SetLocked(string name, bool locked);
}

/// <summary>What an account may do, and where.</summary>
/// <param name="Roles">At least one; see <see cref="AccessRules"/> for those that exclude each other.</param>
/// <param name="Books">Codes of the mother funds in scope; null for all, those to come included.</param>
/// <param name="SubFund">Code of the only sub-fund in sight, for a <see cref="Role.SubFundManager"/>; else null.</param>
public sealed record Access(IReadOnlyList<Role> Roles, IReadOnlyList<string>? Books, string? SubFund);

/// <summary>An account.</summary>
/// <param name="Name">User name; written beside everything that is recorded, so it is never given to another.</param>
/// <param name="Access">What it may do.</param>
/// <param name="IsDemo">Whether it belongs to the demonstration.</param>
/// <param name="IsLocked">Whether an administrator locked it.</param>
public sealed record UserAccount(string Name, Access Access, bool IsDemo, bool IsLocked);
