using System.Globalization;
using FluentValidation;
using FundTracker.Analytics.Policies;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Policies;

/// <summary>What the policy rules say of a mother fund and its sub-funds on a day: met, breached or not known, and where levels conflict.</summary>
public static class GetRules
{
    /// <summary>Asks the rules.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted; the versions of rules in force on it answer.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    /// <param name="Fund">Code of the one fund that is judged; null for the mother fund and all below it.</param>
    /// <param name="Rule">Code of the one rule that is asked; null for all.</param>
    /// <param name="Retroactive">Whether rules answer that were not in force on the day; each result then says so.</param>
    [Readers]
    public sealed record Query(
        string Books, DateOnly AsOf, Stamp? KnownAt = null, string? Fund = null, string? Rule = null, bool Retroactive = false)
        : IQuery<Answer>, IWithinBooks;

    /// <summary>What they say.</summary>
    /// <param name="AsOf">Effective day.</param>
    /// <param name="KnownAt">Recorded instant that was used.</param>
    /// <param name="Results">One per rule, by its code.</param>
    /// <param name="Conflicts">Rules that ask different things of the same figure.</param>
    /// <param name="Refused">Rules that were not in force on the day, and when they are.</param>
    public sealed record Answer(
        DateOnly AsOf, Stamp KnownAt, IReadOnlyList<RuleResult> Results, IReadOnlyList<PolicyConflict> Conflicts,
        IReadOnlyList<DomainError> Refused);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.AsOf).IsBusinessDate();
            RuleFor(q => q.Fund).MaximumLength(40);
            RuleFor(q => q.Rule).MaximumLength(40);
        }
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
            {
                var fund = q.Fund is null ? null : view.Book.FindNode(q.Fund);
                if (q.Fund is not null && fund is null) return PipelineErrors.NotFound("fund", q.Fund);
                var only = fund is null || fund.Id == view.Book.MotherFund ? null : fund.Code;
                var root = view.Book.MotherFund;
                var plans = await desk.Db.ContributionPlans.AsNoTracking().Where(plan => plan.MotherFund == root).ToListAsync(cancellation);
                return library.Rules.Then(book => RulesFor(book, q).Map(rules =>
                {
                    var judged = view.Remember(
                        (only, q.Rule, q.Retroactive, PlansAsKnown(plans, view.KnownAt)),
                        () => RuleJudge.Judge(rules.Answering, new PolicyReader(view, plans, book, only)));
                    return new Answer(view.AsOf, view.KnownAt, judged, RuleJudge.Conflicts(judged), rules.Refused);
                }));
            });

        /// <summary>Stands for the plans as known at an instant: two plans of one text say the same.</summary>
        private static string PlansAsKnown(IReadOnlyList<ContributionPlan> plans, Stamp knownAt)
        {
            var last = plans.SelectMany(plan => plan.Tranches).SelectMany(tranche => tranche.Conditions.Select(condition => condition.TickedAt)
                    .Append(tranche.RecordedAt)).Concat(plans.Select(plan => (Stamp?)plan.RecordedAt)).Max();
            var asKnown = last > knownAt ? knownAt.UnixMicroseconds : long.MaxValue;
            return string.Join(';', plans.OrderBy(plan => plan.Id.Value).Select(plan => FormattableString.Invariant($"{plan.Id.Value}:{plan.Version}"))
                .Append(asKnown.ToString(CultureInfo.InvariantCulture)));
        }

        private static Result<(IReadOnlyList<(Rule Rule, bool IsRetroactive)> Answering, IReadOnlyList<DomainError> Refused)> RulesFor(
            Rulebook book, Query q)
        {
            if (q.Rule is not null && book.Rules.All(rule => rule.Id != q.Rule)) return PolicyErrors.RuleUnknown(q.Rule);
            var (answering, refused) = book.On(q.AsOf, q.Retroactive, q.Rule);
            if (answering.Count == 0)
                return Result<(IReadOnlyList<(Rule, bool)>, IReadOnlyList<DomainError>)>.Refused(refused);
            return (answering, refused);
        }
    }
}
