using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FundTracker.Cli.Commands;

namespace FundTracker.Cli.Tests.Commands;

public sealed class MetricsCommandTests : IDisposable
{
    private const string Paper = """
        fund,date,kind,amount
        Paper,2001-12-31,contribution,100
        Paper,2003-12-31,contribution,100
        Paper,2003-12-31,distribution,25
        Paper,2005-12-31,contribution,50
        Paper,2005-12-31,distribution,150
        Paper,2007-12-31,distribution,150
        Paper,2009-12-31,distribution,100
        Paper,2010-12-31,nav,75

        """;

    private const string Index = """
        date,level
        2001-12-31,100
        2002-12-31,78
        2003-12-31,100
        2004-12-31,111
        2005-12-31,117
        2006-12-31,135
        2007-12-31,142
        2008-12-31,90
        2009-12-31,113
        2010-12-31,131
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("metrics").FullName;
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _error = new(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task The_direct_alpha_papers_figures_come_out_as_json()
    {
        Assert.Equal(0, await Run(Paper, Index, json: true));

        JsonObject fund = Funds().Single()!.AsObject();
        Assert.Equal("Paper", (string?)fund["fund"]);
        Assert.Equal(("250", "425", "75"), ((string?)fund["paidIn"], (string?)fund["distributed"], (string?)fund["nav"]));
        Assert.Equal((1.7, 0.3, 2.0), ((double)fund["dpi"]!, (double)fund["rvpi"]!, (double)fund["tvpi"]!));
        Assert.Equal("unique", (string?)fund["irr"]!["status"]);
        Assert.Equal("annual", (string?)fund["irr"]!["presentAs"]);
        Assert.Equal(3287, (int)fund["irr"]!["days"]!);
        Assert.Equal(0.1752, (double)fund["irr"]!["rate"]!, 5e-5);
        Assert.Equal(1.6668, (double)fund["ksPme"]!, 5e-5);
        Assert.Equal(0.1256, (double)fund["directAlpha"]!, 5e-5);
        Assert.Equal("multiple", (string?)fund["longNickels"]!["status"]);
        Assert.Equal(-0.2726, (double)fund["longNickels"]!["roots"]![0]!, 5e-5);
        Assert.Equal(0.0597, (double)fund["longNickels"]!["roots"]![1]!, 5e-5);
    }

    [Fact]
    public async Task Without_an_index_every_equivalent_says_that_it_has_none()
    {
        Assert.Equal(0, await Run(Paper, index: null, json: true));

        JsonObject fund = Funds().Single()!.AsObject();
        foreach (string name in new[] { "ksPme", "directAlpha", "longNickels", "pmePlus", "mPme" })
        {
            Assert.Equal("pme.noIndex", (string?)fund[name]!["code"]);
            Assert.Equal("No index series was given.", (string?)fund[name]!["none"]);
        }
    }

    [Fact]
    public async Task Signed_rows_have_no_dpi_and_no_rvpi()
    {
        Assert.Equal(0, await Run("fund,date,amount\nS,2001-01-01,-100\nS,2002-01-01,230\nS,2003-01-01,-132\n", index: null, json: true));

        JsonObject fund = Funds().Single()!.AsObject();
        Assert.Equal("figure.navInSignedFlows", (string?)fund["dpi"]!["code"]);
        Assert.Equal("figure.navInSignedFlows", (string?)fund["rvpi"]!["code"]);
        Assert.Equal("multiple", (string?)fund["irr"]!["status"]);
        Assert.Equal([0.1, 0.2], fund["irr"]!["roots"]!.AsArray().Select(r => Math.Round((double)r!, 10, MidpointRounding.AwayFromZero)));
        Assert.Null(fund["irr"]!["rate"]);
        Assert.Equal("severalRates", (string?)fund["irr"]!["reason"]);
    }

    [Fact]
    public async Task Funds_come_in_the_order_of_their_first_rows()
    {
        Assert.Equal(0, await Run("fund,date,amount\nb,2001-01-01,-1\na,2001-01-01,-1\nb,2002-01-01,2\n基金,2002-01-01,2\n", null, json: true));

        Assert.Equal(["b", "a", "基金"], Funds().Select(fund => (string?)fund!["fund"]));
    }

    [Fact]
    public async Task Quotes_blank_lines_a_byte_order_mark_line_ends_and_any_column_order_are_read()
    {
        string flows = "\uFEFFAmount,Note, Date ,\"FUND\"\r\n\r\n-100,x,2001-01-01,\"A, \"\"B\"\"\"\r\n 1e2 ,\"a,b\",2002-01-01,\"A, \"\"B\"\"\"";

        Assert.Equal(0, await Run(flows, null, json: true));

        JsonObject fund = Funds().Single()!.AsObject();
        Assert.Equal("A, \"B\"", (string?)fund["fund"]);
        Assert.Equal(0, (double)fund["irr"]!["rate"]!);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task Semicolons_and_tabs_separate_where_the_header_has_no_comma(char separator)
    {
        string flows = "fund,date,kind,amount\nA,2008-12-31,contribution,100\n\"B|\",2001-01-01,contribution,1\nA,2010-12-31,nav,121\n";

        Assert.Equal(0, await Run(flows.Replace(',', separator).Replace('|', ','), null, json: true));

        Assert.Equal(["A", "B,"], Funds().Select(fund => (string?)fund!["fund"]));
        Assert.Equal(0.1, (double)Funds()[0]!["irr"]!["rate"]!, 1e-9);
    }

    [Theory]
    [InlineData("1,000.50")]
    [InlineData("1 000")]
    [InlineData("1.000,50")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    public async Task A_number_that_could_be_read_in_two_ways_is_refused(string amount)
    {
        Assert.Equal(1, await Run($"fund,date,amount\nA,2001-02-03,\"{amount}\"", null, json: true));

        Assert.Equal($"flows.csv, row 2, column amount: '{amount}' is not a number.", _error.ToString().Trim());
    }

    [Fact]
    public async Task A_total_loss_a_nav_below_zero_and_rows_after_the_day_say_what_they_are()
    {
        string flows = """
            fund,date,kind,amount
            Lost,2008-01-01,contribution,100
            Lost,2010-12-31,nav,0
            Below,2009-01-01,contribution,100
            Below,2010-03-31,nav,10
            Below,2010-06-01,distribution,30
            Later,2011-01-01,contribution,5
            Twice,2009-12-31,contribution,100
            Twice,2010-12-31,nav,110
            Twice,2010-12-31,nav,120
            Held,2010-12-31,nav,5
            """;

        Assert.Equal(0, await Run(flows, null, json: true));

        Assert.Equal(["totalLoss", "noRoot", "empty", null, "allOnOneDate"], Funds().Select(fund => (string?)fund!["irr"]!["reason"]));
        Assert.Equal(["0", "-20"], Funds().Take(2).Select(fund => (string?)fund!["nav"]));
        Assert.Equal("Distributions since the NAV exceed it: the NAV is out of date.", (string?)Funds()[1]!["warnings"]![1]);
        Assert.Equal("figure.nothingPaidIn", (string?)Funds()[2]!["dpi"]!["code"]);
        Assert.Equal(("120", 1.2), ((string?)Funds()[3]!["nav"], (double)Funds()[3]!["tvpi"]!));
        Assert.Equal("One date has two NAVs; the later row counts.", (string?)Funds()[3]!["warnings"]![0]);
    }

    [Fact]
    public async Task The_object_of_a_fund_has_the_names_of_its_specification_in_their_order()
    {
        Assert.Equal(0, await Run(Paper, Index, json: true));

        Assert.Equal(
            ["fund", "paidIn", "distributed", "nav", "navStatedOn", "navStale", "dpi", "rvpi", "tvpi", "irr", "ksPme", "directAlpha", "longNickels", "pmePlus", "mPme", "warnings"],
            Funds().Single()!.AsObject().Select(member => member.Key));
        Assert.Equal(
            ["status", "rate", "roots", "presentAs", "periodReturn", "days", "reason"],
            Funds().Single()!["irr"]!.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData("fund,date,kind,amount\nA,2001-02-30,nav,1", "flows.csv, row 2, column date: '2001-02-30' is not a date such as 2024-06-30.")]
    [InlineData("fund,date,kind,amount\n\nA,2001-02-03,nav,1x", "flows.csv, row 3, column amount: '1x' is not a number.")]
    [InlineData("fund,date,kind,amount\nA,2001-02-03,gift,1", "flows.csv, row 2, column kind: 'gift' is not contribution, distribution or nav.")]
    [InlineData("fund,date,kind,amount\nA,2001-02-03,nav,-1", "flows.csv, row 2, column amount: '-1' is below zero; the kind says which way money moves.")]
    [InlineData("fund,date,kind,amount\n,2001-02-03,nav,1", "flows.csv, row 2, column fund: blank.")]
    [InlineData("fund,date,kind,amount\nA,2001-02-03,nav", "flows.csv, row 2: 4 columns expected, 3 found.")]
    [InlineData("fund,date,kind,amount\nA,2001-02-03,nav,\"1", "flows.csv, row 2, column 4: a quote is not closed.")]
    [InlineData("fund,date,amount\nA,2001-02-03,\"1\"000", "flows.csv, row 2, column 3: text stands behind the closing quote.")]
    [InlineData("\"fund\"x,date,amount\nA,2001-02-03,1", "flows.csv, row 1, column 1: text stands behind the closing quote.")]
    [InlineData("fund,date,amount\nA,2001-02-03,1e16", "flows.csv, row 2, column amount: '1e16' exceeds a thousand million million.")]
    [InlineData("fund,day,amount\nA,2001-02-03,1", "flows.csv, row 1: column date is missing.")]
    [InlineData("fund,date,date,amount\nA,2001-02-03,2001-02-03,1", "flows.csv, row 1: column date occurs twice.")]
    [InlineData("", "flows.csv is empty.")]
    public async Task A_fault_names_its_row_and_column_and_no_figure_is_printed(string flows, string fault)
    {
        Assert.Equal(1, await Run(flows, null, json: true));

        Assert.Equal(fault, _error.ToString().Trim());
        Assert.Empty(_output.ToString());
    }

    [Theory]
    [InlineData("date,level\n", "index.csv is empty.")]
    [InlineData("date,level\n2001-12-31,0", "index.csv, row 2, column level: '0' is not above zero.")]
    [InlineData("date,level\n2001-12-31,5\n2001-12-31,6", "index.csv, row 3, column date: 2001-12-31 already has a level.")]
    public async Task A_fault_in_the_index_is_named_alike(string index, string fault)
    {
        Assert.Equal(1, await Run(Paper, index, json: true));

        Assert.Equal(fault, _error.ToString().Trim());
    }

    [Fact]
    public async Task All_faults_are_counted_and_the_first_twenty_shown()
    {
        Assert.Equal(1, await Run("fund,date,amount\n" + string.Concat(Enumerable.Repeat("A,x,1\n", 23)), null, json: false));

        string[] lines = _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(21, lines.Length);
        Assert.Equal("3 more errors.", lines[^1]);
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_refused()
    {
        FileInfo file = new(Path.Combine(_folder, "flows.csv"));
        await File.WriteAllBytesAsync(file.FullName, [.. "fund,date,amount\n"u8, 0xBB, 0xF9, .. ",2001-01-01,1\n"u8]);

        Assert.Equal(1, await MetricsCommand.Run(file, new(2010, 12, 31), null, withXirr: false, json: true, _output, _error, "en"));

        Assert.Equal("flows.csv, row 2, column fund: the text is not UTF-8.", _error.ToString().Trim());
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        FileInfo missing = new(Path.Combine(_folder, "none.csv"));

        Assert.Equal(1, await MetricsCommand.Run(missing, new(2010, 12, 31), null, withXirr: false, json: true, _output, _error, "zh"));

        Assert.Contains(missing.FullName, _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "实缴", "-27.26 %；5.97 %")]
    [InlineData("en", "Paid in", "-27.26 %; 5.97 %")]
    public async Task The_table_speaks_both_languages(string language, string heading, string rates)
    {
        Assert.Equal(0, await Run(Paper, Index, json: false, language));

        Assert.Contains(heading, _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("17.52 %", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains(rates, _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_under_a_year_is_printed_for_its_days()
    {
        Assert.Equal(0, await Run("fund,date,amount\nA,2001-01-01,-100\nA,2001-02-01,110\n", null, json: false));

        Assert.Contains("10.00 % (31 days, not annualised)", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_rate_of_a_fund_under_a_year_is_annualised_in_the_table_and_the_file_gives_those_of_the_period()
    {
        const string flows = "fund,date,kind,amount\nA,2010-11-30,contribution,100\nA,2010-12-31,nav,105\n", index = "date,level\n2010-11-30,100\n2010-12-31,101\n";

        Assert.Equal(0, await Run(flows, index, json: false));

        string line = _output.ToString().Split('\n').Single(text => text.StartsWith("A ", StringComparison.Ordinal));
        Assert.Equal(4, line.Split("(31 days, not annualised)").Length - 1);
        Assert.Contains("5.00 % (31", line, StringComparison.Ordinal);
        Assert.Contains("3.96 % (31", line, StringComparison.Ordinal);
        Assert.Equal(2, line.Split("1.00 % (31").Length - 1);

        _output.GetStringBuilder().Clear();
        Assert.Equal(0, await Run(flows, index, json: true));
        JsonNode fund = Funds().Single()!;
        Assert.Equal((105 / 101.0) - 1, (double)fund["periodReturns"]!["directAlpha"]!, 1e-12);
        Assert.Equal(0.01, (double)fund["periodReturns"]!["mPme"]!, 1e-12);
        Assert.Equal(("period", 31), ((string?)fund["longNickels"]!["presentAs"], (int)fund["longNickels"]!["days"]!));
        Assert.Equal(0.01, (double)fund["longNickels"]!["periodReturn"]!, 1e-12);
    }

    [Theory]
    [InlineData("A,2001-01-01,-100\nA,2002-01-01,230\nA,2003-01-01,-120\n", "IRR: Several rates solve the flows: -20.00 %; 50.00 %. Quoted is the one")]
    [InlineData("A,2001-01-01,-100\nA,2002-01-01,220\nA,2003-01-01,-121\n", "10.00 % (several, not told apart)")]
    [InlineData("A,2001-01-01,-100\nA,2001-03-01,230\nA,2001-05-01,-120\n", "IRR: Several rates solve the flows:")]
    public async Task Several_rates_are_all_told_in_the_table(string rows, string note)
    {
        Assert.Equal(0, await Run("fund,date,amount\n" + rows, null, json: false));

        Assert.Contains(note, _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_root_that_the_amounts_do_not_decide_comes_with_its_certified_interval()
    {
        Assert.Equal(0, await Run("fund,date,amount\nA,2001-01-01,-100\nA,2002-01-01,220\nA,2003-01-01,-121\n", null, json: true));

        JsonArray interval = Funds().Single()!["irr"]!["intervals"]![0]!.AsArray();
        Assert.InRange(0.1, (double)interval[0]!, (double)interval[1]!);
        Assert.InRange((double)interval[1]! - (double)interval[0]!, 1e-10, 1e-5);
    }

    [Fact]
    public async Task Excels_rate_stands_beside_the_irr_where_it_is_asked_for()
    {
        const string documented = "fund,date,amount\nA,2008-01-01,-10000\nA,2008-03-01,2750\nA,2008-10-30,4250\nA,2009-02-15,3250\nA,2009-04-01,2750\n";

        Assert.Equal(0, await Run(documented, null, json: true, withXirr: true));

        Assert.Equal(0.373362535, (double)Funds().Single()!["xirr"]!, 5e-9);
    }

    [Fact]
    public async Task An_index_that_ended_long_before_the_day_is_said_to_have()
    {
        Assert.Equal(0, await Run(Paper, Index.Replace("\n2010-12-31,131", "", StringComparison.Ordinal), json: true));

        Assert.Equal(
            "The index has no level in the 92 days up to the as-of date: its last level before stands for them.",
            (string?)Funds().Single()!["warnings"]![0]);
    }

    private async Task<int> Run(string flows, string? index, bool json, string language = "en", bool withXirr = false)
    {
        FileInfo flowsFile = new(Path.Combine(_folder, "flows.csv")), indexFile = new(Path.Combine(_folder, "index.csv"));
        await File.WriteAllTextAsync(flowsFile.FullName, flows, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await File.WriteAllTextAsync(indexFile.FullName, index);
        return await MetricsCommand.Run(
            flowsFile, new(2010, 12, 31), index is null ? null : indexFile, withXirr, json, _output, _error, language);
    }

    private JsonArray Funds() => JsonNode.Parse(_output.ToString())!.AsArray();
}
