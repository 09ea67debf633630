using FundTracker.Application.Reports;
using FundTracker.Domain.Ledgers;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>
/// The quarterly report of a mother fund as blocks. Both languages print the same figures with the same ids, and every
/// formula that is printed has its note.
/// </summary>
public static class QuarterlyReportDocument
{
    /// <summary>Writes the report down.</summary>
    /// <param name="report">What it says.</param>
    /// <param name="language">Language of its words.</param>
    /// <param name="unit">Unit of its amounts.</param>
    public static ReportDocument Of(QuarterlyReport report, ReportLanguage language, AmountUnit unit = AmountUnit.TenThousand)
    {
        var texts = ReportTexts.For(language);
        var frame = new QuarterlyFrame(report, texts, AmountFormat.Of(unit, report.Fund.Currency, texts));
        List<Block> body =
        [
            .. SummarySection.Blocks(frame),
            .. PhaseSection.Blocks(frame),
            .. AlarmSection.Blocks(frame),
            .. FlowSection.Blocks(frame),
            .. SubFundSection.Blocks(frame),
            .. LeverageSection.Blocks(frame),
            .. ExposureSection.Blocks(frame),
            .. RuleSection.Blocks(frame),
            .. ScoreSection.Blocks(frame),
            .. LocalSection.Blocks(frame),
            .. LandingSection.Blocks(frame),
            .. CompanySection.Blocks(frame),
            .. FlowSection.Corrections(frame),
        ];
        Number(frame, body);
        return new ReportDocument
        {
            Title = frame.Format("title", frame.Name(report.Fund), report.Quarter.ToString()),
            Subject = frame.Name(report.Fund),
            Language = language,
            AsOf = report.AsOf,
            KnownAt = report.KnownAt.Utc,
            Blocks = [Head(frame), .. Warning(frame, body), .. body, .. NotesSection.Blocks(frame, FormulaNotes.CodesIn(body))],
        };
    }

    /// <summary>Sections that have nothing to say are left out, so their numbers follow from those that stand.</summary>
    private static void Number(QuarterlyFrame frame, List<Block> body)
    {
        var numbers = frame["numbers"].Split(',');
        var next = 0;
        for (var i = 0; i < body.Count; i++)
            if (body[i] is Heading { Level: 1 } heading) body[i] = new Heading { Text = frame.Format("numbered", numbers[next++], heading.Text) };
    }

    private static TitleBlock Head(QuarterlyFrame frame)
    {
        var report = frame.Report;
        List<TitleFact> facts =
        [
            new(frame["fact.fund"], report.Fund.Code),
            new(frame["fact.asOf"], QuarterlyFrame.Date(report.AsOf)),
            new(frame["fact.knownAt"], NotesSection.Instant(report) + " UTC"),
            new(frame["fact.unit"], frame.Amounts.UnitName),
            new(frame["fact.period"], $"{report.Quarter} · {frame.Texts.Word(report.PeriodState)}"),
            new(frame["fact.rounding"], frame["fact.roundingValue"]),
        ];
        if (report.Family is { } family)
            facts.Insert(1, new TitleFact(frame["fact.family"], family));
        facts.Add(new TitleFact(frame["fact.hash"], frame["fact.hashValue"]));
        return new TitleBlock
        {
            Overline = frame.Format("overline", report.Quarter.Year, report.Quarter.Number),
            Title = frame.Name(report.Fund),
            Subtitle = frame["subtitle"],
            Facts = facts,
        };
    }

    private static IEnumerable<Block> Warning(QuarterlyFrame frame, List<Block> body)
    {
        if (frame.Report.Fund.Provenance == Provenance.Illustrative || body.Exists(HoldsIllustrative))
            yield return new Callout { Title = frame["illustrative.title"], Text = frame["illustrative.text"] };
    }

    private static bool HoldsIllustrative(Block block) => block switch
    {
        KeyFigures figures => figures.Figures.Any(figure => figure.Marks.HasFlag(Marks.Illustrative)),
        Table table => table.Rows.Any(row => row.Cells.Any(cell => cell.Marks.HasFlag(Marks.Illustrative))),
        Chart chart => chart.Marks.HasFlag(Marks.Illustrative),
        _ => false,
    };
}
