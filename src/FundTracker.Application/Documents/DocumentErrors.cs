using FundTracker.Domain.Results;

namespace FundTracker.Application.Documents;

/// <summary>Refusals about documents.</summary>
public static class DocumentErrors
{
    /// <summary>The stored bytes are not those that were attached.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="attached">SHA-256 of the bytes that were attached.</param>
    /// <param name="found">SHA-256 of the bytes that are stored.</param>
    public static DomainError Changed(string file, string attached, string found) =>
        new("document.changed", ("file", file), ("attached", attached), ("found", found));
}
