using FundTracker.Testing.Databases;

namespace FundTracker.Exchange.Tests.Positions;

/// <summary>Codes follow from names, stably; funds of one name are told apart.</summary>
public sealed class FundNameTests
{
    private const string Header = "fund_name,vintage_year,commitment,capital_called,capital_distributed,remaining_value,as_of_date\n";

    [Fact]
    public async Task Codes_come_from_names_alone_whatever_else_the_table_holds()
    {
        string[] rows =
        [
            "2SP I,2024,300,126,0,130,2025-03-31", "\"Clayton, Dubilier & Rice Fund X\",2018,150,161,246,132,2025-03-31",
            "Société Générale III,2010,10,5,1,6,2025-03-31", "庐阳爱意种子基金,2017,10,5,1,6,2025-03-31", "安徽创投,2018,10,5,1,6,2025-03-31",
            "A Very Long Name of a Fund That Goes On and On Until Nobody Reads It,2010,10,5,1,6,2025-03-31",
        ];
        await using var one = await Importing.LaterHost();
        await one.MustPositions(Header + string.Join('\n', rows));
        await using var other = await Importing.LaterHost();
        foreach (var row in rows.Reverse()) await other.MustPositions(Header + row);
        var codes = await one.Codes();
        Assert.Equal(codes, await other.Codes());
        Assert.Contains("2SP-I", codes);
        Assert.Equal(6, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[A-Z0-9-]{2,40}$", code));
    }

    [Fact]
    public async Task Names_that_differ_in_marks_only_are_two_funds_and_in_case_and_spaces_only_one()
    {
        await using var host = await Importing.LaterHost();
        await host.MustPositions(Header + "Alpha II,2001,1,1,1,1,2025-03-31\nAlpha-II,2001,2,2,2,2,2025-03-31\n");
        await host.MustPositions(Header + "ALPHA  ii,2001,1,1,1,1,2025-03-31\n");
        Assert.Equal(2, (await host.Codes()).Count);
    }

    [Fact]
    public async Task Two_funds_of_one_name_are_told_apart_by_their_vintage_in_any_order()
    {
        await using var host = await Importing.LaterHost();
        await host.MustPositions(Header + "Alpha,2001,100,1,1,1,2025-03-31\nAlpha,2005,200,2,2,2,2025-03-31\n");
        var again = await host.MustPositions(Header + "Alpha,2005,200,2,2,2,2025-03-31\nAlpha,2001,100,1,1,1,2025-03-31\n");
        Assert.Equal((0, 2), (again.Counts.New, again.Counts.Skipped));
        Assert.Equal(2, (await host.Codes()).Count);
    }

    [Fact]
    public async Task A_later_fund_of_a_known_name_and_another_vintage_does_not_take_the_first_one_s_place()
    {
        await using var host = await Importing.LaterHost();
        await host.MustPositions(Header + "Alpha,2001,100,1,1,1,2025-03-31\n");
        await host.MustPositions(Header + "Alpha,2005,200,2,2,2,2025-06-30\nAlpha,2001,100,1,1,1,2025-06-30\n");
        Assert.Equal((100m, 1m, 1m, 1m), await host.Position("ALPHA"));
        Assert.Equal(2, (await host.Codes()).Count);
    }

    [Fact]
    public async Task Two_rows_that_only_their_order_tells_apart_are_two_funds_with_a_remark()
    {
        await using var host = await Importing.LaterHost();
        const string table = Header + "Alpha,2001,100,1,1,1,2025-03-31\nAlpha,2001,200,2,2,2,2025-03-31\n";
        var first = await host.MustPositions(table);
        var again = await host.MustPositions(table);
        Assert.Equal("import.toldApartByOrder", Importing.Arg<Domain.Results.DomainError>(Assert.Single(first.Remarks), "reason").Code);
        Assert.Equal((0, 2), (again.Counts.New, again.Counts.Skipped));
    }

    [Fact]
    public async Task A_code_of_the_table_s_own_goes_before_the_name()
    {
        await using var host = await Importing.LaterHost();
        const string header = "code,fund_name,commitment,capital_called,capital_distributed,remaining_value,as_of_date\n";
        await host.MustPositions(header + "F1,Alpha,100,1,1,1,2025-03-31\nF2,Alpha,200,2,2,2,2025-03-31\n");
        var twice = await host.Positions(header + "F1,Alpha,100,1,1,1,2025-06-30\nF1,Beta,200,2,2,2,2025-06-30\n");
        Assert.Equal(["F1", "F2"], await host.Codes());
        Assert.Equal([("table", 3, "fund_name", "import.fundTwice")], twice.Errors.Places());
    }
}
