using System.Globalization;
using FundTracker.Application.Imports;
using FundTracker.Application.Imports.Positions;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;

namespace FundTracker.Exchange.Tests.Positions;

/// <summary>A published table of a public pension, 429 private-equity funds, taken as it is.</summary>
public sealed class PublishedTableTests
{
    private static readonly byte[] Table = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Positions", "calpers-2025-03-31.csv"));

    [Fact]
    public async Task Multiples_recomputed_from_the_ledger_agree_with_all_429_of_the_table()
    {
        await using var host = await Importing.LaterHost();
        var imported = await host.Must(Command(), Actors.Manager1);
        var snapshot = await host.Books("PENSION");
        var view = new LedgerView(snapshot, new DateOnly(2025, 3, 31), Stamp.Max);
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Positions", "calpers-2025-03-31.csv")).Skip(1).Select(Fields).ToList();
        var byName = snapshot.Nodes.ToDictionary(node => node.Name.En);
        Assert.Equal(429, rows.Count);
        Assert.Equal(429, imported.Members.Count - 1);
        foreach (var fields in rows)
        {
            var edge = snapshot.FindEdge(EdgeKind.Commitment, snapshot.MotherFund, byName[fields[0]].Id);
            var multiple = (decimal)(view.Distributed(edge) + view.LevelRolledForward(edge)!.Value) / view.PaidIn(edge);
            Assert.InRange(multiple - Number(fields[7]), -0.0001m, 0.0001m);
            Assert.Equal(Number(fields[2]) * 1_000_000m, Money.FromMinor(view.Commitment(edge), Currency.Of("USD")).Amount);
        }
    }

    [Fact]
    public async Task The_same_table_twice_changes_nothing()
    {
        await using var host = await Importing.LaterHost();
        await host.Must(Command(), Actors.Manager1);
        var before = await host.Books("PENSION");
        var again = await host.Must(Command(), Actors.Manager1);
        var after = await host.Books("PENSION");
        Assert.Equal(new ImportCounts(New: 0, Skipped: 429, Lines: 0), again.Counts);
        Assert.Equal((before.LineCount, before.Nodes.Count, before.Facts.Count), (after.LineCount, after.Nodes.Count, after.Facts.Count));
    }

    [Fact]
    public async Task Every_line_says_that_it_opens_the_books_and_names_the_file_behind_it()
    {
        await using var host = await Importing.LaterHost();
        await host.Must(Command(), Actors.Manager1);
        var lines = await host.Look(db => Task.FromResult(db.Lines.ToList()));
        Assert.Equal(429 * 4, lines.Count);
        Assert.All(lines, line => Assert.Equal(("manager1", Signatures.OpeningBalance), (line.RecordedBy, line.ApprovedBy)));
        var document = await host.Look(db => Task.FromResult(db.Documents.Single()));
        Assert.All(lines, line => Assert.Equal(document.Id, line.Document));
        Assert.Equal(Table, document.Content);
    }

    private static ImportPositions.Command Command() =>
        new("PENSION", "calpers-2025-03-31.csv", Table, new PositionOptions(Currency: "USD"));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A reader of its own, so that the test does not lean on the one it tests.</summary>
    private static string[] Fields(string line)
    {
        var (fields, field, quoted) = (new List<string>(), "", false);
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(field);
                field = "";
            }
            else field += c;
        }

        return [.. fields, field];
    }
}
