using System.Text.Json.Serialization;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>What an import would change; nothing has been.</summary>
/// <param name="Books">Code of the mother fund.</param>
/// <param name="Kind">What the file is imported as.</param>
/// <param name="Counts">Rows new and skipped, ledger lines.</param>
/// <param name="Sheets">The same by sheet.</param>
/// <param name="Members">Funds, investors and companies that would be new.</param>
/// <param name="Lines">Ledger lines that would be posted, in order.</param>
/// <param name="Errors">Refusals, by sheet, row and column; where there is one, nothing is imported.</param>
/// <param name="Remarks">What a person should know though nothing is refused.</param>
public sealed record ImportPreview(
    string Books, ImportKind Kind, ImportCounts Counts, IReadOnlyList<SheetCounts> Sheets, IReadOnlyList<NewMember> Members,
    IReadOnlyList<PlannedLine> Lines, IReadOnlyList<DomainError> Errors, IReadOnlyList<DomainError> Remarks)
{
    /// <summary>Sum of the planned lines by kind and currency.</summary>
    [JsonIgnore]
    public IReadOnlyList<(LineKind Kind, int Count, Money Sum)> Sums =>
    [
        .. Lines.GroupBy(line => (line.Kind, line.Amount.Currency)).OrderBy(group => group.Key.Kind).ThenBy(group => group.Key.Currency.Code, StringComparer.Ordinal)
            .Select(group => (group.Key.Kind, group.Count(), group.Aggregate(Money.Zero(group.Key.Currency), (sum, line) => sum + line.Amount))),
    ];

    internal static ImportPreview Of(ImportKind kind, ImportPlan plan)
    {
        var books = plan.Books;
        return new ImportPreview(
            books.Code, kind, plan.Counts, SheetCounts.Of(plan),
            [.. books.NewNodes.Select(node => new NewMember(node.Kind, node.Code, node.Name))],
            [.. books.Lines.Select(line => PlannedLine.Of(books, line))], plan.Errors, plan.Remarks);
    }
}

/// <summary>Rows of one sheet.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="New">Rows that would be posted.</param>
/// <param name="Skipped">Rows that stand in the books already.</param>
/// <param name="Refused">Rows that can't be taken.</param>
public sealed record SheetCounts(string Sheet, int New, int Skipped, int Refused)
{
    internal static IReadOnlyList<SheetCounts> Of(ImportPlan plan)
    {
        var names = WorkbookPlanner.Sheets.Select(sheet => sheet.Format.Name);
        return
        [
            .. names.Select(name => new SheetCounts(
                name, plan.New.Count(row => row.Sheet == name && !plan.Refused.Contains((name, row.Number))),
                plan.Skipped.Count(row => row.Sheet == name), plan.Refused.Count(row => row.Sheet == name)))
                .Where(counts => counts.New + counts.Skipped + counts.Refused > 0),
        ];
    }
}

/// <summary>A fund, investor or company that would be new.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record NewMember(NodeKind Kind, string Code, BilingualName Name);

/// <summary>A ledger line that would be posted.</summary>
/// <param name="Reference">Sheet and ref of the row behind it.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Date">Effective day.</param>
/// <param name="Holder">Code of who holds.</param>
/// <param name="Investee">Code of what is held; the same on an own account.</param>
/// <param name="Amount">Amount.</param>
public sealed record PlannedLine(string Reference, LineKind Kind, DateOnly Date, string Holder, string Investee, Money Amount)
{
    internal static PlannedLine Of(ImportBooks books, LineDraft line)
    {
        var edge = books.Balance(line.Edge);
        return new PlannedLine(
            line.Reference, line.Kind, line.EffectiveDate, books.Node(edge.Holder).Code, books.Node(edge.Investee).Code, line.Amount);
    }
}
