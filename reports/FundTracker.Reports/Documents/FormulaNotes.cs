using System.Globalization;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Documents;

/// <summary>The notes that state the formula behind each figure code printed in a report.</summary>
internal static class FormulaNotes
{
    private const string OfRules = "policy.";

    /// <summary>The formula codes that some blocks print, in their order: below column heads and in figure ids, which also stand below the names of rows. What rules and schemes read is explained where it is printed.</summary>
    public static IReadOnlyList<string> CodesIn(IEnumerable<Block> blocks) =>
        [.. blocks.SelectMany(CodesIn).Where(code => !code.StartsWith(OfRules, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// One note per formula code in the given order, numbered from 1; the code stands in the title, as it does in figure ids.
    /// </summary>
    /// <exception cref="KeyNotFoundException">A formula has no text: no figure is printed unexplained.</exception>
    public static NoteList Of(IEnumerable<string> formulaCodes, ReportTexts texts) => new()
    {
        Notes =
        [
            .. formulaCodes.Distinct(StringComparer.Ordinal).Select((code, i) => new Note(
                (i + 1).ToString(CultureInfo.InvariantCulture),
                texts[$"formula.{code}.text"],
                Title(code, texts[$"formula.{code}.title"]),
                texts[$"formula.{code}.formula"])),
        ],
    };

    private static string Title(string code, string title) => $"{title} · {code}";

    private static IEnumerable<string> CodesIn(Block block) => block switch
    {
        KeyFigures figures => figures.Figures.Where(figure => figure.FigureId is not null).Select(figure => CodeOf(figure.FigureId!)),
        Table table => table.Columns.Where(column => column.Code is not null).Select(column => column.Code!)
            .Concat(table.Rows.SelectMany(row => row.Cells.Select(cell => cell.FigureId).Prepend(row.Scope)).OfType<string>().Where(IsFigureId).Select(CodeOf)),
        _ => [],
    };

    private static bool IsFigureId(string text) => text.Contains('@', StringComparison.Ordinal);

    private static string CodeOf(string figureId) => figureId.Split('@')[0];
}
