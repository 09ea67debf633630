using FundTracker.Application.Pipeline;
using FundTracker.Web.Security;

namespace FundTracker.Web.Composition;

/// <summary>Accounts of the demonstration, named by role. They can sign in only while the host runs in demo mode.</summary>
internal static class DemoAccounts
{
    private const string Password = "Luyang-demo-2023";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("manager1", Role.FundManager, Password),
        new("manager2", Role.FundManager, Password),
        new("approver1", Role.Approver, Password),
        new("committee1", Role.CommitteeMember, Password),
        new("auditor1", Role.Auditor, Password),
        new("admin1", Role.Administrator, Password),
        new("subfund1", Role.SubFundManager, Password, SubFund: "SF01"),
    ];
}
