using FundTracker.Application.Policies;
using FundTracker.Application.Text;
using FundTracker.Domain.Policies;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>What the rules in force on the quarter's last day say, and where they conflict.</summary>
internal static class RuleSection
{
    private static readonly FindingStatus[] Order = [FindingStatus.Breached, FindingStatus.NoData, FindingStatus.Met];

    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        var rules = frame.Report.Policy.Rules;
        yield return new Heading { Text = frame["rules"] };
        yield return new Paragraph { Emphasis = Emphasis.Lead, Text = Lead(frame, rules) };
        if (rules.Count > 0)
        {
            var versions = rules.Select(result => result.Rule.Version).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            yield return new Paragraph { Text = frame.Format("rules.versions", string.Join(frame.Texts["list.separator"], versions)) };
        }

        yield return Findings(frame, rules);
        yield return Conflicts(frame);
        foreach (var table in ToleranceTable.Blocks(frame)) yield return table;
    }

    private static string Lead(QuarterlyFrame frame, IReadOnlyList<RuleResult> rules) => frame.Format(
        "rules.lead", QuarterlyFrame.Date(frame.Report.AsOf), rules.Count,
        Count(rules, FindingStatus.Met), Count(rules, FindingStatus.Breached), Count(rules, FindingStatus.NoData));

    private static int Count(IReadOnlyList<RuleResult> rules, FindingStatus status) => rules.Count(result => result.Status == status);

    private static Table Findings(QuarterlyFrame frame, IReadOnlyList<RuleResult> rules)
    {
        var printer = frame.Printer();
        return new Table
        {
            Title = frame["rules.table"],
            Unit = frame.Amounts.UnitName,
            Columns = [frame.Text("rule"), frame.Text("state"), frame.Text("subject"), frame.Text("figure"), frame.Text("limit"), frame.Text("gap")],
            Rows =
            [
                .. Order.SelectMany(status => rules.Where(result => result.Status == status))
                    .SelectMany(result => Rows(frame, printer, result)),
            ],
            Footnotes = printer.Footnotes,
            EmptyText = frame["rules.empty"],
        };
    }

    /// <summary>Every breach of a rule, the worst first and in full; of a rule without one the finding that decides.</summary>
    private static IEnumerable<Row> Rows(QuarterlyFrame frame, FigurePrinter printer, RuleResult result)
    {
        var breaches = result.Findings.Where(finding => finding.Status == FindingStatus.Breached)
            .OrderByDescending(finding => finding.Deciding.Weight).ToList();
        if (breaches.Count > 0)
        {
            return
            [
                Row(frame, printer, result, breaches[0]),
                .. breaches.Skip(1).Select(finding => new Row
                {
                    Cells = Cells(
                        frame, printer, finding, $"{result.Rule.Id} · {PolicyWords.Input(frame, finding.Deciding.Reading.Figure.Id.Formula)}",
                        PolicyWords.Subject(frame, finding.Subject)),
                }),
            ];
        }

        return [result.Headline is { } headline ? Row(frame, printer, result, headline) : Nobody(frame, result)];
    }

    private static Row Row(QuarterlyFrame frame, FigurePrinter printer, RuleResult result, Finding finding) => new()
    {
        Scope = result.Rule.Version,
        Cells = Cells(
            frame, printer, finding, $"{Name(frame, result.Rule)}\n{PolicyWords.Formula(frame, finding.Deciding.Reading.Figure)}",
            Subject(frame, result, finding)),
    };

    private static IReadOnlyList<Cell> Cells(QuarterlyFrame frame, FigurePrinter printer, Finding finding, string rule, string subject) =>
    [
        QuarterlyFrame.Words(rule),
        QuarterlyFrame.Words(frame.Texts.Word(finding.Status)),
        QuarterlyFrame.Words(subject),
        PolicyWords.Figure(frame, printer, finding.Deciding.Reading.Figure),
        QuarterlyFrame.Words(FindingText.Limit(finding.Deciding, frame.Texts.Tag)),
        QuarterlyFrame.Words(Gap(frame, printer, finding)),
    ];

    private static Row Nobody(QuarterlyFrame frame, RuleResult result) => new()
    {
        Scope = result.Rule.Version,
        Cells =
        [
            QuarterlyFrame.Words(Name(frame, result.Rule)), QuarterlyFrame.Words(frame.Texts.Word(result.Status)),
            QuarterlyFrame.Words(frame["rules.nobody"]),
        ],
    };

    private static string Name(QuarterlyFrame frame, Rule rule) =>
        $"{rule.Id} {rule.Title.In(frame.Texts.Tag)}\n{frame.Texts.Word(rule.Level)} · {frame.Texts.Word(rule.Severity)}"
        + (rule.SourceStatus == SourceStatus.Text ? string.Empty : $" · {frame.Texts.Word(rule.SourceStatus)}");

    private static string Subject(QuarterlyFrame frame, RuleResult result, Finding finding)
    {
        var name = PolicyWords.Subject(frame, finding.Subject);
        if (result.Findings.Count == 1) return name;
        var alike = result.Findings.Count(one => one.Status == finding.Status);
        return $"{name}\n{frame.Format("rules.alike", frame.Texts.Word(finding.Status), alike, result.Findings.Count)}";
    }

    private static string Gap(QuarterlyFrame frame, FigurePrinter printer, Finding finding) => finding.Status switch
    {
        FindingStatus.Breached => FindingText.Distance(finding.Deciding, frame.Texts.Tag, frame.Amounts.Number),
        FindingStatus.NoData when finding.Deciding is { Reason: { } reason, Reading.Figure.NoneReason: null } => printer.Sentence(reason),
        _ => string.Empty,
    };

    private static Table Conflicts(QuarterlyFrame frame)
    {
        var tag = frame.Texts.Tag;
        return new Table
        {
            Title = frame["conflicts.table"],
            Columns = [frame.Text("conflict"), frame.Text("conflictInput"), frame.Text("oneRule"), frame.Text("otherRule"), frame.Text("subjects")],
            Rows =
            [
                .. frame.Report.Policy.Conflicts.Select(conflict => new Row
                {
                    Cells =
                    [
                        QuarterlyFrame.Words(frame.Texts.Word(conflict.Kind)),
                        QuarterlyFrame.Words(PolicyWords.Input(frame, $"policy.{conflict.Input}")),
                        QuarterlyFrame.Words(Side(conflict, conflict.First)),
                        QuarterlyFrame.Words(Side(conflict, conflict.Second)),
                        QuarterlyFrame.Words(string.Join(frame.Texts["list.separator"], conflict.Subjects)),
                    ],
                    Scope = $"{conflict.First.Rule.Version} · {conflict.Second.Rule.Version}",
                }),
            ],
            EmptyText = frame["conflicts.empty"],
        };

        string Side(PolicyConflict conflict, Finding finding)
        {
            var check = finding.Checks.First(one => one.Check.Input == conflict.Input);
            return $"{finding.Rule.Id} {FindingText.Limit(check, tag)}\n{frame.Texts.Word(check.Status)}";
        }
    }
}
