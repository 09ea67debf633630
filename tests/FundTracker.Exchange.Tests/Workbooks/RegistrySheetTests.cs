using FundTracker.Application.Carriers;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Imports;
using FundTracker.Application.Programmes;
using FundTracker.Application.Registry;
using FundTracker.Application.Social;
using FundTracker.Application.Tolerance;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Exchange.Tests.Workbooks;

/// <summary>Carriers, programmes and companies' years from workbooks, and the printed facts of the three districts.</summary>
public sealed class RegistrySheetTests
{
    private const string Registry = """
        Companies: code, name_zh, date
        C9, 示例企业九, 2020-01-02
        Carriers: code, name_zh, date, kind, status, area_mu, lettable_m2
        PARK, 园区, 2020-02-03, 园区, 运营, 12.5, 2000
        PARK2, 二园, 2020-02-03, park, live, , 500
        Tenants: code, date, carrier, kind, company, floor_m2
        T1, 2020-03-02, PARK, 企业, C9, 500
        T2, 2020-03-02, PARK2, enterprise, C9, 100
        TenantSteps: ref, date, carrier, tenant, stage
        S1, 2020-05-04, PARK, T1, 落户
        Programmes: code, name_zh, date, until, body
        PLAN, 方案, 2020-02-03, 2020-12-31, 管委会
        Tasks: ref, date, programme, task, title_zh, owner, due_date, weight
        K1, 2020-02-03, PLAN, A1, 任务, 园区办, 2020-06-30, 60
        TaskSteps: ref, date, programme, task, stage, evidence
        K1-1, 2020-06-01, PLAN, A1, 基本完成, 验收单
        StatedFigures: ref, date, about, key, label_zh, number, total, source
        F1, 2020-06-30, PLAN, done, 完成, 9, 10, 通报
        CompanyYears: ref, date, company, year, revenue, jobs, source
        Y1, 2021-04-30, C9, 2020, 1000.5, 12, 审计报告
        Diligence: ref, date, fund, about, decided_on, known, known_by, checks
        D1, 2021-05-06, S1, C9, 2021-06-01, 样机通过检测, 投资团队, 主体资格=是; team=no:缺生产负责人; technology=yes; market=yes; accounts=yes; valuation=yes; conflicts=yes; direction=yes; risks=yes; 退出安排＝不适用; procedure=yes
        """;

