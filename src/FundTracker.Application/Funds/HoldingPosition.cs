using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Funds;

/// <summary>Where one fund's holding in a company stands in a view.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Company">The company.</param>
/// <param name="Invested">Put in, in cash and in kind.</param>
/// <param name="CostHeld">Of this still held: invested, less what exits relieved.</param>
/// <param name="Value">The last valuation rolled forward by later flows; null where none was ever stated.</param>
/// <param name="ValuedOn">Day of the last valuation; null where none was ever stated.</param>
/// <param name="Proceeds">Cash that exits brought.</param>
/// <param name="Dividends">Dividends received.</param>
/// <param name="IsIllustrative">Whether any amount behind these is.</param>
/// <param name="Invented">Fields of printed lines behind these that are invented all the same.</param>
public sealed record HoldingPosition(
    NodeEntry Fund, NodeEntry Company, Money Invested, Money CostHeld, Money? Value, DateOnly? ValuedOn, Money Proceeds, Money Dividends,
    bool IsIllustrative, RecordFields Invented = RecordFields.None)
{
    private static readonly KindSet Shown = KindSet.Of([.. LineKinds.All]);

    /// <summary>Holdings in a company, by the fund's code.</summary>
    internal static IReadOnlyList<HoldingPosition> Of(LedgerView view, NodeEntry company) =>
        [.. Of(view, view.Book.EdgesInto(company.Id)).OrderBy(position => position.Fund.Code, StringComparer.Ordinal)];

    /// <summary>Holdings of a fund, by the company's code.</summary>
    internal static IReadOnlyList<HoldingPosition> HeldBy(LedgerView view, NodeEntry fund) =>
        [.. Of(view, view.Book.EdgesHeldBy(fund.Id)).OrderBy(position => position.Company.Code, StringComparer.Ordinal)];

    private static IEnumerable<HoldingPosition> Of(LedgerView view, IEnumerable<int> edges) =>
        edges.Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Holding && view.Has(edge, Shown)).Select(edge => Of(view, edge));

    private static HoldingPosition Of(LedgerView view, int edge)
    {
        var entry = view.Book.Edges[edge];
        return new HoldingPosition(
            view.Book.Node(entry.Holder), view.Book.Node(entry.Investee),
            Amount(view.Sum(edge, LineKinds.InvestmentKinds)),
            Amount(view.CostHeld(edge)), view.LevelRolledForward(edge) is { } value ? Amount(value) : null, view.LevelDate(edge),
            Proceeds: Amount(view.Sum(edge, LineKind.ExitProceeds)), Dividends: Amount(view.Sum(edge, LineKind.Dividend)),
            view.IsIllustrative(edge, Shown, FieldsRead.Amount), view.InventedFields(edge, Shown));

        Money Amount(long minor) => Money.FromMinor(minor, entry.Currency);
    }
}
