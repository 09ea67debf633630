using System.Text;
using FundTracker.Application.Indices;
using FundTracker.Application.Performance;
using FundTracker.Application.Records;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Indices;
using FundTracker.Testing.Databases;

namespace FundTracker.Application.Tests.Indices;

public sealed class ImportBenchmarkTests
{
    private const string Header = "vintage,measure,lower quartile,median,upper quartile,source,as-of\n";

    [Fact]
    public async Task Columns_may_stand_in_any_order_and_rates_in_per_cent()
    {
        await using var world = await World.Empty();

        var imported = await world.Must(
            Import("as-of,Source,Upper Quartile,median,lower_quartile,measure,vintage\n2024-12-31,\"Report, p. 3\",15.1%,0.082,2%,irr,2019\n"), Actors.Admin1);

        Assert.Equal((1, 0), (imported.Recorded, imported.Unchanged));
        var row = Assert.Single(await world.Must(new ListBenchmarks.Query(), Actors.Auditor1));
        Assert.Equal("同业基准", row.Name.Zh);
        Assert.Equal(
            new BenchmarkQuartiles(2019, BenchmarkMeasure.Irr, World.Day("2024-12-31"), 0.02m, 0.082m, 0.151m, "Report, p. 3"), Assert.Single(row.Quartiles));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing_and_a_corrected_row_stands_beside_the_old_one()
    {
        await using var world = await World.Empty();
        const string First = Header + "2019,TVPI,1,1.2,1.5,S,2024-12-31\n2020,TVPI,1,1.1,1.3,S,2024-12-31\n";
        await world.Must(Import(First), Actors.Admin1);
        world.Host.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal((0, 2), Both(await world.Must(Import(First, name: null), Actors.Admin1)));
        Assert.Equal((1, 1), Both(await world.Must(Import(First.Replace("1.5", "1.6", StringComparison.Ordinal), name: null), Actors.Admin1)));
        Assert.Equal([1.6m, 1.3m], (await world.Must(new ListBenchmarks.Query(), Actors.Admin1)).Single().Quartiles.Select(row => row.Upper));
    }

    [Theory]
    [InlineData("vintage,measure,lower,median,upper,source\n", "benchmark.noHeader")]
    [InlineData(Header, "benchmark.noRows")]
    [InlineData(Header + "2019,TVPI,1,1.2,1.5,S", "benchmark.wrongCells")]
    [InlineData(Header + "19,TVPI,1,1.2,1.5,S,2024-12-31", "benchmark.noVintage")]
    [InlineData(Header + "2019,MOIC,1,1.2,1.5,S,2024-12-31", "benchmark.noMeasure")]
    [InlineData(Header + "2019,1,1,1.2,1.5,S,2024-12-31", "benchmark.noMeasure")]
    [InlineData(Header + "2019,TVPI,1,x,1.5,S,2024-12-31", "benchmark.noNumber")]
    [InlineData(Header + "2019,TVPI,10%,20%,30%,S,2024-12-31", "benchmark.noNumber")]
    [InlineData(Header + "2019,TVPI,1.3,1.2,1.5,S,2024-12-31", "benchmark.notSound")]
    [InlineData(Header + "2019,DPI,-1,1.2,1.5,S,2024-12-31", "benchmark.notSound")]
    [InlineData(Header + "2019,IRR,-101%,1%,2%,S,2024-12-31", "benchmark.notSound")]
    [InlineData(Header + "2019,TVPI,1,1.2,1.5,,2024-12-31", "benchmark.noSource")]
    [InlineData(Header + "2019,TVPI,1,1.2,1.5,S,31.12.2024", "benchmark.noDate")]
    [InlineData(Header + "2019,TVPI,1,1.2,1.5,S,2024-12-31\n2019,tvpi,1,1.2,1.5,S,2024-12-31", "benchmark.rowTwice")]
    public async Task A_file_that_says_something_else_is_refused_with_its_row(string file, string code)
    {
        await using var world = await World.Empty();
        var error = await world.Refuses(code, Import(file), Actors.Admin1);
        foreach (var language in new[] { "zh", "en" })
            Assert.DoesNotContain("{", FundTracker.Application.Text.ErrorText.Render(error, language), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_table_needs_a_name_and_only_an_administrator_records_one()
    {
        await using var world = await World.Empty();
        const string File = Header + "2019,TVPI,1,1.2,1.5,S,2024-12-31\n";
        await world.Refuses("benchmark.nameMissing", Import(File, name: null), Actors.Admin1);
        await world.Refuses("pipeline.notAllowed", Import(File), Actors.Manager1);
        await world.Must(Import(File), Actors.Admin1);
        await world.Refuses("benchmark.otherName", Import(File, name: "别名"), Actors.Admin1);
    }

    [Fact]
    public async Task A_fund_is_ranked_by_the_rows_of_its_vintage_that_hold_on_the_day()
    {
        await using var world = await World.Funded();
        await world.Post(new RecordNav.Command(World.Mf, "SUB", World.Day("2024-03-31"), 130m, ValuationMethod.NetAssets, "季报"));
        await world.Must(Import(Header + "2023,TVPI,1.1,1.2,1.25,S,2023-12-31\n2023,TVPI,1.1,1.35,1.5,S,2024-12-31\n2022,TVPI,1,2,3,S,2023-12-31\n"), Actors.Admin1);

        var query = new GetPerformance.Query(World.Mf, "SUB", World.Day("2024-03-31"), Benchmark: "PEERS");
        var vintage = Assert.Single((await world.Must(query)).Vintages);
        Assert.Equal(1.25m, Assert.Single(vintage.Benchmark).Upper);
        Assert.Equal((1, null), (vintage.Funds.Single().TvpiInBenchmark, vintage.Funds.Single().IrrInBenchmark));
        Assert.Equal(3, (await world.Must(query with { AsOf = World.Day("2024-12-31") })).Vintages.Single().Funds.Single().TvpiInBenchmark);
        Assert.Empty((await world.Must(query with { Benchmark = null })).Vintages.Single().Benchmark);
        await world.Refuses("pipeline.notFound", query with { Benchmark = "NONE" });
    }

    private static (int, int) Both(ImportBenchmark.Imported imported) => (imported.Recorded, imported.Unchanged);

    private static ImportBenchmark.Command Import(string file, string? name = "同业基准") => new("PEERS", Encoding.UTF8.GetBytes(file), name);
}
