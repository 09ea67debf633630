using System.Globalization;
using FundTracker.Analytics.Policies;
using FundTracker.Analytics.Tolerance;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Tolerance;

/// <summary>A fund's loss against its tolerance.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Class">Its class; null where not stated.</param>
/// <param name="Stage">Its stage; null where not stated.</param>
/// <param name="Loss">Loss of the whole fund over what it invested, gains and losses netted; percent.</param>
/// <param name="Term">The tolerance; null where none is set.</param>
/// <param name="Finding">What the rule on the loss of a whole fund (L-07) says of it; null where none speaks of it or is in force.</param>
/// <param name="Projects">Its projects and decisions.</param>
public sealed record FundLoss(
    NodeEntry Fund, string? Class, string? Stage, IFigure Loss, ToleranceTerm? Term, Finding? Finding, FundTolerance Projects)
{
    /// <summary>Whether the loss is within the tolerance; null where either is not known.</summary>
    public bool? IsWithin => Loss.Value is Percentage loss && Term is { } term ? loss.Percent <= term.Percent : null;
}

/// <summary>Reads funds' losses against their tolerances.</summary>
public static class ToleranceReading
{
    /// <summary>Every fund that has invested in companies: the mother fund where it has, then sub-funds by code.</summary>
    /// <param name="view">The books.</param>
    /// <param name="plans">Contribution plans of their funds.</param>
    /// <param name="book">The rules.</param>
    /// <param name="only">Code of one fund; null for all.</param>
    public static IReadOnlyList<FundLoss> Of(LedgerView view, IReadOnlyList<ContributionPlan> plans, Rulebook book, string? only = null)
    {
        var reader = new PolicyReader(view, plans, book);
        var findings = RuleJudge.Judge(LimitsOfLoss(book, view.AsOf), reader).SelectMany(result => result.Findings).ToList();
        return
        [
            .. from node in view.Book.Nodes
               where node.Kind is NodeKind.MotherFund or NodeKind.SubFund && node.RecordedAt <= view.KnownAt
               where only is null ? HasInvested(view, node) : string.Equals(node.Code, only, StringComparison.OrdinalIgnoreCase)
               orderby node.Kind, node.Code
               select Of(view, reader, node, findings.Find(finding => finding.Subject.Node == node.Id)),
        ];
    }

    private static List<(Rule Rule, bool IsRetroactive)> LimitsOfLoss(Rulebook book, DateOnly day) =>
        [.. book.On(day, retroactive: false).Answering.Where(answer => answer.Rule.Reads(PolicyInputs.LossShare))];

    private static bool HasInvested(LedgerView view, NodeEntry fund) =>
        view.Book.EdgesHeldBy(fund.Id).Any(edge => view.Book.Edges[edge].Kind == EdgeKind.Holding && view.Sum(edge, LineKinds.InvestmentKinds) > 0);

    private static FundLoss Of(LedgerView view, PolicyReader reader, NodeEntry fund, Finding? finding)
    {
        var (group, stage) = (Fact(view, fund.Id, FactNames.FundClass)?.Value, Fact(view, fund.Id, FactNames.FundStage)?.Value);
        return new FundLoss(
            fund, group, stage, reader.Compute(PolicyInputs.LossShare, reader.SubjectOf(fund.Code)!).Figure, Term(view, group, stage, finding), finding,
            FundTolerance.Of(view, fund));
    }

    /// <summary>The mother fund's own term for the stage comes first, then the one for the class, then the rule's.</summary>
    private static ToleranceTerm? Term(LedgerView view, string? group, string? stage, Finding? finding)
    {
        var own = (stage is null ? null : Fact(view, view.Book.MotherFund, $"{FactNames.LossTolerance}:stage:{stage}"))
            ?? (group is null ? null : Fact(view, view.Book.MotherFund, $"{FactNames.LossTolerance}:class:{group}"));
        if (own is not null) return new ToleranceTerm(decimal.Parse(own.Value, CultureInfo.InvariantCulture), own, null);
        return finding?.Deciding.Limit is { } limit ? new ToleranceTerm(limit, null, $"{finding.Rule.Id} {finding.Rule.Version}") : null;
    }

    private static FactEntry? Fact(LedgerView view, NodeId node, string name) =>
        view.Book.FactOn(node, name, view.AsOf, view.KnownAt) is { Value.Length: > 0 } fact ? fact : null;
}
