using System.Reflection;
using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Documents;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Tests;

public sealed class FigurePrinterTests
{
    private static readonly ReportTexts Chinese = ReportTexts.For(ReportLanguage.Chinese);
    private static readonly FigureId PaidIn = new("paidIn", "LUZHOU1");

    [Theory]
    [InlineData(1_234_567_899, "12,345,678.99")]
    [InlineData(-50, "-0.50")]
    public void Amounts_in_yuan_are_exact(long fen, string expected)
    {
        Assert.Equal(expected, AmountFormat.Of(AmountUnit.Yuan, Currency.Cny, Chinese).Number(Money.FromMinor(fen, Currency.Cny)));
    }

    [Theory]
    [InlineData(5_000, "0.01")]
    [InlineData(4_999, "0.00")]
    [InlineData(-5_000, "-0.01")]
    public void Amounts_in_larger_units_round_half_away_from_zero(long fen, string expected)
    {
        Assert.Equal(expected, AmountFormat.Of(AmountUnit.TenThousand, Currency.Cny, Chinese).Number(Money.FromMinor(fen, Currency.Cny)));
    }

    [Fact]
    public void A_unit_of_another_currency_names_the_currency()
    {
        var english = ReportTexts.For(ReportLanguage.English);

        Assert.Equal("USD 10,000", AmountFormat.Of(AmountUnit.TenThousand, Currency.Of("USD"), english).UnitName);
        Assert.Equal("亿 USD", AmountFormat.Of(AmountUnit.HundredMillion, Currency.Of("USD"), Chinese).UnitName);
    }

    [Fact]
    public void A_rate_over_a_year_is_annual_and_a_shorter_one_is_the_return_of_its_days()
    {
        Assert.Equal("10.00 %", Printer().Text(Rate((0, -100), (365, 110))));
        Assert.Equal("5.00 %（182 天）", Printer().Text(Rate((0, -100), (182, 105))));
        Assert.Equal("5.00 % in 182 days", English().Text(Rate((0, -100), (182, 105))));
    }

