using System.Text.Json.Serialization;
using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Imports;

/// <summary>Approves a workbook that somebody else handed in: it is judged again on the books as they are now and posted, all or nothing. Where hard rules would be breached by it, it takes a reason. A commitment that needs the committee's resolution finds one, or the import is refused.</summary>
public static class ApproveImport
{
    /// <summary>Approves an import.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Batch">The import.</param>
    /// <param name="OverrideReason">Why it is approved though hard rules would be breached; empty where none would. At most 1,000 characters.</param>
    /// <param name="Progress">Is told how far it is.</param>
    [Approvers]
    public sealed record Command(
        string Books, ImportBatchId Batch, string OverrideReason = "", [property: JsonIgnore] IProgress<ImportProgress>? Progress = null)
        : ICommand<ImportCounts>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Books).NotEmpty();
            RuleFor(c => c.OverrideReason).NotNull().MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk, ImportFiles files) : IRequestHandler<Command, Result<ImportCounts>>
    {
        public async Task<Result<ImportCounts>> Handle(Command c, CancellationToken cancellation)
        {
            var batch = await desk.Db.ImportBatches.SingleOrDefaultAsync(b => b.Id == c.Batch && b.Books == c.Books, cancellation);
            if (batch is null) return PipelineErrors.NotFound("import", c.Batch.ToString());
            return await batch.MayApprove(desk.User).Then(async _ =>
            {
                var signed = new Signatures(batch.RecordedBy, desk.User, Voucher: null);
                var planned = await files.Workbook(c.Books, (batch.FileName, batch.Content!), signed, c.Progress, cancellation);
                return await planned.Then(plan => Post(plan, batch, signed, c, cancellation));
            });
        }

        private async Task<Result<ImportCounts>> Post(
            ImportPlan plan, ImportBatch batch, Signatures signed, Command c, CancellationToken cancellation)
        {
            if (!plan.CanBePosted) return Result<ImportCounts>.Refused(plan.Errors);
            c.Progress?.Report(new ImportProgress(ImportStep.Posting, 0, plan.Counts.Lines));
            var foreseen = await files.Foresee(plan, cancellation);
            var document = ImportPosting.Document(plan, batch.FileName, batch.Content!, batch.RecordedBy);
            return
                from changes in foreseen
                from overridden in batch.Override(changes.Changes, c.OverrideReason)
                from released in ImportGate.Ask(plan, $"import/{batch.Id}")
                from counts in ImportPosting.Post(plan, batch.Id, signed, document)
                from noted in plan.Books.Existing?.Note(released) ?? Done.Value
                select Close(batch, counts, document.Id);
        }

        private ImportCounts Close(ImportBatch batch, ImportCounts counts, DocumentId document)
        {
            batch.Post(desk.User, desk.Now, counts, document);
            return counts;
        }
    }
}
