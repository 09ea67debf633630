using FundTracker.Application.Exports;
using FundTracker.Application.Ledger;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Values;
using FundTracker.Web.Api;
using FundTracker.Web.Components;
using FundTracker.Web.Security;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Features.Ledger;

/// <summary>The ledger as a file: every line, page after page, none left out.</summary>
internal static class LedgerFile
{
    private const int PageSize = 500;

    private static readonly (string Name, GridFormat Format)[] Columns =
    [
        ("number", GridFormat.Whole), ("effective", GridFormat.Date), ("recordedAt", GridFormat.Stamp), ("kind", GridFormat.Text),
        ("from", GridFormat.Text), ("to", GridFormat.Text), ("amount", GridFormat.Amount), ("currency", GridFormat.Text),
        ("impact", GridFormat.Amount), ("recordedBy", GridFormat.Text), ("approvedBy", GridFormat.Text), ("provenance", GridFormat.Text),
        ("reversesOf", GridFormat.Whole), ("reversedByOf", GridFormat.Whole), ("reference", GridFormat.Text), ("noteOf", GridFormat.Text),
        ("document", GridFormat.Text), ("hash", GridFormat.Text),
    ];

    public static void MapLedgerFile(this IEndpointRouteBuilder app) => app.MapGet("/ledger/file", Download);

    private static async Task<IResult> Download(
        HttpContext context, IDispatcher dispatcher, ISpreadsheetWriter spreadsheets, UiText text, string books, string? fund, string? knownAt, string? format,
        CancellationToken cancellation)
    {
        var actor = Actors.From(context.User, Channel.Web);
        var lines = new List<LineCard>();
        Stamp? instant = Stamp.TryParse(knownAt, out var stamp) ? stamp : null;
        for (var page = 1; ; page++)
        {
            var query = new GetLedger.Query(books, string.IsNullOrEmpty(fund) ? null : fund, KnownAt: instant, Page: page, PageSize: PageSize);
            var result = await dispatcher.Send(query, actor, cancellation);
            if (!result.IsSuccess) return Problems.From(result.Errors);
            lines.AddRange(result.Value.Lines);
            instant ??= result.Value.KnownAt;
            if (result.Value.Lines.Count < PageSize) break;
        }

        var name = $"{books}-{text["ledger.title"]}";
        var grid = Sheet(text, lines);
        return string.Equals(format, "csv", StringComparison.OrdinalIgnoreCase)
            ? TypedResults.File(spreadsheets.Csv(grid), "text/csv", name + ".csv")
            : TypedResults.File(spreadsheets.Workbook([grid]), TableExport.ContentType, name + ".xlsx");
    }

    private static Grid Sheet(UiText text, IReadOnlyList<LineCard> lines) => new(
        text["ledger.title"],
        [
            .. Columns.Select(column => new GridColumn(text[$"ledger.{column.Name}"], column.Format)),
        ],
        [.. lines.Select(Row)]);

    private static IReadOnlyList<object?> Row(LineCard line) =>
    [
        line.Sequence, line.EffectiveDate, line.RecordedAt, Words.Of(line.Kind), Words.Of(line.Holder.Name), Words.Of(line.Investee.Name),
        line.Amount, line.Amount.Currency.Code, line.ImpactOnUnfunded, line.RecordedBy, line.ApprovedBy, Words.Of(line.Provenance),
        line.Reverses, line.ReversedBy, line.Reference, line.Note, line.DocumentName, line.Hash,
    ];
}
