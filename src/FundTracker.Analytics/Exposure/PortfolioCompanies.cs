using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Exposure;

/// <summary>
/// All companies that a mother fund reaches, in the order in which they are shown, with the sums of every slice. When more is recorded, only
/// companies that it concerns are put together again: those whose holdings or facts changed, and those held by funds whose shares changed.
/// </summary>
internal sealed class PortfolioCompanies : IDerived<PortfolioCompanies>
{
    private readonly CompanyGroups groups;
    private readonly MergedCompany?[] byGroup;
    private readonly MergedCompany[] companies;
    private readonly SliceSums sums;

    private PortfolioCompanies(LedgerView view, CompanyGroups groups, MergedCompany?[] byGroup, MergedCompany[] companies, SliceSums sums)
    {
        (this.groups, this.byGroup, this.companies, this.sums) = (groups, byGroup, companies, sums);
        Exposure = LookThrough.Of(view, companies, sums);
    }

    /// <summary>The exposure that they make.</summary>
    public LookThroughExposure Exposure { get; }

    public static PortfolioCompanies Of(LedgerView view)
    {
        var (groups, shares) = (CompanyGroups.Of(view.Book), view.Derive<FundShares>());
        var made = groups.Holdings.AsParallel().AsOrdered().Select(holdings => MergedCompany.Of(view, shares, holdings)).ToArray();
        var sorted = made.OfType<MergedCompany>().ToArray();
        Array.Sort(sorted, MergedCompany.ByValue);
        var counted = new SliceSums();
        foreach (var company in sorted) counted.Count(company, sign: 1);
        return new PortfolioCompanies(view, groups, made, sorted, counted);
    }

    public PortfolioCompanies After(LedgerView later, ViewTail tail)
    {
        if (tail.Facts.Any(fact => fact.Subject == later.Book.MotherFund)) return Of(later);
        var shares = later.Derive<FundShares>();
        var changed = Concerned(later, tail).Select(groups.Find).Where(group => group >= 0).ToHashSet();
        var all = byGroup.ToArray();
        var after = new SliceSums(sums);
        var (gone, come) = (new List<MergedCompany>(), new List<MergedCompany>());
        foreach (var group in changed)
        {
            if (all[group] is { } old) gone.Add(old);
            all[group] = MergedCompany.Of(later, shares, groups.Holdings[group]);
            if (all[group] is { } made) come.Add(made);
        }

        foreach (var company in gone) after.Count(company, sign: -1);
        foreach (var company in come) after.Count(company, sign: 1);
        return new PortfolioCompanies(later, groups, all, Exchange(companies, gone, come), after);
    }

    /// <summary>Edges whose companies must be put together again; others than holdings may be among them.</summary>
    private static IEnumerable<int> Concerned(LedgerView later, ViewTail tail)
    {
        var funds = FundShares.Below(later, tail.Nodes);
        var stated = tail.Facts.Select(fact => fact.Subject).Distinct();
        return tail.Edges.Concat(funds.SelectMany(later.Book.EdgesHeldBy)).Concat(stated.SelectMany(later.Book.EdgesInto));
    }

    /// <summary>A sorted list without some of its entries and with others.</summary>
    private static MergedCompany[] Exchange(MergedCompany[] sorted, List<MergedCompany> gone, List<MergedCompany> come)
    {
        var order = MergedCompany.ByValue;
        come.Sort(order);
        var left = gone.Select(company => Array.BinarySearch(sorted, company, order)).Order().ToList();
        var exchanged = new MergedCompany[sorted.Length - gone.Count + come.Count];
        var (from, to, next) = (0, 0, 0);
        foreach (var end in left.Append(sorted.Length))
        {
            for (; next < come.Count && Place(come[next]) is var place && place <= end; next++)
            {
                Copy(Math.Max(place, from));
                exchanged[to++] = come[next];
            }

            Copy(end);
            from = end + 1;
        }

        return exchanged;

        int Place(MergedCompany company) => Array.BinarySearch(sorted, company, order) is >= 0 and var same ? same : ~Array.BinarySearch(sorted, company, order);

        void Copy(int end)
        {
            Array.Copy(sorted, from, exchanged, to, end - from);
            (from, to) = (end, to + end - from);
        }
    }
}
