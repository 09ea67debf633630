using FundTracker.Analytics.Leverage;
using FundTracker.Application.Reports;
using FundTracker.Domain.Funds;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>The five leverage ratios side by side, their sources, their course, and the ratios of parts.</summary>
internal static class LeverageSection
{
    private static readonly string[] Groups = ["class", "stage", "sector", "fund"];

    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        yield return new Heading { Text = frame["leverage"] };
        yield return new Paragraph { Emphasis = Emphasis.Lead, Text = frame["leverage.lead"] };
        var rows = frame.Report.Leverage;
        if (rows.Count == 0)
            yield break;
        yield return Formulas(frame, rows[0]);
        yield return Sources(frame, rows[0]);
        if (Course(frame) is { } course)
            yield return course;
        yield return Parts(frame, rows);
    }

    private static Table Formulas(QuarterlyFrame frame, LeverageRow whole)
    {
        var printer = frame.Printer();
        var readings = new List<string>();
        var rows = whole.Ratios.Select(ratio => new Row
        {
            Scope = ratio.Ratio.Id.ToString(),
            Cells =
            [
                QuarterlyFrame.Words(frame.Texts[$"formula.{ratio.Ratio.Id.Formula}.title"]),
                QuarterlyFrame.Words(frame.Texts[$"formula.{ratio.Ratio.Id.Formula}.formula"]),
                QuarterlyFrame.Words($"{frame.Texts.Word(ratio.Definition.Basis)}\n{frame.Texts.Word(ratio.Definition.Layer)}"),
                printer.Cell(ratio.Numerator),
                printer.Cell(ratio.Denominator),
                Ratio(printer, ratio),
                QuarterlyFrame.Words(Target(frame, ratio, readings)),
                QuarterlyFrame.Words(State(frame, ratio)),
            ],
        }).ToArray();
        return new Table
        {
            Title = frame["leverage.table"],
            Unit = frame.Amounts.UnitName,
            Columns =
            [
                frame.Text("ratio"), frame.Text("formula"), frame.Text("basis"), frame.Figures("numerator"), frame.Figures("denominator"),
                frame.Figures("ratio"), frame.Figures("target"), frame.Text("state"),
            ],
            Rows = rows,
            Footnotes = [.. printer.Footnotes, .. readings, .. Rates(frame, whole)],
        };
    }

    /// <summary>What amounts of other currencies count at.</summary>
    private static IEnumerable<string> Rates(QuarterlyFrame frame, LeverageRow whole) => whole.Ratios.Where(ratio => ratio.Rates.Count > 0).Select(ratio =>
        frame.Format("leverage.rates", frame.Texts[$"formula.{ratio.Ratio.Id.Formula}.title"], string.Join(frame["leverage.rates.separator"], ratio.Rates.GroupBy(rate => rate.Pair).Select(pair => Rates(frame, [.. pair])))));

    // By pair: the rate, or how many there are, with the first and the last; the trail on the page has each.
    private static string Rates(QuarterlyFrame frame, IReadOnlyList<UsedRate> rates) => rates is [var only]
        ? FormattableString.Invariant($"{only.Pair} {only.Rate} ({only.From:yyyy-MM-dd})")
        : frame.Format("leverage.rates.many", rates[0].Pair, rates.Count, One(rates[0]), One(rates[^1]));

    private static string One(UsedRate rate) => FormattableString.Invariant($"{rate.Rate} ({rate.From:yyyy-MM-dd})");

    private static Cell Ratio(FigurePrinter printer, LeverageRatio ratio) =>
        ratio.Definition.IsShare ? printer.ShareCell(ratio.Ratio) : printer.Cell(ratio.Ratio);

    private static string Target(QuarterlyFrame frame, LeverageRatio ratio, List<string> readings)
    {
        if (ratio.Target is not { } target)
            return frame.Texts["dash"];
        var value = ratio.Definition.IsShare
            ? Domain.Values.Percentage.FromFraction(target.Value).ToString()
            : Domain.Values.Multiple.Of(target.Value).ToString();
        if (target.OthersToOurs is { } others)
            readings.Add(frame.Format("target.reading", others.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture), value));
        return value;
    }

    private static string State(QuarterlyFrame frame, LeverageRatio ratio) => ratio.Target?.IsMet switch
    {
        true => frame.Texts["yes.met"],
        false => frame.Texts["no.notMet"],
        null => string.Empty,
    };

    private static Table Sources(QuarterlyFrame frame, LeverageRow whole)
    {
        var marks = whole[LeverageFormula.SocialShare].Ratio.IsIllustrative ? Marks.Illustrative : Marks.None;
        return new Table
        {
            Title = frame["byKind.table"],
            Unit = frame.Amounts.UnitName,
            Columns = [frame.Text("investorKind"), frame.Text("countsAsSocial", Alignment.Centre), frame.Figures("paid")],
            Rows =
            [
                .. whole.ByKind.Select(money => new Row
                {
                    Cells =
                    [
                        QuarterlyFrame.Words(frame.Texts.Word(money.Kind)),
                        QuarterlyFrame.Words(frame[money.IsSocial ? "yes" : "no"]),
                        frame.Amount(money.Amount, money.Amount.IsZero ? Marks.None : marks),
                    ],
                }),
                .. whole.ByKind.Count == 0 ? Array.Empty<Row>() :
                [
                    new Row
                    {
                        Kind = RowKind.Total,
                        Cells = [QuarterlyFrame.Words(frame["total"]), QuarterlyFrame.Words(string.Empty), frame.Sum(whole.ByKind.Select(money => (money.Amount, marks)))],
                    },
                ],
            ],
            EmptyText = frame.Printer().Text(whole[LeverageFormula.SocialShare].Ratio),
        };
    }

    // The share is left out: it is no multiple, and would lie flat on the axis of the others.
    private static LineChart? Course(QuarterlyFrame frame)
    {
        var history = frame.Report.LeverageHistory;
        var series = LeverageDefinition.All.Where(definition => !definition.IsShare)
            .Select(definition => new DatedSeries(
                $"{frame.Texts[$"formula.leverage.{definition.Formula}.title"]} ({frame.Texts.Word(definition.Basis)})",
                [.. history.Select(point => new DatedValue(point.Day, Plotted(point.Row[definition.Formula])))]))
            .Where(line => line.Points.Any(point => point.Value is not null))
            .ToArray();
        return history.Count < 2 || series.Length == 0 ? null : new LineChart
        {
            Title = frame["leverage.chart"],
            Unit = frame["times"],
            Decimals = 2,
            Series = series,
            Marks = history.Any(point => point.Row.Ratios.Any(ratio => ratio.Ratio.IsIllustrative)) ? Marks.Illustrative : Marks.None,
        };
    }

    private static decimal? Plotted(LeverageRatio ratio) =>
        ratio.Ratio.Value is { } value ? decimal.Round(value.Value, 2, MidpointRounding.AwayFromZero) : null;

    private static Table Parts(QuarterlyFrame frame, IReadOnlyList<LeverageRow> rows)
    {
        var printer = frame.Printer();
        return new Table
        {
            Title = frame["leverage.groups"],
            Columns =
            [
                frame.Text("part"),
                .. LeverageDefinition.All.Select(definition => new Column
                {
                    Heading = frame.Texts[$"formula.leverage.{definition.Formula}.title"],
                    Alignment = Alignment.Right,
                    Code = $"leverage.{definition.Formula}",
                }),
            ],
            Rows =
            [
                .. Groups.SelectMany(group => rows.Where(row => row.GroupName == group).Select((row, i) => (row, i)).SelectMany(part =>
                    part.i == 0 ? new[] { Row.GroupOf(frame[$"group.{group}"]), Part(part.row) } : [Part(part.row)])),
            ],
            Footnotes = printer.Footnotes,
            EmptyText = frame["subFunds.empty"],
        };

        Row Part(LeverageRow row) => new()
        {
            Scope = row.Scope,
            Cells = [QuarterlyFrame.Words(Name(frame, row)), .. row.Ratios.Select(ratio => Ratio(printer, ratio))],
        };
    }

    private static string Name(QuarterlyFrame frame, LeverageRow row) => row.GroupName switch
    {
        "class" => frame.Word(nameof(FundClass), row.GroupValue),
        "stage" => frame.Word(nameof(FundStage), row.GroupValue),
        "sector" => frame.Sector(row.GroupValue),
        _ => frame.Report.SubFunds.FirstOrDefault(figures => figures.Fund.Code == row.GroupValue) is { } fund ? frame.Name(fund.Fund) : row.GroupValue,
    };
}
