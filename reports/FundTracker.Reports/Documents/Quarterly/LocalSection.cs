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
        if (frame.Report.Landing.LocalCases.Count > 0) yield return Cases(frame);

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

    private static Table Cases(QuarterlyFrame frame) => new()
    {
        Title = frame["local.cases"],
        Unit = frame.Amounts.UnitName,
        Columns =
        [
            frame.Text("company"), frame.Text("caseType"), frame.Text("fund"), frame.Text("date"), frame.Figures("amount"), frame.Figures("percent"),
            frame.Figures("recognised"), frame.Text("proof"),
        ],
        Rows =
        [
            .. frame.Report.Landing.LocalCases.Select(row => new Row
            {
                Scope = row.Entry.Key,
                Cells =
                [
                    QuarterlyFrame.Words(frame.Name(row.Company)),
                    QuarterlyFrame.Words(frame.Texts.Shared.LocalType(row.Entry.Type)),
                    QuarterlyFrame.Words(frame.Name(row.Fund)),
                    QuarterlyFrame.Words(QuarterlyFrame.Date(row.Entry.Day)),
                    frame.Amount(row.Entry.Amount, MarksOf(row)),
                    QuarterlyFrame.Words(FindingText.Number(row.Entry.Percent.Percent, PolicyUnit.Percent, frame.Texts.Tag)),
                    frame.Amount(row.Entry.Recognised, MarksOf(row)),
                    QuarterlyFrame.Words(row.Entry.VoidFrom is { } day
                        ? $"{row.Entry.Proof}\n{frame.Format("local.voidFrom", QuarterlyFrame.Date(day))}"
                        : row.Entry.Proof),
                ],
            }),
        ],
        Footnotes = [frame["local.casesNote"]],
    };

    private static Marks MarksOf(LandingPages.CaseRow row) => row.IsIllustrative ? Marks.Illustrative : Marks.None;

    private static string Words(QuarterlyFrame frame, Band band) => frame.Format(
        "local.band", (band.IsAbove ? "> " : "≥ ") + Number(frame, band.From), ScoreText.Points(band.Points));

    private static string Number(QuarterlyFrame frame, decimal multiple) => FindingText.Number(multiple, PolicyUnit.Multiple, frame.Texts.Tag);
}
