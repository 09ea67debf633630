using FundTracker.Application.Policies;

namespace FundTracker.Exchange.Policies;

/// <summary>An administrator's folder with <c>rules/*.json</c> and <c>schemes/*.json</c>; either may be missing, the folder may not.</summary>
internal sealed class PolicyFolder : IPolicyFolder
{
    private readonly string path;

    /// <summary>Names the folder.</summary>
    /// <exception cref="DirectoryNotFoundException">It is not there: a typing mistake in a setting must not bring the shipped rules back.</exception>
    public PolicyFolder(string path) =>
        this.path = Directory.Exists(path) ? path : throw new DirectoryNotFoundException($"FundTracker:Policies names {path}, which is not there.");

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, string Json)> Rules => Read("rules");

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, string Json)> Schemes => Read("schemes");

    private IReadOnlyList<(string Name, string Json)> Read(string kind)
    {
        var folder = Path.Combine(path, kind);
        return !Directory.Exists(folder)
            ? []
            : [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file)))];
    }
}
