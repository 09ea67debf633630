using FundTracker.Application.Funds;
using FundTracker.Application.Records;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Records;

/// <summary>Rounds, valuations, exits and dividends of companies.</summary>
public sealed class HoldingTests
{
    [Fact]
    public async Task A_round_shows_what_was_raised_our_parts_and_the_others()
    {
        await using var world = await Funded();
        await world.Post(new RecordInvestment.Command(
            Mf, "ACME", "A轮", Day("2023-05-01"), [new("SUB", 30m), new(Mf, 20m)], TotalRaised: 200m, CoInvestors: "甲创投; 乙资本"));
        var company = await world.Must(new GetCompany.Query(Mf, "ACME", Day("2023-12-31")));
        var round = Assert.Single(company.Rounds);
        Assert.Equal(("A轮", Yuan(200m), "甲创投; 乙资本"), (round.Name, round.Raised, round.CoInvestors));
        Assert.Equal([("MF", Yuan(20m)), ("SUB", Yuan(30m))], round.Parts.Select(part => (part.Fund.Code, part.Amount)).Order());
        Assert.Equal((Yuan(70m), Yuan(380m)), (await world.Cash("SUB"), await world.Cash(Mf)));
    }

    [Fact]
    public async Task A_round_that_was_not_approved_is_not_shown()
    {
        await using var world = await Funded();
        await world.Must(new RecordInvestment.Command(Mf, "ACME", "A轮", Day("2023-05-01"), [new("SUB", 30m)], TotalRaised: 200m));
        var company = await world.Must(new GetCompany.Query(Mf, "ACME", Day("2023-12-31")));
        Assert.Empty(company.Rounds);
        Assert.Empty(company.Holdings);
        Assert.Single(company.Pending);
    }

    [Fact]
    public async Task Our_parts_are_no_more_than_what_was_raised_and_paid_from_cash()
    {
        await using var world = await Funded();
        await world.Refuses("holding.partsAboveRaised", new RecordInvestment.Command(Mf, "ACME", "A轮", Day("2023-05-01"), [new("SUB", 30m)], TotalRaised: 29.99m));
        await world.Refuses("ledger.cashBelowZero", new RecordInvestment.Command(Mf, "ACME", "A轮", Day("2023-05-01"), [new("SUB", 100.01m)]));
        await world.Post(new RecordInvestment.Command(Mf, "ACME", "A轮", Day("2023-05-01"), [new("SUB", 150m, InKind: true)]));
        Assert.Equal(Yuan(100m), await world.Cash("SUB"));
    }

    [Fact]
    public async Task A_round_in_another_currency_than_the_books_is_refused()
    {
        await using var world = await Funded();
        await world.Must(new OpenSubFund.Command(Mf, "USD1", "美元基金", NameEn: null, "USD", Start, LegalForm.Partnership));
        await world.Refuses("ledger.currencyMixed", new RecordInvestment.Command(Mf, "ACME", "A轮", Day("2023-05-01"), [new("SUB", 1m), new("USD1", 1m)]));
    }

    [Fact]
    public async Task A_valuation_carries_its_method_and_source()
    {
        await using var world = await Invested();
        await world.Post(new RecordValuation.Command(Mf, "SUB", "ACME", Day("2023-06-30"), 45m, ValuationMethod.RecentRound, "B轮意向书"));
        var company = await world.Must(new GetCompany.Query(Mf, "ACME", Day("2023-12-31")));
        Assert.Equal((Yuan(45m), Day("2023-06-30")), (company.Holdings[0].Value, company.Holdings[0].ValuedOn));
        Assert.True(LineNotes.TryRead<ValuationMethod>(company.Lines.Single(line => line.Kind == LineKind.Valuation).Note, out var method, out var words));
        Assert.Equal((ValuationMethod.RecentRound, "B轮意向书"), (method, words));
        await world.Refuses("pipeline.notFound", new RecordValuation.Command(Mf, Mf, "ACME", Day("2023-06-30"), 45m, ValuationMethod.Cost, "none"));
    }

    [Fact]
    public async Task A_whole_exit_brings_cash_and_leaves_no_value()
    {
        await using var world = await Invested();
        await world.Post(new RecordValuation.Command(Mf, "SUB", "ACME", Day("2023-06-30"), 45m, ValuationMethod.Cost, "report"));
        await world.Post(new RecordExit.Command(Mf, "SUB", "ACME", ExitKind.TradeSale, Day("2023-07-01"), Proceeds: 70m, CostRelieved: 30m, Note: "sold to a buyer"));
        var holding = Assert.Single((await world.Must(new GetCompany.Query(Mf, "ACME", Day("2023-12-31")))).Holdings);
        Assert.Equal((Yuan(0m), Yuan(0m), Yuan(70m)), (holding.CostHeld, holding.Value, holding.Proceeds));
        Assert.Equal(Yuan(140m), await world.Cash("SUB"));
    }

