using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Results;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Figures;

/// <summary>Finds the books that a code belongs to: a mother fund's, its family's, or a sub-fund's.</summary>
public static class FindCode
{
    /// <summary>Asks for the books of a code; case does not count.</summary>
    [AllowedTo(Role.FundManager, Role.Approver, Role.CommitteeMember, Role.Auditor, Role.Administrator)]
    public sealed record Query(string Code) : IQuery<Answer>;

    /// <summary>Where the code stands.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of the fund itself; the mother fund's for a family.</param>
    public sealed record Answer(string Books, string Fund);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Code).NotEmpty();
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancellation)
        {
            var code = q.Code.ToUpperInvariant();
            var funds = await desk.Db.Nodes.AsNoTracking().OfType<MotherFund>().ToListAsync(cancellation);
            var mine = funds.Where(fund => desk.Actor.MayEnter(fund.Code)).ToList();
            if (mine.Find(fund => fund.Code == code || fund.Family == code) is { } mother) return new Answer(mother.Code, mother.Code);
            var ids = mine.ConvertAll(fund => fund.Id);
            var subFunds = await desk.Db.Nodes.AsNoTracking().OfType<SubFund>().Where(fund => fund.Code == code && ids.Contains(fund.MotherFund)).ToListAsync(cancellation);
            return subFunds.Count == 1
                ? new Answer(mine.Single(fund => fund.Id == subFunds[0].MotherFund).Code, subFunds[0].Code)
                : PipelineErrors.NotFound("fund", q.Code);
        }
    }
}
