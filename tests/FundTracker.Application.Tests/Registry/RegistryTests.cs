using FundTracker.Application.Carriers;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Funds;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Programmes;
using FundTracker.Application.Records;
using FundTracker.Application.Registry;
using FundTracker.Application.Social;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Registry;

/// <summary>Carriers, programmes and companies' years, through the dispatcher.</summary>
public sealed class RegistryTests
{
    [Fact]
    public async Task What_one_person_records_counts_when_another_approves_it()
    {
        await using var world = await Empty();
        var entry = await world.Must(Park("PARK"));
        Assert.Empty((await Carriers(world)).Carriers);
        await world.Refuses("approval.samePerson", new ApproveEntry.Command(Mf, entry), Actors.Approver1 with { User = "manager1" });
        await world.Must(new ApproveEntry.Command(Mf, entry), Actors.Approver1);
        Assert.Equal("PARK", Assert.Single((await Carriers(world)).Carriers).Code);
        await world.Refuses("approval.notPending", new RejectEntry.Command(Mf, entry, "too late"), Actors.Approver1);
    }

    [Fact]
    public async Task Today_is_the_host_s_day_and_not_that_of_Greenwich()
    {
        await using var world = await Empty();
        world.Host.Clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("East8", TimeSpan.FromHours(8), "East8", "East8"));
        world.Host.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 1, 20, 0, 0, TimeSpan.Zero));
        await world.Must(Park("PARK") with { On = Day("2027-03-02") });
        await world.Refuses("registry.inFuture", Park("P2") with { On = Day("2027-03-03") });
    }

    [Fact]
    public async Task An_entry_is_turned_down_or_taken_back_and_nothing_counts()
    {
        await using var world = await Empty();
        await world.Must(new RejectEntry.Command(Mf, await world.Must(Park("PARK")), "no contract"), Actors.Approver1);
        await world.Must(new WithdrawEntry.Command(Mf, await world.Must(Park("PARK"))));
        Assert.Equal(
            [EntryState.Rejected, EntryState.Withdrawn], (await world.Must(new ListEntries.Query(Mf, "PARK"))).Select(entry => entry.State));
        Assert.Empty((await Carriers(world)).Carriers);
    }

    [Fact]
    public async Task A_tenant_may_be_recorded_on_a_carrier_that_waits_and_is_judged_again_when_approved()
    {
        await using var world = await Empty();
        var park = await world.Must(Park("PARK"));
        var signed = await world.Must(Sign("T1"));
        await world.Refuses("carrier.unknown", new ApproveEntry.Command(Mf, signed), Actors.Approver1);
        await world.Must(new ApproveEntry.Command(Mf, park), Actors.Approver1);
        await world.Must(new ApproveEntry.Command(Mf, signed), Actors.Approver1);
        Assert.Equal(1, Assert.Single((await Carriers(world)).Carriers).Signed);
    }

    [Fact]
    public async Task A_company_has_its_carrier_as_a_fact_from_the_day_it_settles_until_it_leaves()
    {
        await using var world = await Settled();
        Assert.Equal((null, "PARK"), (await CarrierOf(world, "2023-04-30"), await CarrierOf(world, "2023-05-01")));
        await world.Register(new MoveTenant.Command(Mf, "PARK", "T1", TenancyStage.Left, Day("2023-09-01"), Reason: "搬迁"));
        Assert.Equal(("PARK", null), (await CarrierOf(world, "2023-08-31"), await CarrierOf(world, "2023-09-01")));
        await world.Refuses("fact.notByHand", new StateFact.Command(Mf, "ACME", FactNames.Carrier, "PARK", Day("2023-09-01")));
    }

    [Fact]
    public async Task A_settling_that_is_taken_back_takes_the_fact_back()
    {
        await using var world = await Settled();
        var settled = (await world.Must(new ListEntries.Query(Mf, "PARK"))).Single(entry => entry.On == Day("2023-05-01"));
        await world.Register(new TakeEntryBack.Command(Mf, settled.Id, "误登"));
        Assert.Null(await CarrierOf(world, "2023-05-01"));
        Assert.Equal(TenancyStage.Signed, Assert.Single((await Carriers(world)).Tenants).Stage);
    }

    [Fact]
    public async Task Carriers_filled_is_computed_where_floor_is_stated_and_else_read_from_what_was_stated()
    {
        await using var world = await Settled();
        var filled = (await Carriers(world)).Occupancy;
        Assert.Equal(0.25m, filled.Value!.Fraction);
        var score = await P4(world);
        Assert.Equal((0m, IndicatorBasis.Computed, "policy.carrierOccupancy@MF"), (score.Points, score.Basis, score.Deciding.Reading.Figure.Id.ToString()));
        await world.Register(new MoveTenant.Command(Mf, "PARK", "T1", TenancyStage.Producing, Day("2023-06-01"), SquareMetres: 1_200m));
        Assert.Equal(4m, (await P4(world)).Points);
        await world.Register(new StateCarrier.Command(Mf, "PARK", CarrierStatus.Live, Day("2023-07-01"), AreaMu: 10m));
        Assert.Equal((null, IndicatorBasis.Entered), ((await P4(world)).Points, (await P4(world)).Basis));
    }

    [Fact]
    public async Task What_the_registry_computes_counts_whatever_a_self_review_claims_and_nobody_gives_points_for_it()
    {
        await using var world = await Settled();
        var id = await world.Must(new OpenEvaluation.Command(Mf, Mf, "district", Year: 2023), Actors.Committee1);
        await world.Must(new HandInSelfReview.Command(Mf, Mf, id, [new SelfEntry("carrierOccupancy", "95", "list of tenants")]));
        await world.Refuses("evaluation.scoreFixed", new ReviewEvaluation.Command(Mf, id, [new ReviewScore("P4", 5m, "as stated")]), Actors.Committee1);
        await world.Must(new ReviewEvaluation.Command(Mf, id, [new ReviewScore("P4", null, "the list counts who has only signed")]), Actors.Committee1);
        var seen = await world.Must(new GetEvaluation.Query(Mf, Mf, id), Actors.Auditor1);
        var filled = seen.Card.Indicators.Single(one => one.Score.Indicator.Id == "P4");
        Assert.Equal((0m, IndicatorBasis.Computed), (filled.Points, filled.Score.Basis));
        Assert.Equal("95", Assert.Single(filled.Entries).Answer);
        Assert.Equal("policy.carrierOccupancy@MF", Assert.Single(seen.Asked).Computed!.Id.ToString());
    }

    [Fact]
    public async Task A_figure_of_the_registry_opens_its_trail_down_to_the_entries()
    {
        await using var world = await Settled();
        var trail = await world.Must(new Application.Figures.GetTrail.Query(Mf, "policy.carrierOccupancy@MF", Day("2023-12-31")));
        var taken = trail.Figure.Inputs.Single(input => input.Role == "numerator");
        var entry = Assert.Single(taken.Entries);
        Assert.Equal(("tenancy", 500m, "approver1"), (entry.Role, ((Quantity)entry.Amount).Value, entry.Card.DecidedBy));
    }

    [Fact]
    public async Task What_is_wrong_with_a_carrier_or_tenant_is_refused_and_changes_nothing()
    {
        await using var world = await Settled();
        await world.Refuses("carrier.areaNegative", Park("P2") with { AreaMu = -1m });
        await world.Refuses("carrier.unknown", Sign("T2") with { Carrier = "NOWHERE" });
        await world.Refuses("carrier.companyUnknown", Sign("T2") with { Company = "NOBODY" });
        await world.Refuses("registry.inFuture", Park("P2") with { On = new DateOnly(2999, 1, 1) });
        await world.Refuses("carrier.statusBack", new StateCarrier.Command(Mf, "PARK", CarrierStatus.Planned, Day("2023-06-01")));
        await world.Register(Park("P2"));
        await world.Register(Sign("T2") with { Carrier = "P2" });
        await world.Refuses("carrier.inTwoCarriers", new MoveTenant.Command(Mf, "P2", "T2", TenancyStage.Settled, Day("2023-05-01")));
        await world.Refuses("input.code", Park("园区"));
        await world.Refuses("input.required", Park("P3") with { NameZh = null });
        await world.Refuses("pipeline.notAllowed", Park("P3"), Actors.Auditor1);
    }

    [Fact]
    public async Task A_task_is_done_with_evidence_and_the_programme_moves_on()
    {
        await using var world = await Empty();
        await world.Register(new AdoptProgramme.Command(Mf, "PLAN", "方案", null, "管委会", Start, Day("2023-12-31")));
        await world.Register(Task("T1", 60m));
        await world.Register(Task("T2", 40m));
        await world.Refuses("programme.evidenceMissing", new MoveTask.Command(Mf, "PLAN", "T1", TaskStage.Done, Day("2023-06-01")));
        await world.Refuses("programme.weightsAboveWhole", Task("T3", 0.01m));
        await world.Refuses("programme.dueBeforeBegin", Task("T3", 1m) with { Due = Day("2022-12-31") });
        await world.Refuses("programme.indicatorUnknown", Task("T3", 1m) with { Indicator = "district/Z9" });
        await world.Register(new MoveTask.Command(Mf, "PLAN", "T1", TaskStage.Done, Day("2023-06-01"), Source: "验收单 7 号"));
        var june = await world.Must(new ListProgrammes.Query(Mf, Day("2023-06-30")));
        Assert.Equal(("50.00 %", "60.00 %"), (june.Programmes[0].Completion.ByCount!.ToString(), june.Programmes[0].Completion.ByWeight!.ToString()));
        var later = await world.Must(new ListProgrammes.Query(Mf, Day("2024-01-05")));
        Assert.Equal("T2", Assert.Single(later.Overdue).Code);
        Assert.Equal("T2", Assert.Single((await world.Must(new ListProgrammes.Query(Mf, Day("2023-12-15")))).AtRisk).Code);
        var one = await world.Must(new GetProgramme.Query(Mf, "PLAN", Day("2023-06-30")));
        Assert.Equal((TaskStage.Done, "验收单 7 号"), (one.Tasks.Single(task => task.Code == "T1").Stage, one.Tasks.Single(task => task.Code == "T1").Evidence));
    }

    [Fact]
    public async Task Results_of_a_year_are_rolled_up_in_full_and_by_share_with_their_coverage()
    {
        await using var world = await Funded();
        await world.Post(new RecordInvestment.Command(Mf, "ACME", "A", Day("2023-04-03"), [new("SUB", 50m)], 200m, "others"));
        await world.Must(new RegisterCompany.Command(Mf, "BETA", "示例企业二", null, Start));
        await world.Post(new RecordInvestment.Command(Mf, "BETA", "A", Day("2023-05-04"), [new("SUB", 10m)], null, ""));
        await world.Post(new RecordInvestment.Command(Mf, "ACME", "B", Day("2023-10-09"), [new("SUB", 30m)], 300m, "others"));
        await world.Register(new StateYear.Command(Mf, "ACME", 2022, Day("2023-11-30"), "审计报告", Revenue: 1_000.05m, Tax: 80m, Jobs: 30));
        await world.Register(new StateYear.Command(Mf, "BETA", 2022, Day("2023-11-30"), "审计报告", Revenue: 500m));
        var answer = await world.Must(new GetSocialResults.Query(Mf, 2022, Day("2023-12-31")));
        var revenue = answer.Results.Totals.Single(total => total.Measure == Analytics.Registry.SocialMeasure.Revenue);
        Assert.Equal((Yuan(1_500.05m), Yuan(160.01m)), (revenue.InFull.Value, revenue.ByShare.Value));
        Assert.Equal((2, 1, 2), (revenue.Stated, revenue.StatedWithShare, revenue.Companies));
        var jobs = answer.Results.Totals.Single(total => total.Measure == Analytics.Registry.SocialMeasure.Jobs);
        Assert.Equal((30m, 4.8m), (((Quantity)jobs.InFull.Value!).Value, ((Quantity)jobs.ByShare.Value!).Value));
        Assert.Equal("figure.nobodyStated", answer.Results.Totals.Single(total => total.Measure == Analytics.Registry.SocialMeasure.Patents).InFull.NoneReason!.Code);
        Assert.Equal((3.375m, 1), (answer.Results.FollowOn.Value!.Value, answer.Results.Followed));
        Assert.Equal(3.375m, answer.Results.FollowOnByShare.Value!.Value);
        Assert.Equal("figure.nobodyStated", (await world.Must(new GetSocialResults.Query(Mf, 2022, Day("2023-11-29")))).Results.Totals[0].InFull.NoneReason!.Code);
    }

    [Fact]
    public async Task Results_that_can_not_be_are_refused()
    {
        await using var world = await Empty();
        var year = new StateYear.Command(Mf, "ACME", 2022, Day("2023-11-30"), "审计报告", Jobs: 1);
        await world.Refuses("social.negative", year with { Jobs = -1 });
        await world.Refuses("social.yearNotOver", year with { Year = 2023 });
        await world.Refuses("social.yearNotOver", year with { Year = 2999 });
        await world.Refuses("social.companyUnknown", year with { Company = "NOBODY" });
        await world.Refuses("social.nothingStated", year with { Jobs = null });
        await world.Refuses("input.required", year with { Source = "" });
        await world.Refuses("input.fractionOfMinorUnit", year with { Revenue = 0.005m });
    }

    [Fact]
    public async Task The_chain_map_shows_who_is_held_where_and_what_is_missing()
    {
        await using var world = await Funded();
        await world.Post(new StateFact.Command(Mf, Mf, FactNames.KeyFields, "optoelectronics,newEnergy", Start));
        await world.Post(new StateFact.Command(Mf, "ACME", FactNames.Sector, "optoelectronics", Start));
        await world.Post(new StateFact.Command(Mf, "ACME", FactNames.ChainSegment, "Software", Start));
        await world.Post(new RecordInvestment.Command(Mf, "ACME", "A", Day("2023-04-03"), [new("SUB", 50m)], 200m, "others"));
        var map = await world.Must(new GetChainMap.Query(Mf, Day("2023-12-31")));
        Assert.Equal([("optoelectronics", true), ("newEnergy", true)], map.Select(row => (row.Sector, row.IsKeyField)));
        Assert.Equal([true, false, true, true, false], map[0].Cells.Select(cell => cell.IsGap));
        Assert.Equal((ChainSegment.Software, Yuan(50m), "ACME"), (map[0].Cells[1].Segment, map[0].Cells[1].Invested.Value, map[0].Cells[1].Companies.Single().Code));
    }

    [Fact]
    public async Task Nothing_is_registered_in_a_closed_quarter()
    {
        await using var world = await Settled();
        var settled = (await world.Must(new ListEntries.Query(Mf, "PARK"))).Single(entry => entry.On == Day("2023-05-01"));
        await world.Must(new Application.Periods.HoldQuarter.Command(Mf, "2023Q2"), Actors.Approver1);
        await world.Refuses("ledger.periodOnHold", Park("P2") with { On = Day("2023-05-02") });
        await world.Must(new Application.Periods.CloseQuarter.Command(Mf, "2023Q2"), Actors.Approver1);
        await world.Refuses("ledger.periodClosed", Park("P2") with { On = Day("2023-05-02") });
        await world.Refuses("ledger.periodClosed", new TakeEntryBack.Command(Mf, settled.Id, "误登"));
    }

    private static OpenCarrier.Command Park(string code) =>
        new(Mf, code, "园区", null, CarrierKind.Park, CarrierStatus.Live, Start, LettableSquareMetres: 2_000m, Source: "批复");

    private static SignTenant.Command Sign(string code) =>
        new(Mf, "PARK", code, TenantKind.Enterprise, Day("2023-02-01"), "ACME", SquareMetres: 500m);

    private static AddTask.Command Task(string code, decimal weight) =>
        new(Mf, "PLAN", code, "任务", null, "园区办", Day("2023-02-01"), Day("2023-12-31"), weight, "district/P4");

    private static async Task<World> Settled()
    {
        var world = await Empty();
        await world.Register(Park("PARK"));
        await world.Register(Sign("T1"));
        await world.Register(new MoveTenant.Command(Mf, "PARK", "T1", TenancyStage.Settled, Day("2023-05-01")));
        return world;
    }

    private static Task<ListCarriers.Answer> Carriers(World world) => world.Must(new ListCarriers.Query(Mf, Day("2023-12-31")));

    private static async Task<string?> CarrierOf(World world, string day)
    {
        var books = await world.Host.Books(Mf);
        return books.FactOn(books.FindNode("ACME")!.Id, FactNames.Carrier, Day(day), Stamp.Max)?.Value;
    }

    private static async Task<IndicatorScore> P4(World world) =>
        (await world.Must(new GetScorecard.Query(Mf, "district", 2023))).Card.Scores.Single(score => score.Indicator.Id == "P4");
}
