using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>
/// Paid-in of sub-funds by the kind of investor that it comes from in the end. Money that arrives through a fund is split by that fund's
/// own investors: by what they paid in, or where nothing is paid in yet by what they committed; shared out to the fen.
/// </summary>
internal sealed class InvestorSplit
{
    private InvestorSplit(Figure<Money> social, Figure<Money> fiscal, Figure<Money> total, IReadOnlyList<MoneyByKind> byKind) =>
        (Social, Fiscal, Total, ByKind) = (social, fiscal, total, byKind);

    public Figure<Money> Social { get; }

    public Figure<Money> Fiscal { get; }

    public Figure<Money> Total { get; }

    public IReadOnlyList<MoneyByKind> ByKind { get; }

    public static InvestorSplit Of(Portfolio part, IReadOnlyList<InvestorKind> social)
    {
        var (view, currency) = (part.View, part.Currency);
        var sums = new Dictionary<InvestorKind, long>();
        var kinds = new Dictionary<InvestorKind, List<int>>();
        var facts = new List<TrailInput>();
        if (part.Obstacle() is { } obstacle) return Missing(part, obstacle);
        foreach (var edge in part.Everybody)
        {
            var paid = view.PaidIn(edge);
            if (paid == 0) continue;
            var shares = Shares(view, view.Book.Edges[edge].Holder, paid, facts, out var unknown);
            if (unknown is not null) return Missing(part, unknown);
            foreach (var (kind, amount) in shares)
            {
                sums[kind] = checked(sums.GetValueOrDefault(kind) + amount);
                if (!kinds.TryGetValue(kind, out var edges)) kinds[kind] = edges = [];
                edges.Add(edge);
            }
        }

        var byKind = Enum.GetValues<InvestorKind>()
            .Select(kind => new MoneyByKind(kind, social.Contains(kind), Money.FromMinor(sums.GetValueOrDefault(kind), currency))).ToList();
        return new InvestorSplit(
            Total_("leverage.social", social.Contains), Total_("leverage.fiscal", kind => kind == InvestorKind.Fiscal),
            Total_("leverage.allKinds", _ => true), byKind);

        Figure<Money> Total_(string formula, Func<InvestorKind, bool> counts)
        {
            var total = Money.FromMinor(sums.Where(pair => counts(pair.Key)).Sum(pair => pair.Value), currency);
            var edges = kinds.Where(pair => counts(pair.Key)).SelectMany(pair => pair.Value).Distinct().ToList();
            IReadOnlyList<TrailInput> inputs = [LinesInput.Of("paidInOfInvestors", view, edges, LineKinds.PaidInKinds, total), .. facts.Distinct()];
            return Figure<Money>.Of(new FigureId(formula, part.Scope), total, Trail.Of(inputs));
        }
    }

    private static InvestorSplit Missing(Portfolio part, DomainError reason) => new(
        Figure<Money>.None(new FigureId("leverage.social", part.Scope), reason), Figure<Money>.None(new FigureId("leverage.fiscal", part.Scope), reason),
        Figure<Money>.None(new FigureId("leverage.allKinds", part.Scope), reason), []);

    private static List<(InvestorKind Kind, long Amount)> Shares(
        LedgerView view, NodeId holder, long amount, List<TrailInput> facts, out DomainError? unknown)
    {
        var node = view.Book.Node(holder);
        unknown = null;
        if (node.Kind == NodeKind.Investor)
        {
            var fact = view.Book.FactOn(holder, FactNames.InvestorKind, view.AsOf, view.KnownAt);
            if (fact is null || !Enum.TryParse<InvestorKind>(fact.Value, out var kind))
            {
                unknown = FigureReasons.InvestorKindUnknown(node.Code);
                return [];
            }

            facts.Add(new FactInput("investorKind", holder, fact));
            return [(kind, amount)];
        }

        var behind = view.Book.EdgesInto(holder).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment).ToList();
        var weights = behind.Select(view.PaidIn).ToList();
        if (weights.All(weight => weight <= 0)) weights = [.. behind.Select(view.Commitment)];
        weights = [.. weights.Select(weight => Math.Max(0, weight))];
        if (weights.All(weight => weight == 0))
        {
            unknown = FigureReasons.InvestorKindUnknown(node.Code);
            return [];
        }

        var parts = LargestRemainder.Share(amount, weights);
        var shares = new List<(InvestorKind, long)>();
        for (var i = 0; i < behind.Count; i++)
        {
            if (parts[i] == 0) continue;
            shares.AddRange(Shares(view, view.Book.Edges[behind[i]].Holder, parts[i], facts, out unknown));
            if (unknown is not null) return [];
        }

        return shares;
    }
}
