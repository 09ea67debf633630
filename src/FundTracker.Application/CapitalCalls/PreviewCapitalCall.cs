using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.CapitalCalls;

/// <summary>Shows how a call would be shared out, to the fen, without saving anything; refuses what a draft would refuse.</summary>
public static class PreviewCapitalCall
{
    /// <summary>Asks for the shares of a call.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund that would call.</param>
    /// <param name="Items">What the money is for; at least one.</param>
    /// <param name="NoticeDate">Day of the notice.</param>
    /// <param name="DueDate">Day on which money is due; not before the notice.</param>
    [Readers]
    public sealed record Query(string Books, string Fund, IReadOnlyList<CalledItem> Items, DateOnly NoticeDate, DateOnly DueDate)
        : IQuery<Answer>, IWithinBooks;

    /// <summary>The shares.</summary>
    /// <param name="Amount">All that would be called.</param>
    /// <param name="Shares">One per investor with a commitment.</param>
    public sealed record Answer(Money Amount, IReadOnlyList<Share> Shares);

    /// <summary>An investor's part.</summary>
    /// <param name="Investor">The investor.</param>
    /// <param name="Commitment">Its commitment.</param>
    /// <param name="Items">Its part of each item, in their order.</param>
    /// <param name="Amount">All of its part.</param>
    /// <param name="Callable">What may be called of it before the call.</param>
    /// <param name="CallableAfter">What may be called of it after the call.</param>
    public sealed record Share(
        NodeEntry Investor, Money Commitment, IReadOnlyList<Money> Items, Money Amount, Money Callable, Money CallableAfter);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Fund).NotEmpty();
            RuleFor(q => q.Items).NotEmpty();
            RuleForEach(q => q.Items).SetValidator(new CalledItemValidator());
            RuleFor(q => q.NoticeDate).IsBusinessDate();
            RuleFor(q => q.DueDate).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) => desk.Open(q.Books, cancellation).Then(books =>
            from fund in books.Fund(q.Fund)
            from items in CalledItem.Read(q.Items, fund.Currency)
            let standings = CallStanding.Of(books.Everything, fund.Id)
            from call in CapitalCall.Draft(
                new CapitalCallId(0), (books.Head.MotherFund, fund.Id), number: 1, items, standings, notice: q.NoticeDate, due: q.DueDate,
                desk.User, desk.Now)
            select new Answer(call.Amount, [.. standings.Select(standing => ShareOf(call, standing, books.Snapshot))]));

        private static Share ShareOf(CapitalCall call, CallStanding standing, BookSnapshot book)
        {
            var edge = book.Edges[book.IndexOf(standing.Edge)];
            var parts = call.Shares.Where(share => share.Edge == standing.Edge).OrderBy(share => share.Item).ToList();
            var amount = parts.Select(share => share.Amount).Aggregate((sum, part) => sum + part);
            var inside = parts.Where(share => share.InsideCommitment).Sum(share => share.Amount.MinorUnits);
            return new Share(
                book.Node(edge.Holder), Money.FromMinor(standing.Commitment, edge.Currency), [.. parts.Select(share => share.Amount)], amount,
                Callable: Money.FromMinor(standing.Callable, edge.Currency),
                CallableAfter: Money.FromMinor(standing.Callable - inside, edge.Currency));
        }
    }
}
