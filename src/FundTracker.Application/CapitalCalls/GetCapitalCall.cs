using FluentValidation;
using FundTracker.Application.Approvals;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.CapitalCalls;

/// <summary>A capital call: what for, who was asked for how much, who paid and when, what waits for approval.</summary>
public static class GetCapitalCall
{
    /// <summary>Asks for a call.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Call">The call.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    [Readers]
    public sealed record Query(string Books, CapitalCallId Call, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The call.</summary>
    /// <param name="Summary">Where it stands.</param>
    /// <param name="Items">What the money is for.</param>
    /// <param name="Investors">Who was asked.</param>
    /// <param name="Pending">Payments, or a cancellation, that wait for approval; no figure counts them.</param>
    /// <param name="Steps">Who did what with it, and when.</param>
    /// <param name="Document">The document behind it, or null.</param>
    public sealed record Answer(
        CallSummary Summary, IReadOnlyList<CallItem> Items, IReadOnlyList<InvestorPart> Investors, IReadOnlyList<VoucherCard> Pending, Steps Steps,
        DocumentId? Document);

    /// <summary>What one investor was asked for and paid.</summary>
    /// <param name="Investor">The investor.</param>
    /// <param name="Items">Its part of each item, in their order.</param>
    /// <param name="Progress">Called, paid, due, days late.</param>
    public sealed record InvestorPart(NodeEntry Investor, IReadOnlyList<Money> Items, InvestorProgress Progress);

    /// <summary>The steps of a call.</summary>
    /// <param name="RecordedBy">Who drafted it.</param>
    /// <param name="RecordedAt">When.</param>
    /// <param name="SubmittedBy">Who handed it in; null while it is a draft.</param>
    /// <param name="SubmittedAt">When.</param>
    /// <param name="DecidedBy">Who approved or rejected it; null where nobody did.</param>
    /// <param name="DecidedAt">When.</param>
    /// <param name="IssuedAt">When it was issued.</param>
    /// <param name="CancelledAt">When it was cancelled or taken back.</param>
    /// <param name="OverrideReason">Why unmet conditions were overridden; else empty.</param>
    /// <param name="Reason">Why it was rejected or cancelled; else empty.</param>
    /// <param name="Overridden">Names of the hard rules that were overridden; else empty.</param>
    /// <param name="Resolution">Number of the committee's resolution that let unmet conditions pass; null where none was needed.</param>
    public sealed record Steps(
        string RecordedBy, Stamp RecordedAt, string? SubmittedBy, Stamp? SubmittedAt, string? DecidedBy, Stamp? DecidedAt, Stamp? IssuedAt,
        Stamp? CancelledAt, string OverrideReason, string Reason, string Overridden, string? Resolution);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Call).NotEmpty();
            RuleFor(q => q.AsOf).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
            {
                var call = await desk.Db.CapitalCalls.AsNoTracking()
                    .SingleOrDefaultAsync(c => c.Id == q.Call && c.MotherFund == view.Book.MotherFund, cancellation);
                if (call is null || call.RecordedAt > view.KnownAt) return PipelineErrors.NotFound("call", q.Call.ToString());
                var progress = CallProgress.Of(view, [call])[0];
                var pending = await VoucherCard.Read(desk, view.Book, voucher => voucher.Call == call.Id, VoucherState.Pending, cancellation);
                return Result<Answer>.Ok(new Answer(
                    CallSummary.Of(view, call, progress), ItemsOf(call), [.. progress.Investors.Select(part => PartOf(view.Book, call, part))],
                    pending, StepsOf(call, view), call.Document));
            });

        private static IReadOnlyList<CallItem> ItemsOf(CapitalCall call) =>
        [
            .. call.Shares.GroupBy(share => share.Item).OrderBy(item => item.Key).Select(item => new CallItem(
                item.First().Purpose, item.First().InsideCommitment, item.Select(share => share.Amount).Aggregate((sum, part) => sum + part))),
        ];

        private static InvestorPart PartOf(BookSnapshot book, CapitalCall call, InvestorProgress progress) => new(
            book.Node(book.Edges[book.IndexOf(progress.Edge)].Holder),
            [.. call.Shares.Where(share => share.Edge == progress.Edge).OrderBy(share => share.Item).Select(share => share.Amount)], progress);

        private static Steps StepsOf(CapitalCall call, LedgerView view) => new(
            call.RecordedBy, call.RecordedAt, call.SubmittedBy, call.SubmittedAt, call.DecidedBy, call.DecidedAt, IssuedAt: call.IssuedAt, CancelledAt: call.CancelledAt,
            OverrideReason: call.OverrideReason, Reason: call.Reason, Overridden: call.Overridden,
            Resolution: Domain.Committees.Resolution.Releasing(view.Book, call, view.KnownAt)?.Number);
    }
}
