using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Dashboard;

/// <summary>One band of the picture of where the money went.</summary>
/// <param name="FromKind">What it comes from: <c>investor</c> (a shareholder by code), <c>others</c> (all other investors of sub-funds), <c>fund</c>.</param>
/// <param name="From">Code of the source; empty for others.</param>
/// <param name="ToKind">What it goes to: <c>fund</c> or <c>sector</c>.</param>
/// <param name="To">Code of the fund or sector; empty where a company's sector is not known.</param>
/// <param name="Amount">Paid in (cash and in kind), or for sectors invested; above zero.</param>
public sealed record MoneyFlow(string FromKind, string From, string ToKind, string To, Money Amount)
{
    internal static IReadOnlyList<MoneyFlow> Of(LedgerView view)
    {
        var root = view.Book.Root;
        var flows = new List<MoneyFlow>();
        foreach (var edge in view.Book.CommitmentsTo(root.Id))
            Add("investor", view.Book.Node(view.Book.Edges[edge].Holder).Code, "fund", root.Code, view.PaidIn(edge));
        foreach (var edge in FundFigureEngine.HeldSubFunds(view))
        {
            var fund = view.Book.Node(view.Book.Edges[edge].Investee);
            if (fund.Currency != root.Currency) continue;
            Add("fund", root.Code, "fund", fund.Code, view.PaidIn(edge));
            var others = view.Book.CommitmentsTo(fund.Id).Where(e => e != edge).Sum(view.PaidIn);
            Add("others", "", "fund", fund.Code, others);
        }

        foreach (var (fund, sector, invested) in view.Derive<SectorFlows>().All) Add("fund", fund, "sector", sector, invested);
        return flows;

        void Add(string fromKind, string from, string toKind, string to, long amount)
        {
            if (amount > 0) flows.Add(new MoneyFlow(fromKind, from, toKind, to, Money.FromMinor(amount, root.Currency)));
        }
    }
}
