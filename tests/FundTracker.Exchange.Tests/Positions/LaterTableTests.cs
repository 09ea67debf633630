using FundTracker.Application.Approvals;
using FundTracker.Application.Imports;
using FundTracker.Application.Imports.Positions;
using FundTracker.Application.Records;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;

namespace FundTracker.Exchange.Tests.Positions;

/// <summary>Tables of several days post differences; units scale exactly; mappings say what headers don't.</summary>
public sealed class LaterTableTests
{
    private const string Header = "fund_name,commitment,capital_called,capital_distributed,remaining_value,as_of_date\n";

    [Fact]
    public async Task A_later_table_posts_the_difference_dated_its_own_day()
    {
        await using var host = await Importing.LaterHost();
        await host.MustPositions(Header + "Alpha,100,60,10,70,2025-03-31\n");
        var later = await host.MustPositions(Header + "Alpha,90,65,10,72,2025-06-30\n");
        Assert.Equal(
            [(LineKind.CommitmentReduction, 10m), (LineKind.OpeningContribution, 5m), (LineKind.Nav, 72m)],
            later.Lines.Select(line => (line.Kind, line.Amount.Amount)));
        Assert.All(later.Lines, line => Assert.Equal(new DateOnly(2025, 6, 30), line.Date));
        Assert.Equal((100m, 60m, 10m, 70m), await host.Position("ALPHA", "2025-03-31"));
        Assert.Equal((90m, 65m, 10m, 72m), await host.Position("ALPHA", "2025-06-30"));
    }

    [Fact]
    public async Task One_table_may_hold_several_days_in_any_order()
    {
        await using var host = await Importing.LaterHost();
        await host.MustPositions(Header + "Alpha,100,65,12,72,2025-06-30\nAlpha,100,60,10,70,2025-03-31\n");
        Assert.Equal((100m, 60m, 10m, 70m), await host.Position("ALPHA", "2025-03-31"));
        Assert.Equal((100m, 65m, 12m, 72m), await host.Position("ALPHA", "2025-06-30"));
    }

    [Fact]
    public async Task An_earlier_table_that_says_something_new_is_refused_and_one_known_already_is_skipped()
    {
        await using var host = await Importing.LaterHost();
        await host.MustPositions(Header + "Alpha,100,60,10,70,2025-03-31\n");
        await host.MustPositions(Header + "Alpha,100,65,12,72,2025-06-30\n");
        var known = await host.MustPositions(Header + "Alpha,100,60,10,70,2025-03-31\n");
        var other = await host.Positions(Header + "Alpha,100,61,10,70,2025-03-31\n");
        Assert.Equal(new ImportCounts(New: 0, Skipped: 1, Lines: 0), known.Counts);
        Assert.Equal([("table", 2, "as_of_date", "import.laterTableRecorded")], other.Errors.Places());
    }

    [Fact]
    public async Task Another_table_of_the_same_day_is_refused_with_both_shown_and_may_fill_what_was_not_reported()
    {
        await using var host = await Importing.LaterHost();
        await host.MustPositions(Header + "Alpha,100,60,,70,2025-03-31\n");
        var other = await host.Positions(Header + "Alpha,100,61,,70,2025-03-31\n");
        Assert.Equal([("table", 2, "capital_called", "import.tableRecorded")], other.Errors.Places());
        var reason = Importing.Arg<DomainError>(other.Error, "reason");
        Assert.Equal(("60.00 CNY", "61.00 CNY"), (Importing.Arg<string>(reason, "recorded"), Importing.Arg<string>(reason, "given")));
        Assert.Equal("import.tableRecorded", Importing.Arg<DomainError>((await host.Positions(Header + "Alpha,90,60,,70,2025-03-31\n")).Error, "reason").Code);
        Assert.Equal("import.tableRecorded", Importing.Arg<DomainError>((await host.Positions(Header + "Alpha,100,60,,71,2025-03-31\n")).Error, "reason").Code);
        Assert.Equal((100m, 60m, 0m, 70m), await host.Position("ALPHA"));
        await host.MustPositions(Header + "Alpha,100,60,10,70,2025-03-31\n");
        Assert.Equal((100m, 60m, 10m, 70m), await host.Position("ALPHA"));
    }

    [Fact]
    public async Task Lines_of_a_table_that_were_reversed_no_longer_stand_for_it()
    {
        await using var host = await Importing.LaterHost();
        await host.MustPositions(Header + "Alpha,100,60,10,70,2025-03-31\n");
        await host.MustPositions(Header + "Alpha,100,75,10,70,2025-06-30\n");
        var mistaken = await host.Look(db => Task.FromResult(db.Lines.Where(line => line.EffectiveDate == new DateOnly(2025, 6, 30)).Select(line => line.Sequence).ToList()));
        foreach (var line in mistaken)
        {
            var voucher = await host.Must(new ReverseLine.Command("PENSION", line, null, "mistyped"), Actors.Manager1);
            await host.Must(new ApproveVoucher.Command("PENSION", voucher), Actors.Approver1);
        }

        await host.MustPositions(Header + "Alpha,100,65,10,72,2025-06-30\n");
        Assert.Equal((100m, 65m, 10m, 72m), await host.Position("ALPHA"));
    }

    [Fact]
    public async Task A_table_of_a_day_that_has_not_come_is_refused()
    {
        await using var host = await Importing.LaterHost();
        var refused = await host.Positions(Header + "Alpha,100,60,10,70,2052-03-31\n");
        Assert.Equal([("table", 2, "as_of_date", "import.asOfInFuture")], refused.Errors.Places());
        Assert.Equal(0, await host.Look(db => Task.FromResult(db.Nodes.Count() + db.Lines.Count())));
    }

