using FundTracker.Analytics.Exposure;
using FundTracker.Application.Reports;
using FundTracker.Domain.Holdings;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>Look-through exposure by sector and life-cycle stage, with its coverage beside it.</summary>
internal static class ExposureSection
{
    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        var exposure = frame.Report.Exposure;
        var printer = frame.Printer();
        yield return new Heading { Text = frame["exposure"] };
        yield return new KeyFigures
        {
            Figures =
            [
                Key("lookThrough.value", exposure.LookThroughValue), Key("lookThrough.residual", exposure.Residual),
                Key("lookThrough.coverage", exposure.Coverage),
            ],
        };
        if (exposure.Companies.Count > 0)
        {
            yield return Chart(frame, "exposure.sectors", exposure.BySector, slice => frame.Sector(slice.Value), BarDirection.Across);
            yield return Chart(frame, "exposure.stages", exposure.ByStage, slice => frame.Word(nameof(LifeCycleStage), slice.Value), BarDirection.Up);
        }

        yield return Table(frame, exposure);

        KeyFigure Key(string code, Domain.Figures.IFigure figure) => printer.KeyFigure(frame.Texts[$"formula.{code}.title"], figure);
    }

    private static BarChart Chart(
        QuarterlyFrame frame, string key, IReadOnlyList<ExposureSlice> slices, Func<ExposureSlice, string> name, BarDirection direction)
    {
        var unit = AmountFormat.ForChart(slices.Select(slice => slice.Amount.Value), frame.Currency, frame.Texts);
        return new BarChart
        {
            Title = frame[key],
            Unit = unit.UnitName,
            Decimals = 2,
            Direction = direction,
            Categories = [.. slices.Select(name)],
            Series =
            [
                new CategorySeries(frame.Texts["formula.lookThrough.value.title"], [.. slices.Select(slice => unit.Plotted(slice.Amount.Value))]),
            ],
            Marks = slices.Any(slice => slice.Amount.IsIllustrative) ? Marks.Illustrative : Marks.None,
        };
    }

    private static Table Table(QuarterlyFrame frame, LookThroughExposure exposure)
    {
        var printer = frame.Printer();
        return new Table
        {
            Title = frame["exposure.table"],
            Unit = frame.Amounts.UnitName,
            Columns =
            [
                frame.Text("slice"), frame.Figures("companies"),
                new Column { Heading = frame.Texts["formula.lookThrough.value.title"], Alignment = Alignment.Right, Code = "lookThrough.value" },
                new Column { Heading = frame.Texts["formula.lookThrough.share.title"], Alignment = Alignment.Right, Code = "lookThrough.share" },
            ],
            Rows =
            [
                .. Slices("slice.sector", exposure.BySector, slice => frame.Sector(slice.Value)),
                .. Slices("slice.stage", exposure.ByStage, slice => frame.Word(nameof(LifeCycleStage), slice.Value)),
            ],
            Footnotes = printer.Footnotes,
            EmptyText = frame["exposure.empty"],
        };

        IEnumerable<Row> Slices(string key, IReadOnlyList<ExposureSlice> slices, Func<ExposureSlice, string> name) =>
            slices.Select((slice, i) => new Row
            {
                Scope = slice.Amount.Id.Scope,
                Cells =
                [
                    QuarterlyFrame.Words(name(slice)), QuarterlyFrame.Words(QuarterlyFrame.Number(slice.Companies)),
                    printer.Cell(slice.Amount), printer.Cell(slice.Share),
                ],
            }).Prepend(Row.GroupOf(frame[key])).Take(slices.Count == 0 ? 0 : slices.Count + 1);
    }
}
