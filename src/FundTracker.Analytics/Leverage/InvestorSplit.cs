using FundTracker.Analytics.Exposure;
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
        if (part.Nothing() is { } nothing) return Missing(part, nothing);
        var sources = part.Sources.Value;
        if (sources.Unknown is { } unknown) return Missing(part, unknown);
        var kinds = Enum.GetValues<InvestorKind>();
        var byKind = kinds.Select(kind => new MoneyByKind(kind, social.Contains(kind), Money.FromMinor(sources[kind].Minor, part.Currency))).ToList();
        return new InvestorSplit(
            Sum("social", social.Contains), Sum("fiscal", kind => kind == InvestorKind.Fiscal), Sum("allKinds", _ => true), byKind);

        Figure<Money> Sum(string what, Func<InvestorKind, bool> counts)
        {
            var counted = kinds.Where(counts).Select(kind => sources[kind]).ToList();
            var total = Money.FromMinor(counted.Sum(sum => sum.Minor), part.Currency);
            var id = new FigureId($"leverage.{what}", part.Scope);
            var foreign = Foreign(part, what, counts).ToList();
            var edges = new DeferredEdges(() => sources.EdgesOf(counts).Where(part.Keeps));
            var kept = foreign.Aggregate(total, (sum, figure) => sum - figure.Require());
            if (foreign.Count > 0)
            {
                var isIllustrative = edges.Any(edge => part.View.IsIllustrative(edge, LineKinds.PaidInKinds));
                var own = new LinesInput("paidInOfInvestors", edges, LineKinds.PaidInKinds, kept, isIllustrative);
                return Figure<Money>.Of(id, total, Trail.Of([own, .. foreign.Select(figure => new FigureInput("converted", figure)), .. sources.Facts]));
            }

            var lines = new LinesInput("paidInOfInvestors", edges, LineKinds.PaidInKinds, total, counted.Exists(sum => sum.Illustrative > 0));
            return Figure<Money>.Of(id, total, Trail.Of([lines, .. sources.Facts]));
        }
    }

    /// <summary>What came to funds in other currencies, by currency, in that of the part.</summary>
    private static IEnumerable<Figure<Money>> Foreign(Portfolio part, string what, Func<InvestorKind, bool> counts)
    {
        foreach (var group in part.ByCurrency())
        {
            var kinds = group.SelectMany(place => part.Sources.Value.SourceAt(place).Kinds).Where(source => counts(source.Kind)).ToList();
            if (kinds.Count == 0) continue;
            var edges = kinds.SelectMany(source => source.Edges).Distinct().ToList();
            var lines = LinesInput.Of("paidInOfInvestors", part.View, edges, LineKinds.PaidInKinds, null);
            yield return Figure<Money>.Of(
                part.Converted(what, group.Key), Money.FromMinor(kinds.Sum(source => source.Minor), part.Currency),
                Trail.Dated(part.View, edges, LineKinds.PaidInKinds, [lines, .. part.PaidInRates(edges).Inputs(part.View)]));
        }
    }

    private static InvestorSplit Missing(Portfolio part, DomainError reason) => new(
        Figure<Money>.None(new FigureId("leverage.social", part.Scope), reason), Figure<Money>.None(new FigureId("leverage.fiscal", part.Scope), reason),
        Figure<Money>.None(new FigureId("leverage.allKinds", part.Scope), reason), []);
}
