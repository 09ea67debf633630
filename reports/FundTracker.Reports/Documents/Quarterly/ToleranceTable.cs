using FundTracker.Application.Text;
using FundTracker.Application.Tolerance;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Tolerance;
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

    private static Row Row(QuarterlyFrame frame, FigurePrinter printer, FundLoss loss)
    {
        var failed = loss.Projects.Failed.ToList();
        return new Row
        {
            Scope = loss.Fund.Code,
            Cells =
            [
                QuarterlyFrame.Words(frame.Name(loss.Fund)),
                printer.Cell(loss.Loss),
                QuarterlyFrame.Words(loss.Term is { } term ? FindingText.Number(term.Percent, PolicyUnit.Percent, frame.Texts.Tag) : frame.Texts["dash"]),
                QuarterlyFrame.Words(loss.IsWithin is { } within ? frame[within ? "tolerance.within" : "tolerance.beyond"] : frame.Texts["dash"]),
                printer.Cell(loss.Projects.Losses),
                QuarterlyFrame.Words($"{failed.Count} / {loss.Projects.Projects.Count}"),
                QuarterlyFrame.Words(failed.Count == 0 ? frame.Texts["dash"] : $"{failed.Count(project => project.Duty == DutyState.Before)} / {failed.Count}"),
            ],
        };
    }
}
