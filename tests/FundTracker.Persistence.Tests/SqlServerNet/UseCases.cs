using FundTracker.Application.Approvals;
using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Carriers;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Committees;
using FundTracker.Application.Funds;
using FundTracker.Application.Imports;
using FundTracker.Application.Indices;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Plans;
using FundTracker.Application.Programmes;
using FundTracker.Application.Records;
using FundTracker.Application.Registry;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Persistence.Tests.SqlServerNet;

/// <summary>A small set of books, so that requests find what they name.</summary>
internal static class UseCases
{
    private static readonly DateOnly Day = new(2024, 1, 2);

    private static byte[] Quartiles { get; } = "vintage,measure,lower,median,upper,source,as-of\n2024,TVPI,0.9,1,1.1,Source,2024-01-02"u8.ToArray();

    /// <summary>Sets the books up.</summary>
    /// <returns>Values by the names that requests give their parameters.</returns>
    public static async Task<IReadOnlyDictionary<string, object?>> Prepare(TestHost host, Actor actor)
    {
        await host.Dispatcher.Register(new SetUpMotherFund.Command("LZ1", null, "庐州一号", null, "CNY", LegalForm.Company, 1_000m, Day), actor);
        await host.Dispatcher.Register(new RegisterInvestor.Command("LZ1", "INV1", "出资人", null, Day, InvestorKind.Fiscal, FiscalLevel.District), actor);
        await host.Dispatcher.Register(new OpenSubFund.Command("LZ1", "SF1", "子基金", null, "CNY", Day, LegalForm.Partnership), actor);
        await host.Dispatcher.Register(new RegisterCompany.Command("LZ1", "CO1", "示例企业", null, Day), actor);
        await host.Dispatcher.Post(new DrawUpPlan.Command("LZ1", "LZ1", Rolling: true), actor);
        await host.Dispatcher.Post(new AddTranche.Command("LZ1", "LZ1", Day, 100m, 2024, ["验资"]), actor);
        var posted = await host.Must(new RecordCommitment.Command("LZ1", "LZ1", "INV1", 1_000m, Day), actor);
        await host.Must(new ApproveVoucher.Command("LZ1", posted), Actors.Approver1);
        var call = await host.Must(new DraftCapitalCall.Command("LZ1", "LZ1", [new CalledItem(CallPurpose.Investment, true, 100m)], Day, Day), actor);
        var pending = await host.Must(new RecordCommitment.Command("LZ1", "SF1", "LZ1", 500m, Day), actor);
        await host.Must(new ImportIndexLevels.Command("CSI300", "CNY", "date,level\n2024-01-02,100"u8.ToArray(), "沪深300"), Actors.Admin1);
        await host.Must(new ImportBenchmark.Command("PEERS", Quartiles, "同业基准"), Actors.Admin1);
        var park = await host.Must(new OpenCarrier.Command("LZ1", "PARK1", "园区", null, CarrierKind.Park, CarrierStatus.Live, Day), actor);
        await host.Must(new ApproveEntry.Command("LZ1", park), Actors.Approver1);
        var entry = await host.Must(new AdoptProgramme.Command("LZ1", "PLAN1", "方案", null, "管委会", Day), actor);
        var evaluation = await host.Must(new OpenEvaluation.Command("LZ1", "LZ1", "district", Year: 2023), Actors.Committee1);
        await host.Must(new CallMeeting.Command("LZ1", Day, "会议室"), actor);
        await host.Must(new PutOnAgenda.Command("LZ1", 1, "听取汇报", null, MotionKind.Report), actor);
        await host.Must(new BindPaper.Command("LZ1", 1, 1, "2023Q4"), actor);
        return new Dictionary<string, object?>
        {
            ["Books"] = "LZ1", ["Fund"] = "SF1", ["Subject"] = "SF1", ["Holder"] = "LZ1", ["Investor"] = "INV1", ["To"] = "INV1", ["Company"] = "CO1",
            ["Currency"] = "CNY", ["SoldCurrency"] = "CNY", ["BoughtCurrency"] = "USD", ["Quarter"] = "2024Q1",
            ["Call"] = call, ["Voucher"] = pending, ["CreditCode"] = UnifiedSocialCreditCode.FromBody("91340100MA2TEXT00").Value,
            ["VintageYear"] = 2024, ["BudgetYear"] = 2024, ["Year"] = 2024, ["Scheme"] = "1753", ["NameZh"] = "名称", ["FileName"] = "notice.pdf", ["LinesMax"] = 10, ["KnownAt"] = new Stamp(0),
            ["RecordFundCash.Kind"] = LineKind.ManagementFee, ["ReverseLine.Line"] = 1L, ["ReverseLine.Voucher"] = null,
            ["Carrier"] = "PARK1", ["Programme"] = "PLAN1", ["About"] = "PARK1", ["Entry"] = entry, ["TakeEntryBack.Entry"] = park, ["Parent"] = "PARK1",
            ["ListPending.About"] = null, ["Indicator"] = "district/P4", ["StateYear.Year"] = 2022,
            ["Index"] = "CSI300", ["ImportIndexLevels.Content"] = "date,level\n2024-01-02,100"u8.ToArray(),
            ["Table"] = "PEERS", ["Benchmark"] = "PEERS", ["ImportBenchmark.Content"] = Quartiles,
            ["Evaluation"] = evaluation, ["HandInSelfReview.Fund"] = "LZ1", ["ObjectToResult.Fund"] = "LZ1", ["AcceptResult.Fund"] = "LZ1",
            ["GetEvaluation.Fund"] = "LZ1", ["OpenEvaluation.Scheme"] = "district", ["OpenEvaluation.Year"] = 2023,
            ["Meeting"] = 1, ["Item"] = 1, ["BindPaper.Document"] = null, ["CallMeeting.Date"] = Day, ["PutOnAgenda.Kind"] = MotionKind.Report,
            ["RecordDiligence.Holder"] = "SF1", ["Investee"] = "CO1",
            ["Checks"] = DiligenceItems.OfInvestment.Select(item => new DiligenceCheck(item, DiligenceAnswer.Yes, "")).ToList(),
            ["LoadDemo.Books"] = host.Services.GetRequiredService<IDemoData>().Books,
        };
    }
}
