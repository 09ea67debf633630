using FundTracker.Analytics.Phases;
using FundTracker.Application.Reports;
using FundTracker.Domain.Ledgers;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>Phases planned against called and paid.</summary>
internal static class PhaseSection
{
    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        var phases = frame.Report.Phases;
        yield return new Heading { Text = frame["phases"] };
        if (phases.Count > 0)
            yield return Chart(frame, phases);
        yield return Table(frame, phases);
    }

    private static BarChart Chart(QuarterlyFrame frame, IReadOnlyList<PhaseProgress> phases)
    {
        var amounts = phases.SelectMany(phase => new[] { phase.Planned, phase.Called.Value, phase.Paid.Value });
        var unit = AmountFormat.ForChart(amounts, frame.Currency, frame.Texts);
        return new BarChart
        {
            Title = frame["phases.chart"],
            Unit = unit.UnitName,
            Decimals = 2,
            Categories = [.. phases.Select(phase => Name(frame, phase) + (phase.PlannedDate is { } day ? $" {QuarterlyFrame.Date(day)}" : string.Empty))],
            Series =
            [
                new CategorySeries(frame["col.planned"], [.. phases.Select(phase => unit.Plotted(phase.Planned))]),
                new CategorySeries(frame["col.called"], [.. phases.Select(phase => unit.Plotted(phase.Called.Value))]),
                new CategorySeries(frame["col.paid"], [.. phases.Select(phase => unit.Plotted(phase.Paid.Value))]),
            ],
            Marks = phases.Any(IsIllustrative) ? Marks.Illustrative : Marks.None,
        };
    }

    private static Table Table(QuarterlyFrame frame, IReadOnlyList<PhaseProgress> phases)
    {
        var printer = frame.Printer();
        return new Table
        {
            Title = frame["phases.table"],
            Unit = frame.Amounts.UnitName,
            Columns =
            [
                frame.Text("phase"), frame.Text("plannedDate"), frame.Text("budgetYear"), frame.Figures("planned"),
                frame.Figures("called", "phase.called"), frame.Figures("paid", "phase.paid"), frame.Text("conditions", Alignment.Centre), frame.Text("state"),
            ],
            Rows =
            [
                .. phases.Select(phase => new Row
                {
                    Scope = phase.Paid.Id.Scope,
                    Cells =
                    [
                        QuarterlyFrame.Words(Name(frame, phase)),
                        QuarterlyFrame.Words(QuarterlyFrame.Date(phase.PlannedDate), Mark(phase, RecordFields.Day)),
                        QuarterlyFrame.Words(phase.BudgetYear is { } year ? QuarterlyFrame.Number(year) : string.Empty, Mark(phase, RecordFields.BudgetYear)),
                        frame.Amount(phase.Planned, Mark(phase, RecordFields.Amount)),
                        printer.Cell(phase.Called),
                        printer.Cell(phase.Paid),
                        QuarterlyFrame.Words(phase.Conditions == 0 ? frame.Texts["dash"] : $"{phase.ConditionsMet}/{phase.Conditions}"),
                        QuarterlyFrame.Words(State(frame, phase)),
                    ],
                }),
            ],
            Footnotes = printer.Footnotes,
            EmptyText = frame["phases.empty"],
        };
    }

    private static bool IsIllustrative(PhaseProgress phase) =>
        Mark(phase, RecordFields.Amount) != Marks.None || phase.Called.IsIllustrative || phase.Paid.IsIllustrative;

    // What came without a phase has no plan to be marked; in a wholly illustrative phase the amounts carry the mark.
    private static Marks Mark(PhaseProgress phase, RecordFields field) => phase.Provenance == Provenance.Illustrative && field != RecordFields.Amount
        ? Marks.None
        : QuarterlyFrame.MarksOf(phase.Provenance, phase.Invented, field);

    private static string Name(QuarterlyFrame frame, PhaseProgress phase) =>
        phase.Number == 0 ? frame["phase.none"] : frame.Format("phase.number", phase.Number);

    private static string State(QuarterlyFrame frame, PhaseProgress phase) => phase switch
    {
        { Planned: null } => string.Empty,
        { IsOverdue: true } => frame["phase.overdue"],
        _ when phase.Paid.Value is { } paid && paid.Currency == phase.Planned.Currency && paid >= phase.Planned => frame["phase.paid"],
        _ => frame["phase.pending"],
    };
}
