using FundTracker.Application.Documents;
using FundTracker.Application.Figures;
using FundTracker.Application.Funds;
using FundTracker.Application.Records;
using FundTracker.Application.Registry;
using FundTracker.Application.Tolerance;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Tolerance;

/// <summary>Due-diligence records and the loss of a whole fund against its tolerance, through the dispatcher.</summary>
public sealed class ToleranceTests
{
    [Fact]
    public async Task A_loss_is_judged_on_the_whole_fund_and_not_on_the_project_that_failed()
    {
        await using var world = await Invested();
        await world.Post(new RecordExit.Command(Mf, "SUB", "ACME", ExitKind.WriteOff, Day("2023-11-01"), 0m, 40m));
        var whole = await Loss(world);
        Assert.Equal((0.5m, Yuan(40m)), (((Percentage)whole.Loss.Value!).Fraction, whole.Projects.Losses.Value));
        await world.Post(new RecordValuation.Command(Mf, "SUB", "BETA", Day("2023-11-02"), 70m, ValuationMethod.Cost, "valuer"));
        var netted = await Loss(world);
        Assert.Equal((0.125m, Yuan(40m)), (((Percentage)netted.Loss.Value!).Fraction, netted.Projects.Losses.Value));
        Assert.Equal(["ACME"], netted.Projects.Failed.Select(project => project.Company.Code));
        Assert.Equal(Yuan(-10m), Yuan(netted.Projects.Projects.Sum(project => project.Result.Value!.Amount)));
    }

    [Fact]
    public async Task The_fund_s_own_term_comes_before_the_rule_and_the_stage_before_the_class()
    {
        await using var world = await Invested();
        Assert.Null((await Loss(world)).Term);
        await world.Post(new StateFact.Command(Mf, "SUB", FactNames.FundClass, nameof(FundClass.Angel), Start));
        await world.Post(new StateFact.Command(Mf, "SUB", FactNames.FundStage, nameof(FundStage.Seed), Start));
        var ruled = await Loss(world);
        Assert.Equal((80m, "L-07 anhui-2026.1", FindingStatus.Met), (ruled.Term!.Percent, ruled.Term.Rule, ruled.Finding!.Status));
        Assert.Equal(ruled.Finding.Deciding.Reading.Figure.Id, ruled.Loss.Id);
        await world.Post(new StateFact.Command(Mf, Mf, "lossTolerance:class:Angel", "60", Start));
        Assert.Equal(60m, (await Loss(world)).Term!.Percent);
        await world.Post(new StateFact.Command(Mf, Mf, "lossTolerance:stage:Seed", "45", Start));
        Assert.Equal(45m, (await Loss(world)).Term!.Percent);
        await world.Post(new RecordExit.Command(Mf, "SUB", "ACME", ExitKind.WriteOff, Day("2023-11-01"), 0m, 40m));
        Assert.False((await Loss(world)).IsWithin);
        await world.Post(new StateFact.Command(Mf, Mf, "lossTolerance:stage:Seed", "50", Start));
        Assert.True((await Loss(world)).IsWithin);
    }

    [Fact]
    public async Task Duty_was_done_where_a_record_was_approved_before_the_decision_and_each_round_needs_its_own()
    {
        await using var world = await Invested();
        await world.Register(Record("2023-04-03", on: "2023-03-20"));
        await world.Register(Record("2024-01-10", on: "2024-01-02"));
        world.Host.Clock.Advance(TimeSpan.FromDays(60));
        await world.Post(new RecordInvestment.Command(Mf, "ACME", "B", Day("2024-01-15"), [new("SUB", 5m)], null, ""));
        await world.Post(new RecordInvestment.Command(Mf, "ACME", "C", Day("2024-02-15"), [new("SUB", 5m)], null, ""));
        var project = (await Loss(world, "2024-02-29")).Projects.Projects.Single(one => one.Company.Code == "ACME");
        Assert.Equal([DutyState.After, DutyState.Before, DutyState.None], project.Decisions.Select(decision => decision.Duty));
        Assert.Equal(DutyState.None, project.Duty);
    }

    [Fact]
    public async Task A_record_counts_when_another_approves_it_and_a_version_adds_to_it()
    {
        await using var world = await Invested();
        var entry = await world.Must(Record("2023-04-03", on: "2023-03-20"));
        Assert.Empty((await Fund(world)).Records);
        Assert.Equal(entry, Assert.Single((await Fund(world)).Pending).Id);
        await world.Refuses("approval.samePerson", new ApproveEntry.Command(Mf, entry), Actors.Approver1 with { User = "manager1" });
        await world.Must(new ApproveEntry.Command(Mf, entry), Actors.Approver1);
        await world.Register(Record("2023-04-03", on: "2023-06-20") with { Known = "第二版" });
        var record = Assert.Single((await Fund(world)).Records);
        Assert.Equal([(1, "已知情况"), (2, "第二版")], record.Versions.Select(version => (version.Number, version.Content.Known)));
        await world.Register(new TakeEntryBack.Command(Mf, entry, "误登"));
        Assert.Equal(["第二版"], (await Fund(world)).Records.Single().Versions.Select(version => version.Content.Known));
        Assert.Equal(EntryState.Approved, (await world.Must(new ListEntries.Query(Mf, "ACME"))).Single(one => one.Id == entry).State);
    }

