using FundTracker.Application.Text;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>The mother fund at a glance, and its figures beside those of a quarter earlier.</summary>
internal static class SummarySection
{
    public static IEnumerable<Block> Blocks(QuarterlyFrame frame)
    {
        var (now, before) = (frame.Report.Summary, frame.Report.Before);
        var printer = frame.Printer();
        yield return new Heading { Text = frame["summary"] };
        yield return new KeyFigures
        {
            Figures =
            [
                Key(now.Commitment, before.Commitment), Key(now.PaidIn, before.PaidIn), Key(now.Unfunded, before.Unfunded),
                printer.KeyFigure(Title(frame, frame.Report.Cash), frame.Report.Cash),
                Key(now.Nav, before.Nav), Key(now.Distributed, before.Distributed), Key(now.Dpi, before.Dpi), Key(now.Tvpi, before.Tvpi),
                Key(now.Irr, before.Irr),
            ],
        };
        yield return Comparison(frame);

        KeyFigure Key(IFigure figure, IFigure then) =>
            printer.KeyFigure(Title(frame, figure), figure, frame.Format("before", printer.Text(then)));
    }

    private static Table Comparison(QuarterlyFrame frame)
    {
        var printer = frame.Printer();
        return new Table
        {
            Title = frame["compare"],
            Unit = frame.Amounts.UnitName,
            Columns = [frame.Text("figure"), frame.Figures("now"), frame.Figures("then"), frame.Figures("change")],
            Rows =
            [
                .. frame.Report.Summary.WithRate.Zip(frame.Report.Before.WithRate, (now, then) => new Row
                {
                    Scope = now.Id.ToString(),
                    Cells = [QuarterlyFrame.Words(Title(frame, now)), printer.Cell(now), printer.Cell(then), QuarterlyFrame.Words(Change(frame, now, then))],
                }),
            ],
            Footnotes = printer.Footnotes,
        };
    }

    private static string Title(QuarterlyFrame frame, IFigure figure) => frame.Texts[$"formula.{figure.Id.Formula}.title"];

    /// <summary>This quarter's value less the last one's; a dash where one is missing.</summary>
    public static string Change(QuarterlyFrame frame, IFigure now, IFigure then) => (now.Value, then.Value) switch
    {
        (Money new_, Money old) when new_.Currency == old.Currency => frame.Amounts.Signed(new_ - old),
        _ => ChangeText.Of(now, then, frame.Texts.Shared)?.Text ?? frame.Texts["dash"],
    };
}
