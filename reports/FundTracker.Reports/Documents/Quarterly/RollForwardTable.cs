using FundTracker.Analytics.Performance;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>From each sub-fund's NAV at the quarter end before to that at the quarter's end, for the mother fund's share.</summary>
internal static class RollForwardTable
{
    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        if (frame.Report.RollForwards.Count == 0)
            yield break;
        yield return new Paragraph { Text = frame["rollForward.text"] };
        yield return Table(frame, frame.Report.RollForwards);
    }

    private static Table Table(QuarterlyFrame frame, IReadOnlyList<NavRollForward> rolls)
    {
        var printer = frame.Printer();
        var rows = rolls.Select(roll => new Row
        {
            Scope = roll.Opening.Id.Scope,
            Cells = [QuarterlyFrame.Words(frame.Name(roll.Fund), QuarterlyFrame.MarksOf(roll.Fund.Provenance)), .. roll.All.Select(figure => Cell(frame, printer, figure))],
        }).ToList();
        if (rolls.Count > 1)
            rows.Add(Total(frame, rolls));
        return new Table
        {
            Title = frame["rollForward.table"],
            Unit = frame.Amounts.UnitName,
            Columns =
            [
                frame.Text("fund"),
                .. rolls[0].All.Select((figure, place) => new Column
                {
                    Heading = frame.Texts[$"formula.{figure.Id.Formula}.title"],
                    Alignment = Alignment.Right,
                    Code = figure.Id.Formula,
                    Group = place is >= 3 and <= 9 ? frame["col.valueChange"] : null,
                }),
            ],
            Rows = rows,
            Footnotes =
            [
                .. printer.Footnotes, frame.Format("rollForward.dash", frame.Texts["dash"]), .. rolls.Count > 1 ? new[] { frame["rollForward.total"] } : [],
                .. Remarks(frame, printer, rolls),
            ],
        };
    }

    // Each sentence once, with the funds that it speaks of; that few split is what the dash says.
    private static IEnumerable<string> Remarks(QuarterlyFrame frame, FigurePrinter printer, IReadOnlyList<NavRollForward> rolls) => rolls
        .SelectMany(roll => roll.Remarks.Where(remark => remark.Code != RollForwardReasons.FewSplitCode).Select(remark => (roll.Fund, Sentence: printer.Sentence(remark))))
        .GroupBy(remark => remark.Sentence)
        .Select(group => $"{string.Join(" / ", group.Select(remark => frame.Name(remark.Fund)))}  {group.Key}");

    // What no statement of the quarter states is within what is not split, and says so once below the table.
    private static Cell Cell(QuarterlyFrame frame, FigurePrinter printer, Figure<Money> figure) =>
        figure.NoneReason?.Code == RollForwardReasons.NotStatedCode ? QuarterlyFrame.Words(frame.Texts["dash"]) : printer.Cell(figure);

    private static Row Total(QuarterlyFrame frame, IReadOnlyList<NavRollForward> rolls) => new()
    {
        Kind = RowKind.Total,
        Cells = [QuarterlyFrame.Words(frame["total"]), .. rolls[0].All.Select((_, place) => Sum(frame, [.. rolls.Select(roll => roll.All[place])]))],
    };

    private static Cell Sum(QuarterlyFrame frame, IReadOnlyList<Figure<Money>> column)
    {
        var known = column.Where(figure => figure.Value is not null).ToList();
        var isOpen = column.Any(figure => figure.Value is null && figure.NoneReason!.Code != RollForwardReasons.NotStatedCode);
        if (isOpen)
            return QuarterlyFrame.Words(string.Empty);
        return known.Count == 0
            ? QuarterlyFrame.Words(frame.Texts["dash"])
            : frame.Sum(known.Select(figure => (figure.Require(), FigurePrinter.MarksOf(figure))));
    }
}
