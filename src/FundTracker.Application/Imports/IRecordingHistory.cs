using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>When the rows of a workbook were recorded, where that is another instant than that of the import.</summary>
internal interface IRecordingHistory
{
    /// <summary>The instant of a row; null for one that goes with the row before it.</summary>
    Stamp? Of(RecordRow row);
}
