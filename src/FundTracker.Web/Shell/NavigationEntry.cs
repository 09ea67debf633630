using FundTracker.Application.Pipeline;
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

    /// <summary>All ways, in the order in which they are shown.</summary>
    public static IReadOnlyList<NavigationEntry> All { get; } =
    [
        new("/", "shell.navDashboard", Icons.Material.Outlined.SpaceDashboard, Readers),
    ];
}
