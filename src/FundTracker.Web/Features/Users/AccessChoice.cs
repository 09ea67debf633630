using FundTracker.Application.Pipeline;
using FundTracker.Application.Users;

namespace FundTracker.Web.Features.Users;

/// <summary>Roles and scope as a form holds them while they are chosen.</summary>
public sealed class AccessChoice
{
    /// <summary>Roles that are ticked.</summary>
    public HashSet<Role> Roles { get; } = [];

    /// <summary>Whether every mother fund is in scope, those to come included.</summary>
    public bool IsEverywhere { get; set; } = true;

    /// <summary>Codes of the mother funds that are ticked.</summary>
    public HashSet<string> Books { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Code of the sub-fund that was typed.</summary>
    public string? SubFund { get; set; }

    /// <summary>Mother funds in scope; null for all.</summary>
    public IReadOnlyList<string>? Scope => IsEverywhere ? null : [.. Books.Order(StringComparer.Ordinal)];

    /// <summary>The sub-fund, where one is asked for.</summary>
    public string? SubFundInSight => Roles.Contains(Role.SubFundManager) ? SubFund : null;

    /// <summary>The choice that an account has now.</summary>
    public static AccessChoice Of(Access access)
    {
        var choice = new AccessChoice { IsEverywhere = access.Books is null, SubFund = access.SubFund };
        choice.Roles.UnionWith(access.Roles);
        choice.Books.UnionWith(access.Books ?? []);
        return choice;
    }
}
