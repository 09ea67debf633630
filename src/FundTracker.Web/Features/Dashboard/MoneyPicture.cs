using FundTracker.Application.Dashboard;
using FundTracker.Application.Funds;
using FundTracker.Domain.Values;
using FundTracker.Web.Charts;
using FundTracker.Web.Components;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Features.Dashboard;

/// <summary>The picture of where the money went: shareholders, mother fund and others, sub-funds, sectors.</summary>
internal static class MoneyPicture
{
    private const int Shareholders = 0, Sources = 1, SubFunds = 2, Sectors = 3;

    public static SankeyModel Of(GetDashboard.Answer page, IReadOnlyList<Member> investors, UiText text, AmountUnit unit)
    {
        var names = investors.Select(investor => investor.Node).Concat(page.SubFunds.Select(fund => fund.Fund)).Append(page.Fund.Fund)
            .ToDictionary(node => node.Code, node => Words.Of(node.Name), StringComparer.OrdinalIgnoreCase);
        var root = page.Fund.Fund.Code;
        var ends = page.Flows.Select(flow => (Kind: flow.FromKind, Code: flow.From)).Concat(page.Flows.Select(flow => (Kind: flow.ToKind, Code: flow.To)));
        return new SankeyModel(
            text["dashboard.money"],
            Formats.UnitName(text, page.Fund.Fund.Currency, unit),
            [.. ends.Distinct().Select(end => new SankeyNode(Key(end.Kind, end.Code), Name(end.Kind, end.Code), Layer(end.Kind, end.Code)))],
            [.. page.Flows.Select(flow => new SankeyLink(Key(flow.FromKind, flow.From), Key(flow.ToKind, flow.To), In(flow.Amount, unit)))]);

        string Name(string kind, string code) => kind switch
        {
            "others" => text["dashboard.others"],
            "sector" => code.Length == 0 ? text["dashboard.sectorUnknown"] : Words.Sector(code),
            _ => names.GetValueOrDefault(code, code),
        };

        int Layer(string kind, string code) => kind switch
        {
            "investor" => Shareholders,
            "others" => Sources,
            "sector" => Sectors,
            _ => code == root ? Sources : SubFunds,
        };
    }

    private static string Key(string kind, string code) => $"{kind}:{code}";

    private static decimal In(Money amount, AmountUnit unit) => amount.Amount / Formats.Divisor(unit);
}
