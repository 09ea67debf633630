using FundTracker.Web.Security;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Shell;

/// <summary>Choices that set cookies.</summary>
internal static class ShellEndpoints
{
    public static void MapShell(this IEndpointRouteBuilder app)
    {
        app.MapGet("/language/{language}", ChooseLanguage).AllowAnonymous();
        app.MapPost(Addresses.SignOut, SignOut).AddEndpointFilter<OwnSiteOnly>().DisableAntiforgery();
    }

    /// <summary>Where a language is chosen; leads back afterwards.</summary>
    public static string LanguageAddress(string language, string returnUrl) => $"/language/{language}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    private static IResult ChooseLanguage(HttpContext context, string language, string? returnUrl)
    {
        if (!Languages.All.Contains(language, StringComparer.Ordinal)) return Results.NotFound();
        context.Response.Cookies.Append(
            Languages.CookieName,
            Languages.CookieValue(language),
            new CookieOptions { MaxAge = TimeSpan.FromDays(400), SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" });
        return Results.LocalRedirect(IsLocal(returnUrl) ? returnUrl! : "/");
    }

    private static async Task<IResult> SignOut(IAccounts accounts)
    {
        await accounts.SignOut();
        return Results.LocalRedirect(Addresses.SignIn);
    }

    /// <summary>Whether an address stays on this site.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
