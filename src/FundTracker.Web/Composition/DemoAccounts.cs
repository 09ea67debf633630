using FundTracker.Web.Security;

namespace FundTracker.Web.Composition;

/// <summary>Accounts of the demonstration as the sign-in page shows them. They can sign in only while the host runs in demo mode.</summary>
internal static class DemoAccounts
{
    public static IReadOnlyList<DemoAccount> All { get; } =
        [.. Persistence.Users.Accounts.Demo.Select(account => new DemoAccount(account.Name, account.Access.Roles[0], Persistence.Users.DemoUser.Password, account.Access.SubFund))];
}
