using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>What one fund invested in companies' rounds.</summary>
/// <param name="Invested">By round, in the order of the ledger: minor units, at 100 %.</param>
/// <param name="Ours">The mother fund's look-through money in them, each line rounded to the minor unit.</param>
/// <param name="Edges">Dense indexes of the holdings.</param>
/// <param name="IsIllustrative">Whether any of their investments is.</param>
/// <param name="Rates">The rates that other currencies were converted at.</param>
internal sealed record FundRounds(
    IReadOnlyList<(long Round, long Minor)> Invested, long Ours, IReadOnlyList<int> Edges, bool IsIllustrative, RatesUsed Rates)
{
    public static readonly KindSet Kinds = LineKinds.InvestmentKinds;

    /// <summary>Nothing.</summary>
    public static FundRounds None { get; } = new([], 0, [], IsIllustrative: false, new RatesUsed());

    /// <summary>Adds up lines of a fund.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="lines">Positions of its investments in rounds that the view counts, by sequence.</param>
    /// <param name="currency">Currency of the amounts.</param>
    public static FundRounds Of(LedgerView view, NodeId fund, IReadOnlyList<int> lines, Currency currency)
    {
        var (columns, converter, rates) = (view.Book.Columns, new Converter(view, currency), new RatesUsed());
        var commitments = view.Book.CommitmentsTo(fund);
        var own = commitments.Where(edge => view.Book.Edges[edge].Holder == view.Book.MotherFund).Sum(view.PaidIn);
        var total = commitments.Sum(view.PaidIn);
        if (lines.Count == 0 || total == 0) return None;
        var invested = new Dictionary<long, long>();
        var isOwn = converter.Keeps(view.Book.Node(fund).Currency);
        long ours = 0;
        foreach (var i in lines)
        {
            var amount = isOwn ? columns.Amounts[i] : converter.Line(i, rates);
            invested[columns.Rounds[i]] = checked(invested.GetValueOrDefault(columns.Rounds[i]) + amount);
            ours = checked(ours + (isOwn
                ? Money.FromMinor(amount, currency).MultiplyRounded(own, total).MinorUnits
                : converter.Line(i, (decimal)own / total, rates)));
        }

        var edges = lines.Select(i => columns.Edges[i]).Distinct().ToList();
        return new FundRounds(
            [.. invested.Select(pair => (pair.Key, pair.Value))], ours, edges, edges.Exists(edge => view.IsIllustrative(edge, Kinds, FieldsRead.OfRound)),
            rates);
    }

    /// <summary>Those of one fund by themselves.</summary>
    public static FundRounds Of(LedgerView view, NodeId fund, Currency currency)
    {
        var lines = view.Lines(view.Book.EdgesHeldBy(fund).ToHashSet(), Kinds).Where(i => view.Book.Columns.Rounds[i] != 0).ToList();
        return Of(view, fund, lines, currency);
    }
}

/// <summary>What all funds invested in rounds, in the mother fund's currency. When more is recorded, only the funds that it concerns are added up again.</summary>
internal sealed class RoundsOfFunds : IDerived<RoundsOfFunds>
{
    private readonly Dictionary<NodeId, FundRounds> byFund;

    private RoundsOfFunds(Dictionary<NodeId, FundRounds> byFund) => this.byFund = byFund;

    public static RoundsOfFunds Of(LedgerView view)
    {
        var columns = view.Book.Columns;
        var lines = new Dictionary<NodeId, List<int>>();
        foreach (var i in RoundLines.Among(view, FundRounds.Kinds))
        {
            var holder = view.Book.Edges[columns.Edges[i]].Holder;
            if (!lines.TryGetValue(holder, out var list)) lines[holder] = list = [];
            list.Add(i);
        }

        return new RoundsOfFunds(lines.ToDictionary(pair => pair.Key, pair => FundRounds.Of(view, pair.Key, pair.Value, view.Book.Root.Currency)));
    }

    public RoundsOfFunds After(LedgerView later, ViewTail tail)
    {
        if (tail.Facts.Any(StatedRates.IsRate)) return Of(later);
        var funds = tail.Nodes.Where(node => later.Book.Node(node).Kind == NodeKind.SubFund && later.Book.EdgesHeldBy(node).Any()).ToList();
        var all = new Dictionary<NodeId, FundRounds>(byFund);
        foreach (var fund in funds) all[fund] = FundRounds.Of(later, fund, later.Book.Root.Currency);
        return new RoundsOfFunds(all);
    }

