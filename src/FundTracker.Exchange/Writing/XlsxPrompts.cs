using DocumentFormat.OpenXml.Spreadsheet;
using FundTracker.Application.Exports;
using FundTracker.Exchange.Reading;

namespace FundTracker.Exchange.Writing;

/// <summary>What Excel shows beside a cell that is filled in, and the words it lets choose from.</summary>
internal static class XlsxPrompts
{
    private const int PromptLengthMax = 255, ListLengthMax = 255, TitleLengthMax = 32;
    private const uint RowsMax = 1_048_576;

    /// <summary>One rule per column that has a prompt or words; null where none has. A list warns only: files may say it in other words.</summary>
    public static DataValidations? Of(Grid grid, uint header)
    {
        var rules = grid.Columns.Select((column, i) => Rule(column, i, header)).OfType<DataValidation>().ToList();
        return rules.Count == 0 ? null : new DataValidations(rules) { Count = (uint)rules.Count };
    }

    private static DataValidation? Rule(GridColumn column, int place, uint header)
    {
        if (column.Prompt.Length == 0 && column.Choices.Count == 0) return null;
        var list = string.Join(',', column.Choices);
        var letters = SheetBuilder.Letters(place);
        var rule = new DataValidation
        {
            AllowBlank = true, ShowInputMessage = true, ShowErrorMessage = false, PromptTitle = Cut(column.Title, TitleLengthMax),
            Prompt = Cut(column.Prompt, PromptLengthMax),
            SequenceOfReferences = new() { InnerText = $"{letters}{header + 1}:{letters}{RowsMax}" },
        };
        if (column.Choices.Count == 0 || list.Length > ListLengthMax) return rule;
        rule.Type = DataValidationValues.List;
        rule.AppendChild(new Formula1($"\"{list}\""));
        return rule;
    }

    private static string Cut(string text, int lengthMax) => text.Length <= lengthMax ? text : text[..(lengthMax - 1)] + '\u2026';
}
