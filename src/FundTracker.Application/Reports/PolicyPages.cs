using FundTracker.Analytics.Policies;
using FundTracker.Application.Evaluations;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Reports;

/// <summary>What a quarterly report says of rules, evaluation and local re-investment.</summary>
/// <param name="Rules">Results of the rules in force on the quarter's last day, by code; those not in force are left out.</param>
/// <param name="Conflicts">Rules among them that ask different things of the same figure.</param>
/// <param name="PreScore">The pre-score of the last year that was over by then.</param>
/// <param name="Meter">Local re-investment of the mother fund on the quarter's last day.</param>
public sealed record PolicyPages(
    IReadOnlyList<RuleResult> Rules, IReadOnlyList<PolicyConflict> Conflicts, PolicyPages.YearScore PreScore, LocalMeterReading Meter)
{
    /// <summary>Code of the scheme by which the report scores.</summary>
    public const string SchemeCode = "district";

    /// <summary>The pre-score of a year, read at its last day.</summary>
    /// <param name="Year">The year.</param>
    /// <param name="Card">The scorecard; null where the scheme can't score.</param>
    /// <param name="Refusal">Why it can't: a template, or no such scheme; null otherwise.</param>
    public sealed record YearScore(int Year, Scorecard? Card, DomainError? Refusal);

    /// <summary>
    /// Judges, scores and measures. Whether the score is retroactive is told by the quarter's last day and not by today's, so that the same
    /// quarter and instant always give the same report.
    /// </summary>
    /// <param name="view">The books on the quarter's last day.</param>
    /// <param name="plans">Contribution plans of their funds.</param>
    /// <param name="book">The rules.</param>
    /// <param name="schemes">The schemes.</param>
    public static PolicyPages Of(
        LedgerView view, IReadOnlyList<ContributionPlan> plans, Rulebook book, IReadOnlyList<Scheme> schemes)
    {
        var reader = new PolicyReader(view, plans, book);
        var rules = RuleJudge.Judge(book.On(view.AsOf, retroactive: false).Answering, reader);
        var mother = reader.SubjectOf(view.Book.Root.Code)!;
        return new PolicyPages(
            rules, RuleJudge.Conflicts(rules), Score(view, plans, book, schemes), LocalReading.Of(view, reader, book, schemes, mother));
    }

    private static YearScore Score(
        LedgerView view, IReadOnlyList<ContributionPlan> plans, Rulebook book, IReadOnlyList<Scheme> schemes)
    {
        var year = view.AsOf is { Month: 12, Day: 31 } ? view.AsOf.Year : view.AsOf.Year - 1;
        if (schemes.FirstOrDefault(one => string.Equals(one.Id, SchemeCode, StringComparison.OrdinalIgnoreCase)) is not { } scheme)
            return new YearScore(year, null, EvaluationErrors.SchemeUnknown(SchemeCode));
        if (scheme.WhyIncomplete is { } reason) return new YearScore(year, null, reason);
        var reader = new PolicyReader(view.On(new DateOnly(year, 12, 31)), plans, book);
        return new YearScore(year, reader.Score(scheme, reader.SubjectOf(view.Book.Root.Code)!, scheme.IsEarly(year, view.AsOf)), null);
    }
}
