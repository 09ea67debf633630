using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Ratios;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Performance;

/// <summary>
/// A fund's own business before its fees, expenses, tax, idle cash and carry: what it put into companies and other funds, what came back
/// and what that is worth. Beside the holder's figures, which are net of all these. Source: GIPS 2020 (gross-of-fees since-inception IRR
/// of a fund's investments); ILPA Performance Template.
/// </summary>
/// <param name="Invested">Put in, in cash and in kind.</param>
/// <param name="Realised">Exit proceeds, dividends and distributions of funds that it holds.</param>
/// <param name="Value">Latest valuations, rolled forward by later flows; at cost where none was stated.</param>
/// <param name="Dpi">Realised / invested.</param>
/// <param name="Rvpi">Value / invested.</param>
/// <param name="Tvpi">(Realised + value) / invested.</param>
/// <param name="Irr">Since-inception IRR of the same dated flows, with the value as the last one.</param>
/// <param name="IrrSpread">Gross less net annual IRR, in percentage points: what fees, carry and idle cash cost per year.</param>
/// <param name="TvpiSpread">Gross less net TVPI.</param>
public sealed record GrossFigures(
    Figure<Money> Invested, Figure<Money> Realised, Figure<Money> Value, Figure<Multiple> Dpi, Figure<Multiple> Rvpi, Figure<Multiple> Tvpi,
    Figure<IrrResult> Irr, Figure<Percentage> IrrSpread, Figure<Multiple> TvpiSpread)
{
    private static readonly KindSet Put = LineKinds.PaidInKinds | LineKinds.InvestmentKinds;
    private static readonly KindSet Got = LineKinds.DistributionKinds | KindSet.Of(LineKind.ExitProceeds, LineKind.Dividend);
    private static readonly KindSet Held = Put | Got | KindSet.Of(LineKind.CostRelieved, LineKind.Valuation);

    /// <summary>All of them, in the order in which they are shown.</summary>
    public IReadOnlyList<IFigure> All => [Invested, Realised, Value, Dpi, Rvpi, Tvpi, Irr, IrrSpread, TvpiSpread];

    /// <summary>The gross figures of a fund.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="net">The same fund's figures for its holder.</param>
    public static GrossFigures Of(LedgerView view, FundFigures net)
    {
        var fund = net.Fund;
        List<int> edges = [.. view.Book.EdgesHeldBy(fund.Id).Where(edge => view.Book.Edges[edge].Kind != EdgeKind.Own && view.Has(edge, Put))];
        var reason = edges.Count == 0 ? FigureReasons.NothingInvested()
            : edges.Where(edge => view.Book.Edges[edge].Currency != fund.Currency).FirstOrDefault(-1) is >= 0 and var foreign
                ? FigureReasons.CurrenciesMixed($"{fund.Currency}, {view.Book.Edges[foreign].Currency}")
                : null;
        var invested = Sum(view, fund, "gross.invested", edges, Put, reason);
        var realised = Sum(view, fund, "gross.realised", edges, Got, reason);
        var value = Worth(view, fund, edges, reason);
        var tvpi = Total(fund, realised, value, invested);
        var irr = Rate(view, fund, edges, (invested, realised, value));
        return new GrossFigures(
            invested, realised, value, FundFigureEngine.Ratio(Id("gross.dpi", fund), realised, invested, FigureReasons.NothingInvested()),
            FundFigureEngine.Ratio(Id("gross.rvpi", fund), value, invested, FigureReasons.NothingInvested()), tvpi, irr,
            IrrDifference(fund, irr, net.Irr), TvpiDifference(fund, tvpi, net.Tvpi));
    }

    private static FigureId Id(string formula, NodeEntry fund) => new(formula, fund.Code);

    private static long Signed(LedgerView view, int edge, KindSet kinds) =>
        kinds.Kinds().Sum(kind => SignOf(kind) * view.Sum(edge, kind));

    /// <summary>Money put in counts down only where shares of it were handed over.</summary>
    private static int SignOf(LineKind kind) => LineKinds.RuleOf(kind).PaidIn is var paidIn and not 0 ? paidIn : 1;

    private static Figure<Money> Sum(LedgerView view, NodeEntry fund, string formula, List<int> edges, KindSet kinds, DomainError? reason)
    {
        if (reason is not null) return Figure<Money>.None(Id(formula, fund), reason);
        var total = Money.FromMinor(edges.Sum(edge => Signed(view, edge, kinds)), fund.Currency);
        return Figure<Money>.Of(Id(formula, fund), total, Trail.Of(LinesInput.Of("lines", view, edges, kinds, total)));
    }

    /// <summary>What the investments are worth; it has no answer where what was put in and came back has none either.</summary>
    private static Figure<Money> Worth(LedgerView view, NodeEntry fund, List<int> edges, DomainError? reason)
    {
        var id = Id("gross.value", fund);
        if (reason is not null) return Figure<Money>.None(id, reason);
        var (inputs, total) = (new List<TrailInput>(), Money.Zero(fund.Currency));
        List<int> holdings = [.. edges.Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Holding)];
        if (holdings.Count > 0)
        {
            total = Money.FromMinor(holdings.Sum(edge => MotherFundNav.HoldingValue(view, edge)), fund.Currency);
            inputs.Add(LinesInput.Of("holdings", view, holdings, Held, total));
        }

        foreach (int edge in edges.Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment))
        {
            var part = MotherFundNav.NavOrCost(view, view.Book.Node(view.Book.Edges[edge].Investee), edge);
            if (part.Value is null) return Figure<Money>.None(id, part.NoneReason!);
            total += part.Value;
            inputs.Add(new FigureInput("subFundNav", part));
        }

        return Figure<Money>.Of(id, total, Trail.Of(inputs));
    }

    private static Figure<Multiple> Total(NodeEntry fund, Figure<Money> realised, Figure<Money> value, Figure<Money> invested)
    {
        var (id, trail) = (Id("gross.tvpi", fund), Inputs(realised, value, invested));
        if (value.NoneReason is { } reason) return Figure<Multiple>.None(id, reason, trail);
        return invested.Require().IsZero
            ? Figure<Multiple>.None(id, FigureReasons.NothingInvested(), trail)
            : Figure<Multiple>.Of(id, Multiple.Of(realised.Require() + value.Require(), invested.Require()), trail);
    }

    private static Figure<IrrResult> Rate(
        LedgerView view, NodeEntry fund, List<int> edges, (Figure<Money> Invested, Figure<Money> Realised, Figure<Money> Value) sums)
    {
        var (id, trail) = (Id("gross.irr", fund), Trail.Dated(view, edges, Put | Got, Inputs(sums.Realised, sums.Value, sums.Invested).Inputs));
        if (sums.Value.NoneReason is { } reason) return Figure<IrrResult>.None(id, reason, trail);
        if (edges.Any(edge => view.Has(edge, LineKinds.OpeningKinds))) return Figure<IrrResult>.None(id, ReturnReasons.OpeningBalances(), trail);
        var columns = view.Book.Columns;
        List<CashFlow> flows =
        [
            .. view.Lines(edges.ToHashSet(), Put | Got)
                .GroupBy(line => columns.Days[line], line => Put.Contains((LineKind)columns.Kinds[line])
                    ? checked(-SignOf((LineKind)columns.Kinds[line]) * columns.Amounts[line])
                    : columns.Amounts[line])
                .OrderBy(day => day.Key)
                .Select(day => new CashFlow(DateOnly.FromDayNumber(day.Key), (double)Money.FromMinor(day.Sum(), fund.Currency).Amount)),
            new CashFlow(view.AsOf, (double)sums.Value.Require().Amount),
        ];
        return Figure<IrrResult>.Of(id, Returns.Irr.Of([.. flows]), trail);
    }

    private static Figure<Percentage> IrrDifference(NodeEntry fund, Figure<IrrResult> gross, Figure<IrrResult> net)
    {
        var (id, trail) = (Id("gross.irrSpread", fund), Trail.Of(new FigureInput("gross", gross), new FigureInput("net", net)));
        if ((gross.NoneReason ?? net.NoneReason) is { } reason) return Figure<Percentage>.None(id, reason, trail);
        if (new[] { gross.Value!, net.Value! }.FirstOrDefault(irr => irr.PresentAs != RatePresentation.Annual) is { } young)
            return Figure<Percentage>.None(id, ReturnReasons.NotAnnualised(young.Days), trail);
        var spread = ReturnReasons.QuotedRate(gross.Value!).Then(high => ReturnReasons.QuotedRate(net.Value!).Map(low => high - low));
        return spread.IsSuccess
            ? Figure<Percentage>.Of(id, Percentage.FromFraction((decimal)spread.Value), trail)
            : Figure<Percentage>.None(id, spread.Error, trail);
    }

    private static Figure<Multiple> TvpiDifference(NodeEntry fund, Figure<Multiple> gross, Figure<Multiple> net)
    {
        var (id, trail) = (Id("gross.tvpiSpread", fund), Trail.Of(new FigureInput("gross", gross), new FigureInput("net", net)));
        return (gross.NoneReason ?? net.NoneReason) is { } reason
            ? Figure<Multiple>.None(id, reason, trail)
            : Figure<Multiple>.Of(id, Multiple.Of(gross.Require().Value - net.Require().Value), trail);
    }

    private static Trail Inputs(Figure<Money> realised, Figure<Money> value, Figure<Money> invested) => Trail.Of(
        new FigureInput("realised", realised), new FigureInput("value", value), new FigureInput("invested", invested));
}
