using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>Every sub-fund with its figures, on landscape pages.</summary>
internal static class SubFundSection
{
    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        yield return new PageBreak { Orientation = PageOrientation.Landscape };
        yield return new Heading { Text = frame["subFunds"] };
        yield return Table(frame);
        foreach (var block in RollForwardTable.Blocks(frame))
            yield return block;
        yield return new PageBreak { Orientation = PageOrientation.Portrait };
    }

    private static Table Table(QuarterlyFrame frame)
    {
        var printer = frame.Printer();
        var before = frame.Report.SubFundsBefore.ToDictionary(figures => figures.Fund.Id);
        var funds = frame.Report.SubFunds;
        var rows = funds.Select(figures => Row(frame, printer, figures, before.GetValueOrDefault(figures.Fund.Id))).ToList();
        if (funds.Count > 1)
            rows.Add(Total(frame, funds));
        return new Table
        {
            Title = frame["subFunds.table"],
            Unit = frame.Amounts.UnitName,
            Columns =
            [
                frame.Text("fund"),
                Figures("fundSize", "capital"), Figures("commitment", "capital"), Figures("paidIn", "capital"), Figures("unfunded", "capital"),
                Figures("distributed", "value"), Figures("nav", "value"),
                Figures("dpi", "multiples"), Figures("rvpi", "multiples"), Figures("tvpi", "multiples"), Figures("irr", "rate"),
                Change("paidIn"), Change("nav"),
            ],
            Rows = rows,
            Footnotes = [.. printer.Footnotes, .. funds.Count > 1 ? new[] { frame["total.note"] } : []],
            EmptyText = frame["subFunds.empty"],
        };

        Column Figures(string code, string group) => new()
        {
            Heading = frame.Texts[$"formula.{code}.title"],
            Alignment = Alignment.Right,
            Code = code,
            Group = frame[$"col.{group}"],
        };

        Column Change(string code) => new()
        {
            Heading = frame.Texts[$"formula.{code}.title"],
            Alignment = Alignment.Right,
            Group = frame["col.quarter"],
        };
    }

    private static Row Row(QuarterlyFrame frame, FigurePrinter printer, FundFigures now, FundFigures? before) => new()
    {
        Scope = now.Fund.Code,
        Cells =
        [
            QuarterlyFrame.Words(frame.Name(now.Fund), QuarterlyFrame.MarksOf(now.Fund.Provenance)),
            .. new IFigure[] { now.FundSize, now.Commitment, now.PaidIn, now.Unfunded, now.Distributed, now.Nav, now.Dpi, now.Rvpi, now.Tvpi, now.Irr }
                .Select(printer.Cell),
            Change(frame, now.PaidIn, before?.PaidIn),
            Change(frame, now.Nav, before?.Nav),
        ],
    };

    // A fund that was not there a quarter ago has moved by all that it has now.
    private static Cell Change(QuarterlyFrame frame, Figure<Money> now, Figure<Money>? before) => new()
    {
        Text = before is not null ? SummarySection.Change(frame, now, before)
            : now.Value is { } value ? frame.Amounts.Signed(value) : frame.Texts["dash"],
        Marks = FigurePrinter.MarksOf(now) | (before is null ? Marks.None : FigurePrinter.MarksOf(before)),
    };

    private static Row Total(QuarterlyFrame frame, IReadOnlyList<FundFigures> funds)
    {
        return new Row
        {
            Kind = RowKind.Total,
            Cells =
            [
                QuarterlyFrame.Words(frame["total"]),
                Sum(figures => figures.FundSize), Sum(figures => figures.Commitment), Sum(figures => figures.PaidIn),
                Sum(figures => figures.Unfunded), Sum(figures => figures.Distributed), Sum(figures => figures.Nav),
            ],
        };

        Cell Sum(Func<FundFigures, Figure<Money>> column)
        {
            var figures = funds.Select(column).ToArray();
            return Array.Exists(figures, figure => figure.Value is null)
                ? QuarterlyFrame.Words(string.Empty)
                : frame.Sum(figures.Select(figure => (figure.Require(), FigurePrinter.MarksOf(figure))));
        }
    }
}
