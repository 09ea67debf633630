using System.Globalization;
using FundTracker.Application.Reports;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>What all sections of a quarterly report share: the model, the words, the unit.</summary>
internal sealed record QuarterlyFrame(QuarterlyReport Report, ReportTexts Texts, AmountFormat Amounts)
{
    public Currency Currency => Report.Fund.Currency;

    /// <summary>A text of the quarterly report by its key.</summary>
    public string this[string key] => Texts[$"quarterly.{key}"];

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Date(DateOnly? date) => date is { } day ? Date(day) : string.Empty;

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static Marks MarksOf(Provenance provenance) =>
        provenance == Provenance.Illustrative ? Marks.Illustrative : Marks.None;

    /// <summary>The mark of one field of a record.</summary>
    public static Marks MarksOf(Provenance provenance, RecordFields invented, RecordFields read) =>
        FieldsRead.IsInvented(provenance, invented, read) ? Marks.Illustrative : Marks.None;

    public string Format(string key, params object[] arguments) => Texts.Format($"quarterly.{key}", arguments);

    public string Name(NodeEntry node) => node.Name.In(Texts.Tag);

    /// <summary>A new printer: its footnotes belong to one table.</summary>
    public FigurePrinter Printer() => new(Texts, Amounts);

    /// <summary>A sector's name; a code without one stands for itself, and none at all is not known.</summary>
    public string Sector(string code) => code.Length == 0 ? Texts["not.known"] : Texts.Shared.Sector(code);

    /// <summary>The word for the code of an enumeration's value; a code without one stands for itself.</summary>
    public string Word(string enumeration, string code) =>
        code.Length == 0 ? Texts["not.known"] : Texts.Shared.Find($"enum.{enumeration}.{code}") ?? code;

    public Column Text(string key, Alignment alignment = Alignment.Left) => new() { Heading = this[$"col.{key}"], Alignment = alignment };

    public Column Figures(string key, string? code = null, string? group = null) =>
        new() { Heading = this[$"col.{key}"], Alignment = Alignment.Right, Code = code, Group = group is null ? null : this[$"col.{group}"] };

    /// <summary>A cell of an amount that is not a figure of its own but part of a record.</summary>
    public Cell Amount(Money? amount, Marks marks = Marks.None) =>
        new() { Text = amount is null ? string.Empty : Amounts.Number(amount), Marks = amount is null ? Marks.None : marks };

    public static Cell Words(string text, Marks marks = Marks.None) => new() { Text = text, Marks = marks };

    /// <summary>The sum of amounts, or empty where they are of several currencies; marked as any of them is that is not zero.</summary>
    public Cell Sum(IEnumerable<(Money Amount, Marks Marks)> amounts)
    {
        var all = amounts.ToArray();
        if (all.Length == 0 || Array.Exists(all, part => part.Amount.Currency != all[0].Amount.Currency))
            return Words(string.Empty);
        var marks = all.Where(part => !part.Amount.IsZero).Aggregate(Marks.None, (marks, part) => marks | part.Marks);
        return Amount(all.Select(part => part.Amount).Aggregate((left, right) => left + right), marks);
    }
}
