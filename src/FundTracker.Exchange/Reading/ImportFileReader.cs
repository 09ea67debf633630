using FundTracker.Application.Imports;
using FundTracker.Domain.Results;

namespace FundTracker.Exchange.Reading;

/// <summary>Reads workbooks and delimited text; which of the two is seen from the bytes.</summary>
public sealed class ImportFileReader : IImportFileReader
{
    private static readonly byte[] OldExcel = [0xD0, 0xCF, 0x11, 0xE0];

    /// <inheritdoc/>
    public Result<IReadOnlyList<ImportSheet>> Read(string fileName, byte[] content)
    {
        try
        {
            if (content.AsSpan().StartsWith(OldExcel)) return ImportErrors.OldExcel(fileName);
            var sheets = content.AsSpan().StartsWith("PK"u8)
                ? XlsxReader.Read(content)
                : [DelimitedText.Read(Path.GetFileNameWithoutExtension(fileName), content)];
            var filled = sheets.Where(sheet => sheet.Columns.Count > 0).ToList();
            return filled.Count > 0 ? filled : ImportErrors.NothingInFile(fileName);
        }
        catch (UnreadableFileException unreadable)
        {
            return ImportErrors.NotReadable(fileName, unreadable.Message);
        }
    }
}

/// <summary>A file is damaged, or is not what it seems to be.</summary>
internal sealed class UnreadableFileException : Exception
{
    public UnreadableFileException(string message)
        : base(message)
    {
    }

    public UnreadableFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public UnreadableFileException()
    {
    }
}
