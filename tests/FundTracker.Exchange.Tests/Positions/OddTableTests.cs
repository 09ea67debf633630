using System.Text;
using FundTracker.Application.Imports.Positions;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;

namespace FundTracker.Exchange.Tests.Positions;

/// <summary>Tables as other systems write them: taken as they are, or refused cell by cell.</summary>
public sealed class OddTableTests
{
    private const string Header = "fund_name,vintage_year,commitment,capital_called,capital_distributed,remaining_value,as_of_date\n";

    [Theory]
    [InlineData("\uFEFF", ",", "\r\n")]
    [InlineData("", ";", "\n")]
    [InlineData("", "\t", "\r\n")]
    [InlineData("", "|", "\n")]
    public async Task Marks_line_ends_and_delimiters_of_any_usual_kind_are_read(string start, string delimiter, string lineEnd)
    {
        await using var host = await Importing.LaterHost();
        string[] lines = ["Fund Name;Vintage Year;Commitment;Capital Called;Capital Distributed;Remaining Value;As Of Date", "Alpha One;2001;100;60;10;70;2025-03-31"];
        await host.MustPositions(start + string.Join(lineEnd, lines).Replace(";", delimiter, StringComparison.Ordinal) + lineEnd);
        Assert.Equal((100m, 60m, 10m, 70m), await host.Position("ALPHA-ONE"));
    }

