using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FundTracker.Cli.Tests;

[assembly: AssemblyFixture(typeof(DemoFolder))]

namespace FundTracker.Cli.Tests;

/// <summary>The command line as a process, as people and scripts run it.</summary>
/// <param name="ExitCode">0 done, 1 refused, 2 wrong usage.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>The output as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Runs <c>fundtracker</c>.</summary>
    /// <param name="folder">Working folder.</param>
    /// <param name="arguments">As typed.</param>
    public static CommandRun Of(string folder, params string[] arguments) => Of(folder, [], arguments);

    /// <summary>Runs <c>fundtracker</c> with variables in its environment.</summary>
    public static CommandRun Of(string folder, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "fundtracker.dll"), .. arguments])
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("FUNDTRACKER_DATABASE");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(string.Join(' ', arguments));
        }

        return new CommandRun(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}

/// <summary>A folder with the demonstration in <c>demo.db</c>, made once for all tests; nobody writes to it.</summary>
public sealed class DemoFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fundtracker-cli-");

    public DemoFolder()
    {
        var made = CommandRun.Of(Folder, "demo", "--database", "demo.db");
        if (made.ExitCode != 0) throw new InvalidOperationException(made.Error);
    }

    /// <summary>Its path.</summary>
    public string Folder => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
