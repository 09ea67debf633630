using System.Globalization;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>Vintage years of all sub-funds as text. When more is recorded, only funds that it concerns are asked again.</summary>
internal sealed class FundVintages : IDerived<FundVintages>
{
    private readonly Dictionary<NodeId, string> years;

    private FundVintages(Dictionary<NodeId, string> years) => this.years = years;

    public static FundVintages Of(LedgerView view)
    {
        var asked = new VintageYears(view);
        return new FundVintages(view.Book.Nodes.Where(node => node.Kind == NodeKind.SubFund).ToDictionary(fund => fund.Id, fund => Text(asked, fund)));
    }

    public FundVintages After(LedgerView later, ViewTail tail)
    {
        if (tail.Facts.Any(fact => fact.Subject == later.Book.MotherFund)) return Of(later);
        var asked = new VintageYears(later);
        var changed = tail.Nodes.Where(years.ContainsKey).Select(fund => (Fund: fund, Year: Text(asked, later.Book.Node(fund))))
            .Where(pair => years[pair.Fund] != pair.Year).ToList();
        if (changed.Count == 0) return this;
        var others = new Dictionary<NodeId, string>(years);
        foreach (var (fund, year) in changed) others[fund] = year;
        return new FundVintages(others);
    }

    /// <summary>A sub-fund's vintage year; empty for the mother fund's own holdings and where no year is known.</summary>
    public string Of(NodeId fund) => years.GetValueOrDefault(fund, "");

    private static string Text(VintageYears asked, NodeEntry fund) => asked.Of(fund)?.ToString(CultureInfo.InvariantCulture) ?? "";
}
