using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Policies;

/// <summary>
/// What the rules would say of the books with some proposed lines, against what they say without: both on the day of the last line, by the
/// rules in force on it, of the funds that the lines touch. One mechanism for vouchers and for calls; nothing is written.
/// </summary>
public static class Foresight
{
    /// <summary>
    /// Rules that would be breached and are not now, hard ones first; after them those that are and would be breached further, and those
    /// that would be cured.
    /// </summary>
    /// <param name="book">The books, everything recorded.</param>
    /// <param name="drafts">The proposed lines; at least one.</param>
    /// <param name="plans">Contribution plans of the books.</param>
    /// <param name="rules">The rules.</param>
    public static IReadOnlyList<ForeseenChange> Of(
        BookSnapshot book, IReadOnlyList<LineDraft> drafts, IReadOnlyList<ContributionPlan> plans, Rulebook rules)
    {
        var day = drafts.Max(draft => draft.EffectiveDate);
        var touched = Touched(book, drafts);
        var then = Judge(WhatIf.After(book, drafts));
        var now = Judge(book).ToDictionary(finding => (finding.Rule.Id, finding.Subject.Code));
        return
        [
            .. from finding in then
               let before = now.GetValueOrDefault((finding.Rule.Id, finding.Subject.Code))
               let kind = KindOf(before, finding)
               where kind is not null
               orderby kind == ForeseenKind.Cure, kind, finding.Rule.Severity, finding.Rule.Id, finding.Subject.Code
               select new ForeseenChange(kind.Value, finding, before),
        ];

        IReadOnlyList<Finding> Judge(BookSnapshot books)
        {
            var reader = new PolicyReader(new LedgerView(books, day, Stamp.Max), plans, rules);
            var results = RuleJudge.Judge(rules.On(day, retroactive: false).Answering, new Among(reader, touched));
            return [.. results.SelectMany(result => result.Findings)];
        }
    }

    /// <summary>The day on which proposed lines are judged: that of the last one; null where there are none.</summary>
    public static DateOnly? DayOf(IReadOnlyList<LineDraft> drafts) => drafts.Count == 0 ? null : drafts.Max(draft => draft.EffectiveDate);

    private static ForeseenKind? KindOf(Finding? now, Finding then) => (now?.Status, then.Status) switch
    {
        (not FindingStatus.Breached, FindingStatus.Breached) => ForeseenKind.Breach,
        (FindingStatus.Breached, FindingStatus.Breached) when ForeseenChange.Worsened(now, then) is not null => ForeseenKind.Worse,
        (FindingStatus.Breached, FindingStatus.Met) => ForeseenKind.Cure,
        _ => null,
    };

    private static HashSet<NodeId> Touched(BookSnapshot book, IReadOnlyList<LineDraft> drafts)
    {
        var edges = drafts.Select(draft => book.Edges[book.IndexOf(draft.Edge)]).ToList();
        return [book.MotherFund, .. edges.Select(edge => edge.Holder), .. edges.Select(edge => edge.Investee)];
    }

    /// <summary>The same readings, of some subjects alone: what proposed lines do not touch they do not change.</summary>
    private sealed class Among(PolicyReader inner, HashSet<NodeId> nodes) : IPolicyReader
    {
        public IReadOnlyList<PolicySubject> SubjectsOf(RuleSubjects subjects) =>
            [.. inner.SubjectsOf(subjects).Where(subject => nodes.Contains(subject.Node))];

        public string? Fact(PolicySubject subject, string name) => inner.Fact(subject, name);

        public InputReading Read(Rule rule, string input, PolicySubject subject) => inner.Read(rule, input, subject);
    }
}
