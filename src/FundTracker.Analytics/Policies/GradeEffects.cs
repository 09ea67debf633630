using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Policies;

/// <summary>What follows from a grade, in money.</summary>
/// <param name="Kind">What it touches.</param>
/// <param name="Term">The grade's term: a factor for the fee, a percentage otherwise.</param>
/// <param name="Bases">Figures that the amount follows from; they open to their lines.</param>
/// <param name="Base">The amount before the term; null where there is none.</param>
/// <param name="Amount">The amount after it; null where there is none.</param>
/// <param name="Reason">Why there is none; null otherwise.</param>
/// <param name="PlannedDate">Day on which the next payment is planned; null where none is, or for the others.</param>
public sealed record GradeConsequence(
    ConsequenceKind Kind, decimal Term, IReadOnlyList<IFigure> Bases, Money? Base, Money? Amount, DomainError? Reason, DateOnly? PlannedDate = null);

/// <summary>
/// Computes what follows from a grade. Fee: paid-in x the scheme's fee x the factor. Next payment: the next phase of the fund's plan, or
/// where it has none what the holder still owes, x the part released. Gain given up: the holder's distributions + NAV - paid-in, never
/// below zero, x the part given up; principal and a least return are never promised.
/// </summary>
public static class GradeEffects
{
    /// <summary>All that follows from a grade, for the terms that it names.</summary>
    /// <param name="view">The books on the last day of what is evaluated.</param>
    /// <param name="reader">Reads the same books.</param>
    /// <param name="plans">Contribution plans of their funds.</param>
    /// <param name="subject">The fund.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="grade">The grade; null for none.</param>
    public static IReadOnlyList<GradeConsequence> Of(
        LedgerView view, PolicyReader reader, IEnumerable<ContributionPlan> plans, PolicySubject subject, Scheme scheme, Grade? grade)
    {
        if (grade?.Terms is not { } terms) return [];
        var all = new List<GradeConsequence>();
        if (terms.FeeFactor is { } factor && scheme.FeePercent is { } percent) all.Add(Fee(reader, subject, percent, factor));
        if (terms.TranchePercent is { } released) all.Add(NextTranche(view, plans, subject, released));
        if (terms.GainPercent is { } part) all.Add(Gain(view, subject, part));
        return all;
    }

    private static GradeConsequence Fee(PolicyReader reader, PolicySubject subject, decimal percent, decimal factor)
    {
        var ratio = reader.Compute("feeToPaidIn", subject).Figure;
        var paidIn = ratio.Trail.Inputs.OfType<FigureInput>().FirstOrDefault(input => input.Role == "denominator")?.Figure;
        if (paidIn?.Value is not Money { IsPositive: true } money) return None(ConsequenceKind.ManagementFee, factor, FigureReasons.NothingPaidIn());
        return new GradeConsequence(
            ConsequenceKind.ManagementFee, factor, [paidIn], money.MultiplyRounded(percent / 100m), money.MultiplyRounded(percent / 100m * factor), null);
    }

    private static GradeConsequence NextTranche(LedgerView view, IEnumerable<ContributionPlan> plans, PolicySubject subject, decimal percent)
    {
        var plan = plans.FirstOrDefault(plan => plan.Fund == subject.Node && plan.RecordedAt <= view.KnownAt);
        var next = plan?.Tranches.FirstOrDefault(phase => phase.RecordedAt <= view.KnownAt && phase.PlannedDate > view.AsOf);
        if (next is not null)
            return new GradeConsequence(
                ConsequenceKind.NextTranche, percent, [], next.Amount, next.Amount.MultiplyRounded(percent / 100m), null, next.PlannedDate);
        return FundFigureEngine.Of(view, subject.Code)?.Unfunded is { Value: { IsPositive: true } rest } unfunded
            ? new GradeConsequence(ConsequenceKind.NextTranche, percent, [unfunded], rest, rest.MultiplyRounded(percent / 100m), null)
            : None(ConsequenceKind.NextTranche, percent, CycleErrors.NothingToPay());
    }

    private static GradeConsequence Gain(LedgerView view, PolicySubject subject, decimal percent)
    {
        if (FundFigureEngine.Of(view, subject.Code) is not { } figures) return None(ConsequenceKind.GainGivenUp, percent, FigureReasons.NothingPaidIn());
        IReadOnlyList<IFigure> bases = [figures.Distributed, figures.Nav, figures.PaidIn];
        if (bases.Select(figure => figure.NoneReason).FirstOrDefault(reason => reason is not null) is { } reason)
            return None(ConsequenceKind.GainGivenUp, percent, reason);
        var gain = figures.Distributed.Require() + figures.Nav.Require() - figures.PaidIn.Require();
        if (gain.IsNegative) gain = Money.Zero(gain.Currency);
        return new GradeConsequence(ConsequenceKind.GainGivenUp, percent, bases, gain, gain.MultiplyRounded(percent / 100m), null);
    }

    private static GradeConsequence None(ConsequenceKind kind, decimal term, DomainError reason) => new(kind, term, [], null, null, reason);
}