    [Fact]
    public async Task Tables_in_UTF_16_and_in_GB_18030_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var host = await Importing.LaterHost();
        const string table = "基金名称,认缴出资,实缴出资,累计分配,资产净值,截止日\n甲基金,100,60,10,70,2025-03-31\n";
        byte[] wide = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(table)];
        var first = (await host.Positions(wide)).Value;
        var again = (await host.Positions(Encoding.GetEncoding("GB18030").GetBytes(table))).Value;
        Assert.Equal((1, 0), (first.Counts.New, again.Counts.New));
    }

    [Fact]
    public async Task Columns_stand_in_any_order_and_unknown_ones_are_left_aside_with_a_remark()
    {
        await using var host = await Importing.LaterHost();
        var preview = await host.MustPositions(
            "as_of_date,manager,NAV,distributed,paid_in,committed,vintage,partnership\n2025-03-31,Somebody,70,10,60,100,2001,\"Alpha, One\"\n");
        Assert.Equal("import.columnIgnored", Assert.Single(preview.Remarks).Code);
        var code = Assert.Single(await host.Codes());
        Assert.StartsWith("ALPHA-ONE-", code);
        Assert.Equal((100m, 60m, 10m, 70m), await host.Position(code));
    }

    [Theory]
    [InlineData("(12.3)", -12.3)]
    [InlineData("-12.30", -12.3)]
    [InlineData("\"1,234,567.89\"", 1234567.89)]
    [InlineData("$12.3", 12.3)]
    [InlineData("1.5E3", 1500)]
    [InlineData("１２", 12)]
    public async Task Numbers_are_read_as_offices_write_them(string written, double expected)
    {
        await using var host = await Importing.LaterHost();
        await host.MustPositions(Header + $"Alpha,2001,100,60,10,{written},2025-03-31\n");
        Assert.Equal((decimal)expected, (await host.Position("ALPHA")).Nav);
    }

    [Theory]
    [InlineData("12,5")]
    [InlineData("1.234,56")]
    [InlineData("12.3%")]
    [InlineData("about 12")]
    [InlineData("1 234")]
    [InlineData("12.345")]
    public async Task What_can_be_read_two_ways_or_is_no_exact_amount_is_refused_at_its_cell(string written)
    {
        await using var host = await Importing.LaterHost();
        var outcome = await host.Positions(Header + $"Alpha,2001,100,60,10,\"{written}\",2025-03-31\n");
        var (sheet, row, column, reason) = Assert.Single(outcome.Errors.Places());
        Assert.Equal(("table", 2, "remaining_value"), (sheet, row, column));
        Assert.Contains(reason, new[] { "import.notANumber", "import.finerThanMinorUnit" });
        Assert.Equal(written, Importing.Arg<string>(outcome.Error, "value"));
    }

    [Theory]
    [InlineData("2025-03-31", true)]
    [InlineData("2025/3/31", true)]
    [InlineData("20250331", true)]
    [InlineData("2025年3月31日", true)]
    [InlineData("3/31/2025", true)]
    [InlineData("2025-03-31T00:00:00", true)]
    [InlineData("03/04/2025", false)]
    [InlineData("31.3.2025", false)]
    [InlineData("2025-02-30", false)]
    [InlineData("Q1 2025", false)]
    public async Task A_date_is_read_where_there_is_only_one_way(string written, bool isRead)
    {
        await using var host = await Importing.LaterHost();
        var outcome = await host.Positions(Header + $"Alpha,2001,100,60,10,70,{written}\n");
        Assert.Equal(isRead, outcome.IsSuccess);
        if (!isRead) Assert.Equal([("table", 2, "as_of_date", "import.notADate")], outcome.Errors.Places());
    }

    [Theory]
    [InlineData("")]
    [InlineData("n/a")]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("N.M.")]
    public async Task A_blank_measure_is_not_reported_and_nothing_is_posted_for_it(string blank)
    {
        await using var host = await Importing.LaterHost();
        await host.MustPositions(Header + $"Alpha,2001,100,60,{blank},70,2025-03-31\n");
        var kinds = await host.Look(db => Task.FromResult(db.Lines.Select(line => line.Kind).Order().ToList()));
        Assert.Equal([LineKind.Commitment, LineKind.OpeningContribution, LineKind.Nav], kinds);
        var snapshot = await host.Books("PENSION");
        var fact = snapshot.FactOn(snapshot.FindNode("ALPHA")!.Id, FactNames.NotReported, new DateOnly(2025, 3, 31), Stamp.Max);
        Assert.Equal("distributed", fact?.Value);
    }

    [Fact]
    public async Task A_reported_zero_is_not_a_blank()
    {
        await using var host = await Importing.LaterHost();
        await host.MustPositions(Header + "Alpha,2001,100,0,0,0,2025-03-31\n");
        var snapshot = await host.Books("PENSION");
        Assert.Null(snapshot.FactOn(snapshot.FindNode("ALPHA")!.Id, FactNames.NotReported, DateOnly.MaxValue, Stamp.Max));
        Assert.Equal((100m, 0m, 0m, 0m), await host.Position("ALPHA"));
    }

    [Fact]
    public async Task One_bad_row_and_nothing_is_imported()
    {
        await using var host = await Importing.LaterHost();
        var outcome = await host.Positions(Header + "Alpha,2001,100,60,10,70,2025-03-31\nBeta,20x1,1,1,1,1,2025-03-31\n,2001,1,1,1,1,2025-03-31\n");
        Assert.Equal([("table", 3, "vintage_year", "import.notANumber"), ("table", 4, "fund_name", "import.blank")], outcome.Errors.Places());
        Assert.Equal(0, await host.Look(db => Task.FromResult(db.Nodes.Count() + db.Books.Count() + db.ImportBatches.Count())));
    }

    [Fact]
    public async Task A_quote_that_never_closes_is_refused_and_one_inside_a_name_is_not()
    {
        await using var host = await Importing.LaterHost();
        var broken = await host.Positions(Header + "\"Alpha,2001,100,60,10,70,2025-03-31\n");
        Assert.Equal("import.notReadable", broken.Error.Code);
        await host.MustPositions(Header + "Alpha 6\" Fund,2001,100,60,10,70,2025-03-31\n");
        Assert.StartsWith("ALPHA-6-FUND-", Assert.Single(await host.Codes()));
    }

    [Fact]
    public async Task A_row_that_sums_up_others_is_left_aside_with_a_remark()
    {
        await using var host = await Importing.LaterHost();
        var preview = await host.MustPositions(Header + "Alpha,2001,100,60,10,70,2025-03-31\nTotal,,100,60,10,70,\n");
        Assert.Equal(["import.totalLeftAside"], preview.Remarks.Select(remark => remark.Code));
        Assert.Equal(["ALPHA"], await host.Codes());
    }

    [Fact]
    public async Task A_multiple_that_the_table_s_own_sums_do_not_give_is_remarked()
    {
        await using var host = await Importing.LaterHost();
        var preview = await host.MustPositions(
            "fund_name,commitment,capital_called,capital_distributed,remaining_value,net_multiple,as_of_date\nAlpha,100,60,10,70,1.3333,2025-03-31\nBeta,100,60,10,70,1.40x,2025-03-31\n");
        var remark = Assert.Single(preview.Remarks);
        Assert.Equal(("import.multipleDiffers", 3), (Importing.Arg<Domain.Results.DomainError>(remark, "reason").Code, Importing.Arg<int>(remark, "row")));
    }
}
