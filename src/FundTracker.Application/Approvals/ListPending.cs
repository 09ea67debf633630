using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Approvals;

/// <summary>What waits for somebody: vouchers to be approved, calls to be approved or issued.</summary>
public static class ListPending
{
    /// <summary>Asks for what is pending.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="About">Code of the fund or company that it is about; null for all.</param>
    [Readers]
    public sealed record Query(string Books, string? About = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>What is pending.</summary>
    /// <param name="Vouchers">Vouchers, the oldest first.</param>
    /// <param name="Calls">Calls handed in or approved, not issued; the latest notice first.</param>
    public sealed record Answer(IReadOnlyList<VoucherCard> Vouchers, IReadOnlyList<CallSummary> Calls);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Books).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, DateOnly.MaxValue, knownAt: null, cancellation).Then(async view =>
            {
                var about = q.About is null ? null : view.Book.FindNode(q.About);
                if (q.About is not null && about is null) return PipelineErrors.NotFound("node", q.About);
                var id = about?.Id;
                var vouchers = await VoucherCard.Read(
                    desk, view.Book, voucher => id == null || voucher.About == id, VoucherState.Pending, cancellation);
                var calls = await CallSummary.Read(desk, view, id, cancellation);
                return Result<Answer>.Ok(
                    new Answer(vouchers, [.. calls.Where(call => call.Status is CallStatus.Submitted or CallStatus.Approved)]));
            });
    }
}
