using FundTracker.Analytics.Exposure;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>The mother fund's own cash in its own currency. When more is recorded, only the new lines are added.</summary>
internal sealed class OwnCash : IDerived<OwnCash>
{
    private readonly long _minor;
    private readonly bool _hasLines;
    private readonly bool _isIllustrative;

    private OwnCash(LedgerView view, long minor, bool hasLines, bool isIllustrative)
    {
        (_minor, _hasLines, _isIllustrative) = (minor, hasLines, isIllustrative);
        var root = view.Book.Root;
        var cash = Money.FromMinor(minor, root.Currency);
        DeferredEdges edges = new(() => RootEdges.Of(view.Book).Purse.Where(edge => view.Has(edge, LineKinds.CashKinds)));
        IReadOnlyList<TrailInput> inputs = hasLines ? [new LinesInput("cashFlows", edges, LineKinds.CashKinds, cash, isIllustrative)] : [];
        Figure = Figure<Money>.Of(new FigureId("cash", root.Code), cash, Trail.Of(inputs));
    }

    /// <summary>The figure.</summary>
    public Figure<Money> Figure { get; }

    public static OwnCash Of(LedgerView view)
    {
        var edges = RootEdges.Of(view.Book).Purse;
        return new OwnCash(
            view, view.Cash(view.Book.MotherFund), edges.Any(edge => view.Has(edge, LineKinds.CashKinds)),
            edges.Any(edge => view.IsIllustrative(edge, LineKinds.CashKinds)));
    }

    public OwnCash After(LedgerView later, ViewTail tail)
    {
        var (book, columns) = (later.Book, later.Book.Columns);
        (long minor, bool hasLines, bool isIllustrative) = (_minor, _hasLines, _isIllustrative);
        foreach (int line in tail.Lines)
        {
            var edge = book.Edges[columns.Edges[line]];
            var rule = LineKinds.RuleOf((LineKind)columns.Kinds[line]);
            bool isOurs = edge.Holder == book.MotherFund || edge.Investee == book.MotherFund;
            if (!isOurs || edge.Currency != book.Root.Currency || !LineKinds.CashKinds.Contains((LineKind)columns.Kinds[line]))
            {
                continue;
            }

            int sign = (edge.Holder == book.MotherFund ? rule.HolderCash : 0)
                + (edge.Investee == book.MotherFund && edge.Kind != EdgeKind.Own ? rule.InvesteeCash : 0);
            minor = checked(minor + (sign * columns.Amounts[line]));
            hasLines = true;
            isIllustrative |= LineFlags.IsInvented(columns.Flags[line], FieldsRead.Share);
        }

        return new OwnCash(later, minor, hasLines, isIllustrative);
    }
}

/// <summary>The mother fund's edges by what its NAV reads of them; follows from the members alone.</summary>
/// <param name="Purse">Dense indexes of the edges that move its cash in its own currency, each once.</param>
/// <param name="Holdings">Those of its direct holdings.</param>
/// <param name="Others">Currencies other than its own in which it can have cash.</param>
internal sealed record RootEdges(IReadOnlyList<int> Purse, IReadOnlyList<int> Holdings, IReadOnlyList<Currency> Others)
{
    public static RootEdges Of(BookSnapshot book) => book.OfMembers(Make);

    private static RootEdges Make(BookSnapshot book)
    {
        int[] all = [.. book.EdgesHeldBy(book.MotherFund).Concat(book.EdgesInto(book.MotherFund)).Distinct()];
        var own = book.Root.Currency;
        return new RootEdges(
            [.. all.Where(edge => book.Edges[edge].Currency == own)], [.. book.EdgesHeldBy(book.MotherFund).Where(edge => book.Edges[edge].Kind == EdgeKind.Holding)],
            [.. all.Select(edge => book.Edges[edge].Currency).Where(currency => currency != own).DistinctBy(currency => currency.Code).OrderBy(currency => currency.Code, StringComparer.Ordinal)]);
    }
}
