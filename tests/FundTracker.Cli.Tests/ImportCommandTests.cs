using System.Globalization;
using System.Text.Json;

namespace FundTracker.Cli.Tests;

/// <summary>Files are imported from the command line: position tables with units and mappings, workbooks, dry runs.</summary>
public sealed class ImportCommandTests(ImportFolder books) : IClassFixture<ImportFolder>
{
    [Fact]
    public void The_published_table_gives_430_objects_and_the_funds_above_their_commitment_say_why_they_have_no_unfunded()
    {
        var table = Path.Combine(AppContext.BaseDirectory, "Data", "calpers-2025-03-31.csv");
        var tried = Import(table, "--kind", "positions", "--fund", "CALPERS", "--currency", "USD", "--dry-run");
        Assert.Equal(0, tried.ExitCode);
        Assert.NotEqual(0, Figures("CALPERS").ExitCode);

        Assert.Equal(0, Import(table, "--kind", "positions", "--fund", "CALPERS", "--currency", "USD").ExitCode);
        var funds = Figures("CALPERS").Json.EnumerateArray().ToList();
        Assert.Equal(430, funds.Count);
        var recycled = funds.Skip(1).Where(fund => Amount(fund, "paidIn") > Amount(fund, "commitment") && Amount(fund, "commitment") > 0).ToList();
        Assert.NotEmpty(recycled);
        Assert.All(recycled, fund => Assert.False(string.IsNullOrEmpty(fund.GetProperty("unfunded").GetProperty("none").GetString())));

        var again = Import(table, "--kind", "positions", "--fund", "CALPERS", "--currency", "USD");
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(0, Run("ledger", "verify").ExitCode);
    }

    [Fact]
    public void Unit_and_mapping_of_the_command_line_scale_and_name_the_columns()
    {
        Write("table.csv", "Vehicle;A;B;C;D;Day\nAlpha;100;60;10;70;2025-03-31\n");
        Write("mapping.json", """{"fund_name":"Vehicle","commitment":"A","capital_called":"B","capital_distributed":"C","remaining_value":"D","as_of_date":"Day"}""");

        Assert.Equal(0, Import("table.csv", "--kind", "positions", "--fund", "SCALED", "--mapping", "mapping.json", "--unit", "1000000").ExitCode);

        var alpha = Figures("SCALED").Json.EnumerateArray().Single(fund => fund.GetProperty("code").GetString() == "ALPHA");
        Assert.Equal((100_000_000m, 60_000_000m, 10_000_000m, 70_000_000m), (Amount(alpha, "commitment"), Amount(alpha, "paidIn"), Amount(alpha, "distributed"), Amount(alpha, "nav")));
        Assert.Equal(40_000_000m, Amount(alpha, "unfunded"));
    }

    [Fact]
    public void A_bad_cell_is_named_and_nothing_is_imported()
    {
        Write("bad.csv", "fund_name,commitment,capital_called,as_of_date\nAlpha,100,6O,2025-03-31\n");

        var refused = Import("bad.csv", "--kind", "positions", "--fund", "REFUSED");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("6O", refused.Error, StringComparison.Ordinal);
        Assert.Contains("capital_called", refused.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, Figures("REFUSED").ExitCode);
    }

    [Fact]
    public void The_template_is_written_and_as_a_workbook_it_waits_for_another_person()
    {
        Assert.Equal(0, CommandRun.Of(books.Folder, "template", "-o", "template.xlsx").ExitCode);
        Assert.True(new FileInfo(Path.Combine(books.Folder, "template.xlsx")).Length > 10_000);

        var submitted = Import("template.xlsx", "--kind", "workbook", "--fund", "LUZHOU1");

        Assert.Equal(0, submitted.ExitCode);
        Assert.NotEqual(0, Figures("LUZHOU1").ExitCode);
    }

    private CommandRun Import(string file, params string[] options) => Run(["import", file, .. options, "--as", "manager1"]);

    private CommandRun Figures(string fund) => Run("figures", "--fund", fund, "--as-of", "2025-12-31", "--json");

    private CommandRun Run(params string[] arguments) => CommandRun.Of(books.Folder, [.. arguments, "--database", ImportFolder.Database, "--language", "en"]);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(books.Folder, name), text);

    private static decimal Amount(JsonElement fund, string name) =>
        fund.GetProperty(name) is { ValueKind: JsonValueKind.String } amount ? decimal.Parse(amount.GetString()!, CultureInfo.InvariantCulture) : 0;
}

/// <summary>A folder with a database that holds an administrator and a fund manager, and no books yet.</summary>
public sealed class ImportFolder : IDisposable
{
    internal const string Database = "books.db";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fundtracker-import-");

    public ImportFolder()
    {
        var password = new Dictionary<string, string>(StringComparer.Ordinal) { ["FUNDTRACKER_PASSWORD"] = "a long enough password" };
        Add(password, "admin");
        Add(password, "manager1", "--role", "FundManager", "--as", "admin");
    }

    /// <summary>Its path.</summary>
    public string Folder => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);

    private void Add(Dictionary<string, string> password, string user, params string[] options)
    {
        var added = CommandRun.Of(Folder, password, ["user", "add", user, .. options, "--database", Database]);
        if (added.ExitCode != 0) throw new InvalidOperationException(added.Error);
    }
}
