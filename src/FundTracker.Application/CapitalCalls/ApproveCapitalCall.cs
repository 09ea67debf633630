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

namespace FundTracker.Application.CapitalCalls;

/// <summary>Approves a submitted call, judged again against what is callable, the conditions of the phase that it draws, and the rules.</summary>
public static class ApproveCapitalCall
{
    /// <summary>Approves a call.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Call">The submitted call.</param>
    /// <param name="OverrideReason">
    /// Why conditions that are not met, and hard rules that would be breached, are overridden; empty where nothing is. At most 1,000 characters.
    /// </param>
    [Approvers]
    public sealed record Command(string Books, CapitalCallId Call, string OverrideReason = "") : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Call).NotEmpty();
            RuleFor(c => c.OverrideReason).NotNull().MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk, BooksForesight foresight) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            books.Call(c.Call, cancellation).Then(async call =>
            {
                Tranche? tranche = null;
                IReadOnlyList<GateResult> gates = [];
                if (call.Tranche is { } number)
                {
                    var plan = await books.Plan(books.Snapshot.Node(call.Fund), cancellation);
                    var found = plan.Then(planned => planned.Phase(number));
                    if (!found.IsSuccess) return Result<Done>.Refused(found.Errors);
                    tranche = found.Value;
                    gates = GateEngine.Judge(books.Everything.On(call.GateDay(desk.Today)), plan.Value, tranche, await Calls(call, cancellation));
                }

                return (await foresight.Of(books.Snapshot, call.AsPaid(), cancellation))
                    .Then(foreseen => call.Approve(
                        desk.User, desk.Now, CallStanding.Of(books.Everything, call.Fund), tranche, c.OverrideReason, foreseen.Changes, gates))
                    .Then(_ => call.OverrideReason.Length == 0 ? Done.Value : books.Gate(desk.Today).Override(call).Then(books.Note));
            }));

        private Task<List<CapitalCall>> Calls(CapitalCall call, CancellationToken cancellation)
        {
            var fund = call.Fund;
            return desk.Db.CapitalCalls.AsNoTracking().Where(other => other.Fund == fund).ToListAsync(cancellation);
        }
    }
}
