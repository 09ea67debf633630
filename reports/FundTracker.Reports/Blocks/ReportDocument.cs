using System.Text.Json.Serialization;

namespace FundTracker.Reports.Blocks;

/// <summary>A whole report: what it says, in which language, and under which conditions its figures hold.</summary>
public sealed class ReportDocument
{
    private string? contentHash;

    /// <summary>Title as in the page head and the file's properties.</summary>
    public required string Title { get; init; }

    /// <summary>What the report is about, such as the fund's name; printed at the right of the page head.</summary>
    public required string Subject { get; init; }

    // Written even for the first language: a default is otherwise left out, and reading requires it.
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ReportLanguage Language { get; init; }

    /// <summary>The date up to which effective dates count, inclusive.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The instant up to which recorded lines count, inclusive; printed in UTC. It also dates the file.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>The publishing body; null where none is named.</summary>
    public string? Publisher { get; init; }

    /// <summary>Orientation of the first page.</summary>
    public PageOrientation Orientation { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>
    /// SHA-256 of the canonical content in lower-case hexadecimal: it changes with any word or figure of the report,
    /// and not with the way it is drawn.
    /// </summary>
    [JsonIgnore]
    public string ContentHash => contentHash ??= CanonicalContent.HashOf(this);
}

/// <summary>The languages that a report can be written in.</summary>
public enum ReportLanguage
{
    /// <summary>Simplified Chinese, zh-CN.</summary>
    Chinese,

    /// <summary>English, en.</summary>
    English,
}