    [Fact]
    public async Task What_is_reported_again_is_no_longer_a_gap()
    {
        await using var host = await Importing.LaterHost();
        await host.MustPositions(Header + "Alpha,100,60,,70,2025-03-31\n");
        await host.MustPositions(Header + "Alpha,100,60,10,70,2025-06-30\n");
        var snapshot = await host.Books("PENSION");
        var fund = snapshot.FindNode("ALPHA")!.Id;
        Assert.Equal("distributed", snapshot.FactOn(fund, FactNames.NotReported, new DateOnly(2025, 3, 31), Stamp.Max)?.Value);
        Assert.Null(snapshot.FactOn(fund, FactNames.NotReported, new DateOnly(2025, 6, 30), Stamp.Max));
    }

    [Fact]
    public async Task Paid_in_above_the_commitment_and_negative_amounts_import()
    {
        await using var host = await Importing.LaterHost();
        await host.MustPositions(Header + "Alpha,100,120,150,30,2025-03-31\nBeta,-5,-4,-3,-2,2025-03-31\n");
        Assert.Equal((100m, 120m, 150m, 30m), await host.Position("ALPHA"));
        Assert.Equal((-5m, -4m, -3m, -2m), await host.Position("BETA"));
    }

    [Fact]
    public async Task Millions_are_scaled_exactly_by_the_option_or_by_the_column_s_name_never_by_both()
    {
        await using var host = await Importing.LaterHost();
        var unit = new PositionOptions(Unit: 1_000_000m);
        await host.MustPositions(Header + "Alpha,100,24.096354,0.000001,24.09,2025-03-31\n", unit);
        await host.MustPositions("fund_name,commitment_mm,capital_called_mm,capital_distributed (MM),remaining_value,as_of_date\nBeta,100,24.096354,0.5,24.09,2025-03-31\n", unit);
        Assert.Equal((100_000_000m, 24_096_354m, 1m, 24_090_000m), await host.Position("ALPHA"));
        Assert.Equal((100_000_000m, 24_096_354m, 500_000m, 24_090_000m), await host.Position("BETA"));
    }

    [Fact]
    public async Task A_scaled_amount_finer_than_the_smallest_unit_is_rounded_half_away_from_zero_and_said()
    {
        await using var host = await Importing.LaterHost();
        var preview = await host.MustPositions(Header + "Alpha,100,24.096354125,0,-24.096354125,2025-03-31\n", new PositionOptions(Unit: 1_000_000m));
        Assert.Equal(["import.rounded", "import.rounded"], preview.Remarks.Places().Select(place => place.Reason));
        Assert.Equal((100_000_000m, 24_096_354.13m, 0m, -24_096_354.13m), await host.Position("ALPHA"));
    }

    [Fact]
    public async Task A_mapping_says_which_column_is_what_and_can_be_kept()
    {
        await using var host = await Importing.LaterHost();
        const string mapping = """{"fund_name":"Vehicle","commitment":"A","capital_called":"B","capital_distributed":"C","remaining_value":"D","unit":1000,"currency":"USD"}""";
        await host.Must(new SaveColumnMapping.Command("PENSION", "custodian", mapping), Actors.Manager1);
        var kept = Assert.Single(await host.Must(new ListColumnMappings.Query("PENSION"), Actors.Manager2));
        await host.MustPositions("Vehicle,A,B,C,D\nAlpha,100,60,10,70\n", new PositionOptions(Mapping: kept.Json, AsOf: new DateOnly(2025, 3, 31)));
        Assert.Equal((100_000m, 60_000m, 10_000m, 70_000m), await host.Position("ALPHA"));
        Assert.Equal("USD", (await host.Books("PENSION")).Root.Currency.Code);
    }

    [Theory]
    [InlineData("{\"fund\":\"Vehicle\"}", "import.mappingNotReadable")]
    [InlineData("not json", "import.mappingNotReadable")]
    public async Task A_mapping_that_says_nothing_known_is_refused(string mapping, string code)
    {
        await using var host = await Importing.LaterHost();
        Assert.Equal(code, (await host.Positions(Header + "Alpha,100,60,10,70,2025-03-31\n", new PositionOptions(Mapping: mapping))).Error.Code);
        Assert.Equal(code, (await host.Send(new SaveColumnMapping.Command("PENSION", "x", mapping), Actors.Manager1)).Error.Code);
    }

    [Fact]
    public async Task A_dry_run_shows_the_lines_and_saves_nothing()
    {
        await using var host = await Importing.LaterHost();
        var table = Importing.Bytes(Header + "Alpha,100,60,10,70,2025-03-31\n");
        var preview = await host.Must(new PreviewImport.Query("PENSION", ImportKind.Positions, "table.csv", table), Actors.Manager1);
        Assert.Equal(new ImportCounts(New: 1, Skipped: 0, Lines: 4), preview.Counts);
        Assert.Equal(0, await host.Look(db => Task.FromResult(db.Nodes.Count() + db.Lines.Count() + db.ImportBatches.Count())));
    }

    [Fact]
    public async Task A_table_without_names_or_days_is_refused_by_the_columns_it_lacks()
    {
        await using var host = await Importing.LaterHost();
        var outcome = await host.Positions("a,b\n1,2\n");
        Assert.Equal(
            ["fund_name", "as_of_date", "commitment"],
            outcome.Errors.Places().Where(place => place.Reason == "import.columnMissing").Select(place => place.Column));
    }
}
