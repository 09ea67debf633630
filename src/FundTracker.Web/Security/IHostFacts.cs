namespace FundTracker.Web.Security;

/// <summary>What pages may know of how the host is set up.</summary>
public interface IHostFacts
{
    /// <summary>Whether this is the demonstration, whose accounts are shown.</summary>
    bool Demo { get; }

    /// <summary>Day that pages look at first; null for today.</summary>
    DateOnly? StartDay { get; }

    /// <summary>Whether users can sign in through their organisation.</summary>
    bool SingleSignOn { get; }
}
