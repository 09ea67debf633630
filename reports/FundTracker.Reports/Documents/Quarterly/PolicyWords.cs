using FundTracker.Application.Policies;
using FundTracker.Application.Text;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>Words and cells that the sections on rules, evaluation and local re-investment share.</summary>
internal static class PolicyWords
{
    /// <summary>A fund by its name, a class of funds by the class's.</summary>
    public static string Subject(QuarterlyFrame frame, PolicySubject subject) =>
        subject.Code.Contains("/class:", StringComparison.Ordinal)
            ? frame.Word(nameof(FundClass), subject.Name.Zh)
            : subject.Node == frame.Report.Fund.Id ? frame.Name(frame.Report.Fund) : subject.Name.In(frame.Texts.Tag);

    /// <summary>The name of an input by its formula code; what an administrator added and nobody named stands by its code.</summary>
    public static string Input(QuarterlyFrame frame, string formula) => frame.Texts.Shared.Find($"formula.{formula}") ?? formula;

    /// <summary>An input's name, and of a ratio what stands above and below the line.</summary>
    public static string Formula(QuarterlyFrame frame, IFigure figure)
    {
        var inputs = figure.Trail.Inputs.OfType<FigureInput>().ToList();
        var above = inputs.FirstOrDefault(input => input.Role == "numerator");
        var below = inputs.FirstOrDefault(input => input.Role == "denominator");
        var name = Input(frame, figure.Id.Formula);
        return above is null || below is null
            ? name
            : $"{name} = {Input(frame, above.Figure.Id.Formula)} ÷ {Input(frame, below.Figure.Id.Formula)}";
    }

    /// <summary>A cell with the figure, its unit and its id.</summary>
    public static Cell Figure(QuarterlyFrame frame, FigurePrinter printer, IFigure figure) => printer.CellWithId(figure, Text(frame, printer, figure));

    private static string Text(QuarterlyFrame frame, FigurePrinter printer, IFigure figure) => figure.Value switch
    {
        Quantity quantity => FindingText.Number(quantity.Value, UnitOf(quantity.Unit), frame.Texts.Tag),
        Money money => frame.Amounts.WithUnit(money),
        _ => printer.Text(figure),
    };

    private static PolicyUnit UnitOf(QuantityUnit unit) => unit switch
    {
        QuantityUnit.Days => PolicyUnit.Days,
        QuantityUnit.Years => PolicyUnit.Years,
        QuantityUnit.Flag => PolicyUnit.Flag,
        _ => PolicyUnit.Count,
    };
}
