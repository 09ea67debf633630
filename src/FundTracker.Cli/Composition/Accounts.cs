using FundTracker.Application;
using FundTracker.Application.Pipeline;
using FundTracker.Persistence.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Cli.Composition;

/// <summary>Adds accounts past the screens: the first administrator outside the demo has to come from somewhere.</summary>
internal static class Accounts
{
    /// <summary>Adds an account.</summary>
    /// <returns>What Identity refuses, in its own words; empty where the account was added.</returns>
    public static async Task<IReadOnlyList<string>> Add(
        IServiceProvider services, (string Name, string Password) user, IReadOnlyList<Role> roles, string books, string? subFund)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var known = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<long>>>();
        var ids = scope.ServiceProvider.GetRequiredService<IIdentitySource>();
        foreach (var role in roles.Select(role => role.ToString()))
        {
            if (await known.RoleExistsAsync(role)) continue;
            var made = await known.CreateAsync(new IdentityRole<long>(role) { Id = ids.Next() });
            if (!made.Succeeded) return Words(made);
        }

        var account = new User { Id = ids.Next(), UserName = user.Name, Books = books, SubFund = subFund };
        var created = await accounts.CreateAsync(account, user.Password);
        if (!created.Succeeded) return Words(created);
        var joined = await accounts.AddToRolesAsync(account, roles.Select(role => role.ToString()));
        return Words(joined);
    }

    private static IReadOnlyList<string> Words(IdentityResult result) => [.. result.Errors.Select(error => error.Description)];
}
