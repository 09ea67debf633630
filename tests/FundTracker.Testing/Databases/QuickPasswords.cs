using Microsoft.AspNetCore.Identity;

namespace FundTracker.Testing.Databases;

/// <summary>
/// Passwords of tests are hashed once instead of as often as an attacker shall have to: that is half of the time of tests that have accounts.
/// </summary>
public static class QuickPasswords
{
    /// <summary>Sets the least number of rounds that Identity takes.</summary>
    public static void Configure(PasswordHasherOptions options) => options.IterationCount = 1;
}
