using FundTracker.Analytics.Performance;
using FundTracker.Application.Reports;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Documents;
using FundTracker.Reports.Documents.Quarterly;
using FundTracker.Reports.Tests.Samples;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Tests;

/// <summary>The NAV roll-forward of sub-funds in the quarterly report. SUB02 splits income and fees, the others split nothing.</summary>
public sealed class RollForwardSectionTests
{
    private static readonly QuarterlyReport Report = QuarterlySample.Report();

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Each_cell_prints_the_figure_that_is_computed_and_its_id_follows_from_row_and_column(string tag)
    {
        var (table, amounts) = Table(tag);
        Assert.Equal(Report.RollForwards.Count + 1, table.Rows.Count);
        foreach (var (roll, row) in Report.RollForwards.Zip(table.Rows))
        {
            Assert.Equal($"{roll.Fund.Code}/from:2023-03-31", row.Scope);
            foreach (var (figure, place) in roll.All.Select((figure, place) => (figure, place)))
            {
                Assert.Equal(figure.Id.ToString(), $"{table.Columns[place + 1].Code}@{row.Scope}");
                Assert.Equal(figure.Value is { } value ? amounts.Number(value) : figure.NoneReason!.Code == "rollForward.notStated" ? "—" : "n.m.", row.Cells[place + 1].Text);
            }
        }
    }

    [Fact]
    public void The_printed_parts_of_a_row_add_up_to_its_closing_nav()
    {
        var roll = Report.RollForwards.Single(one => one.Fund.Code == "SUB02");
        var (table, amounts) = Table("en");
        var printed = table.Rows.Single(row => row.Scope == roll.Opening.Id.Scope).Cells.Skip(1).Select(Number).ToList();
        Assert.Equal(printed[10], printed[0] + printed[1] - printed[2] + printed[3] + printed[4] + printed[5] - printed[6] - printed[7] - printed[8] + printed[9]);
        Assert.Equal(amounts.Number(roll.NotSplit.Require()), amounts.Number(roll.Closing.Require() - roll.Opening.Require() - roll.Income.Require() + roll.ManagementFees.Require()));
        Assert.False(roll.NotSplit.Require().IsZero);
    }

    [Fact]
    public void A_total_adds_up_what_is_stated_and_stays_open_where_an_opening_is_not_known()
    {
        Assert.Contains(Report.RollForwards, roll => roll.Opening.Value is null);
        Assert.All(Table("en").Table.Rows[^1].Cells.Where((_, place) => place is 1 or 4 or 10), cell => Assert.Equal(string.Empty, cell.Text));

        var known = Report with { RollForwards = [.. Report.RollForwards.Where(roll => roll.Opening.Value is not null)] };
        var (table, amounts) = Table("en", known);
        var income = known.RollForwards.Select(roll => roll.Income.Value).OfType<Money>().Aggregate((sum, next) => sum + next);
        Assert.Equal((RowKind.Total, amounts.Number(income), "—"), (table.Rows[^1].Kind, table.Rows[^1].Cells[4].Text, table.Rows[^1].Cells[5].Text));
    }

    [Fact]
    public void A_fund_without_a_statement_for_the_quarter_s_end_is_named_below_the_table() => Assert.Contains(
        Table("en").Table.Footnotes,
        note => note.StartsWith("Sample Industry Fund 01 L.P. / ", StringComparison.Ordinal)
            && note.Contains("No statement stands for 2023-06-30: the NAV is that of 2023-03-31", StringComparison.Ordinal));

    [Fact]
    public void The_mother_fund_s_own_nav_is_rolled_forward_over_the_quarter_the_year_and_since_the_first_payment()
    {
        var table = Tables(ReportLanguage.English, Report)[0];
        Assert.Equal(["This quarter", "Year to date", "Since the first payment"], table.Rows.Select(row => row.Cells[0].Text));
        Assert.Equal(["M1/from:2023-03-31", "M1/from:2022-12-31", "M1/from:2022-01-31"], table.Rows.Select(row => row.Scope));
        Assert.Equal("6,000.00", table.Rows[0].Cells[2].Text); // 60 million paid in on 2023-05-10
        var whole = table.Rows[^1].Cells.Skip(1).Select(Number).ToList();
        Assert.Equal((0m, whole[10]), (whole[0], whole[1] - whole[2] + whole[3] - whole[6] - whole[7] + whole[9]));
    }

    [Fact]
    public void In_a_year_s_first_quarter_the_year_to_date_is_not_told_twice()
    {
        var quarter = Report.OwnRollForwards[0];
        var report = Report with { OwnRollForwards = [quarter, quarter, Report.OwnRollForwards[2]] };
        Assert.Equal(["This quarter", "Since the first payment"], Tables(ReportLanguage.English, report)[0].Rows.Select(row => row.Cells[0].Text));
    }

    [Fact]
    public void A_report_without_funds_has_no_roll_forward()
    {
        var document = QuarterlyReportDocument.Of(Report with { OwnRollForwards = [], RollForwards = [] }, ReportLanguage.English);
        Assert.DoesNotContain(document.Blocks.OfType<Table>(), table => table.Columns.Any(column => column.Code == "nav.opening"));
    }

    private static (Table Table, AmountFormat Amounts) Table(string tag, QuarterlyReport? report = null)
    {
        var language = tag == "en" ? ReportLanguage.English : ReportLanguage.Chinese;
        return (
            Tables(language, report ?? Report)[1],
            AmountFormat.Of(AmountUnit.TenThousand, Report.Fund.Currency, ReportTexts.For(language)));
    }

    /// <summary>The mother fund's own table and that of its sub-funds.</summary>
    private static List<Table> Tables(ReportLanguage language, QuarterlyReport report) =>
        [.. QuarterlyReportDocument.Of(report, language).Blocks.OfType<Table>().Where(table => table.Columns.Any(column => column.Code == "nav.opening"))];

    private static decimal Number(Cell cell) => decimal.TryParse(cell.Text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0m;
}
