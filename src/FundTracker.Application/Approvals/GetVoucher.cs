using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Approvals;

/// <summary>A voucher with what it proposes, and the ledger lines or facts that it became.</summary>
public static class GetVoucher
{
    /// <summary>Asks for a voucher.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Voucher">The voucher.</param>
    [Readers]
    public sealed record Query(string Books, VoucherId Voucher) : IQuery<Answer>, IWithinBooks;

    /// <summary>The voucher.</summary>
    /// <param name="Card">The voucher with its lines.</param>
    /// <param name="Posted">Sequences of the ledger lines posted by it; empty where it was not approved.</param>
    /// <param name="Stated">Places in the chain of facts of those stated by it; empty where it was not approved.</param>
    public sealed record Answer(VoucherCard Card, IReadOnlyList<long> Posted, IReadOnlyList<long> Stated);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Voucher).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) => desk.Read(q.Books, cancellation).Then(async book =>
        {
            var cards = await VoucherCard.Read(desk, book, voucher => voucher.Id == q.Voucher, state: null, cancellation);
            if (cards.Count == 0) return PipelineErrors.NotFound("voucher", q.Voucher.ToString());
            var posted = await desk.Db.Lines.Where(line => line.Chain == book.Chain && line.Voucher == q.Voucher)
                .OrderBy(line => line.Id).Select(line => line.Sequence).ToListAsync(cancellation);
            var stated = await desk.Db.Facts.Where(fact => fact.Chain == book.Chain && fact.Voucher == q.Voucher)
                .OrderBy(fact => fact.Id).Select(fact => fact.Sequence).ToListAsync(cancellation);
            return Result<Answer>.Ok(new Answer(cards[0], posted, stated));
        });
    }
}
