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
    /// <param name="Act">What several lines say together, of which this one is a part; None where it stands for itself.</param>
    /// <param name="Together">The other lines of the act that still stand: they are taken back with this one.</param>
    public sealed record Answer(LineCard Line, VoucherCard? Voucher, LineAct Act, IReadOnlyList<LineCard> Together);

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
                var lines = await LineCard.Read(desk, view, LineActs.TakenBackWith(view, (int)q.Line - 1), cancellation);
                var line = lines.Single(one => one.Sequence == q.Line);
                var vouchers = line.Voucher is not { } id
                    ? []
                    : await VoucherCard.Read(desk, view.Book, voucher => voucher.Id == id, state: null, cancellation);
                return Result<Answer>.Ok(new Answer(
                    line, vouchers.Count == 0 ? null : vouchers[0], lines.Count == 1 ? LineAct.None : LineKinds.RuleOf(line.Kind).Part.Act,
                    [.. lines.Where(one => one != line)]));
            });
    }
}
