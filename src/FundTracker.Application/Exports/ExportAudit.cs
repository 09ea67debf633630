using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Ledger;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Text;
using FundTracker.Domain.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Exports;

/// <summary>The audit trail as a file: every entry from the first, with its input and its hash.</summary>
public static class ExportAudit
{
    /// <summary>Exports the trail of some books, or of what belongs to no books.</summary>
    /// <param name="Books">
    /// Code of the mother fund; null for the installation's own trail, which only an auditor or administrator of all books is given.
    /// </param>
    /// <param name="Kind">Excel or CSV.</param>
    /// <param name="Language">Language tag of headers and words: <c>zh</c> or <c>en</c>.</param>
    [AllowedTo(Role.FundManager, Role.Approver, Role.CommitteeMember, Role.Auditor, Role.Administrator)]
    public sealed record Query(string? Books = null, FileKind Kind = FileKind.Excel, string Language = "zh") : IQuery<ExportedFile>;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Kind).IsInEnum();
    }

    internal sealed class Handler(Desk desk, ISpreadsheetWriter writer) : IRequestHandler<Query, Result<ExportedFile>>
    {
        public Task<Result<ExportedFile>> Handle(Query q, CancellationToken cancellation) => ChainOf(q.Books, cancellation).Then(async chain =>
        {
            var entries = await desk.Db.Audit.AsNoTracking().Where(entry => entry.Chain == chain).OrderBy(entry => entry.Id).ToListAsync(cancellation);
            return Result<ExportedFile>.Ok(q.Kind.Write(writer, Sheet(entries, Texts.In(q.Language)), $"audit-{q.Books ?? "installation"}"));
        });

        private async Task<Result<int>> ChainOf(string? books, CancellationToken cancellation)
        {
            var actor = desk.Actor;
            if (books is null)
                return actor.Books is null && actor.IsAny(Role.Auditor, Role.Administrator) ? 0 : PipelineErrors.NotAllowed(actor.User);
            if (!actor.IsAny(new ReadersAttribute().Roles)) return PipelineErrors.NotAllowed(actor.User);
            return actor.MayEnter(books)
                ? (await desk.Head(books, cancellation)).Map(head => head.Chain)
                : PipelineErrors.NotFound("books", books);
        }

        private static Grid Sheet(IReadOnlyList<AuditEntry> entries, Texts texts) => new(
            texts["auditColumn.sheet"],
            [
                new GridColumn(texts["auditColumn.sequence"], GridFormat.Whole), new GridColumn(texts["auditColumn.at"], GridFormat.Stamp),
                new GridColumn(texts["auditColumn.user"], GridFormat.Text), new GridColumn(texts["auditColumn.channel"], GridFormat.Text),
                new GridColumn(texts["auditColumn.action"], GridFormat.Text), new GridColumn(texts["auditColumn.input"], GridFormat.Text),
                new GridColumn(texts["auditColumn.hash"], GridFormat.Text),
            ],
            [
                .. entries.Select(entry => (IReadOnlyList<object?>)
                [
                    entry.Sequence, entry.At, entry.User, texts.Of(entry.Channel), entry.Action, entry.Input, Convert.ToHexStringLower(entry.Hash),
                ]),
            ]);
    }
}
