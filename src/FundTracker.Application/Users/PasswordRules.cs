namespace FundTracker.Application.Users;

/// <summary>What passwords have to be, the same through every door.</summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int LengthMin = 12;
}