    [Fact]
    public async Task A_dry_run_counts_the_rows_and_keeps_nothing_and_the_same_file_twice_changes_nothing()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base);
        var preview = await host.Preview(Registry);
        Assert.Equal((12, 0), (preview.Counts.New, preview.Errors.Count));
        Assert.Equal(0, await host.Look(db => db.RegistryEntries.CountAsync()));
        Assert.Equal(12, (await host.Import(Registry)).New);
        Assert.Equal(new ImportCounts(New: 0, Skipped: 12, Lines: 0), await host.Import(Registry));
        var entries = await host.Look(db => db.RegistryEntries.AsNoTracking().ToListAsync());
        Assert.Equal(11, entries.Count);
        Assert.All(entries, entry => Assert.Equal(("manager1", "approver1"), (entry.RecordedBy, entry.DecidedBy)));
        var checks = entries.Select(entry => entry.Event).OfType<DiligenceRecorded>().Single().Checks;
        Assert.Equal(DiligenceItems.OfInvestment, checks.Select(check => check.Item));
        Assert.Equal((DiligenceAnswer.No, "缺生产负责人", DiligenceAnswer.NotApplicable), (checks[1].Answer, checks[1].Note, checks[9].Answer));
        var books = await host.Books("M1");
        var company = books.FindNode("C9")!.Id;
        Assert.Null(books.FactOn(company, FactNames.Carrier, new DateOnly(2020, 5, 3), Stamp.Max));
        Assert.Equal("PARK", books.FactOn(company, FactNames.Carrier, new DateOnly(2020, 5, 4), Stamp.Max)!.Value);
    }

    [Theory]
    [InlineData("Carriers: code, name_zh, date, kind, status, area_mu\nP9, 园区, 2020-02-03, park, live, -1", "Carriers", "area_mu", "carrier.areaNegative")]
    [InlineData("Carriers: ref, code, name_zh, date, kind, status\nX9, PARK, 园区, 2020-02-03, park, live", "Carriers", "code", "carrier.exists")]
    [InlineData("Carriers: code, name_zh, date, kind, status, parent\nP9, 园区, 2020-02-03, park, live, NONE", "Carriers", "parent", "carrier.unknown")]
    [InlineData("CarrierSteps: ref, date, carrier, status\nX1, 2020-06-01, PARK, building", "CarrierSteps", "status", "carrier.statusBack")]
    [InlineData("TenantSteps: ref, date, carrier, tenant, stage\nX1, 2020-06-01, PARK2, T2, settled", "TenantSteps", "tenant", "carrier.inTwoCarriers")]
    [InlineData("Tenants: code, date, carrier, kind, company\nT9, 2020-03-02, PARK, enterprise, NOBODY", "Tenants", "company", "carrier.companyUnknown")]
    [InlineData("Tasks: ref, date, programme, task, title_zh, owner, due_date, weight\nK2, 2020-02-03, PLAN, A2, 任务, 园区办, 2020-01-31, 1", "Tasks", "due_date", "programme.dueBeforeBegin")]
    [InlineData("Tasks: ref, date, programme, task, title_zh, owner, due_date, weight\nK2, 2020-02-03, PLAN, A2, 任务, 园区办, 2020-06-30, 41", "Tasks", "weight", "programme.weightsAboveWhole")]
    [InlineData("TaskSteps: ref, date, programme, task, stage\nX1, 2020-07-01, PLAN, A1, done", "TaskSteps", "evidence", "programme.evidenceMissing")]
    [InlineData("StatedFigures: ref, date, about, key, label_zh, number, total, source\nF2, 2020-06-30, PLAN, x, 完成, 11, 10, 通报", "StatedFigures", "total", "registry.figureAboveTotal")]
    [InlineData("Diligence: ref, date, fund, about, decided_on, known, known_by, checks\nD2, 2021-05-06, S1, NOBODY, 2021-06-01, x, y, team=yes", "Diligence", "about", "tolerance.investeeUnknown")]
    [InlineData("Diligence: ref, date, fund, about, decided_on, known, known_by, checks\nD2, 2021-05-06, S1, C9, 2021-06-01, x, y, team=yes", "Diligence", "checks", "tolerance.itemUnanswered")]
    [InlineData("Diligence: ref, date, fund, about, decided_on, known, known_by, checks\nD2, 2021-05-06, S1, C9, 2021-06-01, x, y, team=perhaps", "Diligence", "checks", "import.notAWord")]
    [InlineData("CompanyYears: ref, date, company, year, jobs, source\nY2, 2020-04-30, C9, 2020, 12, 报告", "CompanyYears", "year", "social.yearNotOver")]
    [InlineData("CompanyYears: ref, date, company, year, jobs, source\nY2, 2999-04-30, C9, 2020, 12, 报告", "CompanyYears", "date", "registry.inFuture")]
    [InlineData("CompanyYears: ref, date, company, year, jobs, source\nY2, 2021-04-30, C9, 2020, -12, 报告", "CompanyYears", "jobs", "import.notANumber")]
    public async Task A_row_that_can_not_be_is_refused_at_its_cell_and_nothing_is_kept(string sheet, string name, string column, string reason)
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base);
        await host.Import(Registry);
        var refused = await host.Submit(sheet + (name == "Carriers" ? "" : "\nCarriers: code, name_zh, date, kind, status\nFINE, 好园区, 2020-02-03, park, live"));
        Assert.Equal([(name, 2, column, reason)], refused.Errors.Places());
        Assert.Equal(11, await host.Look(db => db.RegistryEntries.CountAsync()));
    }

    [Fact]
    public async Task The_demo_holds_the_printed_facts_of_the_three_districts()
    {
        await using var host = await TestHost.Create();
        host.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 1, 1, 0, 0, TimeSpan.Zero));
        await host.Must(new LoadDemo.Command("LUZHOU1"), Actors.Manager1);
        var april = new DateOnly(2023, 4, 30);
        var registry = await host.Must(new ListCarriers.Query("LUZHOU1", april), Actors.Auditor1);
        var carriers = registry.Carriers.ToDictionary(carrier => carrier.Code, StringComparer.Ordinal);
        Assert.Equal(
            ["合肥未来大科学城", "环城科创园", "董铺湖高科技成果转化园", "庐阳高新技术产业园"],
            new[] { "KXC", "HCY", "DPH", "GXY" }.Select(code => carriers[code].Name.Zh));
        Assert.Equal(("HCY", CarrierKind.Station, "27 个"), (carriers["HZ1"].Parent, carriers["HZ1"].Kind, Number(carriers["HZ1"], "projects-signed")));
        Assert.Equal(2, registry.Tenants.Count(tenant => tenant.Carrier == "HZ1"));
        Assert.Equal((2_918m, 1_969m, 4_887m), (carriers["QD-AI"].AreaMu, carriers["QD-VR"].AreaMu, carriers["LAOSHAN"].AreaWithPartsMu));
        Assert.Equal(("25,000,000 台/年", "50,000,000 只/年"), (Number(carriers["QD-VR"], "headsets"), Number(carriers["QD-VR"], "optical-modules")));
        Assert.Equal((CarrierStatus.Live, CarrierStatus.Signed, "80+ 家"), (carriers["QD-AICC"].Status, carriers["QD-HZX"].Status, Number(carriers["QD-AICC"], "enterprises")));
        Assert.Equal(
            ["16 个", "11 家", "110+ 家", "170+ 家", "230 亿元", "6 个", "13 家", "22 个", "17 家"],
            carriers["LAOSHAN"].Figures.Select(figure => figure.Number("zh-CN")));
        var programmes = await host.Must(new ListProgrammes.Query("LUZHOU1", april), Actors.Auditor1);
        var pudong = Assert.Single(programmes.Programmes);
        Assert.Equal(["409 / 450 项 (90.9 %)", "31 个", "3,800+ 张"], pudong.Figures.Select(figure => figure.Number("zh-CN")));
        Assert.Equal(0, pudong.Completion.Tasks);
        Assert.All(registry.Carriers.SelectMany(carrier => carrier.Figures).Concat(pudong.Figures), figure => Assert.Equal((Provenance.Reported, false), (figure.Provenance, figure.IsIllustrative)));
    }

    [Fact]
    public async Task The_demo_shows_duty_done_before_after_and_never()
    {
        await using var host = await TestHost.Create();
        host.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 1, 1, 0, 0, TimeSpan.Zero));
        await host.Must(new LoadDemo.Command("LUZHOU1"), Actors.Manager1);
        var funds = await host.Must(new GetTolerance.Query("LUZHOU1", new DateOnly(2026, 3, 31)), Actors.Auditor1);
        var failed = funds.SelectMany(fund => fund.Projects.Failed.Select(project => (fund.Fund.Code, Company: project.Company.Code, project.Duty)))
            .ToDictionary(project => (project.Code, project.Company), project => project.Duty);
        Assert.Equal(DutyState.Before, failed[("LYF06", "CO063")]);
        Assert.Equal(DutyState.After, failed[("ZALY2", "CO042")]);
        Assert.Equal(DutyState.None, failed[("LYF09", "CO072")]);
        Assert.Equal((80m, 60m, 20m), (Term("AIYI"), Term("LYF05"), Term("LYF20")));
        Assert.All(funds, fund => Assert.True(fund.IsWithin ?? true));

        decimal Term(string code) => funds.Single(fund => fund.Fund.Code == code).Term!.Percent;
    }

    [Fact]
    public async Task Four_hundred_and_fifty_tasks_come_in_by_workbook_with_what_is_done_of_them()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base);
        string Rows(int count, Func<int, string> row) => string.Join('\n', Enumerable.Range(1, count).Select(row));
        var counts = await host.Import($"""
            Programmes: code, name_zh, date, body
            PD450, 引领区方案, 2021-07-15, 浦东新区
            Tasks: ref, date, programme, task, title_zh, owner, due_date, weight
            {Rows(450, i => $"P{i}, 2021-07-15, PD450, T{i:000}, 任务{i}, 牵头单位, 2023-12-31, 0.2222")}
            TaskSteps: ref, date, programme, task, stage, evidence
            {Rows(409, i => $"S{i}, 2023-04-20, PD450, T{i:000}, {(i % 2 == 0 ? "完成" : "基本完成")}, 通报")}
            """);
        Assert.Equal(860, counts.New);
        var plan = await host.Must(new GetProgramme.Query("M1", "PD450", new DateOnly(2023, 4, 30)), Actors.Auditor1);
        Assert.Equal((450, 409, "90.89 %"), (plan.Card!.Completion.Tasks, plan.Card.Completion.Done, plan.Card.Completion.ByCount!.ToString()));
    }

    [Fact]
    public async Task The_demo_shows_its_own_carriers_filled_its_programme_and_its_companies_years()
    {
        await using var host = await TestHost.Create();
        host.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 1, 1, 0, 0, TimeSpan.Zero));
        await host.Must(new LoadDemo.Command("LUZHOU1"), Actors.Manager1);
        var end = new DateOnly(2026, 3, 31);
        Assert.Equal("64.00 %", (await host.Must(new ListCarriers.Query("LUZHOU1", new DateOnly(2025, 12, 31)), Actors.Auditor1)).Occupancy.Value!.ToString());
        var score = (await host.Must(new GetScorecard.Query("LUZHOU1", "district", 2025), Actors.Auditor1)).Card.Scores.Single(one => one.Indicator.Id == "P4");
        Assert.Equal((4m, IndicatorBasis.Computed), (score.Points, score.Basis));
        var programmes = await host.Must(new ListProgrammes.Query("LUZHOU1", end), Actors.Auditor1);
        var own = programmes.Programmes.Single(one => one.Code == "LY-CHAIN");
        Assert.Equal((9, 4, 100m, 50m), (own.Completion.Tasks, own.Completion.Done, own.Completion.Weight, own.Completion.WeightDone));
        Assert.Equal(["T05", "T06"], programmes.Overdue.Select(task => task.Code));
        Assert.Equal(["T07", "T08"], programmes.AtRisk.Select(task => task.Code));
        var social = await host.Must(new GetSocialResults.Query("LUZHOU1", 2024, end), Actors.Auditor1);
        Assert.All(social.Results.Totals, total => Assert.True(total.Stated > 80 && total.InFull.Value is not null && total.ByShare.Value is not null));
        Assert.NotNull(social.Results.FollowOn.Value);
        Assert.Equal(4, social.Listings.Count);
        var map = await host.Must(new GetChainMap.Query("LUZHOU1", end), Actors.Auditor1);
        Assert.Equal(["optoelectronics", "digitalEconomy", "newEnergy"], map.Take(3).Select(row => row.Sector));
        Assert.Contains(map.SelectMany(row => row.Cells), cell => cell.IsGap);
    }

    private static string Number(CarrierCard carrier, string key) => carrier.Figures.Single(figure => figure.Figure.Key == key).Number("zh-CN");
}
