using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Imports;

/// <summary>Turns a workbook down that somebody else handed in; the file and the reason are kept.</summary>
public static class RejectImport
{
    /// <summary>Turns an import down.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Batch">The import.</param>
    /// <param name="Reason">Why; needed.</param>
    [Approvers]
    public sealed record Command(string Books, ImportBatchId Batch, string Reason) : ICommand<Done>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Books).NotEmpty();
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancellation)
        {
            var batch = await desk.Db.ImportBatches.SingleOrDefaultAsync(b => b.Id == c.Batch && b.Books == c.Books, cancellation);
            return batch is null ? PipelineErrors.NotFound("import", c.Batch.ToString()) : batch.Reject(desk.User, desk.Now, c.Reason);
        }
    }
}
