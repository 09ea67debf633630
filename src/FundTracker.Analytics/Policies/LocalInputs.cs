using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Policies;

/// <summary>
/// 返投: what funds invested in companies of the district. Each investment counts once, by where the company sat on its day; it is void where
/// the company moved out within five years. Through a mother fund all its sub-funds are counted, at 100 %.
/// </summary>
internal static class LocalInputs
{
    private const int StayYears = 5;
    private static readonly KindSet Invested = KindSet.Of(LineKind.Investment, LineKind.InvestmentInKind);

    /// <summary>Recognised money / the mother fund's paid-in.</summary>
    public static IFigure Multiple(PolicyScope scope)
    {
        var own = scope.IsMother ? scope.Funds : [.. scope.Investors.Where(edge => scope.View.Book.Edges[edge].Holder == scope.View.Book.MotherFund)];
        var paid = scope.Sum("ownPaidIn", own, LineKinds.PaidInKinds, own.Sum(scope.View.PaidIn));
        return scope.Times("localMultiple", Money(scope, "localRecognised", isVoid: false), paid, FigureReasons.NothingPaidIn());
    }

    /// <summary>Recognised money / all invested.</summary>
    public static IFigure Share(PolicyScope scope)
    {
        var holdings = scope.AllHoldings;
        return scope.Share(
            "localShare", Money(scope, "localRecognised", isVoid: false), PortfolioInputs.Cost(scope, "invested", holdings), PolicyErrors.NothingInvested());
    }

    /// <summary>Money that lost its recognition because the company moved out within five years.</summary>
    public static IFigure Void(PolicyScope scope) => Money(scope, "localVoid", isVoid: true);

    private static Figure<Money> Money(PolicyScope scope, string formula, bool isVoid)
    {
        var view = scope.View;
        var edges = scope.AllHoldings.ToHashSet();
        long sum = 0;
        var used = new HashSet<int>();
        foreach (var i in view.Lines(edges, Invested))
        {
            var day = DateOnly.FromDayNumber(view.Book.Columns.Days[i]);
            if (IsVoid(view, view.Book.Edges[view.Book.Columns.Edges[i]].Investee, day) != isVoid) continue;
            sum = checked(sum + view.Book.Columns.Amounts[i]);
            used.Add(view.Book.Columns.Edges[i]);
        }

        return scope.Sum(formula, [.. used.Order()], Invested, sum);
    }

    /// <summary>Null where the investment never counted, else whether it counts no more.</summary>
    private static bool? IsVoid(LedgerView view, NodeId company, DateOnly day)
    {
        if (view.Book.FactOn(company, FactNames.Location, Until(view, day), view.KnownAt)?.Value != FactRules.Locations[0]) return null;
        return view.Book.Facts.Any(fact => fact.Subject == company && fact.Name == FactNames.Location && fact.RecordedAt <= view.KnownAt
            && fact.EffectiveFrom > day && fact.EffectiveFrom <= view.AsOf && fact.EffectiveFrom < day.AddYears(StayYears)
            && view.Book.FactOn(company, FactNames.Location, fact.EffectiveFrom, view.KnownAt)?.Value == FactRules.Locations[1]);
    }

    private static DateOnly Until(LedgerView view, DateOnly day) => day < view.AsOf ? day : view.AsOf;
}
