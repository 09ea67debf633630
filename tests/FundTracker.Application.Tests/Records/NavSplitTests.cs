using FundTracker.Analytics.Performance;
using FundTracker.Application.Approvals;
using FundTracker.Application.Figures;
using FundTracker.Application.Performance;
using FundTracker.Application.Records;
using FundTracker.Application.Text;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Records;

/// <summary>Statements of NAV that split their change of value, and the roll-forward that reads them. SUB was paid 100 on 2023-03-01.</summary>
public sealed class NavSplitTests
{
    private static readonly RecordNav.RollForward Full = new(Income: 3m, Realised: 0m, Unrealised: 12m, ManagementFee: 2m, Expense: 1m, CarryChange: 2m);

    [Fact]
    public async Task A_full_split_that_does_not_add_up_is_refused_with_its_figures_and_changes_nothing()
    {
        await using var world = await WithFirstStatement();
        var error = await world.Refuses("nav.splitOff", Half(Full with { Unrealised = 12.02m }));
        Assert.Equal(
            "The six parts that the statement of SUB for 2023-06-30 splits add up to 10.02 CNY, but the change of value is 10.00 CNY: closing NAV "
            + "115.00 CNY less opening NAV 105.00 CNY (2023-03-31) less contributions 0.00 CNY plus distributions 0.00 CNY. They are 0.02 CNY off.",
            ErrorText.Render(error, "en"));
        Assert.Contains("合计 10.02 元，而净值变动为 10.00 元", ErrorText.Render(error, "zh-CN"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_split_that_adds_up_is_recorded_and_read()
    {
        await using var world = await WithFirstStatement();
        await world.Post(Half(Full));
        var quarter = (await Read(world)).Periods[0];
        Assert.Equal((Yuan(3m), Yuan(12m), Yuan(2m), Yuan(0m)),
            (quarter.Income.Value, quarter.Unrealised.Value, quarter.ManagementFees.Value, quarter.NotSplit.Value));
    }

    [Fact]
    public async Task What_a_partial_split_leaves_over_stands_as_not_split()
    {
        await using var world = await WithFirstStatement();
        await world.Post(Half(new RecordNav.RollForward(Income: 3m)));
        var quarter = (await Read(world)).Periods[0];
        Assert.Equal((Yuan(3m), Yuan(7m), RollForwardReasons.NotStated().Code), (quarter.Income.Value, quarter.NotSplit.Value, quarter.Realised.NoneReason?.Code));
    }

    [Fact]
    public async Task Flows_of_the_days_between_two_statements_count_in_the_check()
    {
        await using var world = await WithFirstStatement();
        await world.Post(new RecordDistribution.Command(Mf, "SUB", Day("2023-06-30"), [new(DistributionKind.Gain, 4m)]));
        await world.Refuses("nav.splitOff", Half(Full));
        await world.Post(Half(Full, amount: 111m));
    }

    [Fact]
    public async Task A_split_is_judged_again_when_it_is_approved()
    {
        await using var world = await WithFirstStatement();
        var waiting = await world.Must(Half(Full));
        await world.Post(new RecordDistribution.Command(Mf, "SUB", Day("2023-05-30"), [new(DistributionKind.Gain, 4m)]));
        await world.Refuses("nav.splitOff", new ApproveVoucher.Command(Mf, waiting), Actors.Approver1);
    }

    [Fact]
    public async Task One_investors_account_with_a_split_is_refused_rather_than_kept_without_it()
    {
        await using var world = await WithFirstStatement();
        var error = await world.Refuses("nav.splitOfOneInvestor", Half(Full) with { Holder = Mf });
        Assert.Equal(nameof(RecordNav.Command.Changes), error.Field);
    }

    [Fact]
    public async Task A_restatement_replaces_the_split_and_a_reversal_takes_it_back()
    {
        await using var world = await WithFirstStatement();
        await world.Post(Half(Full));
        var restated = await world.Post(Half(new RecordNav.RollForward(Income: 1m), amount: 110m));
        Assert.Equal((Yuan(1m), Yuan(4m)), await IncomeAndRest(world));
        await world.Post(new ReverseLine.Command(Mf, restated.Lines[0], Voucher: null, "typed twice"));
        Assert.Equal((Yuan(3m), Yuan(0m)), await IncomeAndRest(world));
    }

    [Fact]
    public async Task Every_figure_opens_its_trail_and_the_opening_nav_that_of_its_own_day()
    {
        await using var world = await WithFirstStatement();
        await world.Post(Half(Full));
        foreach (var figure in (await Read(world)).Periods.SelectMany(period => period.All))
        {
            var trail = await world.Must(new GetTrail.Query(Mf, figure.Id.ToString(), Day("2023-06-30")));
            Assert.Equal(figure.Value, trail.Figure.Figure.Value);
            Assert.All(Names(trail.Figure), key => Assert.All(new[] { Texts.In("zh-CN"), Texts.In("en") }, texts => Assert.True(texts.Find(key) is not null, key)));
        }

        var opening = await world.Must(new GetTrail.Query(Mf, (await Read(world)).Periods[0].Opening.Id.ToString(), Day("2023-06-30")));
        Assert.Equal(Day("2023-03-31"), opening.Figure.Inputs.Single().Day);
        Assert.Equal(Yuan(105m), Assert.Single(opening.Figure.Inputs.Single().Lines.Single().Shown).Amount);
    }

    [Fact]
    public async Task A_sub_funds_manager_reads_its_own_fund_and_a_period_may_be_named()
    {
        await using var world = await WithFirstStatement();
        var outside = Actors.SubFundManagerOf("SUB");
        var query = new GetNavRollForward.Query(Mf, "SUB", Day("2023-06-30"), From: Day("2023-03-31"));
        Assert.Equal([Day("2023-03-31")], (await world.Must(query, outside)).Periods.Select(period => period.From));
        await world.Refuses("pipeline.notAllowed", query with { Fund = Mf }, outside);
        await world.Refuses("pipeline.notFound", query with { Fund = "FIN" });
    }

    private static async Task<World> WithFirstStatement()
    {
        var world = await Funded();
        await world.Post(new RecordNav.Command(Mf, "SUB", Day("2023-03-31"), 105m, ValuationMethod.ManagerStatement, "statement"));
        return world;
    }

    private static RecordNav.Command Half(RecordNav.RollForward changes, decimal amount = 115m) =>
        new(Mf, "SUB", Day("2023-06-30"), amount, ValuationMethod.ManagerStatement, "statement", Changes: changes);

    private static Task<GetNavRollForward.Answer> Read(World world) => world.Must(new GetNavRollForward.Query(Mf, "SUB", Day("2023-06-30")));

    private static async Task<(Money?, Money?)> IncomeAndRest(World world)
    {
        var quarter = (await Read(world)).Periods[0];
        return (quarter.Income.Value, quarter.NotSplit.Value);
    }

    private static IEnumerable<string> Names(GetTrail.Node node) =>
        [
            $"formula.{node.Figure.Id.Formula}", .. node.Lines.Select(lines => $"role.{lines.Role}"),
            .. node.Inputs.SelectMany(input => Names(input).Prepend($"role.{input.Role}")),
        ];
}
