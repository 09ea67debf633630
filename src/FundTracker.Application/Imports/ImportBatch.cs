using System.Security.Cryptography;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>State of an import.</summary>
public enum ImportState : byte
{
    /// <summary>待审批 waiting for another person.</summary>
    Pending = 1,

    /// <summary>已过账 posted.</summary>
    Posted = 2,

    /// <summary>已退回 turned down; nothing was posted.</summary>
    Rejected = 3,
}

/// <summary>How many rows an import has, and what they would or did change.</summary>
/// <param name="New">Rows that are or were posted.</param>
/// <param name="Skipped">Rows that stood in the books already, with the same content.</param>
/// <param name="Lines">Ledger lines posted.</param>
public sealed record ImportCounts(int New, int Skipped, int Lines);

/// <summary>A file that was handed in: who, what, and what became of it. The file itself is kept.</summary>
public sealed class ImportBatch
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored batch.
    private ImportBatch()
    {
    }
#pragma warning restore CS8618

    /// <summary>Identity.</summary>
    public ImportBatchId Id { get; private set; }

    /// <summary>Code of the mother fund; its books may not be there before the import is approved.</summary>
    public string Books { get; private set; }

    /// <summary>What it is imported as.</summary>
    public ImportKind Kind { get; private set; }

    /// <summary>File name as it came.</summary>
    public string FileName { get; private set; }

    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public string Sha256 { get; private set; }

    /// <summary>The bytes while it waits or after it was turned down; once posted they stand in <see cref="Document"/>.</summary>
    public byte[]? Content { get; private set; }

    /// <summary>The file as a source document of the books; null until posted.</summary>
    public DocumentId? Document { get; private set; }

    /// <summary>How a position table was read, as JSON; empty for others.</summary>
    public string Options { get; private set; }

    /// <summary>State.</summary>
    public ImportState State { get; private set; }

    /// <summary>Rows that are or were posted.</summary>
    public int RowsNew { get; private set; }

    /// <summary>Rows that stood in the books already, with the same content.</summary>
    public int RowsSkipped { get; private set; }

    /// <summary>Ledger lines.</summary>
    public int Lines { get; private set; }

    /// <summary>Who handed it in.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>When.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>Who approved or turned down; <c>opening-balance</c> where none is needed; null while pending.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>When it was decided; null while pending.</summary>
    public Stamp? DecidedAt { get; private set; }

    /// <summary>Why it was turned down; else empty.</summary>
    public string Reason { get; private set; }

    /// <summary>Why it was approved though hard rules would be breached by it; else empty.</summary>
    public string OverrideReason { get; private set; }

    /// <summary>What was overridden by it, such as <c>L-04@SUB1</c>; else empty.</summary>
    public string Overridden { get; private set; }

    /// <summary>Concurrency version.</summary>
    public int Version { get; private set; }

    /// <summary>Hands a file in.</summary>
    internal static ImportBatch HandIn(
        ImportBatchId id, string books, ImportKind kind, string fileName, byte[] content, ImportCounts counts, string by, Stamp at) => new()
        {
            Id = id, Books = books, Kind = kind, FileName = fileName, Content = content, Options = "", State = ImportState.Pending, RecordedBy = by,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)), RecordedAt = at, Reason = "", OverrideReason = "", Overridden = "", RowsNew = counts.New,
            RowsSkipped = counts.Skipped, Lines = counts.Lines,
        };

    /// <summary>Keeps how the file was read.</summary>
    internal ImportBatch ReadWith(string options)
    {
        Options = options;
        return this;
    }

    /// <summary>Judges whether somebody may approve it.</summary>
    internal Result<Done> MayApprove(string by)
    {
        if (State != ImportState.Pending) return ApprovalErrors.NotPending();
        return string.Equals(by, RecordedBy, StringComparison.OrdinalIgnoreCase) ? ApprovalErrors.SamePerson(by) : Done.Value;
    }

    /// <summary>Lets hard rules that it would breach pass for a reason.</summary>
    /// <returns>Done, or a refusal for each hard rule where no reason is given.</returns>
    internal Result<Done> Override(IReadOnlyList<ForeseenChange> foreseen, string reason) => ForeseenRules.Override(foreseen, reason).Map(overridden =>
    {
        (Overridden, OverrideReason) = (overridden, overridden.Length > 0 ? reason.Trim() : "");
        return Done.Value;
    });

    /// <summary>Notes that it was posted, by whom it was approved and where the file is kept from now on.</summary>
    internal void Post(string by, Stamp at, ImportCounts counts, DocumentId? document)
    {
        (State, DecidedBy, DecidedAt, Document, Content, Version) = (ImportState.Posted, by, at, document, null, Version + 1);
        (RowsNew, RowsSkipped, Lines) = (counts.New, counts.Skipped, counts.Lines);
    }

    /// <summary>Turns it down.</summary>
    internal Result<Done> Reject(string by, Stamp at, string reason) => MayApprove(by).Then<Done>(_ =>
    {
        if (string.IsNullOrWhiteSpace(reason)) return LedgerErrors.ReasonMissing();
        (State, DecidedBy, DecidedAt, Reason, Version) = (ImportState.Rejected, by, at, reason, Version + 1);
        return Done.Value;
    });
}

/// <summary>A column mapping of position tables that is kept under a name.</summary>
public sealed class SavedMapping
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored mapping.
    private SavedMapping()
    {
    }
#pragma warning restore CS8618

    /// <summary>Code of the mother fund for whose tables it is kept.</summary>
    public string Books { get; private set; }

    /// <summary>Its name, unique within the books.</summary>
    public string Name { get; private set; }

    /// <summary>The mapping as JSON.</summary>
    public string Mapping { get; private set; }

    /// <summary>Who saved it last.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>When.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>Concurrency version.</summary>
    public int Version { get; private set; }

    internal static SavedMapping Of(string books, string name) => new() { Books = books, Name = name, Mapping = "", RecordedBy = "" };

    internal void Save(string mapping, string by, Stamp at) => (Mapping, RecordedBy, RecordedAt, Version) = (mapping, by, at, Version + 1);
}
