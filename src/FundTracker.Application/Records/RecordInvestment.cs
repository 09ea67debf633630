using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Records;

/// <summary>Records a financing round of a company: what it raised from everybody, our funds' parts, and who else came in.</summary>
public static class RecordInvestment
{
    /// <summary>Records a round; its money counts once another person approves.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Company">Code of the company.</param>
    /// <param name="Round">Name of the round, such as A轮; at most 100 characters.</param>
    /// <param name="Date">Closing day of the round.</param>
    /// <param name="Parts">Our funds' parts, at least one; together no more than what was raised.</param>
    /// <param name="TotalRaised">Raised from everybody, in major units of the parts' currency, above zero; null where it is not known.</param>
    /// <param name="CoInvestors">Names of the other investors, at most 2,000 characters; empty where none were stated.</param>
    /// <param name="Document">The paper behind it, or null.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Company, string Round, DateOnly Date, IReadOnlyList<Part> Parts, decimal? TotalRaised = null,
        string CoInvestors = "", DocumentId? Document = null) : ICommand<VoucherId>, IBacked;

    /// <summary>A fund's part of a round.</summary>
    /// <param name="Fund">Code of the fund.</param>
    /// <param name="Amount">Major units of the fund's currency, above zero.</param>
    /// <param name="InKind">Whether it was given in kind, without cash.</param>
    public sealed record Part(string Fund, decimal Amount, bool InKind = false);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Company).NotEmpty();
            RuleFor(c => c.Round).NotEmpty().MaximumLength(100);
            RuleFor(c => c.Date).IsBusinessDate();
            RuleFor(c => c.Parts).NotEmpty();
            RuleForEach(c => c.Parts).ChildRules(part =>
            {
                part.RuleFor(p => p.Fund).NotEmpty();
                part.RuleFor(p => p.Amount).IsAmount();
            });
            RuleFor(c => c.TotalRaised!.Value).IsAmount().When(c => c.TotalRaised is not null).OverridePropertyName(nameof(Command.TotalRaised));
            RuleFor(c => c.CoInvestors).NotNull().MaximumLength(2000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<VoucherId>>
    {
        public Task<Result<VoucherId>> Handle(Command c, CancellationToken cancellation) => desk.Open(c.Books, cancellation).Then(books =>
            (from company in books.Company(c.Company)
             from parts in c.Parts.Select((part, i) =>
                 from fund in books.Fund(part.Fund)
                 from amount in Amounts.Read(part.Amount, fund.Currency, $"Parts[{i}].Amount")
                 select (fund, amount, part.InKind)).All()
             from raised in c.TotalRaised is { } total
                 ? Amounts.Read(total, company.Currency, nameof(c.TotalRaised)).Map(amount => (Money?)amount)
                 : Result<Money?>.Ok(null)
             from _ in FinancingRound.CheckParts(raised, [.. parts.Select(part => part.amount)])
             select (company, parts, raised))
            .Then(async x =>
            {
                var round = FinancingRound.Record(
                    new FinancingRoundId(desk.NextId()), books.Head.MotherFund, x.company.Id, c.Round, c.Date, c.CoInvestors, Provenance.Recorded, desk.Now);
                desk.Db.FinancingRounds.Add(round);
                var lines = new List<LineDraft>();
                foreach (var (fund, amount, inKind) in x.parts)
                {
                    var edge = await books.EdgeBetween(EdgeKind.Holding, fund.Id, x.company.Id, cancellation);
                    lines.Add(new LineDraft(edge.Id, inKind ? LineKind.InvestmentInKind : LineKind.Investment, c.Date, amount));
                }

                var own = await books.EdgeBetween(EdgeKind.Own, x.company.Id, x.company.Id, cancellation);
                if (x.raised is not null) lines.Add(new LineDraft(own.Id, LineKind.RoundRaised, c.Date, x.raised));
                return books.Record(
                    VoucherKind.Investment, x.company.Id, [.. lines.Select(line => line with { Round = round.Id, Document = c.Document })]);
            }));
    }
}
