using System.Collections.Frozen;
using System.Globalization;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports.Positions;

/// <summary>How a position table is to be read.</summary>
/// <param name="Unit">What one in an amount column means; columns ending in <c>_mm</c> mean millions whatever is said here. Above zero.</param>
/// <param name="Currency">ISO 4217 code; null for the mother fund's, CNY where it is new.</param>
/// <param name="AsOf">The day up to which the sums go, for tables without such a column.</param>
/// <param name="Mapping">Which column says what, as JSON; null where the names tell.</param>
/// <param name="Name">Name of the mother fund where it is new; null for its code.</param>
public sealed record PositionOptions(
    decimal? Unit = null, string? Currency = null, DateOnly? AsOf = null, string? Mapping = null, string? Name = null);

/// <summary>A row of a position table as it was read.</summary>
/// <param name="Row">Number in the file.</param>
/// <param name="Name">Name of the fund.</param>
/// <param name="Code">Code, where the table has one.</param>
/// <param name="Vintage">Vintage year; null where not reported.</param>
/// <param name="AsOf">Day up to which the sums go.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="Amounts">The reported measures; what is blank is not there.</param>
internal sealed record PositionRow(
    int Row, string Name, string? Code, int? Vintage, DateOnly AsOf, Currency Currency, IReadOnlyDictionary<PositionMeasure, Money> Amounts);

