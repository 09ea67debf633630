using FundTracker.Application.Pipeline;
using FundTracker.Web.Components.Forms;
using MudBlazor;

namespace FundTracker.Web.Shell;

/// <summary>Parts of the menu, in the order in which they are shown; the words of each are <c>shell.navGroup</c> with its name.</summary>
public enum NavigationGroup
{
    /// <summary>The first page, which stands alone.</summary>
    Overview,

    /// <summary>Funds, companies, and the money that is called for them.</summary>
    Funds,

    /// <summary>What has become of the money.</summary>
    Performance,

    /// <summary>What the committee decides, and by which rules.</summary>
    Committee,

    /// <summary>Carriers, programmes, and what they bring.</summary>
    Landing,

    /// <summary>What is recorded and approved day by day.</summary>
    Work,

    /// <summary>Accounts and series.</summary>
    Administration,

    /// <summary>What is kept, verified and handed out.</summary>
    Records,
}

/// <summary>One way to a page.</summary>
/// <param name="Group">The part of the menu it stands in.</param>
/// <param name="Address">Path of the page.</param>
/// <param name="TextKey">Key of its words.</param>
/// <param name="Icon">Drawing beside the words.</param>
/// <param name="Roles">Who is shown it; any one is enough.</param>
public sealed record NavigationEntry(
    NavigationGroup Group, string Address, string TextKey, string Icon, params Role[] Roles)
{
    private static readonly Role[] Readers = [Role.FundManager, Role.Approver, Role.CommitteeMember, Role.Auditor];
    private static readonly Role[] Recorders = [Role.FundManager, Role.Approver];

    /// <summary>All ways; within a group in the order in which they are shown.</summary>
    public static IReadOnlyList<NavigationEntry> All { get; } =
    [
        new(NavigationGroup.Overview, "/", "shell.navDashboard", Icons.Material.Outlined.SpaceDashboard, Readers),

        new(NavigationGroup.Funds, "/fund", "shell.navFund", Icons.Material.Outlined.AccountBalance, Readers),
        new(NavigationGroup.Funds, "/sub-funds", "shell.navSubFunds", Icons.Material.Outlined.AccountTree, Readers),
        new(NavigationGroup.Funds, "/companies", "shell.navCompanies", Icons.Material.Outlined.Business, Readers),
        new(NavigationGroup.Funds, "/calls", "capitalCalls.title", Icons.Material.Outlined.RequestQuote, Readers),
        new(NavigationGroup.Funds, "/pacing", "pacing.title", Icons.Material.Outlined.Speed, Readers),

        new(NavigationGroup.Performance, "/leverage", "shell.navLeverage", Icons.Material.Outlined.Balance, Readers),
        new(NavigationGroup.Performance, "/performance", "performance.title", Icons.Material.Outlined.ShowChart, Readers),
        new(NavigationGroup.Performance, "/waterfall", "waterfall.title", Icons.Material.Outlined.WaterfallChart, Readers),
        new(NavigationGroup.Performance, "/look-through", "exposure.title", Icons.Material.Outlined.Layers, Readers),

        new(NavigationGroup.Committee, "/committee", "committees.title", Icons.Material.Outlined.Groups, Readers),
        new(NavigationGroup.Committee, "/rules", "policies.nav", Icons.Material.Outlined.Gavel, Readers),
        new(NavigationGroup.Committee, "/evaluations", "evaluations.cycle", Icons.Material.Outlined.Grading, Readers),
        new(NavigationGroup.Committee, "/evaluation", "evaluations.nav", Icons.Material.Outlined.Scoreboard, Readers),
        new(NavigationGroup.Committee, "/tolerance", "tolerance.title", Icons.Material.Outlined.Shield, Readers),
        new(NavigationGroup.Committee, "/local-cases", "localCases.nav", Icons.Material.Outlined.HomeWork, Readers),

        new(NavigationGroup.Landing, "/carriers", "carriers.nav", Icons.Material.Outlined.LocationCity, Readers),
        new(NavigationGroup.Landing, "/chain", "carriers.chain", Icons.Material.Outlined.Hub, Readers),
        new(NavigationGroup.Landing, "/programmes", "programmes.title", Icons.Material.Outlined.Checklist, Readers),
        new(NavigationGroup.Landing, "/social", "social.title", Icons.Material.Outlined.Groups, Readers),

        new(NavigationGroup.Work, "/approvals", "approvals.title", Icons.Material.Outlined.FactCheck, Recorders),
        new(NavigationGroup.Work, "/record", "records.title", Icons.Material.Outlined.EditNote, Recorders),
        new(NavigationGroup.Work, "/imports", "imports.title", Icons.Material.Outlined.UploadFile, Recorders),
        new(NavigationGroup.Work, "/documents", "documents.title", Icons.Material.Outlined.FolderOpen, Readers),

        new(NavigationGroup.Administration, "/users", "users.title", Icons.Material.Outlined.ManageAccounts, Role.Administrator),
        new(NavigationGroup.Administration, "/indices", "indices.title", Icons.Material.Outlined.QueryStats, Role.Administrator),

        new(NavigationGroup.Records, "/reports", "shell.navReports", Icons.Material.Outlined.Description, Readers),
        new(NavigationGroup.Records, "/ledger", "shell.navLedger", Icons.Material.Outlined.MenuBook, Readers),
        new(NavigationGroup.Records, "/audit", "audit.title", Icons.Material.Outlined.History, [.. Readers, Role.Administrator]),
        new(NavigationGroup.Records, "/periods", "periods.title", Icons.Material.Outlined.EventAvailable, Readers),
    ];

    /// <summary>The ways of a user; an outside manager has those of its own sub-fund alone.</summary>
    public static IReadOnlyList<NavigationEntry> Of(Actor actor) => actor.SubFund is { } subFund && actor.IsAny(Role.SubFundManager)
        ?
        [
            new(NavigationGroup.Funds, $"/sub-funds/{subFund}", "shell.navOwnFund", Icons.Material.Outlined.AccountTree, Role.SubFundManager),
            new(NavigationGroup.Work, WorkAddresses.ToRecord("nav", subFund), "records.nav", Icons.Material.Outlined.EditNote, Role.SubFundManager),
        ]
        : [.. All.Where(entry => actor.IsAny(entry.Roles))];

    /// <summary>The group that a path belongs to: the entry with the longest address that it begins with, or none.</summary>
    public static NavigationGroup? GroupOf(IEnumerable<NavigationEntry> entries, string path) =>
        entries.Where(entry => entry.Leads(path)).MaxBy(entry => entry.Address.Length)?.Group;

    /// <summary>The page on which a user's day begins.</summary>
    public static string StartOf(Actor actor) => Of(actor) is [{ } first, ..] ? first.Address : "/account";

    private bool Leads(string path) =>
        path == Address || (Address != "/" && path.StartsWith(Address + "/", StringComparison.Ordinal));
}
