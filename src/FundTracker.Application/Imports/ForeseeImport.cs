using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Imports;

/// <summary>Which rules a workbook that waits would breach or cure if it were approved; nothing is written.</summary>
public static class ForeseeImport
{
    /// <summary>Asks for it.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Batch">The import, pending.</param>
    [Readers]
    public sealed record Query(string Books, ImportBatchId Batch) : IQuery<ForeseenRulesAnswer>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Batch).NotEmpty();
    }

    internal sealed class Handler(Desk desk, ImportFiles files) : IRequestHandler<Query, Result<ForeseenRulesAnswer>>
    {
        public async Task<Result<ForeseenRulesAnswer>> Handle(Query q, CancellationToken cancellation)
        {
            var batch = await desk.Db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == q.Batch && b.Books == q.Books, cancellation);
            if (batch is null) return PipelineErrors.NotFound("import", q.Batch.ToString());
            if (batch.State != ImportState.Pending) return ApprovalErrors.NotPending();
            var signed = new Signatures(batch.RecordedBy, desk.User, Voucher: null);
            return await files.Workbook(q.Books, (batch.FileName, batch.Content!), signed, progress: null, cancellation).Then(plan => plan.CanBePosted
                ? files.Foresee(plan, cancellation)
                : Task.FromResult(Result<ForeseenRulesAnswer>.Refused(plan.Errors)));
        }
    }
}
