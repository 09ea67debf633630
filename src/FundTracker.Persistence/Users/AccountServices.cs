using FundTracker.Application.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Persistence.Users;

/// <summary>Registration of accounts for hosts without sign-in pages.</summary>
public static class AccountServices
{
    /// <summary>Rules of passwords and of lock-out, the same through every door.</summary>
    public static void Configure(IdentityOptions options)
    {
        options.Password.RequiredLength = PasswordRules.LengthMin;
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
        services.AddAccounts();
        return services;
    }

    /// <summary>Adds <see cref="Accounts"/>; hosts that add Identity's stores themselves call it alone.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<Accounts>();
        services.AddScoped<IUserAccounts>(provider => provider.GetRequiredService<Accounts>());
    }
}
