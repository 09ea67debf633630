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
    /// <param name="document">The file behind every line; null for the demo.</param>
    public static Result<ImportCounts> Post(ImportPlan plan, ImportBatchId batch, Signatures signed, SourceDocument? document)
    {
        var (books, db) = (plan.Books, plan.Books.Desk.Db);
        var head = books.Head ?? throw new InvalidOperationException("Nothing is posted without a mother fund.");
        if (books.Existing is null) db.Books.Add(head);
        db.Nodes.AddRange(books.NewNodes);
        db.Edges.AddRange(books.NewEdges);
        if (document is not null) db.Documents.Add(document);
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
        if (plan.Workbook is { NewEntries.Count: > 0 }) head.NoteEntry(books.At);
        return State(books, head, signed).Then(_ => PostLines(books, head, signed, document?.Id)).Map(_ => plan.Counts);
    }

    /// <summary>The file as a source document of the books.</summary>
    public static SourceDocument Document(ImportPlan plan, string fileName, byte[] content, string by) => SourceDocument.Attach(
        new DocumentId(plan.Books.Desk.NextId()), plan.Books.Head!.MotherFund, fileName,
        content.AsSpan().StartsWith("PK"u8) ? Workbook : "text/csv", content, by, plan.Books.At);

    private static Result<Done> State(ImportBooks books, Book head, Signatures signed)
    {
        if (books.Facts.Count == 0) return Done.Value;
        return head.Record(books.Facts, books.At, signed).Map(facts =>
        {
            books.Desk.Db.Facts.AddRange(facts);
            return Done.Value;
        });
    }

    private static Result<Done> PostLines(ImportBooks books, Book head, Signatures signed, DocumentId? document)
    {
        if (books.Lines.Count == 0) return Done.Value;
        var open = books.Existing ?? new OpenBooks(books.Desk, head, Empty(books, head));
        return open.Post([.. books.Lines.Select(line => line with { Document = document })], signed, judge: false).Map(_ => Done.Value);
    }

    private static BookSnapshot Empty(ImportBooks books, Book head) => new(
        head.MotherFund, head.Chain, books.Root!.Family, [books.Root.ToEntry(books.Root.Currency)], [], [], new LedgerColumns());
}
