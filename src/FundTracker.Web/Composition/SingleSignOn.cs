using FundTracker.Persistence.Users;
using FundTracker.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace FundTracker.Web.Composition;

/// <summary>
/// Sign-in through the organisation's OpenID Connect authority. It proves who somebody is; what they may do stands in their account
/// here, which an administrator makes under the same name.
/// </summary>
internal static class SingleSignOn
{
    public const string Scheme = "Organisation";
    private const string Done = Addresses.SingleSignOn + "/done";

    public static void MapSingleSignOn(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.SingleSignOn, () => Results.Challenge(new AuthenticationProperties { RedirectUri = Done }, [Scheme])).AllowAnonymous();
        app.MapGet(Done, Finish).AllowAnonymous();
    }

    private static async Task<IResult> Finish(HttpContext context, SignInManager<User> signIn, UserManager<User> users)
    {
        var outcome = await context.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        var user = outcome.Principal?.Identity?.Name is { Length: > 0 } name ? await users.FindByNameAsync(name) : null;
        if (user is null || !await signIn.CanSignInAsync(user)) return Results.Redirect(Addresses.SignIn + "?unknown=true");
        await signIn.SignInAsync(user, isPersistent: false);
        return Results.Redirect("/");
    }
}
