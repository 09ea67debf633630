using FundTracker.Analytics.Performance;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>
/// How NAV became what it is: the mother fund's own for its shareholders over the quarter, the year and since the first payment, and each
/// sub-fund's over the quarter for the mother fund's share.
/// </summary>
internal static class RollForwardTable
{
    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        var (own, funds) = (frame.Report.OwnRollForwards, frame.Report.RollForwards);
        if (own.Count + funds.Count == 0)
            yield break;
        yield return new Paragraph { Text = frame["rollForward.text"] };
        if (own.Count > 0)
            yield return Own(frame, own);
        if (funds.Count > 0)
            yield return SubFunds(frame, funds);
    }

    private static Table Own(QuarterlyFrame frame, IReadOnlyList<NavRollForward> rolls)
    {
        var printer = frame.Printer();
        string[] periods = [frame["rollForward.quarter"], frame["rollForward.year"], frame["rollForward.start"]];
        IReadOnlyList<Row> rows =
        [
            .. rolls.Zip(periods).DistinctBy(pair => pair.First.From) // The year's first quarter is the year to date.
                .Select(pair => Row(frame, printer, QuarterlyFrame.Words(pair.Second), pair.First)),
        ];
        return Table(frame, frame["rollForward.own"], frame["rollForward.period"], rolls[0], rows, printer.Footnotes);
    }

    private static Table SubFunds(QuarterlyFrame frame, IReadOnlyList<NavRollForward> rolls)
    {
        var printer = frame.Printer();
        var rows = rolls
            .Select(roll => Row(frame, printer, QuarterlyFrame.Words(frame.Name(roll.Fund), QuarterlyFrame.MarksOf(roll.Fund.Provenance)), roll)).ToList();
        if (rolls.Count > 1)
            rows.Add(Total(frame, rolls));
        return Table(frame, frame["rollForward.table"], frame["col.fund"], rolls[0], rows,
        [
            .. printer.Footnotes, .. Dash(frame, rolls), .. rolls.Count > 1 ? new[] { frame["rollForward.total"] } : [],
            .. Remarks(frame, printer, rolls),
        ]);
    }

    private static Table Table(
        QuarterlyFrame frame, string title, string first, NavRollForward parts, IReadOnlyList<Row> rows, IReadOnlyList<string> footnotes) => new()
        {
            Title = title,
            Unit = frame.Amounts.UnitName,
            Columns =
            [
                new Column { Heading = first },
                .. parts.All.Select((figure, place) => new Column
                {
                    Heading = frame.Texts[$"formula.{figure.Id.Formula}.title"],
                    Alignment = Alignment.Right,
                    Code = figure.Id.Formula,
                    Group = place is >= 3 and <= 9 ? frame["col.valueChange"] : null,
                }),
            ],
            Rows = rows,
            Footnotes = footnotes,
        };

    private static Row Row(QuarterlyFrame frame, FigurePrinter printer, Cell name, NavRollForward roll) => new()
    {
        Scope = roll.Opening.Id.Scope,
        Cells = [name, .. roll.All.Select(figure => Cell(frame, printer, figure))],
    };

    private static IEnumerable<string> Dash(QuarterlyFrame frame, IReadOnlyList<NavRollForward> rolls) =>
        rolls.Any(roll => roll.All.Any(figure => figure.NoneReason?.Code == RollForwardReasons.NotStatedCode)) ? [frame.Format("rollForward.dash", frame.Texts["dash"])] : [];

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
