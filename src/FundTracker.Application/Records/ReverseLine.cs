using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Records;

/// <summary>
/// Takes back a ledger line with those that make sense only together with it (<see cref="LineActs"/>), or all lines of a voucher: nothing is
/// edited, a line of the opposite sign is added. It takes the original's day while that is not closed; after the close it takes the first
/// open day and names the closed line.
/// </summary>
public static class ReverseLine
{
    /// <summary>Records a reversal; it counts once another person approves. What was right is recorded again.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Line">Sequence of the line; null where a voucher is given.</param>
    /// <param name="Voucher">The voucher whose lines, as far as they were not reversed before, are taken back; null where a line is given.</param>
    /// <param name="Reason">Why; needed, at most 1,000 characters.</param>
    /// <param name="Document">The paper behind the correction, or null.</param>
    [Recorders]
    public sealed record Command(string Books, long? Line, VoucherId? Voucher, string Reason, DocumentId? Document = null)
        : ICommand<VoucherId>, IBacked;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Line).NotNull().When(c => c.Voucher is null);
            RuleFor(c => c.Line).Null().When(c => c.Voucher is not null);
            RuleFor(c => c.Line).GreaterThan(0);
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(async books =>
        {
            var together = c.Line <= books.Snapshot.LineCount ? LineActs.TakenBackWith(books.Everything, (int)c.Line.Value - 1) : [];
            var keys = together.Select(line => LedgerLine.KeyOf(books.Head.Chain, line + 1)).ToList();
            var lines = await desk.Db.Lines.AsNoTracking()
                .Where(line => line.Chain == books.Head.Chain && (c.Voucher == null ? keys.Contains(line.Id) : line.Voucher == c.Voucher))
                .OrderBy(line => line.Id).ToListAsync(cancellation);
            var open = c.Voucher is null ? lines : lines.FindAll(line => !books.Everything.IsReversed(line.Sequence));
            if (lines.Count == 0) return c.Line is { } sequence ? LedgerErrors.NoSuchLine(sequence) : PipelineErrors.NotFound("voucher", $"{c.Voucher}");
            if (open.Count == 0) return LedgerErrors.AlreadyReversed(lines[0].Sequence);
            var about = books.Snapshot.Edges[books.Snapshot.IndexOf(open[0].Edge)].Investee;
            return books.Record(
                VoucherKind.Reversal, about,
                [.. open.Select(line => books.Head.Reversal(line, c.Reason)).Select(draft => draft with { Document = c.Document ?? draft.Document })]);
        });
    }
}
