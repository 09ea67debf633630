using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Funds;

/// <summary>The mother funds whose books the user may enter.</summary>
public static class ListMotherFunds
{
    /// <summary>Asks for mother funds; those out of scope are left out.</summary>
    [AllowedTo(Role.FundManager, Role.Approver, Role.CommitteeMember, Role.Auditor, Role.Administrator, Role.SubFundManager)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>, IAboutOneself;

    /// <summary>A mother fund.</summary>
    /// <param name="Code">Code; names its books in every request.</param>
    /// <param name="Family">Code of its family, or null.</param>
    /// <param name="Name">Name in both languages.</param>
    /// <param name="Currency">Its currency.</param>
    /// <param name="Lines">How many lines its ledger has.</param>
    /// <param name="LastRecordedAt">When something was last recorded in it.</param>
    /// <param name="HasIllustrativeInstants">Whether its books were filled with a made-up history of recording, as the demonstration's.</param>
    public sealed record Row(
        string Code, string? Family, BilingualName Name, Currency Currency, long Lines, Stamp LastRecordedAt, bool HasIllustrativeInstants = false);

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancellation)
        {
            var funds = await desk.Db.Nodes.AsNoTracking().OfType<MotherFund>().OrderBy(fund => fund.Code).ToListAsync(cancellation);
            var books = await desk.Db.Books.AsNoTracking().ToDictionaryAsync(book => book.MotherFund, cancellation);
            var madeUp = await desk.Db.Facts.AsNoTracking().Where(fact => fact.Name == FactNames.IllustrativeUntil).Select(fact => fact.Subject)
                .ToListAsync(cancellation);
            return Result<IReadOnlyList<Row>>.Ok(
            [
                .. from fund in funds
                   where desk.Actor.MayEnter(fund.Code)
                   let book = books[fund.Id]
                   select new Row(fund.Code, fund.Family, fund.Name, fund.Currency, book.LedgerSequence, book.LastRecordedAt,
                       HasIllustrativeInstants: madeUp.Contains(fund.Id)),
            ]);
        }
    }
}
