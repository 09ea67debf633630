using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.CapitalCalls;

/// <summary>Drafts a capital call of a fund and shares it out over its investors, pro rata to commitment, to the fen.</summary>
public static class DraftCapitalCall
{
    /// <summary>Drafts a call.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that calls.</param>
    /// <param name="Items">What the money is for; at least one.</param>
    /// <param name="NoticeDate">Day of the notice.</param>
    /// <param name="DueDate">Day on which money is due; not before the notice.</param>
    /// <param name="Tranche">Phase of the fund's contribution plan that it draws, or null.</param>
    /// <param name="Document">The document behind it, or null.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Fund, IReadOnlyList<CalledItem> Items, DateOnly NoticeDate, DateOnly DueDate, int? Tranche = null,
        DocumentId? Document = null) : ICommand<CapitalCallId>, IBacked;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.Items).NotEmpty();
            RuleForEach(c => c.Items).SetValidator(new CalledItemValidator());
            RuleFor(c => c.NoticeDate).IsBusinessDate();
            RuleFor(c => c.DueDate).IsBusinessDate();
            RuleFor(c => c.Tranche).GreaterThan(0);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<CapitalCallId>>
    {
        public Task<Result<CapitalCallId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            (from fund in books.Fund(c.Fund)
             from items in CalledItem.Read(c.Items, fund.Currency)
             select (fund, items))
            .Then(async x =>
            {
                var (fund, items) = x;
                var plan = c.Tranche is { } number ? (await books.Plan(fund, cancellation)).Then(p => p.Phase(number)) : null;
                if (plan is { IsSuccess: false }) return Result<CapitalCallId>.Refused(plan.Errors);
                var standings = CallStanding.Of(books.Everything, fund.Id);
                var next = 1 + (await desk.Db.CapitalCalls.Where(call => call.Fund == fund.Id).MaxAsync(call => (int?)call.Number, cancellation) ?? 0);
                return CapitalCall.Draft(
                        new CapitalCallId(desk.NextId()), (books.Head.MotherFund, fund.Id), next, items, standings,
                        notice: c.NoticeDate, due: c.DueDate, desk.User, desk.Now)
                    .Map(call => desk.Db.CapitalCalls.Add(call.Describe(c.Tranche, c.Document, Provenance.Recorded)).Entity.Id);
            }));
    }
}
