using FundTracker.Application.Pipeline;
using FundTracker.Web.Components.Forms;
using MudBlazor;

namespace FundTracker.Web.Shell;

/// <summary>One way to a page.</summary>
/// <param name="Address">Path of the page.</param>
/// <param name="TextKey">Key of its words.</param>
/// <param name="Icon">Drawing beside the words.</param>
/// <param name="Roles">Who is shown it; any one is enough.</param>
public sealed record NavigationEntry(string Address, string TextKey, string Icon, params Role[] Roles)
{
    private static readonly Role[] Readers = [Role.FundManager, Role.Approver, Role.CommitteeMember, Role.Auditor];
    private static readonly Role[] Recorders = [Role.FundManager, Role.Approver];

    /// <summary>All ways, in the order in which they are shown.</summary>
    public static IReadOnlyList<NavigationEntry> All { get; } =
    [
        new("/", "shell.navDashboard", Icons.Material.Outlined.SpaceDashboard, Readers),
        new("/fund", "shell.navFund", Icons.Material.Outlined.AccountBalance, Readers),
        new("/sub-funds", "shell.navSubFunds", Icons.Material.Outlined.AccountTree, Readers),
        new("/companies", "shell.navCompanies", Icons.Material.Outlined.Business, Readers),
        new("/look-through", "exposure.title", Icons.Material.Outlined.Layers, Readers),
        new("/performance", "performance.title", Icons.Material.Outlined.ShowChart, Readers),
        new("/pacing", "pacing.title", Icons.Material.Outlined.Speed, Readers),
        new("/leverage", "shell.navLeverage", Icons.Material.Outlined.Balance, Readers),
        new("/rules", "policies.nav", Icons.Material.Outlined.Gavel, Readers),
        new("/evaluation", "evaluations.nav", Icons.Material.Outlined.Scoreboard, Readers),
        new("/reports", "shell.navReports", Icons.Material.Outlined.Description, Readers),
        new("/ledger", "shell.navLedger", Icons.Material.Outlined.MenuBook, Readers),
        new("/calls", "capitalCalls.title", Icons.Material.Outlined.RequestQuote, Readers),
        new("/approvals", "approvals.title", Icons.Material.Outlined.FactCheck, Recorders),
        new("/record", "records.title", Icons.Material.Outlined.EditNote, Recorders),
        new("/imports", "imports.title", Icons.Material.Outlined.UploadFile, Recorders),
        new("/documents", "documents.title", Icons.Material.Outlined.FolderOpen, Readers),
        new("/users", "users.title", Icons.Material.Outlined.ManageAccounts, Role.Administrator),
        new("/indices", "indices.title", Icons.Material.Outlined.QueryStats, Role.Administrator),
        new("/audit", "audit.title", Icons.Material.Outlined.History, [.. Readers, Role.Administrator]),
        new("/periods", "periods.title", Icons.Material.Outlined.EventAvailable, Readers),
    ];

    /// <summary>The ways of a user; an outside manager has those of its own sub-fund alone.</summary>
    public static IReadOnlyList<NavigationEntry> Of(Actor actor) => actor.SubFund is { } subFund && actor.IsAny(Role.SubFundManager)
        ?
        [
            new($"/sub-funds/{subFund}", "shell.navOwnFund", Icons.Material.Outlined.AccountTree, Role.SubFundManager),
            new(WorkAddresses.ToRecord("nav", subFund), "records.nav", Icons.Material.Outlined.EditNote, Role.SubFundManager),
        ]
        : [.. All.Where(entry => actor.IsAny(entry.Roles))];

    /// <summary>The page on which a user's day begins.</summary>
    public static string StartOf(Actor actor) => Of(actor) is [{ } first, ..] ? first.Address : "/account";
}
