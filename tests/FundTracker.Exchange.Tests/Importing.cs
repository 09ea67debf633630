using System.Text;
using FundTracker.Application.Imports;
using FundTracker.Application.Imports.Positions;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;

namespace FundTracker.Exchange.Tests;

/// <summary>Imports in tests: a host with the exchange, and short forms of what is sent to it.</summary>
internal static class Importing
{
    public static Task<TestHost> Host() => TestHost.Create();

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static Task<Result<ImportPreview>> Positions(this TestHost host, string table, PositionOptions? options = null, string books = "PENSION") =>
        host.Send(new ImportPositions.Command(books, "table.csv", Bytes(table), options ?? new PositionOptions()), Actors.Manager1);

    public static async Task<ImportPreview> MustPositions(this TestHost host, string table, PositionOptions? options = null, string books = "PENSION") =>
        (await host.Positions(table, options, books)).Value;

    /// <summary>What the ledger says of the mother fund's commitment to a fund, minor units; null for NAV where none is stated.</summary>
    public static async Task<(long Commitment, long PaidIn, long Distributed, long? Nav)> Position(
        this TestHost host, string fund, DateOnly? asOf = null, string books = "PENSION")
    {
        var snapshot = await host.Books(books);
        var view = new LedgerView(snapshot, asOf ?? DateOnly.MaxValue, Stamp.Max);
        var edge = snapshot.FindEdge(EdgeKind.Commitment, snapshot.MotherFund, snapshot.FindNode(fund)!.Id);
        return (view.Commitment(edge), view.PaidIn(edge), view.Distributed(edge), view.LevelRolledForward(edge));
    }

    /// <summary>The refusals of rows: row, column and the code of the reason.</summary>
    public static IReadOnlyList<(string Sheet, int Row, string Column, string Code)> Cells(this IEnumerable<DomainError> errors) =>
        [.. errors.Select(error => ((string)Arg(error, "sheet"), (int)Arg(error, "row"), (string)Arg(error, "column"), ((DomainError)Arg(error, "reason")).Code))];

    public static object Arg(DomainError error, string name) => error.Args.Single(arg => arg.Name == name).Value;
}
