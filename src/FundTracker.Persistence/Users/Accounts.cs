using FundTracker.Application;
using FundTracker.Application.Pipeline;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Persistence.Users;

/// <summary>An account as it is added.</summary>
/// <param name="Name">User name.</param>
/// <param name="Password">Password; Identity's rules hold.</param>
/// <param name="Roles">At least one.</param>
/// <param name="Books">Codes of the mother funds in scope, separated by commas; <c>*</c> for all.</param>
/// <param name="SubFund">Code of the only sub-fund that a sub-fund's manager sees; else null.</param>
/// <param name="IsDemo">Whether it may sign in only while the host runs as a demonstration.</param>
public sealed record NewAccount(
    string Name, string Password, IReadOnlyList<Role> Roles, string Books = "*", string? SubFund = null, bool IsDemo = false);

/// <summary>Adds accounts and says who they are; the same for the web and the command line.</summary>
public sealed class Accounts(UserManager<User> users, RoleManager<IdentityRole<long>> roles, IIdentitySource ids)
{
    /// <summary>Accounts of the demonstration, named by role, with the password that everyone sees.</summary>
    public static IReadOnlyList<NewAccount> Demo { get; } =
    [
        DemoOf("manager1", Role.FundManager), DemoOf("manager2", Role.FundManager), DemoOf("approver1", Role.Approver),
        DemoOf("committee1", Role.CommitteeMember), DemoOf("auditor1", Role.Auditor), DemoOf("admin1", Role.Administrator),
        DemoOf("subfund1", Role.SubFundManager) with { SubFund = "AIYI" },
    ];

    /// <summary>Makes the roles that are not there yet.</summary>
    public async Task AddRoles()
    {
        foreach (var name in Enum.GetNames<Role>())
        {
            if (await roles.RoleExistsAsync(name)) continue;
            var made = await roles.CreateAsync(new IdentityRole<long>(name) { Id = ids.Next() });
            if (!made.Succeeded) throw new InvalidOperationException(string.Join("; ", Words(made)));
        }
    }

    /// <summary>Adds an account.</summary>
    /// <returns>What Identity refuses, in its own words; empty where the account was added.</returns>
    public async Task<IReadOnlyList<string>> Add(NewAccount account)
    {
        await AddRoles();
        var user = new User { Id = ids.Next(), UserName = account.Name, Books = account.Books, SubFund = account.SubFund, IsDemo = account.IsDemo };
        var created = await users.CreateAsync(user, account.Password);
        return Words(created.Succeeded ? await users.AddToRolesAsync(user, account.Roles.Select(role => role.ToString())) : created);
    }

    /// <summary>Adds the accounts of the demonstration that are not there yet.</summary>
    /// <exception cref="InvalidOperationException">Identity refuses one.</exception>
    public async Task AddDemo()
    {
        foreach (var account in Demo)
        {
            if (await users.FindByNameAsync(account.Name) is not null) continue;
            var refused = await Add(account);
            if (refused.Count > 0) throw new InvalidOperationException(string.Join("; ", refused));
        }
    }

    /// <summary>The actor that an account stands for, coming through a door; null where there is no such account.</summary>
    public async Task<Actor?> ActorOf(string name, Channel channel)
    {
        if (await users.FindByNameAsync(name) is not { } user) return null;
        var held = (await users.GetRolesAsync(user)).Select(Enum.Parse<Role>).ToHashSet();
        var books = user.Books == "*"
            ? null
            : user.Books.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new Actor(user.UserName!, held, books, user.SubFund, channel);
    }

    private static NewAccount DemoOf(string name, Role role) => new(name, "Luyang-demo-2023", [role], IsDemo: true);

    private static IReadOnlyList<string> Words(IdentityResult result) => [.. result.Errors.Select(error => error.Description)];
}

/// <summary>Registration of accounts for hosts without sign-in pages.</summary>
public static class AccountServices
{
    /// <summary>Rules of passwords and of lock-out, the same through every door.</summary>
    public static void Configure(IdentityOptions options)
    {
        options.Password.RequiredLength = 12;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireDigit = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        options.User.RequireUniqueEmail = false;
    }

    /// <summary>Adds Identity's stores and <see cref="Accounts"/>.</summary>
    public static IServiceCollection AddFundTrackerAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<User>(Configure).AddRoles<IdentityRole<long>>().AddEntityFrameworkStores<FundTrackerDb>();
        services.AddScoped<Accounts>();
        return services;
    }
}
