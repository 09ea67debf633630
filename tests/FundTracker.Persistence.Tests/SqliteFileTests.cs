using System.Diagnostics;
using System.Globalization;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Persistence.Tests.Engines;
using FundTracker.Persistence.Tests.Samples;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Persistence.Tests;

/// <summary>What is particular to the embedded database: one file, many readers, one writer at a time.</summary>
public sealed class SqliteFileTests
{
    private const string FileVariable = "FUNDTRACKER_TEST_OTHER_PROCESS_FILE";
    private const int PostsEach = 15;

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "15000")]
    [InlineData("synchronous", "2")]
    public async Task Every_connection_is_set_to_keep_what_is_written(string pragma, string value)
    {
        await using var host = await TestHost.Create();

        var set = await host.Look(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        });

        Assert.Equal(value, set);
    }

    [Fact]
    public async Task A_mother_fund_is_found_by_its_code_without_looking_at_the_companies()
    {
        await using var host = await TestHost.Create();

        var steps = await host.Look(async db =>
        {
            var query = db.Nodes.OfType<MotherFund>().Where(fund => fund.Code == "MF")
                .Join(db.Books, fund => fund.Id, book => book.MotherFund, (fund, book) => book.Version);
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN {query.ToQueryString()}";
            await using var reader = await command.ExecuteReaderAsync();
            List<string> plan = [];
            while (await reader.ReadAsync()) plan.Add(reader.GetString(3));
            return plan;
        });

        Assert.Contains(steps, step => step.Contains("IX_Nodes_Kind_Code", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_is_not_held_up_by_an_open_command()
    {
        await using var host = await DatabaseEngine.Sqlite.Host();
        await host.Must(Given.MotherFund(), Actors.Manager1);

        var seen = await host.Look(async writer =>
        {
            await using var transaction = await writer.Database.BeginTransactionAsync();
            return await host.Look(reader => reader.Nodes.CountAsync());
        });

        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task Two_processes_post_to_one_file_and_the_chain_holds()
    {
        await using var host = await DatabaseEngine.Sqlite.Host();
        await host.Must(Given.MotherFund(), Actors.Manager1);
        await host.Must(Given.Commitment("INV1", 1_000), Actors.Manager1);

        using var other = StartOtherProcess(host.Database.Connection);
        var outputRead = other.StandardOutput.ReadToEndAsync();
        await PostSome(host);
        await other.WaitForExitAsync();

        Assert.True(other.ExitCode == 0, await outputRead);
        var lines = await host.Look(db => db.Lines.AsNoTracking().OrderBy(line => line.Sequence).ToListAsync());
        Assert.Equal(1 + (2 * PostsEach), lines.Count);
        Assert.Equal(lines[^1].Hash, lines.Aggregate(HashChain.Start, (hash, line) => HashChain.Next(hash, line.CanonicalText())));
        Assert.Equal(lines.Count, (await host.Books("LZ1")).LineCount);
    }

    /// <summary>The other process: this assembly, started again for this test alone.</summary>
    [Fact(Explicit = true)]
    public async Task The_other_process_posts_to_the_file_it_is_given()
    {
        var file = Environment.GetEnvironmentVariable(FileVariable) ?? throw new InvalidOperationException($"{FileVariable} is not set.");
        await using var host = TestHost.On(new SharedFile(file), PostLines.Register);

        await PostSome(host);
    }

    private static async Task PostSome(TestHost host)
    {
        for (var i = 0; i < PostsEach; i++) await host.Must(Given.Contribution("INV1", 1), Actors.Manager1);
    }

    private static Process StartOtherProcess(string file)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(SqliteFileTests).Assembly.Location);
        foreach (var argument in (string[])["--explicit", "only", "--filter-method", $"*.{nameof(The_other_process_posts_to_the_file_it_is_given)}"]) start.ArgumentList.Add(argument);
        start.Environment[FileVariable] = file;
        return Process.Start(start) ?? throw new InvalidOperationException("The other process did not start.");
    }

    /// <summary>A file that another process owns.</summary>
    private sealed class SharedFile(string path) : TestDatabase
    {
        public override DatabaseOptions Options => new("Sqlite", path);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
