using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Approvals;

/// <summary>Which rules a voucher would breach or cure if it were posted; nothing is written.</summary>
public static class ForeseeVoucher
{
    /// <summary>Asks for it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Voucher">The voucher, pending.</param>
    [Readers]
    public sealed record Query(string Books, VoucherId Voucher) : IQuery<ForeseenRulesAnswer>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Voucher).NotEmpty();
    }

    internal sealed class Handler(Desk desk, BooksForesight foresight) : IRequestHandler<Query, Result<ForeseenRulesAnswer>>
    {
        public Task<Result<ForeseenRulesAnswer>> Handle(Query q, CancellationToken cancellation) => desk.Read(q.Books, cancellation).Then(async book =>
        {
            var root = book.MotherFund;
            var voucher = await desk.Db.Vouchers.AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == q.Voucher && one.MotherFund == root, cancellation);
            if (voucher is null) return PipelineErrors.NotFound("voucher", q.Voucher.ToString());
            if (voucher.State != VoucherState.Pending) return ApprovalErrors.NotPending();
            return await foresight.Of(book, voucher.Drafts(), cancellation);
        });
    }
}
