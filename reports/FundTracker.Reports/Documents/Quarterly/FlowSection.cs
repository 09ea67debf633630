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
                        QuarterlyFrame.Words(QuarterlyFrame.Date(call.NoticeDate)),
                        QuarterlyFrame.Words(QuarterlyFrame.Date(call.DueDate)),
                        frame.Amount(call.Called, QuarterlyFrame.MarksOf(call.Provenance)),
                        frame.Amount(call.Paid, QuarterlyFrame.MarksOf(call.Provenance)),
                        frame.Amount(call.Called - call.Paid, QuarterlyFrame.MarksOf(call.Provenance)),
                        QuarterlyFrame.Words(State(frame, call)),
                    ],
                }),
                .. Total(frame, calls.Count, 3, Sum(call => call.Called), Sum(call => call.Paid), Sum(call => call.Called - call.Paid)),
            ],
            EmptyText = frame["calls.empty"],
        };

        Cell Sum(Func<QuarterlyReport.CallRow, Money> amount) =>
            frame.Sum(calls.Select(call => (amount(call), QuarterlyFrame.MarksOf(call.Provenance))));
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
                .. Total(frame, flows.Count, columns.Count - 2, frame.Sum(flows.Select(flow => (flow.Amount, QuarterlyFrame.MarksOf(flow.Provenance))))),
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
            QuarterlyFrame.Words(QuarterlyFrame.Date(flow.Date)), QuarterlyFrame.Words($"#{flow.Sequence}"),
            QuarterlyFrame.Words(frame.Name(flow.From)), QuarterlyFrame.Words(frame.Name(flow.To)), QuarterlyFrame.Words(kind),
        ];
        if (hasPurpose)
            cells.Add(QuarterlyFrame.Words(frame.Texts.Word(flow.Purpose)));
        cells.Add(frame.Amount(flow.Amount, QuarterlyFrame.MarksOf(flow.Provenance)));
        return new Row { Cells = cells };
    }

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
