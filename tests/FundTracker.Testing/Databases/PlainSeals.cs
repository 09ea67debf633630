using System.Security.Cryptography;
using System.Text;
using FundTracker.Application.Reports;

namespace FundTracker.Testing.Databases;

/// <summary>Seals a report by its headline figures, for tests of use cases that draw nothing: another figure is another hash.</summary>
public sealed class PlainSeals : IReportSeals
{
    public string HashOf(QuarterlyReport report, string language)
    {
        var text = string.Join('|', language, report.Quarter, report.KnownAt, report.PeriodState, report.Summary.PaidIn.Value, report.Summary.Nav.Value,
            report.Cash.Value, report.Payments.Count, report.Corrections.Count);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
