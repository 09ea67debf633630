using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Approvals;

/// <summary>Approves a voucher that somebody else recorded: its lines are judged again and posted.</summary>
public static class ApproveVoucher
{
    /// <summary>Approves a voucher.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Voucher">The voucher.</param>
    [Approvers]
    public sealed record Command(string Books, VoucherId Voucher) : ICommand<Posted>, IWithinBooks;

    /// <summary>What was posted.</summary>
    /// <param name="FirstLine">Sequence of the first line.</param>
    /// <param name="LastLine">Sequence of the last line.</param>
    public sealed record Posted(long FirstLine, long LastLine);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Books).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Posted>>
    {
        public async Task<Result<Posted>> Handle(Command c, CancellationToken cancellation)
        {
            var opened = await desk.Open(c.Books, cancellation);
            if (!opened.IsSuccess) return Result<Posted>.Refused(opened.Errors);
            var books = opened.Value;
            var voucher = await desk.Db.Vouchers.SingleOrDefaultAsync(v => v.Id == c.Voucher && v.MotherFund == books.Head.MotherFund, cancellation);
            if (voucher is null) return PipelineErrors.NotFound("voucher", c.Voucher.ToString());
            return voucher.Approve(desk.User, desk.Now)
                .Then(lines => books.Post(lines, new Signatures(voucher.RecordedBy, desk.User, voucher.Id)))
                .Map(lines => new Posted(lines[0].Sequence, lines[^1].Sequence));
        }
    }
}
