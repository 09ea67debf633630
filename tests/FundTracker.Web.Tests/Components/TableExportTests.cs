using System.Globalization;
using FundTracker.Application.Exports;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Web.Components;

namespace FundTracker.Web.Tests.Components;

public sealed class TableExportTests
{
    private static readonly Money Yuan = Money.Of(1234.56m, Currency.Cny);

    [Fact]
    public void An_amount_is_a_number_under_a_head_that_names_its_currency()
    {
        var grid = Of(Yuan, null);
        Assert.Equal(["what", "value (CNY)"], grid.Columns.Select(column => column.Title));
        Assert.Equal([Yuan, null], grid.Rows.Select(row => row[1]));
        Assert.Equal(GridFormat.Amount, grid.Columns[1].Format);
    }

    [Fact]
    public void Amounts_of_several_currencies_have_theirs_beside_them()
    {
        var grid = Of(Yuan, Money.Of(7m, Currency.Of("USD")));
        Assert.Equal(["what", "value", "currency"], grid.Columns.Select(column => column.Title));
        Assert.Equal(["CNY", "USD"], grid.Rows.Select(row => row[2]));
    }

    [Fact]
    public void A_figure_gives_its_value_and_one_without_an_answer_its_reason()
    {
        var id = new FigureId("dpi", "F");
        var reason = FigureReasons.NothingPaidIn();
        var grid = Of(Figure<Multiple>.Of(id, Multiple.Of(1.5m), Trail.Empty), Figure<Multiple>.None(id, reason));
        Assert.Equal([Multiple.Of(1.5m), Web.Texts.Words.Sentence(reason)], grid.Rows.Select(row => row[1]));
        Assert.Equal(GridFormat.Multiple, grid.Columns[1].Format);
    }

    [Fact]
    public void A_quantity_is_its_number_and_a_flag_yes_or_no()
    {
        var grid = Of(Quantity.Of(27m, QuantityUnit.Count), Quantity.Of(1m, QuantityUnit.Flag));
        Assert.Equal([27m, true], grid.Rows.Select(row => row[1]));
    }

    private static Grid Of(params object?[] values) => TableExport.ToGrid<object?>(
        "table",
        [new("what", value => value is null ? "-" : Convert.ToString(value, CultureInfo.InvariantCulture)), new("value", value => value)],
        values, [], "currency");
}
