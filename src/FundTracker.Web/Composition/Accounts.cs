using System.Security.Claims;
using FundTracker.Persistence.Users;
using FundTracker.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FundTracker.Web.Composition;

/// <summary>Accounts, kept by Identity.</summary>
internal sealed class Accounts(SignInManager<User> signIn, UserManager<User> users, HostSettings settings) : IAccounts
{
    public IReadOnlyList<DemoAccount> Demo => settings.Demo ? DemoAccounts.All : [];

    public async Task<SignInOutcome> SignIn(string user, string password)
    {
        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        return result switch
        {
            { Succeeded: true } => SignInOutcome.Success,
            { IsLockedOut: true } => SignInOutcome.LockedOut,
            _ => SignInOutcome.Wrong,
        };
    }

    public Task SignOut() => signIn.SignOutAsync();

    public Task<bool> IsEmpty() => Task.FromResult(!users.Users.Any());
}

/// <summary>Signs in with passwords and cookies; an account of the demonstration only while it runs as one.</summary>
internal sealed class AccountSignIn(
    UserManager<User> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<User> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<User>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<User> confirmation,
    HostSettings settings)
    : SignInManager<User>(users, context, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(User user) => MayBeHere(user) && await base.CanSignInAsync(user);

    public override async Task<User?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { } user && MayBeHere(user) ? user : null;

    private bool MayBeHere(User user) => settings.Demo || !user.IsDemo;
}

/// <summary>Puts scope and sub-fund into the cookie, beside name and roles.</summary>
internal sealed class AccountClaims(UserManager<User> users, RoleManager<IdentityRole<long>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<User, IdentityRole<long>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Actors.BooksClaim, user.Books));
        if (user.SubFund is { } subFund) identity.AddClaim(new Claim(Actors.SubFundClaim, subFund));
        return identity;
    }
}
