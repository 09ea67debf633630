using System.Collections.Concurrent;
using FundTracker.Analytics.Carried;
using FundTracker.Analytics.Ratios;
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
    private readonly PagedArray<MergedCompany?> byGroup;
    private readonly SortedPages<MergedCompany> companies;
    private readonly SliceSums sums;

    private PortfolioCompanies(
        LedgerView view, CompanyGroups groups, PagedArray<MergedCompany?> byGroup, SortedPages<MergedCompany> companies, SliceSums sums, HoldingRates rates)
    {
        (this.groups, this.byGroup, this.companies, this.sums) = (groups, byGroup, companies, sums);
        Exposure = LookThrough.Of(view, companies, sums, rates);
    }

    /// <summary>The exposure that they make.</summary>
    public LookThroughExposure Exposure { get; }

    public static PortfolioCompanies Of(LedgerView view)
    {
        var (groups, shares, vintages) = (CompanyGroups.Of(view.Book), view.Derive<FundShares>(), view.Derive<FundVintages>());
        var rates = HoldingRates.Of(view, groups, shares);
        var made = new MergedCompany?[groups.Holdings.Count];
        Parallel.ForEach(Partitioner.Create(0, Math.Max(1, made.Length)), range =>
        {
            for (var group = range.Item1; group < Math.Min(range.Item2, made.Length); group++)
                made[group] = MergedCompany.Of(view, (shares, vintages, rates), groups.Holdings[group]);
        });
        var sorted = made.OfType<MergedCompany>().ToArray();
        MergedCompany.Sort(sorted);
        return new PortfolioCompanies(
            view, groups, PagedArray<MergedCompany?>.Of(made), SortedPages<MergedCompany>.Of(sorted, MergedCompany.ByValue), SliceSums.Of(sorted),
            rates);
    }

    public PortfolioCompanies After(LedgerView later, ViewTail tail)
    {
        if (tail.Facts.Any(fact => fact.Subject == later.Book.MotherFund)) return Of(later);
        var (shares, vintages) = (later.Derive<FundShares>(), later.Derive<FundVintages>());
        var (after, rates) = (new SliceSums(sums), HoldingRates.Of(later, groups, shares));
        var (exchanged, gone, come) = (new List<(int, MergedCompany?)>(), new List<MergedCompany>(), new List<MergedCompany>());
        foreach (var group in Concerned(later, tail).Select(groups.Find).Where(group => group >= 0).Distinct())
        {
            var made = MergedCompany.Of(later, (shares, vintages, rates), groups.Holdings[group]);
            exchanged.Add((group, made));
            if (byGroup[group] is { } old) gone.Add(old);
            if (made is not null) come.Add(made);
        }

        foreach (var company in gone) after.Count(company, sign: -1);
        foreach (var company in come) after.Count(company, sign: 1);
        return new PortfolioCompanies(later, groups, byGroup.With(exchanged), companies.With(gone, come), after, rates);
    }

    /// <summary>Edges whose companies must be put together again; others than holdings may be among them.</summary>
    private static IEnumerable<int> Concerned(LedgerView later, ViewTail tail)
    {
        var funds = FundShares.Below(later, tail.Nodes);
        var stated = tail.Facts.Select(fact => fact.Subject).Distinct();
        return tail.Edges.Concat(funds.SelectMany(later.Book.EdgesHeldBy)).Concat(stated.SelectMany(later.Book.EdgesInto));
    }
}
