using FundTracker.Application.Reports;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Documents.Quarterly;
using FundTracker.Reports.Rendering;

namespace FundTracker.Cli.Composition;

/// <summary>Draws reports into files.</summary>
internal static class ReportFiles
{
    /// <summary>Writes a quarterly report as PDF; a file that could not be written whole is not left behind.</summary>
    /// <returns>Pages, hash of the content, and characters that no installed font has.</returns>
    public static (int Pages, string ContentHash, IReadOnlyList<string> Unprintable) Write(QuarterlyReport report, string language, FileInfo file)
    {
        var document = QuarterlyReportDocument.Of(report, language == "en" ? ReportLanguage.English : ReportLanguage.Chinese);
        using var pages = new MemoryStream();
        var summary = new SkiaPdfRenderer().Render(document, pages);
        file.Directory?.Create();
        File.WriteAllBytes(file.FullName, pages.ToArray());
        return (summary.PageCount, document.ContentHash, summary.UnprintableCharacters);
    }
}
