using FundTracker.Application.Reports;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>Calls, payments and distributions of the quarter, and what was corrected after its close.</summary>
internal static class FlowSection
{
    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        yield return new Heading { Text = frame["flows"] };
        yield return Calls(frame);
        yield return Flows(frame, "payments", frame.Report.Payments, hasPurpose: true);
        yield return Flows(frame, "distributions", frame.Report.Distributions, hasPurpose: false);
    }

    public static IEnumerable<Block> Corrections(QuarterlyFrame frame)
    {
        if (frame.Report.Corrections.Count == 0)
            yield break;
        yield return new Heading { Text = frame["corrections"] };
        yield return new Paragraph { Text = frame["corrections.text"] };
        yield return Flows(frame, "corrections", frame.Report.Corrections, hasPurpose: false);
    }

    private static Table Calls(QuarterlyFrame frame)
    {
        var calls = frame.Report.Calls;
        return new Table
        {
            Title = frame["calls.table"],
            Unit = frame.Amounts.UnitName,
            Columns =
            [
                frame.Text("fund"), frame.Text("number"), frame.Text("notice"), frame.Text("due"), frame.Figures("called"),
                frame.Figures("paid"), frame.Figures("open"), frame.Text("state"),
            ],
            Rows =
            [
                .. calls.Select(call => new Row
                {
                    Scope = call.Fund.Code,
                    Cells =
                    [
                        QuarterlyFrame.Words(frame.Name(call.Fund)),
                        QuarterlyFrame.Words(QuarterlyFrame.Number(call.Number)),
                        QuarterlyFrame.Words(QuarterlyFrame.Date(call.NoticeDate), FieldMark(call.Provenance, call.Invented, RecordFields.Day)),
                        QuarterlyFrame.Words(QuarterlyFrame.Date(call.DueDate), FieldMark(call.Provenance, call.Invented, RecordFields.Day)),
                        frame.Amount(call.Called, Called(call)),
                        frame.Amount(call.Paid, Paid(call)),
                        frame.Amount(call.Called - call.Paid, Called(call) | Paid(call)),
                        QuarterlyFrame.Words(State(frame, call)),
                    ],
                }),
                .. Total(frame, calls.Count, 3, Sum(call => call.Called, Called), Sum(call => call.Paid, Paid),
                    Sum(call => call.Called - call.Paid, call => Called(call) | Paid(call))),
            ],
            EmptyText = frame["calls.empty"],
        };

        Cell Sum(Func<QuarterlyReport.CallRow, Money> amount, Func<QuarterlyReport.CallRow, Marks> marks) =>
            frame.Sum(calls.Select(call => (amount(call), marks(call))));
        static Marks Called(QuarterlyReport.CallRow call) => QuarterlyFrame.MarksOf(call.Provenance, call.Invented, FieldsRead.Amount);
        static Marks Paid(QuarterlyReport.CallRow call) => call.IsPaidInvented ? Marks.Illustrative : Marks.None;
    }

    private static Table Flows(QuarterlyFrame frame, string key, IReadOnlyList<QuarterlyReport.FlowRow> flows, bool hasPurpose)
    {
        List<Column> columns = [frame.Text("date"), frame.Text("line"), frame.Text("from"), frame.Text("to"), frame.Text("kind")];
        if (hasPurpose)
            columns.Add(frame.Text("purpose"));
        columns.Add(frame.Figures("amount"));
        return new Table
        {
            Title = frame[$"{key}.table"],
            Unit = frame.Amounts.UnitName,
            Columns = columns,
            Rows =
            [
                .. flows.Select(flow => Row(frame, flow, hasPurpose)),
                .. Total(frame, flows.Count, columns.Count - 2, frame.Sum(flows.Select(flow => (flow.Amount, MarksOf(flow))))),
            ],
            EmptyText = key == "corrections" ? null : frame[$"{key}.empty"],
        };
    }

    private static Row Row(QuarterlyFrame frame, QuarterlyReport.FlowRow flow, bool hasPurpose)
    {
        var kind = frame.Texts.Word(flow.Kind);
        if (flow.Reverses is { } reversed)
            kind += $" · {frame.Format("reverses", reversed)}";
        List<Cell> cells =
        [
            QuarterlyFrame.Words(QuarterlyFrame.Date(flow.Date), FieldMark(flow.Provenance, flow.Invented, RecordFields.Day)),
            QuarterlyFrame.Words($"#{flow.Sequence}"),
            QuarterlyFrame.Words(frame.Name(flow.From), FieldMark(flow.Provenance, flow.Invented, RecordFields.Parties)), QuarterlyFrame.Words(frame.Name(flow.To)), QuarterlyFrame.Words(kind),
        ];
        if (hasPurpose)
            cells.Add(QuarterlyFrame.Words(frame.Texts.Word(flow.Purpose)));
        cells.Add(frame.Amount(flow.Amount, MarksOf(flow)));
        return new Row { Cells = cells };
    }

    private static Marks MarksOf(QuarterlyReport.FlowRow flow) => QuarterlyFrame.MarksOf(flow.Provenance, flow.Invented, FieldsRead.Amount);

    // In a wholly illustrative record the amounts alone carry the mark.
    private static Marks FieldMark(Provenance provenance, RecordFields invented, RecordFields field) =>
        provenance == Provenance.Illustrative ? Marks.None : QuarterlyFrame.MarksOf(provenance, invented, field);

    private static IEnumerable<Row> Total(QuarterlyFrame frame, int rows, int gap, params Cell[] sums)
    {
        if (rows > 1 && Array.Exists(sums, sum => sum.Text.Length > 0))
        {
            yield return new Row
            {
                Kind = RowKind.Total,
                Cells = [QuarterlyFrame.Words(frame["total"]), .. Enumerable.Repeat(QuarterlyFrame.Words(string.Empty), gap), .. sums],
            };
        }
    }

    private static string State(QuarterlyFrame frame, QuarterlyReport.CallRow call) =>
        call.IsCancelled ? frame["call.cancelled"]
        : call.IsOverdue ? frame["call.overdue"]
        : (call.Called - call.Paid).IsPositive ? frame["call.open"]
        : frame["call.paid"];
}
