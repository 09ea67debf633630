using FundTracker.Domain.Policies;

namespace FundTracker.Application.Policies;

/// <summary>Rules whose results something pending would change.</summary>
/// <param name="Day">Day on which they are judged: that of its last line; null where it has none, as facts have.</param>
/// <param name="Changes">Rules that would be breached, hard ones first, then those that would be breached further, and those that would be cured.</param>
public sealed record ForeseenRulesAnswer(DateOnly? Day, IReadOnlyList<ForeseenChange> Changes)
{
    /// <summary>Whether approving needs a reason, because a hard rule would be breached.</summary>
    public bool NeedsReason => Changes.Any(change => change.NeedsReason);
}