    [Fact]
    public async Task A_record_keeps_all_its_documents_and_refuses_those_that_are_not_there()
    {
        await using var world = await Invested();
        var one = await world.Must(new AttachDocument.Command(Mf, "report.txt", "report"u8.ToArray()));
        var two = await world.Must(new AttachDocument.Command(Mf, "memo.txt", "memo"u8.ToArray()));
        await world.Register(Record("2023-04-03", on: "2023-03-20") with { Documents = [one, two] });
        Assert.Equal([one, two], (await Fund(world)).Records.Single().Versions.Single().Entry.Documents);
        await world.Refuses("pipeline.notFound", Record("2023-04-03", on: "2023-03-20") with { Documents = [one, new DocumentId(7)] });
    }

    [Fact]
    public async Task What_is_wrong_with_a_record_is_refused_and_changes_nothing()
    {
        await using var world = await Invested();
        await world.Refuses("tolerance.investeeUnknown", Record("2023-04-03") with { Investee = "NOBODY" });
        await world.Refuses("tolerance.itemUnanswered", Record("2023-04-03") with { Checks = [] });
        await world.Refuses("tolerance.noteMissing", Record("2023-04-03") with { Checks = [.. Record("2023-04-03").Checks.Select(check => check with { Answer = DiligenceAnswer.No })] });
        await world.Refuses("registry.inFuture", Record("2023-04-03") with { On = new DateOnly(2999, 1, 1) });
        await world.Refuses("input.required", Record("2023-04-03") with { Known = "" });
        await world.Refuses("pipeline.notAllowed", Record("2023-04-03"), Actors.Auditor1);
    }

    [Fact]
    public async Task The_commitment_to_a_sub_fund_has_its_record_with_the_mother_fund()
    {
        await using var world = await Invested();
        await world.Register(new RecordDiligence.Command(
            Mf, Mf, "SUB", Start, Start, "管理人业绩居前", "投资团队", [.. DiligenceItems.OfCommitment.Select(item => new DiligenceCheck(item, DiligenceAnswer.Yes, ""))]));
        var fund = await Fund(world);
        Assert.Equal((Start, DutyState.After), (fund.Loss.Projects.Commitment!.Day, fund.Loss.Projects.Commitment.Duty));
        Assert.Equal("管理人业绩居前", fund.OfCommitment.Single().Versions.Single().Content.Known);
    }

    [Fact]
    public async Task The_result_of_a_project_opens_its_trail_down_to_lines()
    {
        await using var world = await Invested();
        var trail = await world.Must(new GetTrail.Query(Mf, "tolerance.result@SUB/ACME", Day("2023-12-31")));
        Assert.Equal(["back", "worth", "invested"], trail.Figure.Inputs.Select(input => input.Role));
        Assert.Equal(1, trail.Figure.Inputs[2].Lines.Single().Count);
    }

    [Fact]
    public async Task What_was_known_before_a_record_is_answered_without_it()
    {
        await using var world = await Invested();
        world.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var before = Stamp.From(world.Host.Clock.GetUtcNow());
        world.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Register(Record("2023-04-03", on: "2023-03-20"));
        Assert.Empty((await world.Must(new GetFundTolerance.Query(Mf, "SUB", Day("2023-12-31"), before))).Records);
        Assert.Single((await Fund(world)).Records);
    }

    /// <summary>SUB has put 40 into ACME and 40 into BETA.</summary>
    private static async Task<World> Invested()
    {
        var world = await Funded();
        await world.Must(new RegisterCompany.Command(Mf, "BETA", "示例企业二", null, Start));
        await world.Post(new RecordInvestment.Command(Mf, "ACME", "A", Day("2023-04-03"), [new("SUB", 40m)], null, ""));
        await world.Post(new RecordInvestment.Command(Mf, "BETA", "A", Day("2023-05-04"), [new("SUB", 40m)], null, ""));
        return world;
    }

    private static async Task<FundLoss> Loss(World world, string asOf = "2023-12-31") =>
        (await world.Must(new GetTolerance.Query(Mf, Day(asOf)))).Single(loss => loss.Fund.Code == "SUB");

    private static Task<GetFundTolerance.Answer> Fund(World world) => world.Must(new GetFundTolerance.Query(Mf, "SUB", Day("2023-12-31")));

    private static RecordDiligence.Command Record(string decidedOn, string on = "2023-03-20") => new(
        Mf, "SUB", "ACME", Day(decidedOn), Day(on), "已知情况", "投资团队",
        [.. DiligenceItems.OfInvestment.Select(item => new DiligenceCheck(item, DiligenceAnswer.Yes, ""))]);
}
