using FundTracker.Testing;
using FundTracker.Analytics.Ratios;
using FundTracker.Application.Reports;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Analytics.Leverage;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Documents;
using FundTracker.Reports.Documents.Quarterly;
using FundTracker.Reports.Tests.Samples;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Tests;

public sealed class QuarterlyReportDocumentTests
{
    private static readonly QuarterlyReport Report = QuarterlySample.Report();
    private static readonly ReportDocument Chinese = QuarterlyReportDocument.Of(Report, ReportLanguage.Chinese);
    private static readonly ReportDocument English = QuarterlyReportDocument.Of(Report, ReportLanguage.English);

    [Fact]
    public void The_report_has_every_section_that_a_reader_asks_for()
    {
        var headings = Chinese.Blocks.OfType<Heading>().Where(heading => heading.Level == 1).Select(heading => heading.Text);

        Assert.Equal(
            ["一、基金概况", "二、分期出资", "三、本季出资与分配", "四、子基金", "五、放大倍数", "六、穿透敞口", "七、规则结论", "八、绩效预评分", "九、返投", "十、被投企业", "附注"],
            headings);
    }

    [Fact]
    public void Both_languages_print_the_same_figures_with_the_same_ids()
    {
        Assert.Equal(FiguresIn(Chinese).Select(InEnglish), FiguresIn(English));
        Assert.Equal(IdsIn(Chinese), IdsIn(English));
        Assert.NotEqual(Chinese.ContentHash, English.ContentHash);

        // Percentage points are the one unit that a cell says in words.
        static string InEnglish(string figure) => figure.Replace(" 个百分点", " pp", StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_model_gives_the_same_hash()
    {
        Assert.Equal(Chinese.ContentHash, QuarterlyReportDocument.Of(QuarterlySample.Report(), ReportLanguage.Chinese).ContentHash);
    }

    [Fact]
    public void A_sub_fund_row_prints_its_figures_in_ten_thousands()
    {
        var row = SubFundTable(Chinese).Rows[0];

        Assert.Equal("SUB01", row.Scope);
        Assert.Equal(
            ["示例产业投资基金01号合伙企业（有限合伙）", "4,100.00", "1,025.00", "615.00", "451.00", "41.00", "549.40", "0.07x", "0.89x", "0.96x", "-3.03 %", "0.00", "-41.00"],
            row.Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void The_id_of_a_sub_fund_figure_is_its_column_code_and_its_row_scope()
    {
        var table = SubFundTable(Chinese);
        var tvpi = Report.SubFunds[0].Tvpi;

        Assert.Equal(tvpi.Id.ToString(), $"{table.Columns[9].Code}@{table.Rows[0].Scope}");
    }

    [Fact]
    public void Every_id_that_a_table_prints_is_the_id_of_a_figure_in_the_model()
    {
        var known = Report.Summary.WithRate.Concat(Report.SubFunds.SelectMany(fund => fund.WithRate))
            .Concat(Report.Leverage.SelectMany(row => row.Ratios.Select(ratio => (IFigure)ratio.Ratio)))
            .Concat(Report.Phases.SelectMany(phase => new IFigure[] { phase.Called, phase.Paid }))
            .Concat(Report.Exposure.BySector.Concat(Report.Exposure.ByStage).SelectMany(slice => new IFigure[] { slice.Amount, slice.Share }))
            .Concat(Report.OwnRollForwards.Concat(Report.RollForwards).SelectMany(roll => roll.All))
            .Concat(Report.Landing.Tolerance.SelectMany(loss => new[] { loss.Loss, loss.Losses }))
            .Select(figure => figure.Id.ToString()).ToHashSet(StringComparer.Ordinal);

        Assert.All(IdsIn(Chinese), id => Assert.Contains(id, known));
    }

    [Fact]
    public void A_total_stands_only_where_every_row_has_a_figure()
    {
        var total = SubFundTable(Chinese).Rows[^1];

        Assert.Equal(RowKind.Total, total.Kind);
        Assert.Equal(("17,000.00", Marks.Illustrative), (total.Cells[1].Text, total.Cells[1].Marks));
        Assert.Equal(string.Empty, total.Cells[6].Text); // SUB03 has no NAV
    }

    [Fact]
    public void A_figure_without_an_answer_prints_no_number_but_its_reason()
    {
        var table = SubFundTable(Chinese);
        var nav = table.Rows[2].Cells[6];

        Assert.Equal("n.m.", nav.Text);
        Assert.Contains(table.Footnotes, footnote => footnote.StartsWith($"{nav.NoteKey}  尚无任何资产净值报告", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sub_fund_without_a_rate_of_return_says_why()
    {
        var table = SubFundTable(Chinese);
        var irr = table.Rows[2].Cells[10];

        Assert.Equal(("irr", "n.m."), (table.Columns[10].Code, irr.Text));
        Assert.Contains(table.Footnotes, footnote => footnote.StartsWith($"{irr.NoteKey}  ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_stands_on_illustrative_lines_is_marked_and_the_report_says_so_at_its_head()
    {
        Assert.Contains(Chinese.Blocks, block => block is Callout { Title: "含示例数据" });
        Assert.All(SubFundTable(Chinese).Rows[0].Cells.Skip(1), cell => Assert.Equal(Marks.Illustrative, cell.Marks));
        Assert.Equal(Marks.None, Chinese.Blocks.OfType<KeyFigures>().First().Figures[0].Marks);
    }

    [Fact]
    public void Rates_that_leverage_stands_on_are_printed_below_it()
    {
        var books = TestBooks.Of(
            """
            mother M1 CNY
            fund H USD
            2022-01-01 M1 fx:USD/CNY = 6.5
            2022-01-05 M1->H Commitment 10.00
            2022-01-05 SOC->H Commitment 30.00
            """);
        var report = Report with { Leverage = LeverageEngine.AllRows(books.View("2023-06-30")) };
        var table = QuarterlyReportDocument.Of(report, ReportLanguage.English).Blocks.OfType<Table>().Single(table => table.Title == "The five formulas");

        Assert.Contains(
            "Total to mother fund, committed: other currencies count at the stated rates USD/CNY 6.5 (2022-01-01); payments at that of their own day, commitments at that of the report.",
            table.Footnotes);
        Assert.DoesNotContain(Chinese.Blocks.OfType<Table>().Single(one => one.Title == "五个公式").Footnotes, note => note.Contains("汇率", StringComparison.Ordinal));
    }

    [Fact]
    public void The_five_formulas_stand_side_by_side_with_basis_layer_and_target()
    {
        var table = Chinese.Blocks.OfType<Table>().Single(table => table.Title == "五个公式");

        Assert.Equal(LeverageDefinition.All.Select(definition => $"leverage.{definition.Formula}@M1"), table.Rows.Select(row => row.Scope));
        Assert.Equal("实缴\n子基金出资人", table.Rows[0].Cells[2].Text);
        Assert.Equal("认缴\n子基金", table.Rows[1].Cells[2].Text);
        Assert.Equal(["1.50x", "已达到"], table.Rows[0].Cells.Skip(6).Select(cell => cell.Text));
        Assert.EndsWith(" %", table.Rows[3].Cells[5].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_on_a_nav_older_than_a_quarter_carries_its_mark()
    {
        var books = TestBooks.Of("""
            mother M CNY
            fund F CNY
            2020-01-01 M->F Commitment   200.00
            2020-01-02 M->F Contribution 100.00 illustrative
            2020-03-31 M->F Nav          120.00
            """);

        Assert.Equal(Marks.None, FigurePrinter.MarksOf(FundFigureEngine.Of(books.View("2020-07-01"), "F")!.Nav));
        Assert.Equal(Marks.Stale, FigurePrinter.MarksOf(FundFigureEngine.Of(books.View("2020-07-02"), "F")!.Nav));
        Assert.Equal(Marks.Stale | Marks.Illustrative, FigurePrinter.MarksOf(FundFigureEngine.Of(books.View("2020-07-02"), "F")!.Tvpi));
    }

    [Fact]
    public void The_mother_funds_nav_is_marked_where_the_valuation_of_what_it_holds_itself_is_old()
    {
        var books = TestBooks.Of(
            """
            mother M CNY
            2020-01-02 I->M Contribution 100.00
            2020-01-02 M->A Investment    10.00
            2020-03-31 M->A Valuation     12.00
            """);

        Assert.Equal(Marks.None, FigurePrinter.MarksOf(MotherFundNav.Of(books.View("2020-07-01"))));
        Assert.Equal(Marks.Stale, FigurePrinter.MarksOf(MotherFundNav.Of(books.View("2020-07-02"))));
    }

    [Fact]
    public void Every_formula_that_is_printed_has_its_note()
    {
        var notes = Chinese.Blocks.OfType<NoteList>().Single().Notes.Select(note => note.Title!.Split(" · ")[1]).ToList();
        var printed = Chinese.Blocks.OfType<Table>().SelectMany(table => table.Rows)
            .SelectMany(row => row.Cells.Select(cell => cell.FigureId).Append(row.Scope))
            .Concat(Chinese.Blocks.OfType<KeyFigures>().SelectMany(figures => figures.Figures).Select(figure => figure.FigureId))
            .OfType<string>().Where(id => id.Contains('@', StringComparison.Ordinal)).Select(id => id.Split('@')[0])
            .Where(code => !code.StartsWith("policy.", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();

        Assert.Contains("leverage.SocialToFiscal", printed);
        Assert.Contains("pic", printed);
        Assert.True(notes.Count > 15);
        Assert.Empty(printed.Except(notes, StringComparer.Ordinal));
    }

    [Fact]
    public void The_notes_name_as_of_known_at_unit_rounding_and_what_is_illustrative()
    {
        var reading = string.Join('\n', Chinese.Blocks.OfType<BulletList>().Single().Items);

        Assert.All(
            new[] { "2023-06-30", "2023-07-15 08:30:00 UTC", "万元", "远离零", "◊", "n.m.", "社会资本、金融机构、管理人" },
            expected => Assert.Contains(expected, reading, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(AmountUnit.Yuan, "元", "5,000,000,000.00")]
    [InlineData(AmountUnit.TenThousand, "万元", "500,000.00")]
    [InlineData(AmountUnit.HundredMillion, "亿元", "50.0000")]
    public void The_unit_is_a_choice_and_is_named(AmountUnit unit, string name, string commitment)
    {
        var document = QuarterlyReportDocument.Of(Report, ReportLanguage.Chinese, unit);
        var figure = document.Blocks.OfType<KeyFigures>().First().Figures[0];

        Assert.Equal((name, commitment), (figure.Unit, figure.Value));
    }

    [Fact]
    public void A_quarter_in_which_nothing_happened_says_so()
    {
        var quiet = QuarterlyReportDocument.Of(
            Report with { Calls = [], Payments = [], Distributions = [], Companies = [], Phases = [], SubFunds = [], SubFundsBefore = [] }, ReportLanguage.Chinese);
        var text = Rendered.Of(quiet).Text;

        Assert.All(
            new[] { "没有出资计划", "本季没有发出出资通知", "本季没有实缴出资", "本季没有分配", "尚无子基金", "尚无被投企业" },
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Corrections_after_the_close_stand_beside_the_closed_figures()
    {
        var corrected = Report.Payments[0] with { Reverses = 7, CorrectsClosed = 7 };
        var document = QuarterlyReportDocument.Of(Report with { Corrections = [corrected] }, ReportLanguage.Chinese);

        var table = document.Blocks.OfType<Table>().Single(table => table.Title == "更正");
        Assert.Contains("冲销分录 7", table.Rows[0].Cells[4].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Chinese.Blocks.OfType<Table>(), table => table.Title == "更正");
    }

    [Theory]
    [InlineData(ReportLanguage.Chinese)]
    [InlineData(ReportLanguage.English)]
    public void The_printed_report_can_be_read_back(ReportLanguage language)
    {
        var rendered = Rendered.Of(QuarterlyReportDocument.Of(Report, language));

        Assert.Empty(rendered.Summary.UnprintableCharacters);
        Assert.Contains("500,000.00", rendered.Text, StringComparison.Ordinal);
        Assert.Contains("leverage.SocialToFiscal@M1", rendered.Text, StringComparison.Ordinal);
        Assert.InRange(rendered.Bytes.Length, 20_000, 500_000);
    }

    [Fact]
    public void An_english_report_has_no_chinese_words_but_names_that_were_recorded()
    {
        var words = English.Blocks.OfType<Table>().SelectMany(table => table.Columns.Select(column => column.Heading).Append(table.Title!))
            .Concat(English.Blocks.OfType<Heading>().Select(heading => heading.Text))
            .Concat(English.Blocks.OfType<NoteList>().SelectMany(notes => notes.Notes).Select(note => note.Text + note.Title + note.Formula));

        Assert.All(words, word => Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", word));
    }

    [Fact]
    public void Every_value_of_the_enumerations_in_a_report_has_a_word_in_both_languages()
    {
        foreach (var texts in new[] { ReportTexts.For(ReportLanguage.Chinese), ReportTexts.For(ReportLanguage.English) })
        {
            Words<LineKind>(texts);
            Words<CallPurpose>(texts);
            Words<InvestorKind>(texts);
            Words<FundClass>(texts);
            Words<FundStage>(texts);
            Words<LifeCycleStage>(texts);
            Words<ExitKind>(texts);
            Words<LeverageBasis>(texts);
            Words<LeverageLayer>(texts);
            Words<PeriodState>(texts);
        }

        static void Words<T>(ReportTexts texts)
            where T : struct, Enum => Assert.All(Enum.GetValues<T>(), value => Assert.NotEmpty(texts.Word(value)));
    }

    private static Table SubFundTable(ReportDocument document) =>
        document.Blocks.OfType<Table>().Single(table => table.Columns.Any(column => column.Code == "tvpi"));

    private static IEnumerable<string> FiguresIn(ReportDocument document) => document.Blocks.OfType<Table>()
        .SelectMany(table => table.Rows.SelectMany(row => row.Cells.Where((_, i) => i < table.Columns.Count && table.Columns[i].Alignment == Alignment.Right)))
        .Select(cell => cell.Text)
        .Select(text => text is "not reported" ? "未披露" : text);

    // Ids that are put together from a column's code and a row's scope.
    private static IEnumerable<string> IdsIn(ReportDocument document) =>
        from table in document.Blocks.OfType<Table>()
        from row in table.Rows
        where row.Scope is not null
        from id in row.Scope!.Contains('@', StringComparison.Ordinal)
            ? [row.Scope]
            : table.Columns.Where(column => column.Code is not null).Select(column => $"{column.Code}@{row.Scope}")
        select id;
}
