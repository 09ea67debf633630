using FundTracker.Analytics.Returns;
using FundTracker.Application.Text;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Documents.Quarterly;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Documents;

/// <summary>
/// Prints figures of one table or group: values in their unit, marks, and for a figure without an answer "n.m." with the
/// reason as a footnote, each reason once.
/// </summary>
internal sealed class FigurePrinter(ReportTexts texts, AmountFormat amounts)
{
    private readonly List<string> reasons = [];

    /// <summary>The footnotes that the printed cells point at, with their keys.</summary>
    public IReadOnlyList<string> Footnotes => [.. reasons.Select((reason, i) => $"{KeyOf(i)}  {reason}")];

    /// <summary>A cell whose figure id follows from its column and row.</summary>
    public Cell Cell(IFigure figure) => Cell(figure, printId: false, Text(figure));

    /// <summary>A cell that prints its figure id.</summary>
    public Cell CellWithId(IFigure figure) => Cell(figure, printId: true, Text(figure));

    /// <summary>A cell that prints its figure id, and the figure as it is worded elsewhere.</summary>
    public Cell CellWithId(IFigure figure, string text) => Cell(figure, printId: true, text);

    /// <summary>A ratio below one as a percentage.</summary>
    public Cell ShareCell(Figure<Multiple> figure) => Cell(figure, printId: false, Share(figure));

    /// <summary>A key figure with its id; a reason for having no value stands as its remark.</summary>
    public KeyFigure KeyFigure(string label, IFigure figure, string? remark = null) => new()
    {
        Label = label,
        Value = Text(figure),
        Unit = figure.Value is Money ? amounts.UnitName : null,
        Remark = RateText.NoneReason(figure) is { } reason ? Sentence(reason) : remark,
        FigureId = figure.Id.ToString(),
        Marks = MarksOf(figure),
    };

    /// <summary>The value without unit or mark; "n.m." where there is none.</summary>
    public string Text(IFigure figure) => figure.Value switch
    {
        Money money => amounts.Number(money),
        IrrResult irr => RateText.Of(irr, texts.Shared) ?? texts["figure.none"],
        null => texts["figure.none"],
        var value => value.ToString() ?? string.Empty,
    };

    /// <summary>A share printed as a percentage, two decimals.</summary>
    public string Share(Figure<Multiple> figure) =>
        figure.Value is { } value ? Percentage.FromFraction(value.Value).ToString() : texts["figure.none"];

    /// <summary>The sentence of a reason, its amounts in the report's unit.</summary>
    public string Sentence(DomainError reason)
    {
        if (texts.Shared.Find(reason.Code) is not { } sentence) return texts.Shared.Sentence(reason);
        foreach (var (name, value) in reason.Args)
            sentence = sentence.Replace($"{{{name}}}", Argument(value), StringComparison.Ordinal);
        return sentence;
    }

    private Cell Cell(IFigure figure, bool printId, string text) => new()
    {
        Text = text,
        FigureId = printId ? figure.Id.ToString() : null,
        Marks = MarksOf(figure),
        NoteKey = Remark(figure) is { } remark ? KeyOf(IndexOf(remark)) : null,
    };

    // Of several rates the footnote names all, whether or not one is quoted.
    private string? Remark(IFigure figure) => figure.Value is IrrResult.Multiple several
        ? RateText.Status(several, texts.Shared)
        : RateText.NoneReason(figure) is { } reason ? Sentence(reason) : null;

    private int IndexOf(string reason)
    {
        if (!reasons.Contains(reason, StringComparer.Ordinal))
            reasons.Add(reason);
        return reasons.IndexOf(reason);
    }

    private string Argument(object value) => value switch
    {
        Money money => amounts.WithUnit(money),
        DateOnly day => QuarterlyFrame.Date(day),
        string code => texts.Shared.Find($"what.{code}") ?? texts.Shared.Find($"role.{code}") ?? code,
        _ => value.ToString() ?? string.Empty,
    };

    /// <summary>Illustrative, on a stale NAV, or neither. What has no value has no marks: the reason stands instead.</summary>
    public static Marks MarksOf(IFigure figure) => figure.Value is null
        ? Marks.None
        : (figure.IsIllustrative ? Marks.Illustrative : Marks.None) | (NavAge.StaleSince(figure) is null ? Marks.None : Marks.Stale);

    // a to z, then aa, ab, ...
    private static string KeyOf(int index) =>
        index < 26 ? ((char)('a' + index)).ToString() : KeyOf((index / 26) - 1) + KeyOf(index % 26);
}
