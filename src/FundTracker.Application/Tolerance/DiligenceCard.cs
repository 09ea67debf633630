using FundTracker.Application.Registry;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Tolerance;

/// <summary>A due-diligence record as people read it.</summary>
/// <param name="Holder">Code of the fund that decides.</param>
/// <param name="Investee">The company, or the fund that it commits to.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="Duty">Whether it stood before the decision.</param>
/// <param name="Versions">Every version, the earliest first.</param>
public sealed record DiligenceCard(
    string Holder, NodeEntry Investee, DateOnly DecidedOn, DutyState Duty, IReadOnlyList<DiligenceCard.Version> Versions)
{
    /// <summary>A version.</summary>
    /// <param name="Number">From 1.</param>
    /// <param name="Content">What it says.</param>
    /// <param name="Entry">Its day, who recorded and who approved it.</param>
    /// <param name="IsAtDecision">Whether it is what those who decided had before them.</param>
    public sealed record Version(int Number, DiligenceRecorded Content, EntryCard Entry, bool IsAtDecision);

    internal static DiligenceCard Of(LedgerView view, DiligenceRecord record) => new(
        record.Holder, view.Book.FindNode(record.Investee)!, record.DecidedOn, record.Duty,
        [
            .. record.Versions.Select((version, i) =>
                new Version(i + 1, version.Content, EntryCard.Of(version.Entry), ReferenceEquals(version, record.AtDecision))),
        ]);
}

/// <summary>The tolerance that holds for a fund, percent of what it invested.</summary>
/// <param name="Percent">The loss that is tolerated.</param>
/// <param name="Fact">The mother fund's own term; null where a rule gives it.</param>
/// <param name="Rule">Code and version of the rule that gives it; null where the mother fund's own term does.</param>
public sealed record ToleranceTerm(decimal Percent, FactEntry? Fact, string? Rule);
