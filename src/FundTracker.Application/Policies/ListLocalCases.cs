using FluentValidation;
using FundTracker.Analytics.Policies;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Policies;

/// <summary>返投台账: every investment and every case that counts as re-invested in the district, what each adds, and what became void.</summary>
public static class ListLocalCases
{
    /// <summary>Asks for it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="AsOf">Effective day, counted; the rule in force on it recognises.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    /// <param name="Fund">Code of the one fund that claims; null for all.</param>
    [Readers]
    public sealed record Query(string Books, DateOnly AsOf, Stamp? KnownAt = null, string? Fund = null) : IQuery<Answer>, IWithinBooks;

    /// <summary>The ledger of local re-investment.</summary>
    /// <param name="Rule">The rule that recognises; null where none is in force, and then own investment alone counts.</param>
    /// <param name="Types">What cases are recognised at.</param>
    /// <param name="Rows">Entries by day.</param>
    /// <param name="Recognised">What counts, all entries together.</param>
    /// <param name="Void">What counts no more because companies moved out.</param>
    public sealed record Answer(Rule? Rule, IReadOnlyList<CaseType> Types, IReadOnlyList<Row> Rows, Money Recognised, Money Void);

    /// <summary>A type of case.</summary>
    /// <param name="Code">Its code.</param>
    /// <param name="IsOwnMoney">Whether it is about the fund's own money in the company.</param>
    /// <param name="Percent">What is recognised of the money.</param>
    /// <param name="IsRecorded">Whether somebody records it; own investment is read from the ledger.</param>
    public sealed record CaseType(string Code, bool IsOwnMoney, decimal Percent, bool IsRecorded);

    /// <summary>An entry.</summary>
    /// <param name="Entry">What counts, and what it adds.</param>
    /// <param name="Fund">Who claims it.</param>
    /// <param name="Company">The company.</param>
    /// <param name="IsIllustrative">Whether it is.</param>
    public sealed record Row(LocalEntry Entry, NodeEntry Fund, NodeEntry Company, bool IsIllustrative);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.AsOf).IsBusinessDate();
            RuleFor(q => q.Fund).MaximumLength(40);
        }
    }

    internal sealed class Handler(Desk desk, LocalCases cases) : IRequestHandler<Query, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Query q, CancellationToken cancellation) => desk.View(q.Books, q.AsOf, q.KnownAt, cancellation).Then(view =>
            from fund in FundOf(view, q.Fund)
            from terms in cases.TermsOn(view.AsOf)
            select Of(view, terms, fund));

        private static Result<NodeId?> FundOf(LedgerView view, string? code)
        {
            if (code is null) return Result<NodeId?>.Ok(null);
            return view.Book.FindNode(code) is { } fund ? Result<NodeId?>.Ok(fund.Id) : PipelineErrors.NotFound("fund", code);
        }

        private static Answer Of(LedgerView view, LocalTerms terms, NodeId? fund)
        {
            var entries = LocalLedger.Of(view, terms).Entries.Where(entry => fund is null || entry.Fund == fund).ToList();
            return new Answer(
                terms.Rule,
                [
                    .. terms.OwnMoney.Select(type => new CaseType(type.Key, IsOwnMoney: true, type.Value, type.Key != LocalTerms.OwnInvestment)),
                    .. terms.OthersMoney.Select(type => new CaseType(type.Key, IsOwnMoney: false, type.Value, IsRecorded: true)),
                ],
                [.. entries.Select(entry => RowOf(view, entry))],
                Recognised: Sum(entry => entry.Recognised.MinorUnits), Void: Sum(entry => entry.IfStayed.MinorUnits - entry.Recognised.MinorUnits));

            Money Sum(Func<LocalEntry, long> part) => Money.FromMinor(
                entries.Where(entry => entry.Amount.Currency == view.Book.Root.Currency).Sum(part), view.Book.Root.Currency);
        }

        private static Row RowOf(LedgerView view, LocalEntry entry) => new(
            entry, view.Book.Node(entry.Fund), view.Book.Node(entry.Company),
            entry.Fact is { } fact
                ? fact.Provenance == Provenance.Illustrative
                : view.IsIllustrative(entry.Edge!.Value, LineKinds.InvestmentKinds));
    }
}
