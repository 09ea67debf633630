namespace FundTracker.Web.Security;

/// <summary>Addresses that more than the page itself knows.</summary>
public static class Addresses
{
    /// <summary>The sign-in page.</summary>
    public const string SignIn = "/sign-in";

    /// <summary>Where a sign-out is posted to.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>Begins a sign-in through the organisation.</summary>
    public const string SingleSignOn = "/sign-in/organisation";

    /// <summary>Shown where there is nothing, or nothing for this user.</summary>
    public const string NotFound = "/not-found";
}
