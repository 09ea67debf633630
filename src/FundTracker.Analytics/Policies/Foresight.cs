using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Policies;

/// <summary>
/// What the rules would say of the books with some proposed lines, against what they say without: both on the day of the last line, by the
/// rules in force on it, of the funds that the lines touch, or what comes with them. One mechanism for vouchers, calls and files; nothing is
/// written.
/// </summary>
public static class Foresight
{
    /// <summary>
    /// Rules that would be breached and are not now, hard ones first; after them those that are and would be breached further, and those
    /// that would be cured.
    /// </summary>
    /// <param name="now">The books, everything recorded.</param>
    /// <param name="then">The same with what is proposed behind it: at least one line, and the members, facts and phases that come with it.</param>
    /// <param name="rules">The rules.</param>
    /// <exception cref="ArgumentException">No line is proposed.</exception>
    public static IReadOnlyList<ForeseenChange> Between(Books now, Books then, Rulebook rules)
    {
        var day = DayOf(now.Snapshot, then.Snapshot) ?? throw new ArgumentException("Nothing is proposed.", nameof(then));
        var touched = Touched(now, then);
        var before = Judge(now).ToDictionary(finding => (finding.Rule.Id, finding.Subject.Code));
        return
        [
            .. from finding in Judge(then)
               let earlier = before.GetValueOrDefault((finding.Rule.Id, finding.Subject.Code))
               let kind = KindOf(earlier, finding)
               where kind is not null
               orderby kind == ForeseenKind.Cure, kind, finding.Rule.Severity, finding.Rule.Id, finding.Subject.Code
               select new ForeseenChange(kind.Value, finding, earlier),
        ];

        IReadOnlyList<Finding> Judge(Books books)
        {
            var reader = new PolicyReader(new LedgerView(books.Snapshot, day, Stamp.Max), books.Plans, rules);
            var results = RuleJudge.Judge(rules.On(day, retroactive: false).Answering, new Among(reader, touched));
            return [.. results.SelectMany(result => result.Findings)];
        }
    }

    /// <summary>Books with the contribution plans that rules read beside them.</summary>
    /// <param name="Snapshot">Members, facts and lines.</param>
    /// <param name="Plans">The plans.</param>
    public sealed record Books(BookSnapshot Snapshot, IReadOnlyList<ContributionPlan> Plans);

    /// <summary>The day on which what is proposed is judged: that of its last line; null where it has none.</summary>
    /// <param name="now">The books.</param>
    /// <param name="then">The same with what is proposed behind it.</param>
    public static DateOnly? DayOf(BookSnapshot now, BookSnapshot then) => then.LineCount == now.LineCount
        ? null
        : DateOnly.FromDayNumber(then.Columns.Days[now.LineCount..then.LineCount].ToArray().Max());

    private static ForeseenKind? KindOf(Finding? now, Finding then) => (now?.Status, then.Status) switch
    {
        (not FindingStatus.Breached, FindingStatus.Breached) => ForeseenKind.Breach,
        (FindingStatus.Breached, FindingStatus.Breached) when ForeseenChange.Worsened(now, then) is not null => ForeseenKind.Worse,
        (FindingStatus.Breached, FindingStatus.Met) => ForeseenKind.Cure,
        _ => null,
    };

    private static HashSet<NodeId> Touched(Books now, Books then)
    {
        var (before, after) = (now.Snapshot, then.Snapshot);
        var edges = after.Columns.Edges[before.LineCount..after.LineCount].ToArray().Distinct().Select(edge => after.Edges[edge]).ToList();
        var phases = now.Plans.ToDictionary(plan => plan.Fund, plan => plan.Tranches.Count);
        return
        [
            after.MotherFund, .. edges.Select(edge => edge.Holder), .. edges.Select(edge => edge.Investee),
            .. after.Facts.Skip(before.Facts.Count).Select(fact => fact.Subject),
            .. then.Plans.Where(plan => phases.GetValueOrDefault(plan.Fund) != plan.Tranches.Count).Select(plan => plan.Fund),
        ];
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
