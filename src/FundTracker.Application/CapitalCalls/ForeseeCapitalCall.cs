using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.CapitalCalls;

/// <summary>Which rules a call would breach or cure if it were issued and everybody paid on the due day; nothing is written.</summary>
public static class ForeseeCapitalCall
{
    /// <summary>Asks for it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Call">The call, not issued yet.</param>
    [Readers]
    public sealed record Query(string Books, CapitalCallId Call) : IQuery<ForeseenRulesAnswer>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Call).NotEmpty();
    }

    internal sealed class Handler(Desk desk, BooksForesight foresight) : IRequestHandler<Query, Result<ForeseenRulesAnswer>>
    {
        public Task<Result<ForeseenRulesAnswer>> Handle(Query q, CancellationToken cancellation) => desk.Read(q.Books, cancellation).Then(async book =>
        {
            var root = book.MotherFund;
            var call = await desk.Db.CapitalCalls.AsNoTracking().SingleOrDefaultAsync(one => one.Id == q.Call && one.MotherFund == root, cancellation);
            if (call is null) return PipelineErrors.NotFound("call", q.Call.ToString());
            if (call.Stage is not (CallStage.Draft or CallStage.Submitted or CallStage.Approved)) return CallErrors.WrongStage(call.Stage);
            return await foresight.Of(book, call.AsPaid(), cancellation);
        });
    }
}
