using FundTracker.Domain.Values;

namespace FundTracker.Domain.Committees;

/// <summary>
/// What a paper was bound to: a quarterly report's content in both languages as known at an instant, or the bytes of an attached document.
/// Whoever holds either can compute the hash without this program.
/// </summary>
public sealed record PaperBinding
{
    private PaperBinding(Quarter? quarter, Stamp? knownAt, DocumentId? document, string sha256, string sha256En) =>
        (Quarter, KnownAt, Document, Sha256, Sha256En) = (quarter, knownAt, document, sha256, sha256En);

    /// <summary>Quarter of the report; null for a document.</summary>
    public Quarter? Quarter { get; }

    /// <summary>Instant that the report goes by; null for a document.</summary>
    public Stamp? KnownAt { get; }

    /// <summary>The document; null for a report.</summary>
    public DocumentId? Document { get; }

    /// <summary>SHA-256 of the document's bytes, or of the Chinese report's canonical content; 64 small hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>SHA-256 of the English report's canonical content; empty for a document.</summary>
    public string Sha256En { get; }

    /// <summary>Binds a quarterly report.</summary>
    public static PaperBinding ToReport(Quarter quarter, Stamp knownAt, string sha256Zh, string sha256En) =>
        new(quarter, knownAt, null, Checked(sha256Zh), Checked(sha256En));

    /// <summary>Binds an attached document.</summary>
    public static PaperBinding ToDocument(DocumentId document, string sha256) => new(null, null, document, Checked(sha256), "");

    private static string Checked(string sha256) => sha256 is { Length: 64 } && sha256.All(char.IsAsciiHexDigitLower)
        ? sha256
        : throw new ArgumentException($"'{sha256}' is no SHA-256.", nameof(sha256));
}

/// <summary>会议材料: a paper under an item, bound to what it said when it was put there.</summary>
public sealed class CommitteePaper
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored paper.
    private CommitteePaper()
    {
    }
#pragma warning restore CS8618

    /// <summary>The books.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>Number of the meeting.</summary>
    public int Meeting { get; private set; }

    /// <summary>Number of the item.</summary>
    public int Item { get; private set; }

    /// <summary>Number among the item's papers, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Quarter of the report; null for a document.</summary>
    public Quarter? Quarter { get; private set; }

    /// <summary>Instant that the report goes by; null for a document.</summary>
    public Stamp? KnownAt { get; private set; }

    /// <summary>The document; null for a report.</summary>
    public DocumentId? Document { get; private set; }

    /// <summary>See <see cref="PaperBinding.Sha256"/>.</summary>
    public string Sha256 { get; private set; }

    /// <summary>See <see cref="PaperBinding.Sha256En"/>.</summary>
    public string Sha256En { get; private set; }

    /// <summary>Whether a later paper took its place before the vote began.</summary>
    public bool IsReplaced { get; private set; }

    /// <summary>Who bound it.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>When.</summary>
    public Stamp RecordedAt { get; private set; }

    internal static CommitteePaper Of(AgendaItem item, int number, PaperBinding binding, string by, Stamp at) => new()
    {
        MotherFund = item.MotherFund, Meeting = item.Meeting, Item = item.Number, Number = number, Quarter = binding.Quarter,
        KnownAt = binding.KnownAt, Document = binding.Document, Sha256 = binding.Sha256, Sha256En = binding.Sha256En, RecordedBy = by, RecordedAt = at,
    };

    /// <summary>Whether this paper says what a binding says: the same report or document, whichever its content.</summary>
    internal bool IsOfSame(PaperBinding binding) => Quarter == binding.Quarter && Document == binding.Document;

    internal void Replace() => IsReplaced = true;
}

/// <summary>What a paper turned out to say when it was opened again.</summary>
/// <param name="Paper">Number of the paper.</param>
/// <param name="Bound">The hash that it was bound to.</param>
/// <param name="Found">The hash of what it says now.</param>
/// <param name="Restated">For a report the hash of the same quarter with all that was recorded since; else the same as <paramref name="Found"/>.</param>
public sealed record PaperCheck(int Paper, string Bound, string Found, string Restated)
{
    /// <summary>Whether its content is what it was bound to, and nothing recorded since would change it.</summary>
    public bool IsUnchanged => Bound == Found && Bound == Restated;

    /// <summary>The hash that differs; the bound one where none does.</summary>
    public string Differing => Bound != Found ? Found : Restated;
}
