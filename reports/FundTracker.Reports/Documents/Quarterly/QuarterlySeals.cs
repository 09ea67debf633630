using FundTracker.Application.Reports;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Documents.Quarterly;

/// <summary>Seals quarterly reports by their canonical content.</summary>
public sealed class QuarterlySeals : IReportSeals
{
    /// <inheritdoc/>
    public string HashOf(QuarterlyReport report, string language) =>
        QuarterlyReportDocument.Of(report, language == "en" ? ReportLanguage.English : ReportLanguage.Chinese).ContentHash;
}
