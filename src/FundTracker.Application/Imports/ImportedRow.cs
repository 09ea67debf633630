using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>Identity of an import.</summary>
public readonly record struct ImportBatchId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// A row of a workbook that was imported, as it was: what makes the same file twice change nothing, and shows both contents where a ref
/// comes back with another one. Only added to.
/// </summary>
public sealed class ImportedRow
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored row.
    private ImportedRow()
    {
    }
#pragma warning restore CS8618

    /// <summary>The books.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>Name of the sheet.</summary>
    public string Sheet { get; private set; }

    /// <summary>The row's ref, unique within books and sheet.</summary>
    public string Ref { get; private set; }

    /// <summary>Canonical content: the filled columns by name, one a line.</summary>
    public string Content { get; private set; }

    /// <summary>What the row became, where other rows may name it: a call's or round's key, a plan's key and the number of the phase; else empty.</summary>
    public string Target { get; private set; }

    /// <summary>The import that brought it.</summary>
    public ImportBatchId Batch { get; private set; }

    internal static ImportedRow Of(NodeId motherFund, RecordRow row, string target, ImportBatchId batch) =>
        new() { MotherFund = motherFund, Sheet = row.Sheet, Ref = row.Ref, Content = row.Content, Target = target, Batch = batch };
}
