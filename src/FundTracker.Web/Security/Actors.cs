using System.Security.Claims;
using FundTracker.Application.Pipeline;

namespace FundTracker.Web.Security;

/// <summary>Makes the actor of a request from the claims of a signed-in user.</summary>
public static class Actors
{
    /// <summary>Claim: codes of mother funds, separated by commas; <c>*</c> for all.</summary>
    public const string BooksClaim = "fundtracker.books";

    /// <summary>Claim: code of the only sub-fund in sight.</summary>
    public const string SubFundClaim = "fundtracker.subFund";

    /// <summary>The actor of a signed-in user.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page or endpoint forgot to ask.</exception>
    public static Actor From(ClaimsPrincipal principal, Channel channel)
    {
        var user = principal.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name }
            ? name
            : throw new InvalidOperationException("Nobody is signed in.");
        var books = principal.FindFirstValue(BooksClaim) ?? "";
        var codes = books.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new Actor(
            user,
            RolesOf(principal),
            codes.Contains("*", StringComparer.Ordinal) ? null : codes.ToHashSet(StringComparer.OrdinalIgnoreCase),
            principal.FindFirstValue(SubFundClaim),
            channel);
    }

    /// <summary>What the user is; a role that is not known counts for nothing.</summary>
    public static IReadOnlySet<Role> RolesOf(ClaimsPrincipal principal) =>
        principal.FindAll(ClaimTypes.Role)
            .Select(claim => Enum.TryParse<Role>(claim.Value, out var role) ? role : (Role?)null)
            .OfType<Role>().ToHashSet();
}
