using System.Globalization;
using FundTracker.Application.Reports;
using FundTracker.Domain.Values;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>Carriers with their tenants and programmes with their tasks; left out where there are neither.</summary>
internal static class LandingSection
{
    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        var landing = frame.Report.Landing;
        if (landing.Carriers.Count + landing.Programmes.Count == 0) yield break;
        yield return new Heading { Text = frame["landing"] };
        if (landing.Carriers.Any(carrier => carrier.District is null))
            yield return new KeyFigures { Figures = [frame.Printer().KeyFigure(PolicyWords.Input(frame, landing.Occupancy.Id.Formula), landing.Occupancy)] };
        if (landing.Carriers.Count > 0) yield return Carriers(frame);
        if (landing.Programmes.Count > 0) yield return Programmes(frame);
    }

    private static Table Carriers(QuarterlyFrame frame)
    {
        var printer = frame.Printer();
        return new Table
        {
            Title = frame["carriers.table"],
            Columns =
            [
                frame.Text("carrier"), frame.Text("kind"), frame.Text("state"), frame.Figures("areaMu"), frame.Figures("occupancy", "registry.carrierOccupancy"),
                frame.Figures("signed", group: "tenants"), frame.Figures("settled", group: "tenants"), frame.Figures("producing", group: "tenants"),
                frame.Text("stated"),
            ],
            Rows = [.. frame.Report.Landing.Carriers.Select(carrier => Row(frame, printer, carrier))],
            Footnotes = printer.Footnotes,
        };
    }

    private static Row Row(QuarterlyFrame frame, FigurePrinter printer, LandingPages.CarrierRow carrier) => new()
    {
        Scope = carrier.Code,
        Cells =
        [
            QuarterlyFrame.Words(Named(frame, carrier.Name, carrier.District), carrier.IsIllustrative ? Marks.Illustrative : Marks.None),
            QuarterlyFrame.Words(frame.Texts.Word(carrier.Kind)),
            QuarterlyFrame.Words(frame.Texts.Word(carrier.Status)),
            QuarterlyFrame.Words(carrier.AreaMu is { } mu ? Plain(mu) : frame.Texts["dash"]),
            carrier.Occupancy.Value is null ? QuarterlyFrame.Words(frame.Texts["dash"]) : printer.Cell(carrier.Occupancy),
            QuarterlyFrame.Words(QuarterlyFrame.Number(carrier.Signed)),
            QuarterlyFrame.Words(QuarterlyFrame.Number(carrier.Settled)),
            QuarterlyFrame.Words(QuarterlyFrame.Number(carrier.Producing)),
            Stated(frame, carrier.Stated),
        ],
    };

    private static Table Programmes(QuarterlyFrame frame)
    {
        var printer = frame.Printer();
        return new Table
        {
            Title = frame["programmes.table"],
            Columns =
            [
                frame.Text("programme"), frame.Text("body"), frame.Figures("done"), frame.Figures("byCount", "registry.programmeDone"), frame.Figures("byWeight"),
                frame.Figures("overdue"), frame.Figures("atRisk"), frame.Text("stated"),
            ],
            Rows = [.. frame.Report.Landing.Programmes.Select(programme => Row(frame, printer, programme))],
            Footnotes = printer.Footnotes,
        };
    }

    private static Row Row(QuarterlyFrame frame, FigurePrinter printer, LandingPages.ProgrammeRow programme) => new()
    {
        Scope = programme.Code,
        Cells =
        [
            QuarterlyFrame.Words(Named(frame, programme.Name, programme.District), programme.IsIllustrative ? Marks.Illustrative : Marks.None),
            QuarterlyFrame.Words(programme.Body),
            QuarterlyFrame.Words(Count(frame, programme, completion => $"{completion.Done} / {completion.Tasks}")),
            programme.Done.Value is null ? QuarterlyFrame.Words(frame.Texts["dash"]) : printer.Cell(programme.Done),
            QuarterlyFrame.Words(programme.Completion.ByWeight?.ToString() ?? frame.Texts["dash"], MarksOf(programme)),
            QuarterlyFrame.Words(Count(frame, programme, completion => QuarterlyFrame.Number(completion.Overdue))),
            QuarterlyFrame.Words(Count(frame, programme, completion => QuarterlyFrame.Number(completion.AtRisk))),
            Stated(frame, programme.Stated),
        ],
    };

    private static string Named(QuarterlyFrame frame, BilingualName name, BilingualName? district) =>
        district is null ? name.In(frame.Texts.Tag) : $"{name.In(frame.Texts.Tag)}\n{district.In(frame.Texts.Tag)}";

    private static Marks MarksOf(LandingPages.ProgrammeRow programme) =>
        programme.IsIllustrative && programme.Completion.Tasks > 0 ? Marks.Illustrative : Marks.None;

    private static string Count(QuarterlyFrame frame, LandingPages.ProgrammeRow programme, Func<Domain.Programmes.Completion, string> part) =>
        programme.Completion.Tasks == 0 ? frame.Texts["dash"] : part(programme.Completion);

    private static Cell Stated(QuarterlyFrame frame, IReadOnlyList<LandingPages.StatedRow> figures) => QuarterlyFrame.Words(
        string.Join("\n", figures.Select(figure => figure.Text.In(frame.Texts.Tag))),
        figures.Any(figure => figure.IsIllustrative) ? Marks.Illustrative : Marks.None);

    private static string Plain(decimal number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
