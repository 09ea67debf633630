using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.CapitalCalls;

/// <summary>Issues an approved call: every investor's part stands in the ledger as called from the day of the notice.</summary>
public static class IssueCapitalCall
{
    /// <summary>Issues a call.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Call">The approved call.</param>
    [Recorders]
    public sealed record Command(string Books, CapitalCallId Call) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Call).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public Task<Result<Done>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            books.Call(c.Call, cancellation).Then(call => call
                .Issue(desk.Now, CallStanding.Of(books.Everything, call.Fund))
                .Then(lines => books.Post(lines, new Signatures(call.RecordedBy, call.DecidedBy!, Voucher: null)))
                .Map(_ => Done.Value)));
    }
}
