using FundTracker.Domain.Results;

namespace FundTracker.Application.Users;

/// <summary>Refusals about accounts.</summary>
public static class UserErrors
{
    /// <summary>The name stands for somebody already, perhaps for one who left: what was recorded under it stays theirs.</summary>
    public static DomainError NameTaken(string name) => new DomainError("users.nameTaken", ("name", name)).At("Name");

    /// <summary>The name has characters that names may not have.</summary>
    public static DomainError NameForm(string name) => new DomainError("users.nameForm", ("name", name)).At("Name");

    /// <summary>The password is too short or too simple.</summary>
    public static DomainError WeakPassword() => new DomainError("users.weakPassword", ("length", PasswordRules.LengthMin)).At("Password");

    /// <summary>The password given as the present one is not it.</summary>
    public static DomainError WrongPassword() => new DomainError("users.wrongPassword").At("Before");

    /// <summary>An administrator can't lock itself out or give its own role away: somebody has to be left.</summary>
    public static DomainError NotOneself(string name) => new("users.notOneself", ("name", name));

    /// <summary>An account of the demonstration keeps the password that the sign-in page shows to everyone.</summary>
    public static DomainError DemoPassword() => new("users.demoPassword");

    /// <summary>The store of accounts refuses for a reason of its own.</summary>
    public static DomainError Refused(string reason) => new("users.refused", ("reason", reason));
}
