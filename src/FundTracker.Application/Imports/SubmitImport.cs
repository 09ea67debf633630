using System.Text.Json.Serialization;
using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Imports;

/// <summary>Hands a workbook in. It waits until another person approves; until then no figure sees it.</summary>
public static class SubmitImport
{
    /// <summary>Hands a workbook in; one bad row and nothing is kept.</summary>
    /// <param name="Books">Code of the mother fund; its books need not be there yet if the workbook sets them up.</param>
    /// <param name="FileName">Its name.</param>
    /// <param name="Content">Its bytes.</param>
    /// <param name="Progress">Is told how far it is.</param>
    [Recorders]
    public sealed record Command(
        string Books, string FileName, byte[] Content, [property: JsonIgnore] IProgress<ImportProgress>? Progress = null)
        : ICommand<Submitted>, IWithinBooks;

    /// <summary>What was handed in.</summary>
    /// <param name="Batch">The import that waits; null where every row stands in the books already, so that nothing is to be approved.</param>
    /// <param name="Preview">What it will change.</param>
    public sealed record Submitted(ImportBatchId? Batch, ImportPreview Preview);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Books).IsNodeCode();
            RuleFor(c => c.FileName).HasFileName();
            RuleFor(c => c.Content).HasFile();
        }
    }

    internal sealed class Handler(Desk desk, ImportFiles files) : IRequestHandler<Command, Result<Submitted>>
    {
        public Task<Result<Submitted>> Handle(Command c, CancellationToken cancellation) =>
            files.Workbook(c.Books, (c.FileName, c.Content), signed: null, c.Progress, cancellation).Then<ImportPlan, Submitted>(plan =>
            {
                if (!plan.CanBePosted) return Result<Submitted>.Refused(plan.Errors);
                var preview = ImportPreview.Of(ImportKind.Workbook, plan);
                if (preview.Counts.New == 0) return new Submitted(null, preview);
                var batch = ImportBatch.HandIn(
                    new ImportBatchId(desk.NextId()), c.Books, ImportKind.Workbook, c.FileName, c.Content, preview.Counts, desk.User, desk.Now);
                desk.Db.ImportBatches.Add(batch);
                return new Submitted(batch.Id, preview);
            });
    }
}
