using FundTracker.Domain.Results;

namespace FundTracker.Application.Policies;

/// <summary>Where an administrator keeps rule and scheme files of an installation's own.</summary>
public interface IPolicyFolder
{
    /// <summary>Why nothing can be read from it: it is not there; null where it is. A slip in a setting must not bring the shipped rules back.</summary>
    DomainError? Fault => null;

    /// <summary>Its rule files: name and text; a file with the name of a shipped one takes its place.</summary>
    IReadOnlyList<(string Name, string Json)> Rules { get; }

    /// <summary>Its scheme files, in the same way.</summary>
    IReadOnlyList<(string Name, string Json)> Schemes { get; }
}

/// <summary>No files of one's own.</summary>
internal sealed class NoPolicyFolder : IPolicyFolder
{
    /// <inheritdoc/>
    public IReadOnlyList<(string Name, string Json)> Rules => [];

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, string Json)> Schemes => [];
}
