using System.Text.Json.Serialization;
using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Imports;

/// <summary>The demonstration's records, in the format of the import workbook.</summary>
public interface IDemoData
{
    /// <summary>Code of the demo's mother fund.</summary>
    string Books { get; }

    /// <summary>All sheets.</summary>
    IReadOnlyList<ImportSheet> Read();
}

/// <summary>Loads the demonstration as opening balances. What is there already is skipped, so that loading it twice changes nothing.</summary>
public static class LoadDemo
{
    /// <summary>Loads the demonstration.</summary>
    /// <param name="Books">Code of the demo's mother fund, <see cref="IDemoData.Books"/>.</param>
    /// <param name="Progress">Is told how far it is.</param>
    [Recorders]
    public sealed record Command(string Books, [property: JsonIgnore] IProgress<ImportProgress>? Progress = null) : ICommand<ImportCounts>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Books).IsNodeCode();
    }

    internal sealed class Handler(Desk desk, IDemoData demo, LocalCases cases) : IRequestHandler<Command, Result<ImportCounts>>
    {
        public async Task<Result<ImportCounts>> Handle(Command c, CancellationToken cancellation)
        {
            var signed = new Signatures(desk.User, Signatures.OpeningBalance, Voucher: null);
            var books = await ImportBooks.Open(desk, c.Books, ImportPurpose.Opening, cancellation);
            var plan = await WorkbookPlanner.Plan(books, signed, demo.Read(), cases.TermsOn, c.Progress, cancellation);
            if (!plan.CanBePosted) return Result<ImportCounts>.Refused(plan.Errors);
            c.Progress?.Report(new ImportProgress(ImportStep.Posting, 0, plan.Counts.Lines));
            return plan.Counts.New == 0 ? plan.Counts : ImportPosting.Post(plan, new ImportBatchId(desk.NextId()), signed, document: null);
        }
    }
}
