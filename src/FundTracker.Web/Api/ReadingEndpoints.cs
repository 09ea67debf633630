using FundTracker.Application.Approvals;
using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Dashboard;
using FundTracker.Application.Documents;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Exposure;
using FundTracker.Application.Figures;
using FundTracker.Application.Funds;
using FundTracker.Application.Indices;
using FundTracker.Application.Ledger;
using FundTracker.Application.Leverage;
using FundTracker.Application.Periods;
using FundTracker.Application.Pacing;
using FundTracker.Application.Performance;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Plans;
using FundTracker.Application.Policies;
using FundTracker.Application.Reports;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Ledgers;
using FundTracker.Web.Security;

namespace FundTracker.Web.Api;

/// <summary>Addresses that only read.</summary>
internal static class ReadingEndpoints
{
    public static void MapReading(this IEndpointRouteBuilder api)
    {
        api.Query<ListMotherFunds.Query, IReadOnlyList<ListMotherFunds.Row>>("/mother-funds").WithTags("Funds");
        api.Query<FindCode.Query, FindCode.Answer>("/codes/{code}").WithTags("Funds");
        api.Query<VerifyAudit.Query, IReadOnlyList<VerifyAudit.Row>>("/audit/verification").WithTags("Ledger");
        api.Query<ListInstallationAudit.Query, AuditPage>("/audit").WithTags("Ledger");
        api.Query<ListIndices.Query, IReadOnlyList<ListIndices.Row>>("/indices").WithTags("Figures");
        api.Query<ListBenchmarks.Query, IReadOnlyList<ListBenchmarks.Row>>("/benchmarks").WithTags("Figures");
        api.Query<ListEvidenceInputs.Query, IReadOnlyList<EvidenceInput>>("/evidence-inputs").WithTags("Figures");
        api.Query<ListSchemes.Query, IReadOnlyList<ListSchemes.Row>>("/evaluation-schemes").WithTags("Figures");
        var books = api.MapGroup("/books/{books}");
        MapFigures(books.MapGroup("").WithTags("Figures"));
        MapFunds(books.MapGroup("").WithTags("Funds"));
        MapWork(books.MapGroup("").WithTags("Work"));
        MapLedger(books.MapGroup("").WithTags("Ledger"));
    }

    private static void MapFigures(IEndpointRouteBuilder books)
    {
        books.Query<GetDashboard.Query, GetDashboard.Answer>("/dashboard");
        books.Query<GetFigures.Query, GetFigures.Answer>("/figures");
        books.Query<GetTrail.Query, GetTrail.Answer>("/figures/{figure}/trail");
        books.Query<GetLeverage.Query, GetLeverage.Answer>("/leverage");
        books.Query<GetLeverageHistory.Query, GetLeverageHistory.Answer>("/leverage/history");
        books.Query<GetLeverageChange.Query, GetLeverageChange.Answer>("/leverage/change");
        books.Query<GetPerformance.Query, GetPerformance.Answer>("/funds/{fund}/performance");
        books.Query<GetNavRollForward.Query, GetNavRollForward.Answer>("/funds/{fund}/roll-forward");
        books.Query<GetWaterfall.Query, GetWaterfall.Answer>("/funds/{fund}/waterfall");
        books.Query<GetPacing.Query, GetPacing.Answer>("/pacing");
        books.Query<GetRules.Query, GetRules.Answer>("/rules");
        books.Query<ListLocalCases.Query, ListLocalCases.Answer>("/local-cases");
        books.Query<GetLocalMeter.Query, LocalMeterReading>("/local-meter");
        books.Query<GetScorecard.Query, GetScorecard.Answer>("/evaluations/{scheme}/{year}");
        books.Query<CompareEvaluations.Query, CompareEvaluations.Answer>("/evaluation-comparison/{scheme}/{year}");
        books.Query<ListEvaluations.Query, IReadOnlyList<EvaluationSummary>>("/evaluations");
        books.Query<GetEvaluation.Query, GetEvaluation.Answer>("/funds/{fund}/evaluations/{evaluation}");
        books.Query<GetEvaluationTrend.Query, GetEvaluationTrend.Answer>("/funds/{fund}/evaluation-trend/{scheme}");
        books.Query<GetSealedContent.Query, GetSealedContent.Answer>("/evaluations/{evaluation}/content");
        books.Query<GetExposure.Query, GetExposure.Answer>("/exposure");
        books.Query<GetQuarterlyReport.Query, QuarterlyReport>("/reports/quarterly/{quarter}");
    }

    private static void MapFunds(IEndpointRouteBuilder books)
    {
        books.Query<GetMembers.Query, IReadOnlyList<Member>>("/members");
        books.Query<GetFund.Query, GetFund.Answer>("/funds/{fund}");
        books.Query<ListCompanies.Query, IReadOnlyList<ListCompanies.Row>>("/companies");
        books.Query<GetCompany.Query, GetCompany.Answer>("/companies/{company}");
        books.Query<GetPlan.Query, GetPlan.Answer>("/funds/{fund}/plan");
        books.Query<GetRollingUse.Query, GetRollingUse.Answer>("/funds/{fund}/rolling-use");
    }

    private static void MapWork(IEndpointRouteBuilder books)
    {
        books.Query<ListPending.Query, ListPending.Answer>("/pending");
        books.Query<GetVoucher.Query, GetVoucher.Answer>("/vouchers/{voucher}");
        books.Query<ForeseeVoucher.Query, ForeseenRulesAnswer>("/vouchers/{voucher}/foreseen");
        books.Query<ListCapitalCalls.Query, IReadOnlyList<CallSummary>>("/calls");
        books.Query<GetCapitalCall.Query, GetCapitalCall.Answer>("/calls/{call}");
        books.Query<ForeseeCapitalCall.Query, ForeseenRulesAnswer>("/calls/{call}/foreseen");
        books.Query<ListDocuments.Query, IReadOnlyList<ListDocuments.Row>>("/documents");
        books.MapGet("/documents/{document}/content", Download).WithMetadata(new SendsRequest(typeof(GetDocument.Query))).WithName(nameof(GetDocument));
        books.Query<GetCalendar.Query, GetCalendar.Answer>("/calendar");
    }

    private static void MapLedger(IEndpointRouteBuilder books)
    {
        books.Query<GetLedger.Query, GetLedger.Answer>("/ledger");
        books.Query<GetLine.Query, GetLine.Answer>("/ledger/{line}");
        books.Query<FindUnseen.Query, UnseenRecords>("/ledger-unseen");
        books.Query<VerifyLedger.Query, VerifyLedger.Answer>("/ledger-verification");
        books.Query<ListAudit.Query, AuditPage>("/audit");
    }

    /// <summary>The bytes of a document, always as a file to keep: what somebody uploaded is never shown as a page of this site.</summary>
    private static async Task<IResult> Download(HttpContext context, IDispatcher dispatcher, CancellationToken cancellation)
    {
        var (query, problem) = await RequestBinding.Bind<GetDocument.Query>(context);
        if (query is null) return problem!;
        var result = await dispatcher.Send(query, Actors.From(context.User, Channel.Api), cancellation);
        return result.IsSuccess
            ? TypedResults.File(result.Value.Content, "application/octet-stream", result.Value.FileName)
            : Problems.From(result.Errors);
    }
}
