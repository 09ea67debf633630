using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Persistence.Users;

/// <summary>An account. Roles are Identity's; which mother funds it may enter stands in <see cref="Books"/>.</summary>
public sealed class User : IdentityUser<long>
{
    /// <summary>Codes of the mother funds in scope, separated by commas; <c>*</c> for all.</summary>
    public string Books { get; set; } = "*";

    /// <summary>Code of the only sub-fund that a sub-fund's manager sees; else null.</summary>
    public string? SubFund { get; set; }

    /// <summary>Whether the account belongs to the demonstration.</summary>
    public bool IsDemo { get; set; }
}

internal static class UserConfiguration
{
    public static void NameTables(ModelBuilder model)
    {
        model.Entity<User>(user =>
        {
            user.ToTable("Users");
            user.Property(u => u.Id).ValueGeneratedNever();
            user.Property(u => u.Books).HasMaxLength(2000);
            user.Property(u => u.SubFund).HasMaxLength(40);
        });
        model.Entity<IdentityRole<long>>(role =>
        {
            role.ToTable("Roles");
            role.Property(r => r.Id).ValueGeneratedNever();
        });
        model.Entity<IdentityUserRole<long>>().ToTable("UserRoles");
        model.Entity<IdentityUserClaim<long>>().ToTable("UserClaims");
        model.Entity<IdentityUserLogin<long>>().ToTable("UserLogins");
        model.Entity<IdentityUserToken<long>>().ToTable("UserTokens");
        model.Entity<IdentityRoleClaim<long>>().ToTable("RoleClaims");
    }
}
