using System.Security.Cryptography;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Capital;

/// <summary>The paper behind a record: a notice, a bank statement, a report. Kept as it came; never changed.</summary>
public sealed class SourceDocument
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored document.
    private SourceDocument()
    {
    }
#pragma warning restore CS8618

    /// <summary>Largest size in bytes: 20 MiB.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Identity.</summary>
    public DocumentId Id { get; private set; }

    /// <summary>The books it belongs to.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>File name as it came.</summary>
    public string FileName { get; private set; }

    /// <summary>MIME type as it came.</summary>
    public string ContentType { get; private set; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Sha256 { get; private set; }

    /// <summary>The bytes.</summary>
    public byte[] Content { get; private set; }

    /// <summary>Who attached it.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>When.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>SHA-256 of the bytes as they are now, lower-case hex; another than <see cref="Sha256"/> where they were changed behind our back.</summary>
    public string HashOfContent() => HashOf(Content);

    /// <summary>Attaches a document.</summary>
    /// <exception cref="ArgumentException">Empty, or above <see cref="MaxBytes"/>.</exception>
    public static SourceDocument Attach(DocumentId id, NodeId motherFund, string fileName, string contentType, byte[] content, string by, Stamp at)
    {
        if (content.Length is 0 or > MaxBytes) throw new ArgumentException($"A document has 1 to {MaxBytes} bytes.", nameof(content));
        return new()
        {
            Id = id, MotherFund = motherFund, FileName = fileName, ContentType = contentType, Content = content,
            Sha256 = HashOf(content), RecordedBy = by, RecordedAt = at,
        };
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
