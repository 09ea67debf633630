using FundTracker.Application.Books;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>Hands what an import adds to the database: members, edges, facts, calls, plans, rounds, rows and lines, all in one transaction.</summary>
internal static class ImportPosting
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Posts a plan without refusals.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="batch">The import.</param>
    /// <param name="signed">Who recorded and who approved.</param>
    /// <param name="document">The file behind every line.</param>
    public static Result<ImportCounts> Post(ImportPlan plan, ImportBatchId batch, Signatures signed, SourceDocument document)
    {
        var (books, db) = (plan.Books, plan.Books.Desk.Db);
        var head = books.Head ?? throw new InvalidOperationException("Nothing is posted without a mother fund.");
        if (books.Existing is null) db.Books.Add(head);
        db.Nodes.AddRange(books.NewNodes);
        db.Edges.AddRange(books.NewEdges);
        db.Documents.Add(document);
        if (plan.Workbook is { } workbook)
        {
            db.ContributionPlans.AddRange(workbook.NewPlans);
            db.CapitalCalls.AddRange(workbook.NewCalls);
            db.FinancingRounds.AddRange(workbook.NewRounds);
            db.RegistryEntries.AddRange(workbook.NewEntries);
            db.ImportedRows.AddRange(plan.New.Select(row =>
                ImportedRow.Of(head.MotherFund, row, workbook.Targets.GetValueOrDefault(row, ""), batch)));
        }

        if (books.NewNodes.Count + books.NewEdges.Count > 0) head.NoteNewMember();
        var open = books.Existing ?? new OpenBooks(books.Desk, head, Empty(books, head));
        return open.Append(ByInstant(books, document.Id), signed).Map(_ =>
        {
            if (plan.Workbook is { NewEntries: [.., var last] }) head.NoteEntry(last.DecidedAt!.Value);
            return plan.Counts;
        });
    }

    /// <summary>The file as a source document of the books.</summary>
    public static SourceDocument Document(ImportPlan plan, string fileName, byte[] content, string by) => SourceDocument.Attach(
        new DocumentId(plan.Books.Desk.NextId()), plan.Books.Head!.MotherFund, fileName,
        content.AsSpan().StartsWith("PK"u8) ? Workbook : "text/csv", content, by, plan.Books.At);

    private static IReadOnlyList<RecordedTogether> ByInstant(ImportBooks books, DocumentId document)
    {
        var lines = books.LinesByInstant().ToLookup(posted => posted.At, posted => posted.Line with { Document = document });
        var facts = Enumerable.Range(0, books.Facts.Count).ToLookup(i => books.FactStamps[i], i => books.Facts[i]);
        var instants = books.LineStamps.Concat(books.FactStamps).Distinct().Order();
        return [.. instants.Select(at => new RecordedTogether(at, [.. facts[at]], [.. lines[at]]))];
    }

    private static BookSnapshot Empty(ImportBooks books, Book head) => new(
        head.MotherFund, head.Chain, books.Root!.Family, [books.Root.ToEntry(books.Root.Currency)], [], [], new LedgerColumns());
}
