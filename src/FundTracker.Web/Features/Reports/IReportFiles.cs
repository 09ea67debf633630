using FundTracker.Application.Reports;

namespace FundTracker.Web.Features.Reports;

/// <summary>Draws reports.</summary>
public interface IReportFiles
{
    /// <summary>A quarterly report as PDF.</summary>
    /// <param name="report">What it says.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    byte[] Quarterly(QuarterlyReport report, string language);
}
