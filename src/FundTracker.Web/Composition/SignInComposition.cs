using FundTracker.Persistence;
using FundTracker.Persistence.Users;
using FundTracker.Web.Api;
using FundTracker.Web.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace FundTracker.Web.Composition;

/// <summary>Accounts, cookies, single sign-on and the rule that nothing is reached without them.</summary>
internal static class SignInComposition
{
    private static readonly TimeSpan Revalidation = TimeSpan.FromMinutes(1);

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("FundTracker").PersistKeysToDbContext<FundTrackerDb>();
        services.AddIdentityCore<User>(AccountServices.Configure)
            .AddRoles<IdentityRole<long>>()
            .AddEntityFrameworkStores<FundTrackerDb>()
            .AddSignInManager<AccountSignIn>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = Revalidation);
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(ConfigureCookie));
        if (configuration.GetSection("OpenIdConnect") is var sso && !string.IsNullOrEmpty(sso["Authority"]))
        {
            authentication.AddOpenIdConnect(SingleSignOn.Scheme, options =>
            {
                sso.Bind(options);
                options.SignInScheme = IdentityConstants.ExternalScheme;
                options.ResponseType = OpenIdConnectResponseType.Code;
                options.MapInboundClaims = false;
                options.TokenValidationParameters.NameClaimType = sso["NameClaim"] ?? "preferred_username";
            });
        }

        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddScoped<AuthenticationStateProvider, CircuitRevalidation>();
        services.AddAccounts();
        services.AddScoped<IAccounts, Accounts>();
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "fundtracker.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = Addresses.SignIn;
        options.AccessDeniedPath = Addresses.NotFound;
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = context => AnswerOrRedirect(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => AnswerOrRedirect(context, StatusCodes.Status403Forbidden);
    }

    /// <summary>The API answers with a status; only pages are led to the sign-in page.</summary>
    private static Task AnswerOrRedirect(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (ApiRoutes.IsAnswered(context.Request.Path)) context.Response.StatusCode = status;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