    [Fact]
    public async Task A_part_exit_relieves_its_cost_and_no_more_than_is_held()
    {
        await using var world = await Invested();
        await world.Post(new RecordExit.Command(Mf, "SUB", "ACME", ExitKind.Listing, Day("2023-07-01"), 20m, CostRelieved: 10m, ValueLeft: 55m));
        var holding = Assert.Single((await world.Must(new GetCompany.Query(Mf, "ACME", Day("2023-12-31")))).Holdings);
        Assert.Equal((Yuan(20m), Yuan(55m)), (holding.CostHeld, holding.Value));
        await world.Refuses("holding.aboveCostHeld", new RecordExit.Command(Mf, "SUB", "ACME", ExitKind.Listing, Day("2023-08-01"), 20m, 20.01m));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Proceeds_cost_and_value_left_of_one_exit_are_taken_back_together(int part)
    {
        await using var world = await Invested();
        await world.Post(new RecordValuation.Command(Mf, "SUB", "ACME", Day("2023-07-01"), 45m, ValuationMethod.Cost, "report"));
        var exit = await world.Post(new RecordExit.Command(Mf, "SUB", "ACME", ExitKind.Listing, Day("2023-07-01"), 20m, CostRelieved: 10m, ValueLeft: 55m));
        await world.Post(new RecordValuation.Command(Mf, "SUB", "ACME", Day("2023-07-01"), 50m, ValuationMethod.Cost, "corrected"));
        var reversal = await world.Post(new ReverseLine.Command(Mf, exit.Lines[part], Voucher: null, "wrong company"));
        Assert.Equal(3, reversal.Lines.Count);
        var holding = Assert.Single((await world.Must(new GetCompany.Query(Mf, "ACME", Day("2023-12-31")))).Holdings);
        Assert.Equal((Yuan(30m), Yuan(50m), Yuan(0m)), (holding.CostHeld, holding.Value, holding.Proceeds));
    }

    [Fact]
    public async Task A_write_off_brings_nothing_and_sets_the_value_to_zero()
    {
        await using var world = await Invested();
        await world.Refuses("holding.writeOffWithProceeds", new RecordExit.Command(Mf, "SUB", "ACME", ExitKind.WriteOff, Day("2023-07-01"), 1m, 30m));
        await world.Refuses("holding.nothingExited", new RecordExit.Command(Mf, "SUB", "ACME", ExitKind.Transfer, Day("2023-07-01"), 0m, 0m));
        await world.Post(new RecordExit.Command(Mf, "SUB", "ACME", ExitKind.WriteOff, Day("2023-07-01"), 0m, 30m));
        var holding = Assert.Single((await world.Must(new GetCompany.Query(Mf, "ACME", Day("2023-12-31")))).Holdings);
        Assert.Equal((Yuan(0m), Yuan(0m)), (holding.CostHeld, holding.Value));
    }

    [Fact]
    public async Task A_dividend_brings_cash_and_relieves_nothing()
    {
        await using var world = await Invested();
        await world.Post(new RecordDividend.Command(Mf, "SUB", "ACME", Day("2023-07-01"), 3m));
        var holding = Assert.Single((await world.Must(new GetCompany.Query(Mf, "ACME", Day("2023-12-31")))).Holdings);
        Assert.Equal((Yuan(30m), Yuan(3m)), (holding.CostHeld, holding.Dividends));
        Assert.Equal(Yuan(73m), await world.Cash("SUB"));
    }

    [Fact]
    public async Task A_company_page_as_of_an_earlier_day_knows_nothing_of_later_rounds()
    {
        await using var world = await Invested();
        Assert.Empty((await world.Must(new GetCompany.Query(Mf, "ACME", Day("2023-04-30")))).Rounds);
        await world.Refuses("pipeline.notFound", new GetCompany.Query(Mf, "SUB", Day("2023-04-30")));
    }

    private static async Task<World> Invested()
    {
        var world = await Funded();
        await world.Post(new RecordInvestment.Command(Mf, "ACME", "A轮", Day("2023-05-01"), [new("SUB", 30m)], TotalRaised: 90m));
        return world;
    }
}