    [Fact]
    public void Of_several_rates_that_none_is_preferred_of_the_footnote_names_all()
    {
        var printer = English();
        var cell = printer.Cell(Rate((0, -100), (365, 230), (730, -132)));

        Assert.Equal("n.m.", cell.Text);
        Assert.StartsWith("a  Several rates solve the flows: 10.00 %; 20.00 %.", Assert.Single(printer.Footnotes), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_rates_the_preferred_one_is_printed_and_the_footnote_names_all()
    {
        var printer = English();
        var cell = printer.Cell(Rate((0, -100), (365, 230), (730, -120)));

        Assert.Equal("50.00 %", cell.Text);
        Assert.StartsWith("a  Several rates solve the flows: -20.00 %; 50.00 %.", Assert.Single(printer.Footnotes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_that_does_not_exist_says_why()
    {
        var printer = English();

        Assert.Equal("n.m.", printer.Cell(Rate((0, -100), (365, 150), (730, -60))).Text);
        Assert.Equal(["a  The present value is zero at no rate at all: there is no internal rate of return."], printer.Footnotes);
    }

    [Fact]
    public void A_figure_without_an_answer_is_not_a_number_and_says_why_once()
    {
        var printer = Printer();
        var none = Figure<Money>.None(PaidIn, FigureReasons.NothingCommitted());

        var cells = new[] { printer.Cell(none), printer.Cell(none) };

        Assert.All(cells, cell => Assert.Equal(("n.m.", "a"), (cell.Text, cell.NoteKey)));
        Assert.Equal(["a  尚无认缴出资。"], printer.Footnotes);
    }

    [Fact]
    public void A_reason_names_its_amounts_in_the_unit_of_the_report()
    {
        var reason = FigureReasons.OpeningExceedsCommitment(
            paidIn: Money.Of(1_200_000m, Currency.Cny), commitment: Money.Of(1_000_000m, Currency.Cny));

        Assert.Equal("期初实缴 120.00 万元 超过认缴 100.00 万元（循环投资），未缴余额无法确定。", Printer().Sentence(reason));
    }

    [Fact]
    public void A_figure_whose_trail_holds_an_illustrative_line_is_marked()
    {
        var trail = new Trail([], IsIllustrative: true);

        Assert.Equal(Marks.Illustrative, Printer().Cell(Figure<Multiple>.Of(PaidIn, Multiple.Of(1.5m), trail)).Marks);
        Assert.Equal(Marks.None, Printer().Cell(Figure<Multiple>.Of(PaidIn, Multiple.Of(1.5m), Trail.Empty)).Marks);
    }

    [Fact]
    public void A_key_figure_carries_its_unit_its_id_and_for_no_answer_its_reason()
    {
        var known = Printer().KeyFigure("实缴", Figure<Money>.Of(PaidIn, Money.Of(50_000m, Currency.Cny), Trail.Empty));
        var unknown = Printer().KeyFigure("实缴", Figure<Money>.None(PaidIn, FigureReasons.NoNav()));

        Assert.Equal(("5.00", "万元", "paidIn@LUZHOU1"), (known.Value, known.Unit, known.FigureId));
        Assert.Equal(("n.m.", "尚无任何资产净值报告。"), (unknown.Value, unknown.Remark));
    }

    [Fact]
    public void A_share_prints_as_a_percentage()
    {
        Assert.Equal("15.98 %", Printer().Share(Figure<Multiple>.Of(PaidIn, Multiple.Of(0.159767m), Trail.Empty)));
    }

    [Fact]
    public void More_reasons_than_letters_go_on_with_two()
    {
        var printer = Printer();
        for (var i = 0; i < 27; i++)
            printer.Cell(Figure<Money>.None(PaidIn, FigureReasons.InvestorKindUnknown($"INV-{i:00}")));

        Assert.StartsWith("aa  ", printer.Footnotes[26], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportLanguage.Chinese)]
    [InlineData(ReportLanguage.English)]
    public void Every_reason_has_a_sentence_with_all_its_places_filled(ReportLanguage language)
    {
        var texts = ReportTexts.For(language);
        var printer = new FigurePrinter(texts, AmountFormat.Of(AmountUnit.TenThousand, Currency.Cny, texts));
        var reasons = typeof(FigureReasons).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(Invoke).ToArray();

        Assert.True(reasons.Length > 8);
        Assert.All(reasons, reason => Assert.DoesNotContain("{", printer.Sentence(reason), StringComparison.Ordinal));
    }

    [Fact]
    public void A_formula_without_a_text_is_an_error()
    {
        Assert.Throws<KeyNotFoundException>(() => FormulaNotes.Of(["no.such.formula"], Chinese));
    }

    [Fact]
    public void A_formula_note_names_the_code_that_figure_ids_begin_with()
    {
        var note = Assert.Single(FormulaNotes.Of(["tvpi", "tvpi"], Chinese).Notes);

        Assert.Equal("TVPI · tvpi", note.Title);
        Assert.Equal("DPI + RVPI", note.Formula);
    }

    private static Figure<IrrResult> Rate(params (int Day, double Amount)[] flows) => Figure<IrrResult>.Of(
        new FigureId("irr", "LUZHOU1"),
        Irr.Of([.. flows.Select(flow => new CashFlow(new DateOnly(2020, 1, 1).AddDays(flow.Day), flow.Amount))]), Trail.Empty);

    private static FigurePrinter English()
    {
        var english = ReportTexts.For(ReportLanguage.English);
        return new FigurePrinter(english, AmountFormat.Of(AmountUnit.TenThousand, Currency.Cny, english));
    }

    private static FigurePrinter Printer() => new(Chinese, AmountFormat.Of(AmountUnit.TenThousand, Currency.Cny, Chinese));

    private static DomainError Invoke(MethodInfo reason) => (DomainError)reason.Invoke(null, [.. reason.GetParameters().Select(Sample)])!;

    private static object Sample(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(Money) ? Money.Of(10_000m, Currency.Cny)
        : parameter.ParameterType == typeof(FigureId) ? PaidIn
        : parameter.ParameterType == typeof(int) ? 2025
        : parameter.ParameterType == typeof(DateOnly) ? new DateOnly(2025, 3, 31)
        : "commitment";
}
