using FluentValidation;
using FundTracker.Application.Approvals;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Ledger;

/// <summary>One ledger line with the voucher behind it.</summary>
public static class GetLine
{
    /// <summary>Asks for a line.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Line">Sequence of the line.</param>
    [Readers]
    public sealed record Query(string Books, long Line) : IQuery<Answer>, IWithinBooks;

    /// <summary>The line.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Voucher">The voucher by which it was recorded and approved; null where it opened the books or is a call's memo.</param>
    public sealed record Answer(LineCard Line, VoucherCard? Voucher);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Line).GreaterThan(0);
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, DateOnly.MaxValue, knownAt: null, cancellation).Then(async view =>
            {
                if (q.Line > view.Known) return LedgerErrors.NoSuchLine(q.Line);
                var line = (await LineCard.Read(desk, view, [(int)q.Line - 1], cancellation))[0];
                var vouchers = line.Voucher is not { } id
                    ? []
                    : await VoucherCard.Read(desk, view.Book, voucher => voucher.Id == id, state: null, cancellation);
                return Result<Answer>.Ok(new Answer(line, vouchers.Count == 0 ? null : vouchers[0]));
            });
    }
}
