using FundTracker.Application.Committees;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Funds;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Funds;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Committees;

/// <summary>An evaluation is sealed once a carried resolution names it; what a motion names is there.</summary>
public sealed class SealingGateTests
{
    [Fact]
    public async Task A_sealing_is_refused_until_the_resolution_that_names_it_is_carried_and_is_released_one_time()
    {
        await using var world = await Funded();
        await world.Needs("sealing");
        var id = await world.Settled();
        await world.Refuses("committee.sealingNotResolved", new SealEvaluation.Command(Mf, id), Actors.Committee2);
        var item = await Put(world);
        await world.Refuses("committee.sealingNotResolved", new SealEvaluation.Command(Mf, id), Actors.Committee2);
        await world.Carry(item);

        await world.Must(new SealEvaluation.Command(Mf, id), Actors.Committee2);
        var use = Assert.Single((await world.Item(item)).Released);
        Assert.Equal(("evaluation/district/2023", null), (use.What, use.Amount));
        var view = await world.View();
        var again = new ResolutionGate(view, Day("2024-01-02")).Sealing(view.Book.MotherFund, "district", EvaluationTiming.Yearly, 2023);
        Assert.Equal("committee.sealingNotResolved", again.Error.Code);
    }

    [Fact]
    public async Task A_lost_motion_lets_no_evaluation_be_sealed()
    {
        await using var world = await Funded();
        await world.Needs("sealing");
        var id = await world.Settled();
        var item = await Put(world);
        await world.Vote(Actors.Committee1, item, Ballot.For);
        await world.Vote(Actors.Committee2, item, Ballot.Against, "figures are not settled");
        Assert.Equal(ItemState.Lost, (await world.Must(new DecideItem.Command(Mf, CommitteeWorld.Meeting, item, []), Actors.Committee1)).State);
        await world.Refuses("committee.sealingNotResolved", new SealEvaluation.Command(Mf, id), Actors.Committee2);
    }

    [Theory]
    [InlineData("district ", Mf, 2023, EvaluationTiming.Yearly)]
    [InlineData("District", Mf, 2023, EvaluationTiming.Yearly)]
    [InlineData("1753", Mf, 2023, EvaluationTiming.Yearly)]
    [InlineData("district", "SUB", 2023, EvaluationTiming.Yearly)]
    [InlineData("district", Mf, 2022, EvaluationTiming.Yearly)]
    [InlineData("district", Mf, 2023, EvaluationTiming.WholeLife)]
    public async Task A_motion_that_names_no_open_evaluation_is_refused_at_the_field(string scheme, string fund, int year, EvaluationTiming timing)
    {
        await using var world = await Funded();
        await world.Seat();
        await world.Settled();
        var refused = await world.Refuses("committee.noSuchEvaluation", Motion(scheme, fund, year, timing));
        Assert.Equal("Scheme", refused.Field);
    }

    [Fact]
    public async Task A_motion_to_seal_what_is_sealed_is_refused()
    {
        await using var world = await Funded();
        await world.Seat();
        await world.Must(new SealEvaluation.Command(Mf, await world.Settled()), Actors.Committee2);
        await world.Refuses("committee.noSuchEvaluation", Motion("district", Mf, 2023, EvaluationTiming.Yearly));
    }

    [Fact]
    public async Task A_resolution_on_a_yearly_evaluation_releases_no_other_of_the_scheme_and_year()
    {
        await using var world = await Funded();
        await world.Needs("sealing");
        await world.Settled();
        await world.Carry(await Put(world));
        var view = await world.View();
        var gate = new ResolutionGate(view, Day("2024-01-02"));
        Assert.True(gate.Sealing(view.Book.MotherFund, "district", EvaluationTiming.Yearly, 2023).IsSuccess);
        foreach (var timing in new[] { EvaluationTiming.WholeLife, EvaluationTiming.ExAnte })
            Assert.Equal("committee.sealingNotResolved", gate.Sealing(view.Book.MotherFund, "district", timing, 2023).Error.Code);
    }

    [Fact]
    public async Task A_motion_on_an_evaluation_before_the_set_up_says_so_in_its_reference()
    {
        await using var world = await Funded();
        await world.Seat();
        await world.Must(new OpenSubFund.Command(Mf, "PLAN", "拟设基金", "Planned fund", "CNY", Start, LegalForm.Partnership, Status: FundStatus.Pipeline));
        await world.Must(new OpenEvaluation.Command(Mf, "PLAN", "setup", EvaluationTiming.ExAnte), Actors.Committee1);
        await world.Refuses("committee.noSuchEvaluation", Motion("setup", "PLAN", 2024, EvaluationTiming.Yearly));
        var item = (await world.Must(Motion("setup", "PLAN", 2024, EvaluationTiming.ExAnte))).Item;
        Assert.Equal("evaluation/setup/2024/ExAnte", (await world.Item(item)).Reference);
    }

    private static async Task<int> Put(World world) => (await world.Must(Motion("district", Mf, 2023, EvaluationTiming.Yearly))).Item;

    private static PutOnAgenda.Command Motion(string scheme, string fund, int year, EvaluationTiming timing) => new(
        Mf, CommitteeWorld.Meeting, "定档", "Sealing", MotionKind.Sealing, fund, Scheme: scheme, Year: year, TextZh: "同意定档。", TextEn: "Agreed.", Timing: timing);
}
