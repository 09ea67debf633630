using FundTracker.Application.Reports;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Documents.Quarterly;
using FundTracker.Reports.Rendering;
using FundTracker.Web.Features.Reports;

namespace FundTracker.Web.Composition;

/// <summary>Draws reports as PDF.</summary>
internal sealed class ReportFiles : IReportFiles
{
    public byte[] Quarterly(QuarterlyReport report, string language)
    {
        var document = QuarterlyReportDocument.Of(report, language == "en" ? ReportLanguage.English : ReportLanguage.Chinese);
        using var pages = new MemoryStream();
        new SkiaPdfRenderer().Render(document, pages);
        return pages.ToArray();
    }
}
