using System.Text;
using FundTracker.Application.Indices;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Testing.Databases;

namespace FundTracker.Application.Tests.Indices;

public sealed class ImportIndexLevelsTests
{
    [Fact]
    public async Task A_file_opens_the_series_and_a_second_one_adds_to_it()
    {
        await using var world = await World.Empty();

        var first = await world.Must(Import("date,level\n2023-12-29,3431.11\n2023-06-30,3842.45\n"), Actors.Admin1);
        var second = await world.Must(Import("\uFEFFDate,Level\r\n2023-12-29,3431.11\r\n\r\n2024-03-29,3537.48\r\n", name: null), Actors.Admin1);

        Assert.Equal((2, 0), (first.Recorded, first.Unchanged));
        Assert.Equal((1, 1), (second.Recorded, second.Unchanged));
        var row = Assert.Single(await world.Must(new ListIndices.Query(), Actors.Auditor1));
        Assert.Equal(("CSI300", "沪深300", "CNY", 3), (row.Code, row.Name.Zh, row.Currency.Code, row.Days));
        Assert.Equal((World.Day("2023-06-30"), World.Day("2024-03-29")), (row.First, row.Last));
    }

    [Theory]
    [InlineData("day,level\n2023-01-03,1", "index.noHeader")]
    [InlineData("date,level\n", "index.noLevels")]
    [InlineData("date,level\n2023-01-03", "index.wrongCells")]
    [InlineData("date,level\n03.01.2023,1", "index.noDate")]
    [InlineData("date,level\n2023-01-03,-1", "index.noLevel")]
    [InlineData("date,level\n2023-01-03,0", "index.noLevel")]
    [InlineData("date,level\n2023-01-03,1e9", "index.noLevel")]
    [InlineData("date,level\n2023-01-03,1.000000001", "index.noLevel")]
    [InlineData("date,level\n2023-01-03,90000000000", "index.noLevel")]
    [InlineData("date,level\n2023-01-03,1\n2023-01-03,2", "index.dateTwice")]
    public async Task A_file_that_says_something_else_is_refused_with_its_row(string file, string code)
    {
        await using var world = await World.Empty();
        var error = await world.Refuses(code, Import(file), Actors.Admin1);
        Assert.DoesNotContain("{", FundTracker.Application.Text.ErrorText.Render(error, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_bad_row_is_named()
    {
        await using var world = await World.Empty();
        var outcome = await world.Send(Import("date,level\n2023-01-03,x\n2023-01-04,1\nyesterday,1\n"), Actors.Admin1);
        Assert.Equal(["index.noLevel", "index.noDate"], outcome.Errors.Select(error => error.Code));
        Assert.Equal([2, 4], outcome.Errors.Select(error => error.Args.Single(arg => arg.Name == "row").Value));
    }

    [Fact]
    public async Task A_new_series_needs_a_name_and_an_old_one_keeps_its_own()
    {
        await using var world = await World.Empty();
        await world.Refuses("index.nameMissing", Import("date,level\n2023-01-03,1", name: null), Actors.Admin1);
        await world.Must(Import("date,level\n2023-01-03,1"), Actors.Admin1);
        await world.Refuses("index.otherName", Import("date,level\n2023-01-04,1", name: "中证500"), Actors.Admin1);
        await world.Refuses("index.otherCurrency", Import("date,level\n2023-01-04,1", currency: "USD"), Actors.Admin1);
    }

    [Fact]
    public async Task Only_an_administrator_records_levels()
    {
        await using var world = await World.Empty();
        await world.Refuses("pipeline.notAllowed", Import("date,level\n2023-01-03,1"), Actors.Manager1);
    }

    private static ImportIndexLevels.Command Import(string file, string? name = "沪深300", string currency = "CNY") =>
        new("CSI300", currency, Encoding.UTF8.GetBytes(file), name);
}
