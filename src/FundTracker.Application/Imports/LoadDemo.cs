using System.Globalization;
using System.Text.Json.Serialization;
using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Exports;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Imports;

/// <summary>The demonstration's records, in the format of the import workbook.</summary>
public interface IDemoData
{
    /// <summary>Code of the demo's mother fund.</summary>
    string Books { get; }

    /// <summary>Day on which the mother fund was set up: what lies before it was recorded when the books were opened.</summary>
    DateOnly OpenedOn { get; }

    /// <summary>Days of recording of rows that came late or correct others, by <c>sheet:ref</c>; all others follow their quarter.</summary>
    IReadOnlyDictionary<string, DateOnly> RecordedOn { get; }

    /// <summary>Name of the workbook that the books keep behind the demo's lines, without its ending.</summary>
    string FileName { get; }

    /// <summary>All sheets.</summary>
    IReadOnlyList<ImportSheet> Read();
}

/// <summary>
/// Loads the demonstration as opening balances, with a history of recording that follows its own and that the books say is illustrative.
/// Its workbook is kept as the document behind every line. What is there already is skipped, so that loading it twice changes nothing.
/// </summary>
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

    internal sealed class Handler(Desk desk, IDemoData demo, LocalCases cases, ISpreadsheetWriter writer) : IRequestHandler<Command, Result<ImportCounts>>
    {
        public async Task<Result<ImportCounts>> Handle(Command c, CancellationToken cancellation)
        {
            var signed = new Signatures(desk.User, Signatures.OpeningBalance, Voucher: null);
            var books = await ImportBooks.Open(desk, c.Books, ImportPurpose.Opening, cancellation);
            var history = new DemoHistory(demo.OpenedOn, demo.RecordedOn, books.At);
            var sheets = demo.Read();
            var plan = await WorkbookPlanner.Plan(books, signed, sheets, cases.TermsOn, c.Progress, cancellation, history);
            if (!plan.CanBePosted) return Result<ImportCounts>.Refused(plan.Errors);
            if (plan.Counts.New == 0) return plan.Counts;
            c.Progress?.Report(new ImportProgress(ImportStep.Posting, 0, plan.Counts.Lines));
            return SayIllustrative(books, demo.OpenedOn)
                .Then(_ => ImportPosting.Post(plan, new ImportBatchId(desk.NextId()), signed, Document(plan, sheets)));
        }

        /// <summary>The records as the workbook that the template is filled with: what an auditor opens behind a line.</summary>
        private SourceDocument Document(ImportPlan plan, IReadOnlyList<ImportSheet> sheets)
        {
            var file = TemplateWorkbook.Write(writer, demo.FileName, sheets);
            return ImportPosting.Document(plan, file.FileName, file.Content, desk.User);
        }

        private static Result<Done> SayIllustrative(ImportBooks books, DateOnly opened)
        {
            var instants = books.LineStamps.Concat(books.FactStamps).ToList();
            books.MoveTo(instants.Min());
            var until = DateOnly.FromDateTime(instants.Max().Utc.UtcDateTime).ToString("O", CultureInfo.InvariantCulture);
            return books.State(new FactDraft(books.Root!.Id, FactNames.IllustrativeUntil, until, opened, Provenance.Illustrative));
        }
    }
}
