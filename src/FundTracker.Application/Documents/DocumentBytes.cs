using FundTracker.Domain.Capital;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Documents;

/// <summary>Holds the stored bytes of a document against the hash that was kept when it was attached.</summary>
internal static class DocumentBytes
{
    /// <summary>What to say where they differ; null where they are as they were attached.</summary>
    public static DomainError? WhyNotAsAttached(SourceDocument document)
    {
        var found = document.HashOfContent();
        return found == document.Sha256 ? null : DocumentErrors.Changed(document.FileName, document.Sha256, found);
    }
}
