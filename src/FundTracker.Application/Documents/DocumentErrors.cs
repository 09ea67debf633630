using FundTracker.Domain.Capital;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Documents;

/// <summary>Refusals about documents.</summary>
public static class DocumentErrors
{
    /// <summary>The stored bytes are not those that were attached.</summary>
    public static DomainError Changed(SourceDocument document) => new(
        "document.changed", ("file", document.FileName), ("attached", document.Sha256), ("found", document.HashOfContent()));
}
