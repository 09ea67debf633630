using FundTracker.Application.Policies;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;

namespace FundTracker.Exchange.Policies;

/// <summary>An administrator's folder with <c>rules/*.json</c> and <c>schemes/*.json</c>; either may be missing, the folder may not.</summary>
/// <param name="path">The folder.</param>
internal sealed class PolicyFolder(string path) : IPolicyFolder
{
    /// <inheritdoc/>
    public DomainError? Fault => Directory.Exists(path) ? null : PolicyErrors.FolderMissing(path);

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
