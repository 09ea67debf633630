namespace FundTracker.Application.Reports;

/// <summary>Computes what seals a report: SHA-256 of its canonical content, as it stands in the foot of the PDF.</summary>
public interface IReportSeals
{
    /// <summary>The hash, 64 small hexadecimal digits. It changes with any word or figure and not with the way it is drawn.</summary>
    /// <param name="report">What it says.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    string HashOf(QuarterlyReport report, string language);
}