    /// <summary>Those of one fund.</summary>
    public FundRounds Of(NodeId fund) => byFund.GetValueOrDefault(fund, FundRounds.None);
}

/// <summary>What companies raised, by round.</summary>
internal sealed class RaisedRounds : IDerived<RaisedRounds>
{
    public static readonly KindSet Kinds = KindSet.Of(LineKind.RoundRaised);

    private readonly Dictionary<long, RaisedRound> byRound;

    private RaisedRounds(Dictionary<long, RaisedRound> byRound) =>
        (this.byRound, IsConverted) = (byRound, byRound.Values.Any(round => round.IsConverted));

    /// <summary>Whether any of them was raised in another currency.</summary>
    public bool IsConverted { get; }

    public static RaisedRounds Of(LedgerView view) => Of(view, RoundLines.Among(view, Kinds), view.Book.Root.Currency);

    public RaisedRounds After(LedgerView later, ViewTail tail) =>
        (IsConverted && tail.Facts.Any(StatedRates.IsRate)) || tail.Edges.Any(edge => later.Has(edge, Kinds)) ? Of(later) : this;

    /// <summary>Some of the rounds in another currency.</summary>
    public RaisedRounds In(LedgerView view, Currency currency, IReadOnlySet<long> rounds)
    {
        var edges = rounds.SelectMany(round => Of(round).Edges).ToHashSet();
        return Of(view, view.Lines(edges, Kinds).Where(i => rounds.Contains(view.Book.Columns.Rounds[i])), currency);
    }

    /// <summary>What was raised in a round.</summary>
    public RaisedRound Of(long round) => byRound.GetValueOrDefault(round, RaisedRound.Nothing);

    private static RaisedRounds Of(LedgerView view, IEnumerable<int> lines, Currency currency)
    {
        var converter = new Converter(view, currency);
        return new(lines.GroupBy(i => view.Book.Columns.Rounds[i]).ToDictionary(group => group.Key, group => RaisedRound.Of(view, [.. group], converter)));
    }
}

/// <summary>What companies raised in one round.</summary>
/// <param name="Minor">Minor units.</param>
/// <param name="Edges">Dense indexes of the companies' own accounts that say so.</param>
/// <param name="IsIllustrative">Whether any line of them is.</param>
/// <param name="Rates">The rates that it was converted at; null where it was raised in the currency asked for.</param>
internal sealed record RaisedRound(long Minor, IReadOnlyList<int> Edges, bool IsIllustrative, RatesUsed? Rates)
{
    public static RaisedRound Nothing { get; } = new(0, [], IsIllustrative: false, Rates: null);

    /// <summary>Whether it had to be converted.</summary>
    public bool IsConverted => Rates is not null;

    public static RaisedRound Of(LedgerView view, IReadOnlyList<int> lines, Converter converter)
    {
        int[] edges = [.. lines.Select(i => view.Book.Columns.Edges[i]).Distinct()];
        var rates = Array.TrueForAll(edges, edge => converter.Keeps(view.Book.Edges[edge].Currency)) ? null : new RatesUsed();
        var minor = rates is null ? lines.Sum(i => view.Book.Columns.Amounts[i]) : lines.Sum(i => converter.Line(i, rates));
        return new RaisedRound(minor, edges, Array.Exists(edges, edge => view.IsIllustrative(edge, RaisedRounds.Kinds, FieldsRead.OfRound)), rates);
    }
}

/// <summary>Lines that belong to a company's financing round.</summary>
internal static class RoundLines
{
    /// <summary>Positions of the lines of some kinds that belong to a round and that a view counts, by sequence.</summary>
    public static List<int> Among(LedgerView view, KindSet kinds)
    {
        var (lines, columns) = (new List<int>(), view.Book.Columns);
        ReadOnlySpan<long> rounds = columns.Rounds[..view.Known];
        for (var i = rounds.IndexOfAnyExcept(0L); i >= 0 && i < rounds.Length;)
        {
            if (kinds.Contains((LineKind)columns.Kinds[i]) && view.Counts(i)) lines.Add(i);
            var next = rounds[(i + 1)..].IndexOfAnyExcept(0L);
            if (next < 0) break;
            i += next + 1;
        }

        return lines;
    }
}
