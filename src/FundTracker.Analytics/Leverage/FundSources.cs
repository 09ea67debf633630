using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>
/// Paid-in of single funds, in the mother fund's currency, by the kind of investor that it comes from in the end. Each is computed when it is asked for, and again only
/// after something was recorded of the fund, of a fund above it, of who an investor is, or of a rate.
/// </summary>
internal sealed class FundSources : IDerived<FundSources>
{
    private readonly Lock gate = new();
    private readonly Dictionary<NodeId, FundSource> known;

    private FundSources(Dictionary<NodeId, FundSource> known) => this.known = known;

    public static FundSources Of(LedgerView view) => new([]);

    public FundSources After(LedgerView later, ViewTail tail)
    {
        if (ChangesAll(later, tail)) return Of(later);
        lock (gate)
        {
            var kept = new Dictionary<NodeId, FundSource>(known);
            foreach (var fund in Exposure.FundShares.Below(later, tail.Investees)) kept.Remove(fund);
            return new FundSources(kept);
        }
    }

    /// <summary>Whether what came can change the sources of any fund: money of the mother fund's own holders, who an investor is, a rate.</summary>
    public static bool ChangesAll(LedgerView later, ViewTail tail) =>
        tail.Investees.Contains(later.Book.MotherFund) || tail.Facts.Any(fact => fact.Name == FactNames.InvestorKind || StatedRates.IsRate(fact));

    /// <summary>The sources of one fund.</summary>
    /// <param name="view">The view that this was derived from.</param>
    /// <param name="fund">The fund.</param>
    public FundSource Of(LedgerView view, NodeId fund)
    {
        lock (gate)
        {
            if (!known.TryGetValue(fund, out var source)) known[fund] = source = FundSource.Of(view, fund, view.Book.Root.Currency);
            return source;
        }
    }
}

/// <summary>Paid-in of one fund by the kind of investor.</summary>
/// <param name="Unknown">Why it can't be said; null where it can.</param>
/// <param name="Kinds">By kind: the amount in minor units, and the commitments through which it came.</param>
/// <param name="Facts">What says of which kind each investor is.</param>
internal sealed record FundSource(DomainError? Unknown, IReadOnlyList<SourceOfKind> Kinds, IReadOnlyList<FactInput> Facts)
{
    /// <summary>Whether another one rests on the same facts about investors.</summary>
    public bool SaysTheSameOfInvestors(FundSource other) => Unknown is null && other.Unknown is null && Facts.SequenceEqual(other.Facts);

    /// <summary>Reads the sources of a fund.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="currency">The fund's own currency, or the mother fund's.</param>
    public static FundSource Of(LedgerView view, NodeId fund, Currency currency)
    {
        var kinds = new SortedDictionary<InvestorKind, (long Minor, List<int> Edges)>();
        var (facts, rates) = (new List<FactInput>(), new RatesUsed());
        foreach (var edge in view.Book.CommitmentsTo(fund))
        {
            var converted = view.Book.Edges[edge].Currency == currency ? null : view.Derive<ForeignPaidIn>().On(view, edge);
            if (converted is not null) rates.Add(converted.Rates);
            var paid = converted?.Minor ?? view.PaidIn(edge);
            if (paid == 0) continue;
            var shares = Shares(view, view.Book.Edges[edge].Holder, paid, facts, out var unknown);
            if (unknown is not null) return new FundSource(unknown, [], []);
            foreach (var (kind, amount) in shares)
            {
                var (minor, edges) = kinds.TryGetValue(kind, out var sum) ? sum : (0, []);
                if (edges.Count == 0 || edges[^1] != edge) edges.Add(edge);
                kinds[kind] = (checked(minor + amount), edges);
            }
        }

        if (rates.Missing is { } missing) return new FundSource(missing, [], []);
        return new FundSource(
            null,
            [
                .. kinds.Select(pair => new SourceOfKind(
                    pair.Key, pair.Value.Minor, pair.Value.Edges, pair.Value.Edges.Any(edge => view.IsIllustrative(edge, LineKinds.PaidInKinds)))),
            ],
            facts);
    }

    private static List<(InvestorKind Kind, long Amount)> Shares(
        LedgerView view, NodeId holder, long amount, List<FactInput> facts, out DomainError? unknown)
    {
        var node = view.Book.Node(holder);
        unknown = null;
        if (node.Kind == NodeKind.Investor)
        {
            var fact = view.Book.FactOn(holder, FactNames.InvestorKind, view.AsOf, view.KnownAt);
            if (fact is null || !Enum.TryParse<InvestorKind>(fact.Value, out var kind))
            {
                unknown = FigureReasons.InvestorKindUnknown(node.Code);
                return [];
            }

            facts.Add(new FactInput("investorKind", holder, fact));
            return [(kind, amount)];
        }

        var behind = view.Book.CommitmentsTo(holder);
        var weights = behind.Select(view.PaidIn).ToList();
        if (weights.All(weight => weight <= 0)) weights = [.. behind.Select(view.Commitment)];
        weights = [.. weights.Select(weight => Math.Max(0, weight))];
        if (weights.All(weight => weight == 0))
        {
            unknown = FigureReasons.InvestorKindUnknown(node.Code);
            return [];
        }

        var parts = LargestRemainder.Share(amount, weights);
        var shares = new List<(InvestorKind, long)>();
        for (var i = 0; i < behind.Count; i++)
        {
            if (parts[i] == 0) continue;
            shares.AddRange(Shares(view, view.Book.Edges[behind[i]].Holder, parts[i], facts, out unknown));
            if (unknown is not null) return [];
        }

        return shares;
    }
}

/// <summary>Money of one kind of investor in one fund.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Minor">Minor units.</param>
/// <param name="Edges">Dense indexes of the commitments through which it came.</param>
/// <param name="IsIllustrative">Whether any line of them is.</param>
internal sealed record SourceOfKind(InvestorKind Kind, long Minor, IReadOnlyList<int> Edges, bool IsIllustrative);
