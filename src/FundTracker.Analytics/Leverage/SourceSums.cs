using FundTracker.Analytics.Carried;
using FundTracker.Analytics.Exposure;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>Money of one kind of investor in some funds.</summary>
/// <param name="Minor">Minor units.</param>
/// <param name="Illustrative">In how many of the funds it is illustrative.</param>
internal readonly record struct KindSum(long Minor, int Illustrative);

/// <summary>Paid-in of some sub-funds by the kind of investor that it comes from in the end, as sums in which single funds can be exchanged.</summary>
internal sealed class SourceSums
{
    private static readonly int Kinds = 1 + Enum.GetValues<InvestorKind>().Max(kind => (int)kind);

    private readonly PagedArray<FundSource> sources;
    private readonly KindSum[] sums;

    private SourceSums(PagedArray<FundSource> sources, KindSum[] sums, IReadOnlyList<FactInput> facts, DomainError? unknown) =>
        (this.sources, this.sums, Facts, Unknown) = (sources, sums, facts, unknown);

    /// <summary>What says of which kind each investor is, each investor once.</summary>
    public IReadOnlyList<FactInput> Facts { get; }

    /// <summary>Why it can't be said of all money where it comes from; null where it can.</summary>
    public DomainError? Unknown { get; }

    /// <summary>Adds up the sources of some funds.</summary>
    public static SourceSums Of(FundSource[] sources)
    {
        if (Array.Find(sources, source => source.Unknown is not null) is { } unknown)
            return new SourceSums(PagedArray<FundSource>.Of([]), new KindSum[Kinds], [], unknown.Unknown);
        var made = new KindSum[Kinds];
        var (facts, investors) = (new List<FactInput>(), new HashSet<NodeId>());
        foreach (var source in sources)
        {
            Count(made, source, sign: 1);
            facts.AddRange(source.Facts.Where(fact => investors.Add(fact.Subject)));
        }

        return new SourceSums(PagedArray<FundSource>.Of(sources), made, facts, unknown: null);
    }

    /// <summary>The same with other sources at some places; null where that can't be said without looking at all of them again.</summary>
    public SourceSums? With(IReadOnlyList<(int Place, FundSource Source)> exchanged)
    {
        if (Unknown is not null || exchanged.Any(fund => !fund.Source.SaysTheSameOfInvestors(sources[fund.Place]))) return null;
        KindSum[] others = [.. sums];
        foreach (var (place, source) in exchanged)
        {
            Count(others, sources[place], sign: -1);
            Count(others, source, sign: 1);
        }

        return new SourceSums(sources.With(exchanged), others, Facts, unknown: null);
    }

    /// <summary>Money of a kind.</summary>
    public KindSum this[InvestorKind kind] => sums[(int)kind];

    /// <summary>The sources of the fund at a place; not to be asked where something is unknown.</summary>
    public FundSource SourceAt(int place) => sources[place];

    /// <summary>Dense indexes of the commitments through which money of some kinds came, each once.</summary>
    public IEnumerable<int> EdgesOf(Func<InvestorKind, bool> counts) =>
        sources.SelectMany(source => source.Kinds).Where(kind => counts(kind.Kind)).SelectMany(kind => kind.Edges).Distinct();

    private static void Count(KindSum[] sums, FundSource source, int sign)
    {
        foreach (var kind in source.Kinds)
        {
            ref var sum = ref sums[(int)kind.Kind];
            sum = new KindSum(checked(sum.Minor + (sign * kind.Minor)), sum.Illustrative + (kind.IsIllustrative ? sign : 0));
        }
    }
}

/// <summary>Sources of all sub-funds that leverage counts. When more is recorded, only those that it concerns are exchanged.</summary>
internal sealed class CountedSources : IDerived<CountedSources>
{
    private readonly FundSelection funds;

    private CountedSources(FundSelection funds, SourceSums sums) => (this.funds, Sums) = (funds, sums);

    /// <summary>Their sums.</summary>
    public SourceSums Sums { get; }

    public static CountedSources Of(LedgerView view)
    {
        var (counted, all) = (view.Derive<CountedFunds>().Funds, view.Derive<FundSources>());
        return new CountedSources(counted, SourceSums.Of([.. counted.Funds.Select(fund => all.Of(view, fund))]));
    }

    public CountedSources After(LedgerView later, ViewTail tail)
    {
        if (FundSources.ChangesAll(later, tail) || !ReferenceEquals(later.Derive<CountedFunds>().Funds, funds)) return Of(later);
        var all = later.Derive<FundSources>();
        var exchanged = funds.PlacesOf(FundShares.Below(later, tail.Investees)).Select(place => (place, all.Of(later, funds.Funds[place]))).ToList();
        return Sums.With(exchanged) is { } sums ? new CountedSources(funds, sums) : Of(later);
    }
}
