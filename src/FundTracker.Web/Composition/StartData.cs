using FundTracker.Application;
using FundTracker.Application.Pipeline;
using FundTracker.Persistence.Users;
using FundTracker.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace FundTracker.Web.Composition;

/// <summary>What must be there before the first user comes: the roles and, in the demonstration, its accounts and data.</summary>
internal static class StartData
{
    public static async Task Fill(IServiceProvider services, HostSettings settings, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        await AddRoles(scope.ServiceProvider);
        if (!settings.Demo) return;
        foreach (var account in DemoAccounts.All) await AddAccount(scope.ServiceProvider, account);
        cancellation.ThrowIfCancellationRequested();
    }

    private static async Task AddRoles(IServiceProvider services)
    {
        var roles = services.GetRequiredService<RoleManager<IdentityRole<long>>>();
        var ids = services.GetRequiredService<IIdentitySource>();
        foreach (var name in Enum.GetNames<Role>())
        {
            if (!await roles.RoleExistsAsync(name)) Check(await roles.CreateAsync(new IdentityRole<long>(name) { Id = ids.Next() }));
        }
    }

    private static async Task AddAccount(IServiceProvider services, DemoAccount account)
    {
        var users = services.GetRequiredService<UserManager<User>>();
        if (await users.FindByNameAsync(account.User) is not null) return;
        var ids = services.GetRequiredService<IIdentitySource>();
        var user = new User { Id = ids.Next(), UserName = account.User, IsDemo = true, SubFund = account.SubFund };
        Check(await users.CreateAsync(user, account.Password));
        Check(await users.AddToRoleAsync(user, account.Role.ToString()));
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(error => error.Description)));
    }
}
