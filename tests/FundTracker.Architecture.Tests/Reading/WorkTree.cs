using System.Diagnostics;

namespace FundTracker.Architecture.Tests.Reading;

/// <summary>A text file of the work tree, by its path from the top, with forward slashes.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public string Extension => System.IO.Path.GetExtension(Path);

    public IEnumerable<(int Number, string Text)> Lines =>
        Text.Split('\n').Select((line, i) => (i + 1, line.TrimEnd('\r')));
}

/// <summary>The files that belong to the project: what git tracks, or would track at the next commit.</summary>
internal static class WorkTree
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> AllFiles = new(ReadFiles);

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files => AllFiles.Value;

    public static IEnumerable<SourceFile> CSharp => Files.Where(file => file.Extension is ".cs");

    public static IEnumerable<SourceFile> Projects => Files.Where(file => file.Extension is ".csproj");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FundTracker.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException($"No FundTracker.sln above {AppContext.BaseDirectory}.");
    }

    private static List<SourceFile> ReadFiles() =>
        [.. TrackedPaths()
            .Where(path => File.Exists(Path.Combine(Root, path)))
            .Select(path => (path, bytes: File.ReadAllBytes(Path.Combine(Root, path))))
            .Where(file => !file.bytes.Contains((byte)0))
            .Select(file => new SourceFile(file.path, System.Text.Encoding.UTF8.GetString(file.bytes)))];

    private static IEnumerable<string> TrackedPaths()
    {
        if (!Path.Exists(Path.Combine(Root, ".git")))
        {
            return Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "TestResults" or "data"));
        }

        var list = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(list)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);
    }
}
