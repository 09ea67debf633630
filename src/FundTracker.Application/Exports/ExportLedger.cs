using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Ledger;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Text;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Exports;

/// <summary>The journal of the books, or of one member of them, as a file: every line, every column, hashes included.</summary>
public static class ExportLedger
{
    /// <summary>Exports the journal.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Fund">Code of a fund, investor or company at either end of the lines; null for all.</param>
    /// <param name="Kind">Excel or CSV.</param>
    /// <param name="Language">Language tag of headers and words: <c>zh</c> or <c>en</c>.</param>
    /// <param name="AsOf">Last effective day, counted; null for no bound.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now. The future is refused.</param>
    [ReadersAndOwnSubFund]
    public sealed record Query(
        string Books, string? Fund = null, FileKind Kind = FileKind.Excel, string Language = "zh", DateOnly? AsOf = null, Stamp? KnownAt = null)
        : IQuery<ExportedFile>, IAboutFund
    {
        string IAboutFund.Fund => Fund ?? "";
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Books).NotEmpty();
            RuleFor(q => q.Kind).IsInEnum();
        }
    }

    internal sealed class Handler(Desk desk, ISpreadsheetWriter writer) : IRequestHandler<Query, Result<ExportedFile>>
    {
        public Task<Result<ExportedFile>> Handle(Query q, CancellationToken cancellation) =>
            desk.View(q.Books, q.AsOf ?? DateOnly.MaxValue, q.KnownAt, cancellation).Then(async view =>
            {
                var node = q.Fund is null ? null : view.Book.FindNode(q.Fund);
                if (q.Fund is not null && node is null) return PipelineErrors.NotFound("node", q.Fund);
                var edges = Enumerable.Range(0, view.Book.Edges.Count)
                    .Where(i => node is null || view.Book.Edges[i].Holder == node.Id || view.Book.Edges[i].Investee == node.Id).ToHashSet();
                var positions = view.Lines(edges, KindSet.Of([.. LineKinds.All])).ToList();
                var grid = LedgerGrid.Of(await LineCard.Read(desk, view, positions, cancellation), Texts.In(q.Language));
                return Result<ExportedFile>.Ok(q.Kind.Write(writer, grid, $"ledger-{q.Fund ?? q.Books}"));
            });
    }
}
