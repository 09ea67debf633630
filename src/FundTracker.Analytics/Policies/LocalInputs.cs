using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Policies;

/// <summary>
/// 返投 as rules and schemes read it, from the <see cref="LocalLedger"/>. Through a mother fund all its sub-funds are counted in full.
/// </summary>
internal static class LocalInputs
{
    /// <summary>Recognised money / the mother fund's paid-in.</summary>
    public static IFigure Multiple(PolicyScope scope)
    {
        var own = scope.IsMother ? scope.Funds : [.. scope.Investors.Where(edge => scope.View.Book.Edges[edge].Holder == scope.View.Book.MotherFund)];
        var paid = scope.Sum("ownPaidIn", own, LineKinds.PaidInKinds, own.Sum(scope.View.PaidIn));
        var recognised = Money(scope, "localRecognised", Entries(scope), entry => entry.Recognised);
        return scope.Times("localMultiple", recognised, paid, FigureReasons.NothingPaidIn());
    }

    /// <summary>The fund's own money in companies that sat in the district and stayed, at cost / all invested.</summary>
    public static IFigure Share(PolicyScope scope)
    {
        var holdings = scope.AllHoldings;
        var stayed = Entries(scope).Where(entry => entry is { Type: LocalTerms.OwnInvestment, VoidFrom: null });
        return scope.Share(
            "localShare", Money(scope, "localInvested", stayed, entry => entry.Amount), PortfolioInputs.Cost(scope, "invested", holdings),
            PolicyErrors.NothingInvested());
    }

    /// <summary>Recognition that was lost because companies moved out before their time.</summary>
    public static IFigure Void(PolicyScope scope) =>
        Money(scope, "localVoid", Entries(scope).Where(entry => entry.IfStayed != entry.Recognised), entry => entry.IfStayed - entry.Recognised);

    private static IEnumerable<LocalEntry> Entries(PolicyScope scope)
    {
        HashSet<NodeId> funds = scope.IsMother
            ? [scope.Fund.Id, .. scope.Funds.Select(edge => scope.View.Book.Edges[edge].Investee)]
            : [scope.Fund.Id];
        return scope.Local.Entries.Where(entry => funds.Contains(entry.Fund));
    }

    private static Figure<Money> Money(PolicyScope scope, string formula, IEnumerable<LocalEntry> entries, Func<LocalEntry, Money> part)
    {
        var counted = entries.ToList();
        var other = counted.FirstOrDefault(entry => entry.Amount.Currency != scope.Fund.Currency);
        if (other is not null)
            return Figure<Money>.None(scope.Id(formula), FigureReasons.CurrenciesMixed($"{scope.Fund.Currency.Code}, {other.Amount.Currency.Code}"));
        var total = Domain.Values.Money.FromMinor(counted.Sum(entry => part(entry).MinorUnits), scope.Fund.Currency);
        List<int> edges = [.. counted.Select(entry => entry.Edge).OfType<int>().Distinct().Order()];
        List<TrailInput> inputs = [.. counted.Where(entry => entry.Fact is not null).Select(entry => new FactInput("localCase", entry.Company, entry.Fact))];
        var own = counted.Where(entry => entry.Edge is not null).Sum(entry => part(entry).MinorUnits);
        if (edges.Count > 0)
            inputs.Insert(0, LinesInput.Of("lines", scope.View, edges, LineKinds.InvestmentKinds, Domain.Values.Money.FromMinor(own, scope.Fund.Currency)));
        return Figure<Money>.Of(scope.Id(formula), total, Trail.Of(inputs));
    }
}
