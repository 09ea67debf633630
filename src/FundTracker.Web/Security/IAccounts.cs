using FundTracker.Application.Pipeline;

namespace FundTracker.Web.Security;

/// <summary>Accounts as the sign-in page sees them.</summary>
public interface IAccounts
{
    /// <summary>Signs in; the cookie goes with the response of the running request.</summary>
    Task<SignInOutcome> SignIn(string user, string password);

    /// <summary>Signs out.</summary>
    Task SignOut();

    /// <summary>Accounts of the demonstration with their shared password; empty outside it.</summary>
    IReadOnlyList<DemoAccount> Demo { get; }

    /// <summary>Whether nobody could sign in because there is no account at all.</summary>
    Task<bool> IsEmpty();
}

/// <summary>How an attempt to sign in ended.</summary>
public enum SignInOutcome
{
    /// <summary>Signed in.</summary>
    Success,

    /// <summary>User or password are wrong; which, is not said.</summary>
    Wrong,

    /// <summary>Too many wrong attempts; the account waits some minutes.</summary>
    LockedOut,
}

/// <summary>An account of the demonstration.</summary>
/// <param name="User">User name.</param>
/// <param name="Role">What it is.</param>
/// <param name="Password">Its password, which everyone sees.</param>
/// <param name="SubFund">Code of the sub-fund that a sub-fund's manager sees; else null.</param>
public sealed record DemoAccount(string User, Role Role, string Password, string? SubFund = null);
