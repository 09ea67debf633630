using FundTracker.Application.Dashboard;
using FundTracker.Application.Reports;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Documents.Quarterly;
using FundTracker.Reports.Tests.Samples;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Tests;

/// <summary>What is late, due or waiting is printed as the dashboard says it, and nothing where nothing is.</summary>
public sealed class AlarmSectionTests
{
    private static readonly QuarterlyReport Report = QuarterlySample.Report();

    [Fact]
    public void A_quarter_without_alarms_has_no_section_on_them() =>
        Assert.DoesNotContain(Blocks(Report, ReportLanguage.English).OfType<Heading>(), heading => heading.Text.Contains("Alarms", StringComparison.Ordinal));

    [Fact]
    public void Idle_money_a_fund_not_set_up_a_phase_due_and_an_overdue_call_stand_with_their_days_and_amounts()
    {
        var table = Blocks(Late(), ReportLanguage.English).OfType<Table>().Single(table => table.Title == "Late, due and idle at the quarter's end");
        Assert.Equal(
            [
                "Call overdue", "Money idle for a year", "Not set up within a year", "Phase due soon",
            ],
            table.Rows.Where(row => row.Kind == RowKind.Group).Select(row => row.Cells[0].Text));
        Assert.Equal(
            [
                ("call 2, due 2023-05-31", "a breach since 2023-06-01, 29 days", "300.00"),
                ("paid in on 2022-06-30, nothing invested yet: early exit by F-04", "a breach since 2023-07-01, 0 days", "1,000.00"),
                ("planned since 2022-08-01", "a breach from 2023-08-02, 33 days left", ""),
                ("phase 4, planned 2023-07-20", "a breach from 2023-07-21, 21 days left", "500.00"),
            ],
            table.Rows.Where(row => row.Kind != RowKind.Group).Select(row => (row.Cells[1].Text, row.Cells[2].Text, row.Cells[3].Text)));
        Assert.Equal([Marks.Illustrative, Marks.None], table.Rows.Where(row => row.Kind != RowKind.Group).Take(2).Select(row => row.Cells[3].Marks));
    }

    [Theory]
    [InlineData(ReportLanguage.Chinese, "三、提醒与期限", "第 2 次缴款，2023-05-31 到期", "2023-06-01 起已违期，29 天")]
    [InlineData(ReportLanguage.English, "3  Alarms and terms", "call 2, due 2023-05-31", "a breach since 2023-06-01, 29 days")]
    public void The_printed_pages_read_back_with_the_section_behind_the_phases(ReportLanguage language, params string[] words)
    {
        var text = Rendered.Of(QuarterlyReportDocument.Of(Late(), language)).Text;
        Assert.All(words, word => Assert.Contains(Plain(word), Plain(text), StringComparison.Ordinal));
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static IReadOnlyList<Block> Blocks(QuarterlyReport report, ReportLanguage language) => QuarterlyReportDocument.Of(report, language).Blocks;

    private static QuarterlyReport Late()
    {
        var (mother, sub) = (Report.Fund, Report.SubFunds[0].Fund);
        return Report with
        {
            Alarms =
            [
                new(Of(AlarmKind.CallOverdue, sub, "2023-05-31", "2023-06-01", 3_000_000m, 2) with { IsIllustrative = true }),
                new(Of(AlarmKind.MoneyIdle, mother, "2022-06-30", "2023-07-01", 10_000_000m) with { IsBeforeFirstUse = true, DaysLeft = 0 }),
                new(Of(AlarmKind.FundNotSetUp, sub, "2022-08-01", "2023-08-02", amount: null)),
                new(Of(AlarmKind.PhaseDue, mother, "2023-07-20", "2023-07-21", 5_000_000m, 4)),
            ],
        };
    }

    private static Alarm Of(AlarmKind kind, NodeEntry fund, string date, string breach, decimal? amount, int number = 0)
    {
        var on = FundTracker.Testing.LedgerText.Date(breach);
        return new Alarm(
            kind, fund, number, FundTracker.Testing.LedgerText.Date(date), amount is { } money ? Money.Of(money, Currency.Cny) : null, on,
            on.DayNumber - Report.AsOf.DayNumber);
    }
}
