using FundTracker.Application.Exports;

namespace FundTracker.Exchange.Writing;

/// <summary>Writes grids as workbooks and as delimited text.</summary>
public sealed class SpreadsheetWriter : ISpreadsheetWriter
{
    /// <inheritdoc/>
    public byte[] Workbook(IReadOnlyList<Grid> grids) => XlsxWriter.Write(grids);

    /// <inheritdoc/>
    public byte[] Csv(Grid grid) => CsvText.Write(grid);
}
