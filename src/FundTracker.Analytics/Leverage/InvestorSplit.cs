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
        if (part.Obstacle() is { } obstacle) return Missing(part, obstacle);
        var sources = part.Sources.Value;
        if (sources.Unknown is { } unknown) return Missing(part, unknown);
        var kinds = Enum.GetValues<InvestorKind>();
        var byKind = kinds.Select(kind => new MoneyByKind(kind, social.Contains(kind), Money.FromMinor(sources[kind].Minor, part.Currency))).ToList();
        return new InvestorSplit(
            Sum("leverage.social", social.Contains), Sum("leverage.fiscal", kind => kind == InvestorKind.Fiscal), Sum("leverage.allKinds", _ => true), byKind);

        Figure<Money> Sum(string formula, Func<InvestorKind, bool> counts)
        {
            var counted = kinds.Where(counts).Select(kind => sources[kind]).ToList();
            var total = Money.FromMinor(counted.Sum(sum => sum.Minor), part.Currency);
            var edges = new DeferredEdges(() => sources.EdgesOf(counts));
            var lines = new LinesInput("paidInOfInvestors", edges, LineKinds.PaidInKinds, total, counted.Exists(sum => sum.Illustrative > 0));
            return Figure<Money>.Of(new FigureId(formula, part.Scope), total, Trail.Of([lines, .. sources.Facts]));
        }
    }

    private static InvestorSplit Missing(Portfolio part, DomainError reason) => new(
        Figure<Money>.None(new FigureId("leverage.social", part.Scope), reason), Figure<Money>.None(new FigureId("leverage.fiscal", part.Scope), reason),
        Figure<Money>.None(new FigureId("leverage.allKinds", part.Scope), reason), []);
}