/// <summary>Reads position tables: names, days, amounts with their unit; every cell that can't be read is named.</summary>
internal sealed class PositionTable
{
    private static readonly FrozenSet<string> NotReported = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "-", "--", "\u2013", "\u2014", "n/a", "na", "n.a.", "n/m", "nm", "n.m.", "null", "none", ".", "/", "*");

    private static readonly FrozenSet<string> Totals = FrozenSet.Create(
        StringComparer.Ordinal, "TOTAL", "TOTALS", "GRANDTOTAL", "SUBTOTAL", "SUM");

    private readonly ImportSheet sheet;
    private readonly PositionOptions options;
    private readonly Currency currency;
    private readonly ImportPlan plan;
    private readonly Dictionary<PositionMeasure, (string Column, decimal Unit)> columns = [];

    private PositionTable(ImportSheet sheet, PositionOptions options, Currency currency, ImportPlan plan) =>
        (this.sheet, this.options, this.currency, this.plan) = (sheet, options, currency, plan);

    /// <summary>Reads a table; refusals and remarks go to the plan.</summary>
    public static IReadOnlyList<PositionRow> Read(ImportSheet sheet, PositionOptions options, Currency currency, ImportPlan plan)
    {
        var mapping = options.Mapping is null ? new PositionMapping(new Dictionary<PositionMeasure, string>()) : PositionMapping.Parse(options.Mapping);
        if (!mapping.IsSuccess)
        {
            plan.Errors.AddRange(mapping.Errors);
            return [];
        }

        var table = new PositionTable(sheet, options, currency, plan);
        return table.FindColumns(mapping.Value) ? table.Rows() : [];
    }

    private bool FindColumns(PositionMapping mapping)
    {
        var before = plan.Errors.Count;
        var unit = options.Unit ?? mapping.Unit ?? 1m;
        foreach (var (measure, column) in mapping.Columns)
        {
            if (!sheet.Columns.Contains(column, StringComparer.OrdinalIgnoreCase)) plan.Refuse(sheet.Name, ImportErrors.ColumnMissing(column), column);
            else columns[measure] = (column, PositionColumns.Recognise(column)?.Unit ?? unit);
        }

        foreach (var column in sheet.Columns)
        {
            if (columns.Values.Any(used => string.Equals(used.Column, column, StringComparison.OrdinalIgnoreCase))) continue;
            var found = PositionColumns.Recognise(column);
            if (found is { } known && columns.TryAdd(known.Measure, (column, known.Unit ?? unit))) continue;
            if (found is { } twice && !mapping.Columns.ContainsKey(twice.Measure)) plan.Refuse(sheet.Name, ImportErrors.ColumnTwice(column), column);
            else plan.Remarks.Add(ImportErrors.ColumnIgnored(column));
        }

        Need(PositionMeasure.FundName);
        if (options.AsOf is null) Need(PositionMeasure.AsOfDate);
        if (!PositionColumns.Amounts.Any(columns.ContainsKey)) Need(PositionMeasure.Commitment);
        return plan.Errors.Count == before;
    }

    private void Need(PositionMeasure measure)
    {
        if (columns.ContainsKey(measure)) return;
        var name = PositionColumns.NameOf(measure);
        plan.Refuse(sheet.Name, ImportErrors.ColumnMissing(name), name);
    }

    private List<PositionRow> Rows()
    {
        var rows = new List<PositionRow>();
        foreach (var row in sheet.Rows)
        {
            if (Find(row, PositionMeasure.FundName) is { } name && Totals.Contains(FormatWords.Bare(name.Text.TrimEnd(':', '\uff1a'))))
            {
                plan.Remarks.Add(ImportErrors.TotalLeftAside(row.Number, name.Text));
                continue;
            }

            if (Read(row) is { } read) rows.Add(read);
        }

        return rows;
    }

    private PositionRow? Read(ImportRow row)
    {
        var before = plan.Errors.Count;
        var name = Find(row, PositionMeasure.FundName)?.Text;
        if (name is null) Refuse(row, PositionMeasure.FundName, ImportErrors.Blank(columns[PositionMeasure.FundName].Column));
        else if (name.Length > 300) Refuse(row, PositionMeasure.FundName, ImportErrors.TooLong(300));
        var code = Find(row, PositionMeasure.Code)?.Text.ToUpperInvariant();
        if (code is not null && (code.Length is < 2 or > 40 || !code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-')))
            Refuse(row, PositionMeasure.Code, ImportErrors.NotACode());
        var asOf = AsOf(row);
        var vintage = Vintage(row);
        var of = CurrencyOf(row);
        var amounts = PositionColumns.Amounts.Where(columns.ContainsKey).Select(measure => (measure, Amount: Amount(row, measure, of)))
            .Where(pair => pair.Amount is not null).ToDictionary(pair => pair.measure, pair => pair.Amount!);
        if (plan.Errors.Count > before)
        {
            plan.Refused.Add((sheet.Name, row.Number));
            return null;
        }

        CompareMultiple(row, amounts);
        return new PositionRow(row.Number, name!, code, vintage, asOf!.Value, of, amounts);
    }

    private DateOnly? AsOf(ImportRow row)
    {
        var cell = Find(row, PositionMeasure.AsOfDate);
        if (cell is null && options.AsOf is { } given) return given;
        if (cell is null) Refuse(row, PositionMeasure.AsOfDate, ImportErrors.Blank(columns[PositionMeasure.AsOfDate].Column));
        else if (CellReading.TryDate(cell, out var date) && date.Year is >= 1900 and <= 2999) return date;
        else Refuse(row, PositionMeasure.AsOfDate, ImportErrors.NotADate());
        return null;
    }

    private int? Vintage(ImportRow row)
    {
        if (Find(row, PositionMeasure.VintageYear) is not { } cell) return null;
        if (CellReading.TryNumber(cell, out var year) && year == decimal.Truncate(year) && year is >= 1900 and <= 2999) return (int)year;
        Refuse(row, PositionMeasure.VintageYear, ImportErrors.NotANumber());
        return null;
    }

    private Currency CurrencyOf(ImportRow row)
    {
        if (Find(row, PositionMeasure.Currency) is not { } cell) return currency;
        if (Currency.TryOf(cell.Text.ToUpperInvariant(), out var named)) return named;
        Refuse(row, PositionMeasure.Currency, ImportErrors.NotAWord(string.Join(", ", Currency.Known)));
        return currency;
    }

    /// <summary>
    /// An amount times its unit. A scaled table is itself a rounded statement: what is finer than the minor unit there is rounded half
    /// away from zero, with a remark; in an unscaled table it is refused.
    /// </summary>
    private Money? Amount(ImportRow row, PositionMeasure measure, Currency of)
    {
        if (Find(row, measure) is not { } cell) return null;
        var unit = columns[measure].Unit;
        if (!CellReading.TryNumber(cell, out var number) || Math.Abs(number) > 90_000_000_000_000_000m / unit)
        {
            Refuse(row, measure, ImportErrors.NotANumber());
            return null;
        }

        if (Money.TryOf(number * unit, of, out var money)) return money;
        if (unit <= 1m)
        {
            Refuse(row, measure, ImportErrors.FinerThanMinorUnit(of));
            return null;
        }

        var rounded = Money.Round(number * unit, of);
        plan.Remarks.Add(ImportErrors.AtRow(sheet.Name, row.Number, columns[measure].Column, cell.Text, ImportErrors.Rounded(rounded)));
        return rounded;
    }

    private void CompareMultiple(ImportRow row, Dictionary<PositionMeasure, Money> amounts)
    {
        if (Find(row, PositionMeasure.NetMultiple) is not { } cell) return;
        var text = cell.Text.TrimEnd('x', 'X', '\u500d', ' ');
        if (!CellReading.TryNumber(cell with { Text = text }, out var stated)) return;
        if (!amounts.TryGetValue(PositionMeasure.CapitalCalled, out var called) || called.IsZero) return;
        if (!amounts.TryGetValue(PositionMeasure.CapitalDistributed, out var back)) return;
        if (!amounts.TryGetValue(PositionMeasure.RemainingValue, out var left)) return;
        var computed = decimal.Round((decimal)(back.MinorUnits + left.MinorUnits) / called.MinorUnits, 4, MidpointRounding.AwayFromZero);
        var places = Math.Clamp((text.Split('.').ElementAtOrDefault(1) ?? "").Length, 0, 4);
        var tolerance = places >= 4 ? 0.0001m : decimal.Parse("1E-" + places.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (Math.Abs(stated - computed) <= tolerance) return;
        plan.Remarks.Add(ImportErrors.AtRow(
            sheet.Name, row.Number, columns[PositionMeasure.NetMultiple].Column, cell.Text, ImportErrors.MultipleDiffers(stated, computed)));
    }

    /// <summary>The cell of a measure; null where it is blank or says that nothing is reported.</summary>
    private ImportCell? Find(ImportRow row, PositionMeasure measure) =>
        columns.TryGetValue(measure, out var column) && row.Cells.TryGetValue(column.Column, out var cell) && !NotReported.Contains(cell.Text)
            ? cell
            : null;

    private void Refuse(ImportRow row, PositionMeasure measure, DomainError reason)
    {
        var column = columns.TryGetValue(measure, out var found) ? found.Column : PositionColumns.NameOf(measure);
        var said = row.Cells.TryGetValue(column, out var cell) ? cell.Text : "";
        plan.Errors.Add(ImportErrors.AtRow(sheet.Name, row.Number, column, said, reason));
    }
}
