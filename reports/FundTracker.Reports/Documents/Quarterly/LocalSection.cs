using FundTracker.Application.Evaluations;
using FundTracker.Application.Policies;
using FundTracker.Application.Reports;
using FundTracker.Application.Text;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Policies;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>Local re-investment: the multiple, the floors of rules, and the points of schemes along the way.</summary>
internal static class LocalSection
{
    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        var meter = frame.Report.Policy.Meter;
        var reading = meter.Reading;
        List<KeyFigure> figures = [Key(reading.Figure)];
        figures.AddRange(reading.Figure.Trail.Inputs.OfType<Domain.Figures.FigureInput>().Select(input => Key(input.Figure)));
        yield return new Heading { Text = frame["local"] };
        yield return new Paragraph { Emphasis = Emphasis.Lead, Text = frame["local.lead"] };
        yield return new KeyFigures { Figures = figures };
        yield return Floors(frame, meter);
        yield return Schemes(frame, meter);

        KeyFigure Key(Domain.Figures.IFigure figure) => frame.Printer().KeyFigure(PolicyWords.Input(frame, figure.Id.Formula), figure);
    }

    private static Table Floors(QuarterlyFrame frame, LocalMeterReading meter)
    {
        var marks = meter.Reading.Figure is { IsIllustrative: true, Value: not null } ? Marks.Illustrative : Marks.None;
        return new Table
        {
            Title = frame["local.floors"],
            Unit = frame.Amounts.UnitName,
            Columns = [frame.Text("rule"), frame.Figures("limit"), frame.Text("state"), frame.Figures("missing")],
            Rows =
            [
                .. meter.Floors.Select(floor => new Row
                {
                    Scope = floor.Rule.Version,
                    Cells =
                    [
                        QuarterlyFrame.Words($"{floor.Rule.Id} {floor.Rule.Title.In(frame.Texts.Tag)}"),
                        QuarterlyFrame.Words(Number(frame, floor.Limit)),
                        QuarterlyFrame.Words(State(floor.Limit)),
                        meter.Reading.Number < floor.Limit
                            ? frame.Amount(meter.Reading.MoneyTo(floor.Limit, PolicyUnit.Multiple), marks)
                            : QuarterlyFrame.Words(string.Empty),
                    ],
                }),
            ],
            Footnotes = [frame["local.floorsNote"]],
            EmptyText = frame["local.noFloor"],
        };

        string State(decimal limit) => meter.Reading.Number is not { } now
            ? frame.Texts["figure.none"]
            : frame.Texts[now >= limit ? "yes.met" : "no.notMet"];
    }

    private static Table Schemes(QuarterlyFrame frame, LocalMeterReading meter)
    {
        var marks = meter.Reading.Figure is { IsIllustrative: true, Value: not null } ? Marks.Illustrative : Marks.None;
        return new Table
        {
            Title = frame["local.schemes"],
            Columns =
            [
                frame.Text("scheme"), frame.Figures("points"), frame.Figures("of"), frame.Text("bands"),
                .. meter.Floors.Select(floor => new Column
                {
                    Heading = $"{floor.Rule.Id} {Number(frame, floor.Limit)}", Alignment = Alignment.Right, Group = frame["col.atFloor"],
                }),
            ],
            Rows =
            [
                .. meter.Ladders.Select(ladder => new Row
                {
                    Scope = ladder.Scheme,
                    Cells =
                    [
                        QuarterlyFrame.Words(ladder.Title.In(frame.Texts.Tag)),
                        ladder.Points is { } points
                            ? QuarterlyFrame.Words(ScoreText.Points(points), marks)
                            : QuarterlyFrame.Words(frame.Texts["figure.none"]),
                        QuarterlyFrame.Words(ScoreText.Points(ladder.Of)),
                        QuarterlyFrame.Words(string.Join("\n", ladder.Bands.Select(band => Words(frame, band)))),
                        .. ladder.AtFloors.Select(at => QuarterlyFrame.Words(ScoreText.Points(at))),
                    ],
                }),
            ],
            EmptyText = frame["local.noScheme"],
        };
    }

    private static string Words(QuarterlyFrame frame, Band band) => frame.Format(
        "local.band", (band.IsAbove ? "> " : "≥ ") + Number(frame, band.From), ScoreText.Points(band.Points));

    private static string Number(QuarterlyFrame frame, decimal multiple) => FindingText.Number(multiple, PolicyUnit.Multiple, frame.Texts.Tag);
}
