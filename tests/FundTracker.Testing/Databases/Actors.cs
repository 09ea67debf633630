using FundTracker.Application.Pipeline;

namespace FundTracker.Testing.Databases;

/// <summary>Who sends requests in tests: one account of each role, named by it, entering all books.</summary>
public static class Actors
{
    public static Actor Manager1 { get; } = Of("manager1", Role.FundManager);

    public static Actor Manager2 { get; } = Of("manager2", Role.FundManager);

    public static Actor Approver1 { get; } = Of("approver1", Role.Approver);

    public static Actor Approver2 { get; } = Of("approver2", Role.Approver);

    public static Actor Committee1 { get; } = Of("committee1", Role.CommitteeMember);

    public static Actor Committee2 { get; } = Of("committee2", Role.CommitteeMember);

    public static Actor Committee3 { get; } = Of("committee3", Role.CommitteeMember);

    public static Actor Auditor1 { get; } = Of("auditor1", Role.Auditor);

    public static Actor Admin1 { get; } = Of("admin1", Role.Administrator);

    /// <summary>An account of some roles.</summary>
    public static Actor Of(string user, params Role[] roles) => new(user, roles.ToHashSet(), Books: null, SubFund: null, Channel.Web);

    /// <summary>An outside manager who sees one sub-fund.</summary>
    public static Actor SubFundManagerOf(string subFund) => Of("subfund1", Role.SubFundManager) with { SubFund = subFund };

    /// <summary>The same account, entering only these books.</summary>
    public static Actor Within(this Actor actor, params string[] books) => actor with { Books = books.ToHashSet(StringComparer.Ordinal) };

    /// <summary>The same account through another door.</summary>
    public static Actor Through(this Actor actor, Channel channel) => actor with { Channel = channel };
}
