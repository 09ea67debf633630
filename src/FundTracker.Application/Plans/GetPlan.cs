using FluentValidation;
using FundTracker.Analytics.Phases;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Plans;

/// <summary>A fund's contribution plan: each phase planned against called and paid, its conditions with their evidence, and the totals.</summary>
public static class GetPlan
{
    /// <summary>Asks for a plan.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    [Readers]
    public sealed record Query(string Books, string Fund, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The plan.</summary>
    /// <param name="Fund">The fund.</param>
    /// <param name="Rolling">Whether returned money may be used again.</param>
    /// <param name="RecordedBy">Who drew it up.</param>
    /// <param name="ApprovedBy">Who approved it.</param>
    /// <param name="RecordedAt">When it was approved.</param>
    /// <param name="Phases">The phases by number, and last (number 0) what was called or paid without a phase, where there is any.</param>
    /// <param name="Conditions">Conditions of all phases.</param>
    /// <param name="Planned">Sum of the phases.</param>
    /// <param name="Called">Called under phases and without.</param>
    /// <param name="Paid">Paid under phases and without.</param>
    public sealed record Answer(
        NodeEntry Fund, bool Rolling, string RecordedBy, string ApprovedBy, Stamp RecordedAt, IReadOnlyList<PhaseProgress> Phases,
        IReadOnlyList<Condition> Conditions, Money Planned, Money Called, Money Paid);

    /// <summary>A condition of a phase.</summary>
    /// <param name="Tranche">Number of the phase.</param>
    /// <param name="Number">Number within the phase.</param>
    /// <param name="Text">What must be met.</param>
    /// <param name="IsMet">Whether a tick with evidence was approved by the instant asked for.</param>
    /// <param name="Evidence">What proves it; empty while not ticked.</param>
    /// <param name="Document">The paper behind it, or null.</param>
    /// <param name="TickedBy">Who ticked it, or null.</param>
    /// <param name="ApprovedBy">Who approved the tick, or null.</param>
    /// <param name="TickedAt">When it was approved, or null.</param>
    /// <param name="Judged">How it is judged, and what was found on the day: the figure, and the gap where it is not met.</param>
    /// <param name="Overridden">Who let a call of the phase pass though the condition was not met, and why; null where nobody did.</param>
    /// <param name="Grade">The grade that is asked for, by name; null where none is.</param>
    public sealed record Condition(
        int Tranche, int Number, string Text, bool IsMet, string Evidence, DocumentId? Document, string? TickedBy, string? ApprovedBy,
        Stamp? TickedAt, GateResult Judged, Override? Overridden, GradeAsked? Grade);

    /// <summary>A grade that a condition asks for.</summary>
    /// <param name="Scheme">Name of the scheme; its code where there is no such scheme any more.</param>
    /// <param name="Title">Name of the grade; its code where the scheme names it no more.</param>
    public sealed record GradeAsked(BilingualName Scheme, BilingualName Title);

    /// <summary>A condition that was not met let pass.</summary>
    /// <param name="By">Who approved the call.</param>
    /// <param name="At">When.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Call">Number of the call.</param>
    public sealed record Override(string By, Stamp At, string Reason, int Call);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Fund).NotEmpty();
            RuleFor(q => q.AsOf).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
            {
                if (view.Book.FindNode(q.Fund) is not { } fund) return PipelineErrors.NotFound("fund", q.Fund);
                var plan = await desk.Db.ContributionPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Fund == fund.Id, cancellation);
                if (plan is null || plan.RecordedAt > view.KnownAt) return PipelineErrors.NotFound("plan", q.Fund);
                var calls = await desk.Db.CapitalCalls.AsNoTracking().Where(call => call.Fund == fund.Id).ToListAsync(cancellation);
                var phases = PhaseProgress.Of(view, fund, plan, calls);
                return Result<Answer>.Ok(new Answer(
                    fund, plan.Rolling, plan.RecordedBy, plan.ApprovedBy, plan.RecordedAt, phases, ConditionsOf(view, plan, calls),
                    Planned: Sum(fund, phases.Select(phase => phase.Planned)), Called: Sum(fund, phases.Select(phase => phase.Called.Value)),
                    Paid: Sum(fund, phases.Select(phase => phase.Paid.Value))));
            });

        private static Money Sum(NodeEntry fund, IEnumerable<Money?> amounts) =>
            amounts.OfType<Money>().Aggregate(Money.Zero(fund.Currency), (sum, amount) => sum + amount);

        private IReadOnlyList<Condition> ConditionsOf(LedgerView view, ContributionPlan plan, IReadOnlyList<CapitalCall> calls) =>
        [
            .. from tranche in plan.Tranches
               where tranche.RecordedAt <= view.KnownAt
               let judged = GateEngine.Judge(view, plan, tranche, calls)
               from condition in tranche.Conditions
               let result = judged.First(one => one.Condition == condition.Number)
               let isTicked = condition.TickedAt <= view.KnownAt
               select new Condition(
                   tranche.Number, condition.Number, condition.Text, result.Status == GateStatus.Met, isTicked ? condition.Evidence : "",
                   isTicked ? condition.Document : null, isTicked ? condition.TickedBy : null, isTicked ? condition.ApprovedBy : null,
                   isTicked ? condition.TickedAt : null, result, OverrideOf(calls, tranche.Number, condition.Number, view.KnownAt),
                   AskedBy(result.Gate)),
        ];

        private GradeAsked? AskedBy(Gate? gate)
        {
            if (gate is not { Kind: ConditionKind.Grade }) return null;
            var scheme = library.Scheme(gate.Part);
            var grade = scheme.IsSuccess ? scheme.Value.Grades.FirstOrDefault(one => one.Id == gate.Grade) : null;
            return new GradeAsked(scheme.IsSuccess ? scheme.Value.Title : ByCode(gate.Part), grade?.Title ?? ByCode(gate.Grade));

            static BilingualName ByCode(string code) => BilingualName.Of(code, code);
        }

        private static Override? OverrideOf(IReadOnlyList<CapitalCall> calls, int tranche, int condition, Stamp knownAt) => calls
            .Where(call => call.Tranche == tranche && call.DecidedAt <= knownAt && call.OverrideReason.Length > 0
                && call.Overridden.Split(", ").Contains($"#{condition}"))
            .OrderBy(call => call.Number)
            .Select(call => new Override(call.DecidedBy!, call.DecidedAt!.Value, call.OverrideReason, call.Number)).FirstOrDefault();
    }
}
