using FundTracker.Application.Figures;
using FundTracker.Application.Funds;
using FundTracker.Application.Pacing;
using FundTracker.Application.Plans;
using FundTracker.Application.Records;
using FundTracker.Application.Text;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Testing.Databases;

namespace FundTracker.Application.Tests.Pacing;

public sealed class GetPacingTests
{
    private static GetPacing.Query Query { get; } = new(World.Mf, World.Day("2023-12-31"));

    [Fact]
    public async Task The_answer_names_the_first_phase_that_is_not_paid_in_full()
    {
        await using var world = await World.Funded();
        await world.Post(new DrawUpPlan.Command(World.Mf, World.Mf, Rolling: true));
        await world.Post(new AddTranche.Command(World.Mf, World.Mf, World.Day("2024-06-01"), 400m, 2024, ["预算"]));

        var answer = await world.Must(Query);

        Assert.Equal((1, World.Yuan(400m)), (answer.NextPhase!.Number, answer.NextPhase.Planned));
        Assert.Equal(World.Yuan(400m), answer.Pacing.Cash.Value); // 500 paid in, 100 of it to the sub-fund
    }

    [Fact]
    public async Task A_meant_commitment_above_the_cash_moves_the_day_on_which_a_phase_is_needed()
    {
        await using var world = await World.Funded();

        Assert.Null((await world.Must(Query)).Pacing.Phase.ShortfallDate);
        var phase = (await world.Must(Query with { NewCommitments = 2_000m, Reserve = 10m })).Pacing.Phase;
        Assert.Equal(World.Day("2024-01-01").AddMonths(9), phase.ShortfallDate); // 25 % of 2,000 within the first year: 390 of it by its last quarter
        Assert.Equal(phase.ShortfallDate!.Value.AddDays(-90), phase.PayBy);
    }

    [Fact]
    public async Task Terms_are_entered_as_a_fact_of_the_sub_fund()
    {
        await using var world = await World.Funded();
        await world.Refuses("fact.valueNotKnown", new StateFact.Command(World.Mf, "SUB", FactNames.Pacing, "fast", World.Start));
        await world.Post(new StateFact.Command(World.Mf, "SUB", FactNames.Pacing, "40,60;8;2;6;0", World.Start));

        // Without any NAV the fund stays out, and says why.
        Assert.Equal("figure.noNav", Assert.Single((await world.Must(Query)).Pacing.LeftOut).Reason.Code);
    }

    [Fact]
    public async Task Every_amount_of_the_answer_opens_by_its_address_as_it_was_assumed_and_every_part_has_a_name()
    {
        await using var world = await World.Funded();
        await world.Post(new RecordNav.Command(World.Mf, "SUB", World.Day("2023-12-31"), 130m, ValuationMethod.NetAssets, "季报"));
        var asked = Query with { CallSpeed = 0.5m, NavShock = 0.2m, ExitDelayYears = 1.5m, Quarters = 6, Reserve = 600m, CostsAnnual = 4m, NewCommitments = 50m };
        var pacing = (await world.Must(asked)).Pacing;

        IFigure[] shown =
        [
            pacing.Phase.AmountNeeded, pacing.Phase.ShortfallAmount, pacing.Phase.LowestCash, pacing.Cash, pacing.Expected, pacing.Owed, pacing.Costs,
            pacing.Quarters[2].Calls, pacing.Quarters[2].Distributions, pacing.Quarters[2].Cash,
        ];
        var all = shown.SelectMany(Below).DistinctBy(figure => figure.Id).ToList();
        Assert.Contains(all, figure => figure.Id.ToString() == "unfunded@SUB");
        foreach (var figure in all)
        {
            var opened = (await world.Must(new GetTrail.Query(World.Mf, figure.Id.ToString(), Query.AsOf))).Figure;
            Assert.Equal((figure.Id, figure.Value), (opened.Figure.Id, opened.Figure.Value));
            foreach (var texts in new[] { Texts.In("zh"), Texts.In("en") })
            {
                Assert.NotNull(texts.Find($"formula.{figure.Id.Formula}"));
                Assert.All(figure.Trail.Inputs, input => Assert.True(texts.Find($"role.{input.Role}") is not null, input.Role));
            }
        }
    }

    [Fact]
    public async Task Cash_ahead_opens_down_to_the_lines_of_the_ledger()
    {
        await using var world = await World.Funded();
        await world.Post(new RecordNav.Command(World.Mf, "SUB", World.Day("2023-12-31"), 130m, ValuationMethod.NetAssets, "季报"));

        await world.Post(new ChangeCommitment.Command(World.Mf, "SUB", World.Mf, CommitmentChange.Increase, 200m, World.Start));
        var needed = (await world.Must(new GetTrail.Query(World.Mf, "pacing.needed@MF/reserve:600", Query.AsOf))).Figure;

        var cash = needed.Inputs.Single(input => input.Role == "less");
        Assert.NotEmpty(cash.Inputs.Single(input => input.Figure.Id.Formula == "cash").Lines.Single().Shown);
        var calls = cash.Inputs.Single(input => input.Figure.Id.Formula == "pacing.calls");
        var unfunded = calls.Inputs.Single(input => input.Figure.Id.Formula == "pacing.callable").Inputs.Single(input => input.Figure.Id.Formula == "unfunded");
        Assert.NotEmpty(unfunded.Lines.Single().Shown);
        Assert.Equal(FactNames.Pacing, calls.Facts.Single().Role); // none is stated: the paper's
    }

    private static IEnumerable<IFigure> Below(IFigure figure) =>
        figure.Trail.Inputs.OfType<FigureInput>().SelectMany(input => Below(input.Figure)).Prepend(figure);

    [Theory]
    [InlineData("CallSpeed")]
    [InlineData("Quarters")]
    [InlineData("Volatility")]
    public async Task An_assumption_out_of_its_range_is_named(string field)
    {
        await using var world = await World.Empty();
        var query = field switch
        {
            "CallSpeed" => Query with { CallSpeed = 3.1m },
            "Quarters" => Query with { Quarters = 41 },
            _ => Query with { Volatility = -0.1m },
        };
        Assert.Equal(field, (await world.Send(query, Actors.Committee1)).Error.Field);
    }
}
