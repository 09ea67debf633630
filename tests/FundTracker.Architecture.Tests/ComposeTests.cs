using System.ComponentModel;
using System.Diagnostics;
using FundTracker.Architecture.Tests.Reading;

namespace FundTracker.Architecture.Tests;

/// <summary>The compose file, read by Compose itself where it is installed.</summary>
public sealed class ComposeTests
{
    private static readonly string[][] Commands = [["docker", "compose"], ["docker-compose"]];

    [Fact]
    public void Compose_accepts_the_file()
    {
        var (code, output) = Config(password: "A-strong-1-for-the-test");
        Assert.True(code == 0, output);
    }

    [Fact]
    public void Compose_refuses_to_start_without_a_password()
    {
        var (code, output) = Config(password: null);
        Assert.NotEqual(0, code);
        Assert.Contains("MSSQL_SA_PASSWORD", output, StringComparison.Ordinal);
    }

    private static (int Code, string Output) Config(string? password)
    {
        var command = Commands.FirstOrDefault(command => TryRun([.. command, "version"], null) is { Code: 0 });
        Assert.SkipWhen(command is null, "Neither 'docker compose' nor 'docker-compose' is installed here.");
        return TryRun([.. command!, "config", "-q"], password)!.Value;
    }

    private static (int Code, string Output)? TryRun(string[] command, string? password)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = WorkTree.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("MSSQL_SA_PASSWORD");
        if (password is not null)
        {
            start.Environment["MSSQL_SA_PASSWORD"] = password;
        }

        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
