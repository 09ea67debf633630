using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Evaluations;

/// <summary>Opens the evaluation of a fund: for a year that is over, before it is set up, or over its whole life at the end.</summary>
public static class OpenEvaluation
{
    /// <summary>Opens it. The scheme's file is kept with it, so that a later version leaves it alone.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund: the mother fund or a sub-fund.</param>
    /// <param name="Scheme">Code of the scheme.</param>
    /// <param name="Timing">When in the fund's life.</param>
    /// <param name="Year">The year of a yearly evaluation; else null.</param>
    /// <param name="AsOf">Day of the other evaluations, today where null.</param>
    /// <param name="Retroactive">Whether a year may be evaluated that the scheme does not; the evaluation then says so.</param>
    [AllowedTo(Role.CommitteeMember)]
    public sealed record Command(
        string Books, string Fund, string Scheme, EvaluationTiming Timing = EvaluationTiming.Yearly, int? Year = null, DateOnly? AsOf = null,
        bool Retroactive = false) : ICommand<EvaluationId>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty().MaximumLength(40);
            RuleFor(c => c.Scheme).NotEmpty().MaximumLength(40);
            RuleFor(c => c.Timing).IsInEnum();
            RuleFor(c => c.Year).NotNull().InclusiveBetween(1900, 2999).WithErrorCode(InputErrors.DateRange).When(c => c.Timing == EvaluationTiming.Yearly);
            RuleFor(c => c.AsOf!.Value).IsBusinessDate().When(c => c.AsOf is not null);
        }
    }

    internal sealed class Handler(Desk desk, PolicyLibrary library) : IRequestHandler<Command, Result<EvaluationId>>
    {
        public Task<Result<EvaluationId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(async books =>
        {
            var today = desk.Today;
            var asOf = c.Timing == EvaluationTiming.Yearly ? new DateOnly(c.Year!.Value, 12, 31) : c.AsOf ?? today;
            var opened =
                from fund in books.Fund(c.Fund)
                from scheme in library.Scheme(c.Scheme)
                from text in library.SchemeText(c.Scheme)
                from _ in IsTime(new LedgerView(books.Snapshot, asOf, Stamp.Max), fund, c.Timing)
                from evaluation in Evaluation.Open(
                    new EvaluationId(desk.NextId()),
                    new EvaluationOpening(books.Head.MotherFund, fund.Id, c.Timing, asOf.Year, asOf, text, c.Retroactive), scheme, desk.User, desk.Now, today)
                select evaluation;
            return await opened.Then(evaluation => Add(evaluation, c.Fund, cancellation));
        });

        private static Result<Done> IsTime(LedgerView view, NodeEntry fund, EvaluationTiming timing)
        {
            if (timing == EvaluationTiming.Yearly) return Done.Value;
            var paidIn = view.Book.EdgesInto(fund.Id).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment).Sum(view.PaidIn);
            var status = view.Book.FactOn(fund.Id, FactNames.FundStatus, view.AsOf, view.KnownAt)?.Value;
            return EvaluationTimes.Check(timing, fund.Code, Money.FromMinor(paidIn, fund.Currency), status);
        }

        private async Task<Result<EvaluationId>> Add(Evaluation opened, string fund, CancellationToken cancellation)
        {
            var other = await desk.Db.Evaluations.AsNoTracking().FirstOrDefaultAsync(
                one => one.Fund == opened.Fund && one.Scheme == opened.Scheme && one.Timing == opened.Timing && one.Year == opened.Year
                    && one.Stage != EvaluationStage.Withdrawn,
                cancellation);
            if (other is not null) return CycleErrors.Exists(fund, opened.Scheme, opened.Year, other.Stage);
            return desk.Db.Evaluations.Add(opened).Entity.Id;
        }
    }
}
