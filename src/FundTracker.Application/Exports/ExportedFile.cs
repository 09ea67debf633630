namespace FundTracker.Application.Exports;

/// <summary>A file to be handed over.</summary>
/// <param name="FileName">Name with its ending.</param>
/// <param name="ContentType">MIME type.</param>
/// <param name="Content">The bytes.</param>
public sealed record ExportedFile(string FileName, string ContentType, byte[] Content)
{
    /// <summary>An Excel workbook.</summary>
    /// <param name="name">Name without ending.</param>
    /// <param name="content">The bytes.</param>
    public static ExportedFile Workbook(string name, byte[] content) =>
        new(name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", content);

    /// <summary>A CSV file.</summary>
    /// <param name="name">Name without ending.</param>
    /// <param name="content">The bytes.</param>
    public static ExportedFile Csv(string name, byte[] content) => new(name + ".csv", "text/csv; charset=utf-8", content);
}
