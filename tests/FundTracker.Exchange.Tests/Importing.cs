using System.Text;
using FundTracker.Application.Exports;
using FundTracker.Application.Imports;
using FundTracker.Application.Imports.Positions;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Exchange.Writing;
using FundTracker.Testing.Databases;

namespace FundTracker.Exchange.Tests;

/// <summary>Imports in tests: short forms of what is sent, and tables and workbooks as text.</summary>
internal static class Importing
{
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A host on a day after those of the tables that tests read.</summary>
    public static async Task<TestHost> LaterHost()
    {
        var host = await TestHost.Create();
        host.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 1, 8, 0, 0, TimeSpan.Zero));
        return host;
    }

    /// <summary>Imports a position table into the books PENSION.</summary>
    public static Task<Result<ImportPreview>> Positions(this TestHost host, string table, PositionOptions? options = null) =>
        host.Positions(Bytes(table), options);

    /// <summary>Imports a position table into the books PENSION.</summary>
    public static Task<Result<ImportPreview>> Positions(this TestHost host, byte[] table, PositionOptions? options = null) =>
        host.Send(new ImportPositions.Command("PENSION", "table.csv", table, options ?? new PositionOptions()), Actors.Manager1);

    /// <summary>The same, taken for granted.</summary>
    public static async Task<ImportPreview> MustPositions(this TestHost host, string table, PositionOptions? options = null) =>
        (await host.Positions(table, options)).Value;

    /// <summary>What the ledger says of the mother fund's commitment to a fund, major units; null for NAV where none is stated.</summary>
    public static async Task<(decimal Commitment, decimal PaidIn, decimal Distributed, decimal? Nav)> Position(
        this TestHost host, string fund, string? asOf = null)
    {
        var snapshot = await host.Books("PENSION");
        var view = new LedgerView(snapshot, asOf is null ? DateOnly.MaxValue : Day(asOf), Stamp.Max);
        var edge = snapshot.FindEdge(EdgeKind.Commitment, snapshot.MotherFund, snapshot.FindNode(fund)!.Id);
        return (view.Commitment(edge) / 100m, view.PaidIn(edge) / 100m, view.Distributed(edge) / 100m, view.LevelRolledForward(edge) / 100m);
    }

    /// <summary>Codes of all sub-funds of the books PENSION, in order.</summary>
    public static async Task<IReadOnlyList<string>> Codes(this TestHost host) =>
        [.. (await host.Books("PENSION")).Nodes.Skip(1).Select(node => node.Code).Order(StringComparer.Ordinal)];

    /// <summary>Hands a workbook in for the books M1, as manager1.</summary>
    public static Task<Result<SubmitImport.Submitted>> Submit(this TestHost host, string workbook) =>
        host.Send(new SubmitImport.Command("M1", "records.xlsx", Workbook(workbook)), Actors.Manager1);

    /// <summary>Hands a workbook in and approves it, as another person.</summary>
    public static async Task<ImportCounts> Import(this TestHost host, string workbook)
    {
        var submitted = (await host.Submit(workbook)).Value;
        return submitted.Batch is { } batch ? await host.Must(new ApproveImport.Command("M1", batch), Actors.Approver1) : submitted.Preview.Counts;
    }

    /// <summary>A dry run of a workbook.</summary>
    public static Task<ImportPreview> Preview(this TestHost host, string workbook) =>
        host.Must(new PreviewImport.Query("M1", ImportKind.Workbook, "records.xlsx", Workbook(workbook)), Actors.Manager1);

    /// <summary>A workbook from text: a line <c>Sheet: column, column</c> starts a sheet, the lines below it are rows with commas.</summary>
    public static byte[] Workbook(string text)
    {
        var grids = new List<Grid>();
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0 && !line[..colon].Contains(',', StringComparison.Ordinal))
                grids.Add(new Grid(line[..colon], [.. Cells(line[(colon + 2)..]).Select(name => new GridColumn(name, GridFormat.Text))], []));
            else
                grids[^1] = grids[^1] with { Rows = [.. grids[^1].Rows, [.. Cells(line)]] };
        }

        return new SpreadsheetWriter().Workbook(grids);
    }

    /// <summary>The refusals of rows: sheet, row, column and the code of the reason.</summary>
    public static IReadOnlyList<(string Sheet, int Row, string Column, string Reason)> Places(this IEnumerable<DomainError> errors) =>
        [.. errors.Select(error => (Arg<string>(error, "sheet"), Arg<int>(error, "row"), Arg<string>(error, "column"), Arg<DomainError>(error, "reason").Code))];

    public static T Arg<T>(DomainError error, string name) => (T)error.Args.Single(arg => arg.Name == name).Value;

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Cells(string line) => line.Split(',').Select(cell => cell.Trim());
}
