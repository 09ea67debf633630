using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Imports.Positions;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Imports;

/// <summary>Imports a position table as opening balances: the lines say so where the approver would stand. All rows or none.</summary>
public static class ImportPositions
{
    /// <summary>Imports a position table; the mother fund is set up where it is missing.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="FileName">Name of the file.</param>
    /// <param name="Content">Its bytes: CSV or a workbook whose first sheet is the table.</param>
    /// <param name="Options">How it is read.</param>
    /// <param name="Progress">Is told how far it is.</param>
    [Recorders]
    public sealed record Command(
        string Books, string FileName, byte[] Content, PositionOptions Options, [property: JsonIgnore] IProgress<ImportProgress>? Progress = null)
        : ICommand<ImportPreview>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Books).IsNodeCode();
            RuleFor(c => c.FileName).HasFileName();
            RuleFor(c => c.Content).HasFile();
            RuleFor(c => c.Options).NotNull();
            RuleFor(c => c.Options.Unit!.Value).GreaterThan(0).When(c => c.Options?.Unit is not null).OverridePropertyName("Unit");
            RuleFor(c => c.Options.Name).MaximumLength(300).When(c => c.Options is not null);
        }
    }

    internal sealed class Handler(Desk desk, ImportFiles files) : IRequestHandler<Command, Result<ImportPreview>>
    {
        public Task<Result<ImportPreview>> Handle(Command c, CancellationToken cancellation) =>
            files.Positions(c.Books, (c.FileName, c.Content), c.Options, c.Progress, cancellation).Then<ImportPlan, ImportPreview>(plan =>
            {
                if (!plan.CanBePosted) return Result<ImportPreview>.Refused(plan.Errors);
                var preview = ImportPreview.Of(ImportKind.Positions, plan);
                return preview.Counts.New == 0 && plan.Books.Existing is not null ? preview : Post(plan, c).Map(_ => preview);
            });

        private Result<ImportCounts> Post(ImportPlan plan, Command c)
        {
            c.Progress?.Report(new ImportProgress(ImportStep.Posting, 0, plan.Counts.Lines));
            var batch = ImportBatch.HandIn(
                new ImportBatchId(desk.NextId()), c.Books, ImportKind.Positions, c.FileName, c.Content, plan.Counts, desk.User, desk.Now)
                .ReadWith(JsonSerializer.Serialize(c.Options));
            desk.Db.ImportBatches.Add(batch);
            var document = ImportPosting.Document(plan, c.FileName, c.Content, desk.User);
            var signed = new Signatures(desk.User, Signatures.OpeningBalance, Voucher: null);
            return ImportPosting.Post(plan, batch.Id, signed, document).Map(counts =>
            {
                batch.Post(Signatures.OpeningBalance, desk.Now, counts, document.Id);
                return counts;
            });
        }
    }
}
