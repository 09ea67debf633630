using System.Globalization;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Documents;

/// <summary>The notes that state the formula behind each figure code printed in a report.</summary>
internal static class FormulaNotes
{
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
}
