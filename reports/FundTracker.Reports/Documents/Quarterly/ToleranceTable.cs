using FundTracker.Application.Reports;
using FundTracker.Application.Text;
using FundTracker.Domain.Policies;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>Loss of whole funds against what is tolerated, and whether duty was done before what failed; left out where nothing is tolerated and nothing lost.</summary>
internal static class ToleranceTable
{
    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        if (frame.Report.Landing.Tolerance.Count == 0) yield break;
        var printer = frame.Printer();
        yield return new Table
        {
            Title = frame["tolerance.table"],
            Unit = frame.Amounts.UnitName,
            Columns =
            [
                frame.Text("fund"), frame.Figures("loss", "policy.lossShare"), frame.Figures("tolerance"), frame.Text("state"), frame.Figures("losses", "tolerance.losses"),
                frame.Figures("failed"), frame.Figures("dutyDone"),
            ],
            Rows = [.. frame.Report.Landing.Tolerance.Select(loss => Row(frame, printer, loss))],
            Footnotes = [.. printer.Footnotes, frame["tolerance.note"]],
        };
    }

    private static Row Row(QuarterlyFrame frame, FigurePrinter printer, LandingPages.ToleranceRow loss) => new()
    {
        Scope = loss.Fund.Code,
        Cells =
        [
            QuarterlyFrame.Words(frame.Name(loss.Fund)),
            printer.Cell(loss.Loss),
            QuarterlyFrame.Words(loss.Tolerance is { } percent ? FindingText.Number(percent, PolicyUnit.Percent, frame.Texts.Tag) : frame.Texts["dash"]),
            QuarterlyFrame.Words(loss.IsWithin is { } within ? frame[within ? "tolerance.within" : "tolerance.beyond"] : frame.Texts["dash"]),
            printer.Cell(loss.Losses),
            QuarterlyFrame.Words($"{loss.Failed} / {loss.Projects}"),
            QuarterlyFrame.Words(loss.Failed == 0 ? frame.Texts["dash"] : $"{loss.DutyDone} / {loss.Failed}"),
        ],
    };
}
