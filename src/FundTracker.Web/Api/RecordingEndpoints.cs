using FundTracker.Application.Approvals;
using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Documents;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Funds;
using FundTracker.Application.Indices;
using FundTracker.Application.Periods;
using FundTracker.Application.Plans;
using FundTracker.Application.Policies;
using FundTracker.Application.Records;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Web.Api;

/// <summary>Addresses that change something; each is one use case.</summary>
internal static class RecordingEndpoints
{
    public static void MapRecording(this IEndpointRouteBuilder api)
    {
        api.Command<SetUpMotherFund.Command, NodeId>("/mother-funds").WithTags("Funds");
        api.Command<ImportIndexLevels.Command, ImportIndexLevels.Imported>("/indices/{index}/levels").WithTags("Figures");
        api.Command<ImportBenchmark.Command, ImportBenchmark.Imported>("/benchmarks/{table}/rows").WithTags("Figures");
        var books = api.MapGroup("/books/{books}");
        MapFunds(books.MapGroup("").WithTags("Funds"));
        MapCalls(books.MapGroup("").WithTags("Work"));
        MapRecords(books.MapGroup("/records").WithTags("Records"));
        MapEvaluations(books.MapGroup("").WithTags("Work"));
        MapPeriods(books.MapGroup("/quarters/{quarter}").WithTags("Periods"));
    }

    private static void MapFunds(IEndpointRouteBuilder books)
    {
        books.Command<OpenSubFund.Command, NodeId>("/sub-funds");
        books.Command<RegisterInvestor.Command, NodeId>("/investors");
        books.Command<RegisterCompany.Command, NodeId>("/companies");
        books.Command<StateFact.Command, VoucherId>("/facts");
        books.Command<RecordLocalCase.Command, VoucherId>("/local-cases");
        books.Command<TakeBackLocalCase.Command, VoucherId>("/companies/{company}/local-cases/{case}/withdrawal");
        books.Command<StateEvidence.Command, VoucherId>("/funds/{fund}/evidence");
        books.Command<DrawUpPlan.Command, VoucherId>("/funds/{fund}/plan");
        books.Command<AddTranche.Command, VoucherId>("/funds/{fund}/plan/tranches");
        books.Command<TickCondition.Command, VoucherId>("/funds/{fund}/plan/tranches/{tranche}/conditions/{condition}");
        books.Command<AttachDocument.Command, DocumentId>("/documents");
    }

    private static void MapCalls(IEndpointRouteBuilder books)
    {
        books.Command<DraftCapitalCall.Command, CapitalCallId>("/calls");
        books.PostQuery<PreviewCapitalCall.Query, PreviewCapitalCall.Answer>("/calls/preview");
        books.Command<SubmitCapitalCall.Command, Done>("/calls/{call}/submission");
        books.Command<ApproveCapitalCall.Command, Done>("/calls/{call}/approval");
        books.Command<RejectCapitalCall.Command, Done>("/calls/{call}/rejection");
        books.Command<WithdrawCapitalCall.Command, Done>("/calls/{call}/withdrawal");
        books.Command<IssueCapitalCall.Command, Done>("/calls/{call}/issue");
        books.Command<CancelCapitalCall.Command, VoucherId>("/calls/{call}/cancellation");
        books.Command<RecordPayment.Command, VoucherId>("/calls/{call}/payments");
        books.Command<ApproveVoucher.Command, ApproveVoucher.Posted>("/vouchers/{voucher}/approval");
        books.Command<RejectVoucher.Command, Done>("/vouchers/{voucher}/rejection");
        books.Command<WithdrawVoucher.Command, Done>("/vouchers/{voucher}/withdrawal");
    }

    private static void MapRecords(IEndpointRouteBuilder records)
    {
        records.Command<RecordCommitment.Command, VoucherId>("/commitments");
        records.Command<ChangeCommitment.Command, VoucherId>("/commitment-changes");
        records.Command<RecordInKind.Command, VoucherId>("/contributions-in-kind");
        records.Command<RecordDistribution.Command, VoucherId>("/distributions");
        records.Command<RecordNav.Command, VoucherId>("/navs");
        records.Command<RecordFundCash.Command, VoucherId>("/cash");
        records.Command<ExchangeCurrency.Command, VoucherId>("/exchanges");
        records.Command<RecordInvestment.Command, VoucherId>("/investments");
        records.Command<RecordValuation.Command, VoucherId>("/valuations");
        records.Command<RecordDividend.Command, VoucherId>("/dividends");
        records.Command<RecordExit.Command, VoucherId>("/exits");
        records.Command<ReverseLine.Command, VoucherId>("/reversals");
    }

    private static void MapEvaluations(IEndpointRouteBuilder books)
    {
        books.Command<OpenEvaluation.Command, EvaluationId>("/evaluations");
        books.Command<HandInSelfReview.Command, Done>("/funds/{fund}/evaluations/{evaluation}/self-review");
        books.Command<ReviewEvaluation.Command, Done>("/evaluations/{evaluation}/reviews");
        books.Command<AnnounceResult.Command, Done>("/evaluations/{evaluation}/announcement");
        books.Command<ObjectToResult.Command, Done>("/funds/{fund}/evaluations/{evaluation}/objection");
        books.Command<AcceptResult.Command, Done>("/funds/{fund}/evaluations/{evaluation}/acceptance");
        books.Command<AnswerObjection.Command, Done>("/evaluations/{evaluation}/answer");
        books.Command<SealEvaluation.Command, SealEvaluation.Answer>("/evaluations/{evaluation}/seal");
        books.Command<WithdrawEvaluation.Command, Done>("/evaluations/{evaluation}/withdrawal");
    }

    private static void MapPeriods(IEndpointRouteBuilder quarter)
    {
        quarter.Command<HoldQuarter.Command, Done>("/hold");
        quarter.Command<CloseQuarter.Command, Done>("/close");
        quarter.Command<ReopenQuarter.Command, Done>("/reopening");
    }
}
