using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports.Positions;

/// <summary>
/// Finds the fund of a table's row by code, or by name and vintage year, and opens it where it is new. Codes follow from names alone, so
/// that the same table gives the same codes everywhere.
/// </summary>
internal sealed class PositionFunds
{
    private readonly ImportBooks books;
    private readonly ILookup<string, (int? Vintage, int Row)> namesInTable;
    private readonly Dictionary<string, List<(SubFund Fund, int? Vintage)>> known = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, int? Vintage, DateOnly AsOf), List<int>> seen = [];
    private readonly Dictionary<(NodeId Fund, DateOnly AsOf), int> taken = [];

    /// <summary>Starts from the funds of the books and all rows of the table.</summary>
    public PositionFunds(ImportBooks books, IReadOnlyList<PositionRow> rows)
    {
        this.books = books;
        namesInTable = rows.ToLookup(row => FundCodes.Comparable(row.Name), row => (row.Vintage, row.Row), StringComparer.Ordinal);
        foreach (var fund in books.Nodes.OfType<SubFund>().OrderBy(fund => fund.Id.Value)) Keep(fund, VintageOf(fund));
    }

    /// <summary>The fund of a row, and a remark where only its place in the table told which one it is.</summary>
    public Result<(SubFund Fund, DomainError? Remark)> Of(PositionRow row) => Find(row).Then<(SubFund Fund, DomainError? Remark)>(found =>
        taken.TryAdd((found.Fund.Id, row.AsOf), row.Row)
            ? found
            : ImportErrors.FundTwice(taken[(found.Fund.Id, row.AsOf)], found.Fund.Code).At("fund_name"));

    private Result<(SubFund Fund, DomainError? Remark)> Find(PositionRow row)
    {
        if (row.Code is { } code) return Coded(row, code).Map(fund => (fund, (DomainError?)null));
        var name = FundCodes.Comparable(row.Name);
        var key = (name, row.Vintage, row.AsOf);
        if (!seen.TryGetValue(key, out var before)) seen[key] = before = [];
        before.Add(row.Row);
        if (before.Count > 1)
        {
            var apart = FundCodes.Of(row.Name, $"{row.Vintage}#{before.Count}");
            return Coded(row, apart).Map(fund => (fund, (DomainError?)ImportErrors.ToldApartByOrder(before[0], apart)));
        }

        var candidates = known.GetValueOrDefault(name, []);
        var same = candidates.Find(candidate => candidate.Vintage == row.Vintage);
        if (same.Fund is null) same = candidates.Find(candidate => candidate.Vintage is null || row.Vintage is null);
        if (same.Fund is not null)
        {
            // A vintage that is stated now tells this fund from others of its name from now on.
            if (same.Vintage is null && row.Vintage is not null) candidates[candidates.IndexOf(same)] = (same.Fund, row.Vintage);
            return (same.Fund, null);
        }

        var isAlone = candidates.Count == 0 && namesInTable[name].Select(other => other.Vintage).Distinct().Count() == 1;
        return Coded(row, NewCode(row, isAlone)).Map(fund => (fund, (DomainError?)null));
    }

    private string NewCode(PositionRow row, bool isAlone)
    {
        var code = isAlone ? FundCodes.Of(row.Name) : FundCodes.Of(row.Name, $"{row.Vintage}");
        return books.Find(code) is null && !IsFamily(code) ? code : FundCodes.Of(row.Name, $"{row.Vintage}");
    }

    private Result<SubFund> Coded(PositionRow row, string code)
    {
        if (books.Find(code) is SubFund there) return there;
        if (books.Find(code) is not null || IsFamily(code)) return ImportErrors.CodeTaken(code).At("code");
        var fund = SubFund.Open(
            new NodeId(books.Desk.NextId()), books.Root!.Id, code, BilingualName.Of(row.Name, row.Name), row.Currency, Provenance.Recorded, books.At);
        return books.Add(fund).Map(_ =>
        {
            books.Own(fund);
            Keep(fund, row.Vintage);
            return fund;
        });
    }

    private bool IsFamily(string code) => string.Equals(books.Root!.Family, code, StringComparison.OrdinalIgnoreCase);

    private int? VintageOf(SubFund fund)
    {
        var fact = books.Existing?.Snapshot.FactOn(fund.Id, FactNames.VintageYear, DateOnly.MaxValue, Stamp.Max);
        return int.TryParse(fact?.Value, System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : null;
    }

    private void Keep(SubFund fund, int? vintage)
    {
        foreach (var name in new[] { FundCodes.Comparable(fund.Name.Zh), FundCodes.Comparable(fund.Name.En) }.Distinct(StringComparer.Ordinal))
        {
            if (!known.TryGetValue(name, out var list)) known[name] = list = [];
            list.Add((fund, vintage));
        }
    }
}
