using FundTracker.Application.Approvals;
using FundTracker.Application.Funds;
using FundTracker.Application.Policies;
using FundTracker.Application.Records;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Policies;

/// <summary>返投 cases: recorded by one, approved by another; the same money counts once, and is void where the company leaves.</summary>
public sealed class LocalCaseTests
{
    private static readonly DateOnly Late = Day("2026-03-31");

    [Fact]
    public async Task A_case_counts_once_another_person_approved_it()
    {
        await using var world = await Invested();
        var voucher = await world.Must(Case("moveIn", 10m));
        Assert.Equal(Yuan(0m), (await List(world)).Recognised);
        await world.Refuses("approval.samePerson", new ApproveVoucher.Command(Mf, await world.Must(Case("moveIn", 9m), Actors.Approver1)), Actors.Approver1);
        await world.Approve(voucher);
        var row = Assert.Single((await List(world)).Rows);
        Assert.Equal(("moveIn", Yuan(10m), "licence"), (row.Entry.Type, row.Entry.Recognised, row.Entry.Proof));
        Assert.Equal(0.1m, (await Multiple(world)));
    }

    [Fact]
    public async Task Of_two_cases_about_the_same_money_the_higher_counts_and_the_later_adds_the_difference()
    {
        await using var world = await Invested();
        await world.Approve(await world.Must(Case("moveIn", 10m)));
        await world.Approve(await world.Must(Case("headquarters", 10m, "2024-02-01")));
        var rows = (await List(world)).Rows;
        Assert.Equal([Yuan(10m), Yuan(5m)], rows.Select(row => row.Entry.Recognised));
        Assert.Equal(Yuan(10m), (await List(world, Day("2024-01-31"))).Recognised);
        Assert.Equal(Yuan(15m), (await List(world)).Recognised);
    }

    [Fact]
    public async Task A_lower_case_that_comes_later_adds_nothing()
    {
        await using var world = await Invested();
        await world.Approve(await world.Must(Case("headquarters", 20m)));
        await world.Approve(await world.Must(Case("moveIn", 20m, "2024-02-01")));
        Assert.Equal([Yuan(30m), Yuan(0m)], (await List(world)).Rows.Select(row => row.Entry.Recognised));
    }

    [Fact]
    public async Task Others_money_of_one_name_counts_once_whoever_claims_it()
    {
        await using var world = await Invested();
        await world.Approve(await world.Must(Case("followOn", 40m, source: "B-2024")));
        await world.Approve(await world.Must(Case("introduced", 40m, "2024-02-01", "B-2024", fund: Mf)));
        await world.Approve(await world.Must(Case("followOn", 10m, "2024-03-01", "C-2024")));
        Assert.Equal([Yuan(20m), Yuan(20m), Yuan(5m)], (await List(world)).Rows.Select(row => row.Entry.Recognised));
        await world.Refuses("local.countedBefore", Case("introduced", 40m, "2024-04-01", "B-2024"));
    }

    [Fact]
    public async Task What_a_company_was_recognised_for_is_void_when_it_leaves_within_five_years()
    {
        await using var world = await Invested();
        await world.Approve(await world.Must(Case("headquarters", 20m)));
        await world.Post(new StateFact.Command(Mf, "ACME", FactNames.Location, "outside", Day("2028-12-31")));
        Assert.Equal((Yuan(30m), Yuan(0m)), Sums(await List(world, Day("2028-12-30"))));
        var after = await List(world, Day("2028-12-31"));
        Assert.Equal((Yuan(0m), Yuan(30m)), Sums(after));
        Assert.Equal(Day("2028-12-31"), after.Rows[0].Entry.VoidFrom);
    }

    [Fact]
    public async Task Five_years_to_the_day_are_enough()
    {
        await using var world = await Invested();
        await world.Approve(await world.Must(Case("headquarters", 20m)));
        await world.Post(new StateFact.Command(Mf, "ACME", FactNames.Location, "outside", Day("2029-01-01")));
        Assert.Equal((Yuan(30m), Yuan(0m)), Sums(await List(world, Day("2029-06-30"))));
    }

    [Fact]
    public async Task A_case_that_is_taken_back_counts_until_that_day_and_what_was_known_stays()
    {
        await using var world = await Invested();
        await world.Approve(await world.Must(Case("moveIn", 10m)));
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        var before = Stamp.From(world.Host.Clock.GetUtcNow());
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        var key = (await List(world)).Rows[0].Entry.Key;
        await world.Refuses("local.noSuchCase", new TakeBackLocalCase.Command(Mf, "ACME", "none", Day("2024-03-01"), "mistake"));
        await world.Approve(await world.Must(new TakeBackLocalCase.Command(Mf, "ACME", key, Day("2024-03-01"), "mistake")));
        Assert.Equal(Yuan(10m), (await List(world, Day("2024-02-29"))).Recognised);
        Assert.Equal(Yuan(0m), (await List(world)).Recognised);
        Assert.Equal(Yuan(10m), (await world.Must(new ListLocalCases.Query(Mf, Late, before))).Recognised);
    }

    [Fact]
    public async Task A_case_that_says_something_impossible_is_refused()
    {
        await using var world = await Invested();
        await world.Refuses("local.typeNotKnown", Case("party", 10m));
        await world.Refuses("local.typeNotKnown", Case("ownInvestment", 10m));
        await world.Refuses("local.aboveInvested", Case("moveIn", 20.01m));
        await world.Refuses("local.sourceMissing", Case("introduced", 10m));
        await world.Refuses("local.ownMoneyNamed", Case("moveIn", 10m, source: "B-2024"));
        await world.Refuses("local.proofMissing", Case("moveIn", 10m, proof: ";;"));
        await world.Refuses("fact.notByHand", new StateFact.Command(Mf, "ACME", "localCase:1", "moveIn;SUB;10.00;;licence", Day("2024-01-01")));
    }

    [Fact]
    public async Task A_case_is_judged_again_when_it_is_approved()
    {
        await using var world = await Invested();
        var (first, second) = (await world.Must(Case("moveIn", 10m)), await world.Must(Case("moveIn", 10m)));
        await world.Approve(first);
        await world.Refuses("local.countedBefore", new ApproveVoucher.Command(Mf, second), Actors.Approver1);
    }

    private static (Money Recognised, Money Void) Sums(ListLocalCases.Answer answer) => (answer.Recognised, answer.Void);

    private static RecordLocalCase.Command Case(
        string type, decimal amount, string day = "2024-01-01", string source = "", string fund = "SUB", string proof = "licence") =>
        new(Mf, fund, "ACME", type, amount, Day(day), proof, source);

    private static Task<ListLocalCases.Answer> List(World world, DateOnly? day = null) => world.Must(new ListLocalCases.Query(Mf, day ?? Late));

    private static async Task<decimal?> Multiple(World world) =>
        (await world.Must(new GetRules.Query(Mf, Late, Rule: "L-02"))).Results[0].Findings.Single(one => one.Subject.Code == "SUB").Deciding.Reading.Number;

    private static async Task<World> Invested()
    {
        var world = await Funded();
        await world.Post(new RecordInvestment.Command(Mf, "ACME", "A", Day("2023-05-10"), [new RecordInvestment.Part("SUB", 20m)]));
        return world;
    }
}
