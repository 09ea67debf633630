using FundTracker.Application.Evaluations;
using FundTracker.Application.Text;
using FundTracker.Domain.Evaluations;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>The pre-score of the last finished year by the district scheme, before anybody has reviewed it.</summary>
internal static class ScoreSection
{
    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        var score = frame.Report.Policy.PreScore;
        yield return new Heading { Text = frame["score"] };
        if (score.Card is not { } card)
        {
            yield return new Paragraph { Text = frame.Printer().Sentence(score.Refusal!) };
            if (frame.Report.Landing.Sealed.Count > 0) yield return Sealed(frame);
            yield break;
        }

        var title = card.Scheme.Title.In(frame.Texts.Tag);
        yield return new Paragraph { Emphasis = Emphasis.Lead, Text = frame.Format("score.lead", score.Year, title, card.Scheme.Version) };
        if (card.IsRetroactive)
        {
            yield return new Callout
            {
                Title = frame["score.retroactive"],
                Text = frame.Format("score.retroactiveText", score.Year, card.Scheme.FirstYear, QuarterlyFrame.Date(card.Scheme.EffectiveFrom)),
            };
        }

        yield return Table(frame, card);
        if (frame.Report.Landing.Sealed.Count > 0) yield return Sealed(frame);
    }

    private static Table Sealed(QuarterlyFrame frame) => new()
    {
        Title = frame["sealed.table"],
        Columns =
        [
            frame.Text("fund"), frame.Text("scheme"), frame.Text("year"), frame.Figures("points"), frame.Text("grade"), frame.Text("sealedOn"),
            frame.Text("seal"),
        ],
        Rows =
        [
            .. frame.Report.Landing.Sealed.Select(one => new Row
            {
                Scope = $"{one.Fund.Code} · {one.Scheme} {one.Version}",
                Cells =
                [
                    QuarterlyFrame.Words(frame.Name(one.Fund)),
                    QuarterlyFrame.Words(one.Title.In(frame.Texts.Tag)),
                    QuarterlyFrame.Words(QuarterlyFrame.Number(one.Year)),
                    QuarterlyFrame.Words(ScoreText.Points(one.Points), QuarterlyFrame.MarksOf(one.Fund.Provenance)),
                    QuarterlyFrame.Words(one.Grade?.In(frame.Texts.Tag) ?? frame.Texts["dash"]),
                    QuarterlyFrame.Words(QuarterlyFrame.Date(one.SealedOn)),
                    QuarterlyFrame.Words($"{one.Sha256[..32]}\n{one.Sha256[32..]}"),
                ],
            }),
        ],
        Footnotes = [frame["sealed.note"]],
    };

    private static Table Table(QuarterlyFrame frame, Scorecard card)
    {
        var printer = frame.Printer();
        return new Table
        {
            Title = frame.Format("score.table", frame.Report.Policy.PreScore.Year),
            Unit = frame.Amounts.UnitName,
            Columns =
            [
                frame.Text("indicator"), frame.Figures("points"), frame.Figures("of"), frame.Text("scoreBasis"), frame.Text("figure"),
                frame.Text("gapToNext"),
            ],
            Rows =
            [
                .. card.Scores.GroupBy(score => score.Group).SelectMany(group =>
                    group.Select(score => Row(frame, printer, score))
                        .Prepend(Reports.Blocks.Row.GroupOf(group.Key.Title.In(frame.Texts.Tag)))),
                Total(frame, card),
            ],
            Footnotes = [.. printer.Footnotes, .. Grades(frame, card)],
        };
    }

    private static Row Row(QuarterlyFrame frame, FigurePrinter printer, IndicatorScore score)
    {
        var figure = score.Deciding.Reading.Figure;
        var marks = score.Points is not null && figure.IsIllustrative ? Marks.Illustrative : Marks.None;
        return new Row
        {
            Scope = $"{score.Group.Id} · {score.Indicator.Id}",
            Cells =
            [
                QuarterlyFrame.Words($"{score.Indicator.Title.In(frame.Texts.Tag)}\n{PolicyWords.Formula(frame, figure)}"),
                QuarterlyFrame.Words(score.Points is { } points ? ScoreText.Points(points) : frame.Texts[score.IsLeftOut ? "figure.leftOut" : "figure.none"], marks),
                QuarterlyFrame.Words(ScoreText.Points(score.Indicator.Of)),
                QuarterlyFrame.Words(frame.Texts.Word(score.Basis)),
                PolicyWords.Figure(frame, printer, figure),
                QuarterlyFrame.Words(ScoreText.Gap(score, frame.Texts.Tag, frame.Amounts.WithUnit)),
            ],
        };
    }

    private static Row Total(QuarterlyFrame frame, Scorecard card)
    {
        var isIllustrative = card.Scores.Any(score => score.Points is not null && score.Deciding.Reading.Figure.IsIllustrative);
        return new Row
        {
            Kind = RowKind.Total,
            Cells =
            [
                QuarterlyFrame.Words(frame["score.soFar"]),
                QuarterlyFrame.Words(ScoreText.Points(card.Points), isIllustrative ? Marks.Illustrative : Marks.None),
                QuarterlyFrame.Words(ScoreText.Points(100m)),
            ],
        };
    }

    private static IEnumerable<string> Grades(QuarterlyFrame frame, Scorecard card)
    {
        var tag = frame.Texts.Tag;
        if (ScoreText.Scaling(card, card.Given, tag) is { Length: > 0 } scaling) yield return scaling;
        if (card.Open > 0) yield return frame.Format("score.open", ScoreText.Points(card.Open));
        if (card.Grade is { } grade) yield return frame.Format("score.grade", grade.Title.In(tag));
        if (card.NextGrade is { } next)
            yield return frame.Format("score.nextGrade", next.Title.In(tag), ScoreText.Points(next.From), ScoreText.Points(next.From - card.Points));
    }
}
