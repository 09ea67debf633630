using FundTracker.Application.Reports;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Documents.Quarterly;
using FundTracker.Reports.Tests.Samples;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Tests;

/// <summary>Carriers, programmes and tolerance: printed where there is something, and nowhere else.</summary>
public sealed class LandingSectionTests
{
    private static readonly QuarterlyReport Report = QuarterlySample.Report();
    private static readonly DateOnly Day = new(2023, 4, 3);

    [Fact]
    public void A_fund_without_carriers_and_programmes_has_no_section_on_them_and_no_gap_in_its_numbers()
    {
        var headings = Headings(QuarterlyReportDocument.Of(Report, ReportLanguage.English));
        Assert.DoesNotContain(headings, heading => heading.Contains("Carriers", StringComparison.Ordinal));
        Assert.Contains("10  Portfolio companies", headings);
    }

    [Fact]
    public void Carriers_and_programmes_stand_before_the_companies_with_the_ids_of_their_figures()
    {
        var report = Report with { Landing = Report.Landing with { Carriers = [Park()], Programmes = [Plan()] } };
        var document = QuarterlyReportDocument.Of(report, ReportLanguage.Chinese);
        Assert.Equal(["十、载体与工作方案", "十一、被投企业"], Headings(document).Skip(9).Take(2));
        var carriers = Table(document, "创新载体（截至季末）");
        var park = carriers.Rows.Single();
        Assert.Equal(("示例园区", "1,234.5", "25.00 %"), (park.Cells[0].Text, park.Cells[3].Text, park.Cells[4].Text));
        Assert.Equal(("registry.carrierOccupancy", "PARK"), (carriers.Columns[4].Code, park.Scope));
        var programmes = Table(document, "工作方案完成情况");
        var plan = programmes.Rows.Single();
        Assert.Equal(("1 / 2", "50.00 %", "60.00 %"), (plan.Cells[2].Text, plan.Cells[3].Text, plan.Cells[4].Text));
        Assert.Equal(("registry.programmeDone", "PLAN"), (programmes.Columns[3].Code, plan.Scope));
        Assert.Contains(Rendered.Of(document).Text.Split('\n'), line => line.Contains("registry.programmeDone", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fund_that_has_lost_stands_with_its_loss_its_tolerance_and_its_duty()
    {
        var lost = Report.Landing.Tolerance;
        var document = QuarterlyReportDocument.Of(Report, ReportLanguage.English);
        Assert.NotEmpty(lost);
        var table = Table(document, "Tolerance: loss of the whole fund");
        Assert.Equal(("policy.lossShare", "tolerance.losses"), (table.Columns[1].Code, table.Columns[4].Code));
        Assert.Equal(lost.Select(loss => loss.Fund.Code), table.Rows.Select(row => row.Scope));
        var none = QuarterlyReportDocument.Of(Report with { Landing = Report.Landing with { Tolerance = [] } }, ReportLanguage.English);
        Assert.DoesNotContain(none.Blocks, block => block is Table { Title: "Tolerance: loss of the whole fund" });
    }

    private static LandingPages.CarrierRow Park()
    {
        var state = State(
            new CarrierOpened("PARK", BilingualName.Of("示例园区", "Sample park"), CarrierKind.Park, null, null, new CarrierExtent(CarrierStatus.Live, 1_234.5m, 1_000m)),
            new TenantSigned("T1", "PARK", TenantKind.Project, BilingualName.Of("示例项目", null), null, 250m), new TenantMoved("PARK", "T1", TenancyStage.Settled, null, ""));
        return LandingPages.CarrierRow.Of(state, state.Carriers["PARK"]);
    }

    private static LandingPages.ProgrammeRow Plan()
    {
        var name = BilingualName.Of("示例方案", "Sample programme");
        var state = State(
            new ProgrammeAdopted("PLAN", name, null, "管委会", null), new TaskAdded("PLAN", "T1", name, "园区办", new DateOnly(2023, 6, 30), 60m, null),
            new TaskAdded("PLAN", "T2", name, "园区办", new DateOnly(2023, 12, 31), 40m, null), new TaskMoved("PLAN", "T1", TaskStage.Done, null, "验收单", ""));
        return LandingPages.ProgrammeRow.Of(state, state.Programmes["PLAN"], new DateOnly(2023, 6, 30));
    }

    private static RegistryState State(params RegistryEvent[] events) => RegistryJournal.On(
        events.Select((happened, i) => RegistryEntry.Stand(
            new RegistryEntryId(i + 1), new NodeId(1), happened, Day, new EntryOrigin(Provenance.Recorded, "", "", null),
            new Signatures("manager1", "approver1", Voucher: null), new Stamp(i + 1))), Day, Stamp.Max);

    private static IReadOnlyList<string> Headings(ReportDocument document) =>
        [.. document.Blocks.OfType<Heading>().Where(heading => heading.Level == 1).Select(heading => heading.Text)];

    private static Table Table(ReportDocument document, string title) => document.Blocks.OfType<Table>().Single(table => table.Title == title);
}
