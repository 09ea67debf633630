namespace FundTracker.Cli.Tests;

/// <summary>Exit codes: 0 done, 1 refused with the reason on the error stream, 2 wrong usage.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fundtracker-usage-");

    [Theory]
    [InlineData("nonsense")]
    [InlineData("figures")]
    [InlineData("figures", "--fund", "X", "--as-of", "30.6.2023")]
    [InlineData("ledger")]
    public void Wrong_usage_exits_with_2_and_says_what_is_wrong(params string[] arguments)
    {
        var run = CommandRun.Of(folder.FullName, arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void A_database_that_is_not_there_is_named_and_not_made()
    {
        var run = CommandRun.Of(folder.FullName, "figures", "--fund", "X", "--as-of", "2023-06-30", "--database", "none.db");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("none.db", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "none.db")));
    }

    [Fact]
    public void The_first_administrator_is_added_with_a_password_from_the_environment()
    {
        var password = new Dictionary<string, string>(StringComparer.Ordinal) { ["FUNDTRACKER_PASSWORD"] = "a long enough password" };

        Assert.Equal(0, CommandRun.Of(folder.FullName, password, "user", "add", "admin", "--database", "x.db").ExitCode);

        var again = CommandRun.Of(folder.FullName, password, "user", "add", "admin", "--database", "x.db");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("admin", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of(folder.FullName, password, "user", "add", "fm", "--role", "FundManager", "--as", "admin", "--database", "x.db").ExitCode);
        var notHers = CommandRun.Of(folder.FullName, password, "user", "add", "fm2", "--role", "FundManager", "--as", "fm", "--database", "x.db");
        Assert.Equal(1, notHers.ExitCode);
        Assert.Equal(0, CommandRun.Of(folder.FullName, "audit", "verify", "--database", "x.db").ExitCode);
    }

    [Fact]
    public void A_fund_that_is_not_there_is_refused_by_its_code()
    {
        CommandRun.Of(folder.FullName, "migrate", "--database", "x.db");

        var run = CommandRun.Of(folder.FullName, "figures", "--fund", "NOPE", "--as-of", "2023-06-30", "--database", "x.db");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("NOPE", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_that_is_not_there_is_refused()
    {
        CommandRun.Of(folder.FullName, "migrate", "--database", "x.db");

        var run = CommandRun.Of(folder.FullName, "figures", "--fund", "X", "--as-of", "2023-06-30", "--database", "x.db", "--as", "nobody");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nobody", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
