using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Analytics.Leverage;

/// <summary>The mother fund's commitments to sub-funds that leverage counts: those held, less those still planned.</summary>
internal sealed class CountedFunds : IDerived<CountedFunds>
{
    private readonly HeldFunds held;

    private CountedFunds(HeldFunds held, FundSelection funds) => (this.held, Funds) = (held, funds);

    /// <summary>Dense indexes, by recording.</summary>
    public IReadOnlyList<int> Edges => Funds.Own;

    /// <summary>The sub-funds; one object for as long as they stay the same.</summary>
    public FundSelection Funds { get; }

    public static CountedFunds Of(LedgerView view)
    {
        var all = view.Derive<HeldFunds>();
        return new CountedFunds(all, new FundSelection(view.Book, [.. all.Edges.Where(edge => !IsPlanned(view, edge))], view.Book.Root.Currency));
    }

    /// <summary>Anything that is stated makes them anew, so that nothing that stands on the same ones need ask for rates and kinds of investors.</summary>
    public CountedFunds After(LedgerView later, ViewTail tail) =>
        tail.Facts.Count == 0 && ReferenceEquals(later.Derive<HeldFunds>(), held) ? this : Of(later);

    private static bool IsPlanned(LedgerView view, int edge) =>
        view.Book.FactOn(view.Book.Edges[edge].Investee, FactNames.FundStatus, view.AsOf, view.KnownAt)?.Value == nameof(FundStatus.Pipeline);
}
