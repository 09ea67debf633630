using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.CapitalCalls;

/// <summary>Drafts a capital call of a fund and shares it out over its investors, pro rata to commitment, to the fen.</summary>
public static class DraftCapitalCall
{
    /// <summary>Drafts a call.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that calls.</param>
    /// <param name="Items">What the money is for; at least one.</param>
    /// <param name="NoticeDate">Day of the notice.</param>
    /// <param name="DueDate">Day on which money is due; not before the notice.</param>
    /// <param name="Tranche">Phase of the fund's contribution plan that it draws, or null.</param>
    /// <param name="Document">The document behind it, or null.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Fund, IReadOnlyList<Item> Items, DateOnly NoticeDate, DateOnly DueDate, int? Tranche = null,
        DocumentId? Document = null) : ICommand<CapitalCallId>, IWithinBooks;

    /// <summary>One purpose of a call.</summary>
    /// <param name="Purpose">Investment, management fee, expense or other.</param>
    /// <param name="InsideCommitment">Whether it counts against the commitment.</param>
    /// <param name="Amount">Major units of the fund's currency, above zero.</param>
    public sealed record Item(CallPurpose Purpose, bool InsideCommitment, decimal Amount);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fund).NotEmpty();
            RuleFor(c => c.Items).NotEmpty();
            RuleForEach(c => c.Items).ChildRules(item =>
            {
                item.RuleFor(i => i.Amount).GreaterThan(0).PrecisionScale(18, 3, ignoreTrailingZeros: true);
                item.RuleFor(i => i.Purpose).IsInEnum().NotEqual(CallPurpose.None).WithErrorCode(InputErrors.Required);
            });
            RuleFor(c => c.NoticeDate).IsBusinessDate();
            RuleFor(c => c.DueDate).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<CapitalCallId>>
    {
        public async Task<Result<CapitalCallId>> Handle(Command c, CancellationToken cancellation)
        {
            var opened = await desk.Open(c.Books, cancellation);
            if (!opened.IsSuccess) return Result<CapitalCallId>.Refused(opened.Errors);
            var books = opened.Value;
            var found = books.Fund(c.Fund);
            if (!found.IsSuccess) return Result<CapitalCallId>.Refused(found.Errors);
            var fund = found.Value;
            var number = 1 + (await desk.Db.CapitalCalls.Where(call => call.Fund == fund.Id).MaxAsync(call => (int?)call.Number, cancellation) ?? 0);
            var items = c.Items.Select((item, i) => Amounts.Read(item.Amount, fund.Currency, $"Items[{i}].Amount")
                .Map(amount => new CallItem(item.Purpose, item.InsideCommitment, amount))).ToList();
            var malformed = items.SelectMany(item => item.Errors).ToList();
            if (malformed.Count > 0) return Result<CapitalCallId>.Refused(malformed);
            return CapitalCall.Draft(
                    new CapitalCallId(desk.NextId()), (books.Head.MotherFund, fund.Id), number, [.. items.Select(item => item.Value)],
                    Standings.Of(books, fund.Id), notice: c.NoticeDate, due: c.DueDate, desk.User, desk.Now)
                .Map(call =>
                {
                    desk.Db.CapitalCalls.Add(call.Describe(c.Tranche, c.Document, Provenance.Recorded));
                    return call.Id;
                });
        }
    }
}
