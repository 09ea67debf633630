using FundTracker.Application.Ledger;
using FundTracker.Application.Text;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Application.Exports;

/// <summary>Ledger lines as a grid: all columns, names in both languages, stamps in ISO 8601.</summary>
internal static class LedgerGrid
{
    private static readonly (string Key, GridFormat Format, Func<LineCard, Texts, object?> Value)[] Columns =
    [
        ("sequence", GridFormat.Whole, (line, _) => line.Sequence),
        ("effectiveDate", GridFormat.Date, (line, _) => line.EffectiveDate),
        ("recordedAt", GridFormat.Stamp, (line, _) => line.RecordedAt),
        ("kindCode", GridFormat.Text, (line, _) => line.Kind),
        ("kind", GridFormat.Text, (line, texts) => texts.Of(line.Kind)),
        ("holder", GridFormat.Text, (line, _) => line.Holder.Code),
        ("holderZh", GridFormat.Text, (line, _) => line.Holder.Name.Zh),
        ("holderEn", GridFormat.Text, (line, _) => line.Holder.Name.En),
        ("investee", GridFormat.Text, (line, _) => line.Investee.Code),
        ("investeeZh", GridFormat.Text, (line, _) => line.Investee.Name.Zh),
        ("investeeEn", GridFormat.Text, (line, _) => line.Investee.Name.En),
        ("currency", GridFormat.Text, (line, _) => line.Amount.Currency.Code),
        ("amount", GridFormat.Amount, (line, _) => line.Amount),
        ("impactOnUnfunded", GridFormat.Amount, (line, _) => line.ImpactOnUnfunded),
        ("purpose", GridFormat.Text, (line, texts) => line.Purpose == CallPurpose.None ? null : texts.Of(line.Purpose)),
        ("insideCommitment", GridFormat.Text, (line, _) => line.InsideCommitment),
        ("recallable", GridFormat.Text, (line, _) => line.Recallable),
        ("provenance", GridFormat.Text, (line, texts) => texts.Of(line.Provenance)),
        ("invented", GridFormat.Text, (line, texts) => line.Invented == RecordFields.None ? null : texts.OfFields(line.Invented)),
        ("call", GridFormat.Text, (line, _) => line.Call?.ToString()),
        ("round", GridFormat.Text, (line, _) => line.Round?.ToString()),
        ("voucher", GridFormat.Text, (line, _) => line.Voucher?.ToString()),
        ("document", GridFormat.Text, (line, _) => line.DocumentName),
        ("reverses", GridFormat.Whole, (line, _) => line.Reverses),
        ("reversedBy", GridFormat.Whole, (line, _) => line.ReversedBy),
        ("correctsClosed", GridFormat.Whole, (line, _) => line.CorrectsClosed),
        ("recordedBy", GridFormat.Text, (line, _) => line.RecordedBy),
        ("approvedBy", GridFormat.Text, (line, _) => line.ApprovedBy),
        ("reference", GridFormat.Text, (line, _) => line.Reference),
        ("note", GridFormat.Text, (line, _) => line.Note),
        ("hash", GridFormat.Text, (line, _) => line.Hash),
    ];

    /// <summary>The grid, one row per line, in the order given.</summary>
    public static Grid Of(IReadOnlyList<LineCard> lines, Texts texts) => new(
        texts["ledgerColumn.sheet"],
        [.. Columns.Select(column => new GridColumn(texts[$"ledgerColumn.{column.Key}"], column.Format))],
        [.. lines.Select(line => Columns.Select(column => column.Value(line, texts)).ToList())]);
}
