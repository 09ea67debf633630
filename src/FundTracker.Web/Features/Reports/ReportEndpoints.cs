using FundTracker.Application.Pipeline;
using FundTracker.Application.Reports;
using FundTracker.Domain.Values;
using FundTracker.Web.Api;
using FundTracker.Web.Security;

namespace FundTracker.Web.Features.Reports;

/// <summary>Reports as files.</summary>
internal static class ReportEndpoints
{
    /// <summary>Where a quarterly report lies.</summary>
    public static string Address(string books, string quarter, string language, Stamp? knownAt) =>
        $"/reports/quarterly/{books}/{quarter}?language={language}" + (knownAt is { } instant ? $"&knownAt={Uri.EscapeDataString(instant.ToString())}" : "");

    public static void MapReports(this IEndpointRouteBuilder app) => app.MapGet("/reports/quarterly/{books}/{quarter}", Quarterly);

    private static async Task<IResult> Quarterly(
        HttpContext context, IDispatcher dispatcher, IReportFiles files, string books, string quarter, string? language, string? knownAt, CancellationToken cancellation)
    {
        Stamp? instant = Stamp.TryParse(knownAt, out var stamp) ? stamp : null;
        var result = await dispatcher.Send(new GetQuarterlyReport.Query(books, quarter, instant), Actors.From(context.User, Channel.Web), cancellation);
        if (!result.IsSuccess) return Problems.From(result.Errors);
        var tag = language == "en" ? "en" : "zh";
        return TypedResults.File(files.Quarterly(result.Value, tag), "application/pdf", $"{books}-{quarter.ToUpperInvariant()}-{tag}.pdf");
    }
}
