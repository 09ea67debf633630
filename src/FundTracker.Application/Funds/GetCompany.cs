using FluentValidation;
using FundTracker.Application.Approvals;
using FundTracker.Application.Books;
using FundTracker.Application.Ledger;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Funds;

/// <summary>A company's page: what it is, its rounds with our funds' parts, who holds it, how it was valued, what came back.</summary>
public static class GetCompany
{
    /// <summary>Asks for a company.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Company">Code of the company.</param>
    /// <param name="AsOf">Effective day, counted.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    [Readers]
    public sealed record Query(string Books, string Company, DateOnly AsOf, Stamp? KnownAt = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The company.</summary>
    /// <param name="Company">The company with its facts.</param>
    /// <param name="KnownAt">Recorded instant that was used.</param>
    /// <param name="Rounds">Its financing rounds, the earliest first.</param>
    /// <param name="Holdings">Each fund's holding, by the fund's code.</param>
    /// <param name="Lines">All lines on it by day and sequence: investments, valuations, exits, dividends.</param>
    /// <param name="Pending">Vouchers about it that wait for approval; no figure counts them.</param>
    public sealed record Answer(
        Member Company, Stamp KnownAt, IReadOnlyList<Round> Rounds, IReadOnlyList<HoldingPosition> Holdings, IReadOnlyList<LineCard> Lines,
        IReadOnlyList<VoucherCard> Pending);

    /// <summary>A financing round.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Name">Name, such as A轮.</param>
    /// <param name="Date">Closing day.</param>
    /// <param name="Raised">Raised from everybody; null where not reported.</param>
    /// <param name="Parts">Our funds' parts.</param>
    /// <param name="CoInvestors">Who else came in; empty where not stated.</param>
    /// <param name="Provenance">Where the record comes from.</param>
    /// <param name="Invented">Its fields that are invented although it was printed.</param>
    public sealed record Round(
        FinancingRoundId Id, string Name, DateOnly Date, Money? Raised, IReadOnlyList<Part> Parts, string CoInvestors, Provenance Provenance,
        RecordFields Invented = RecordFields.None);

    /// <summary>A fund's part of a round.</summary>
    /// <param name="Fund">The fund.</param>
    /// <param name="Amount">What it put in.</param>
    /// <param name="IsAmountInvented">Whether the amount is illustrative.</param>
    /// <param name="IsFundInvented">Whether it is illustrative that this fund put it in.</param>
    public sealed record Part(NodeEntry Fund, Money Amount, bool IsAmountInvented = false, bool IsFundInvented = false);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Company).NotEmpty();
            RuleFor(q => q.AsOf).IsBusinessDate();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(async view =>
            {
                var company = view.Book.FindNode(q.Company);
                if (company is not { Kind: NodeKind.PortfolioCompany } || company.RecordedAt > view.KnownAt)
                    return PipelineErrors.NotFound("company", q.Company);
                var edges = view.Book.EdgesInto(company.Id).ToHashSet();
                var positions = view.Lines(edges, KindSet.Of([.. LineKinds.All])).OrderBy(i => view.Book.Columns.Days[i]).ToList();
                var lines = await LineCard.Read(desk, view, positions, cancellation);
                var rounds = await desk.Db.FinancingRounds.AsNoTracking().Where(round => round.Company == company.Id).ToListAsync(cancellation);
                var pending = await VoucherCard.Read(desk, view.Book, voucher => voucher.About == company.Id, VoucherState.Pending, cancellation);
                return Result<Answer>.Ok(new Answer(
                    new Members(view).Of(company), view.KnownAt, RoundsOf(rounds, lines), HoldingPosition.Of(view, company), lines, pending));
            });

        private static IReadOnlyList<Round> RoundsOf(IReadOnlyList<FinancingRound> rounds, IReadOnlyList<LineCard> lines) =>
        [
            .. from round in rounds.OrderBy(round => round.Date).ThenBy(round => round.Id.Value)
               let ours = lines.Where(line => line.Round == round.Id).ToLookup(line => line.Kind == LineKind.RoundRaised)
               let raised = ours[true].Aggregate((Money?)null, (sum, line) => sum is null ? line.Amount : sum + line.Amount)
               let parts = ours[false].GroupBy(line => line.Holder)
                   .Select(part => new Part(
                       part.Key, part.Select(line => line.Amount).Aggregate((sum, amount) => sum + amount),
                       part.Any(line => FieldsRead.IsInvented(line.Provenance, line.Invented, FieldsRead.Amount)),
                       part.Any(line => FieldsRead.IsInvented(line.Provenance, line.Invented, RecordFields.Parties))))
                   .Where(part => !part.Amount.IsZero).ToList()
               where parts.Count > 0 || raised is { IsZero: false }
               select new Round(round.Id, round.Name, round.Date, raised, parts, round.CoInvestors, round.Provenance, round.Invented),
        ];
    }
}
