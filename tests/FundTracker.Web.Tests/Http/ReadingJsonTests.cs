using System.Text.Json;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;
using FundTracker.Web.Api.Json;

namespace FundTracker.Web.Tests.Http;

/// <summary>What a rule has read stands in the answers of the API in the unit of the limit beside it.</summary>
public sealed class ReadingJsonTests
{
    private static readonly FigureId Id = new("policy.idleShare", "LUZHOU1");

    [Fact]
    public void A_share_is_a_percent_number_beside_its_limit_and_a_fraction_everywhere_else()
    {
        var figure = Figure<Percentage>.Of(Id, Percentage.FromPercent(49.4175m), Trail.Empty);
        var reading = Written(new InputReading(figure, 49.4175m));
        Assert.Equal((49.4175m, 49.4175m), (reading.GetProperty("figure").GetProperty("value").GetDecimal(), reading.GetProperty("number").GetDecimal()));
        Assert.Equal(0.494175m, Written((IFigure)figure).GetProperty("value").GetDecimal());
    }

    [Fact]
    public void Money_days_and_what_has_no_answer_are_written_as_ever()
    {
        var money = new InputReading(Figure<Money>.Of(Id, Money.Of(12.5m, Currency.Cny), Trail.Empty), 12.5m);
        Assert.Equal("12.50", Written(money).GetProperty("figure").GetProperty("value").GetProperty("amount").GetString());
        var none = Written(new InputReading(Figure<Percentage>.None(Id, PolicyErrors.NoMoneyYet()), null));
        Assert.Equal("policy.noMoneyYet", none.GetProperty("figure").GetProperty("none").GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, none.GetProperty("number").ValueKind);
    }

    private static JsonElement Written<T>(T value) => JsonSerializer.SerializeToElement(value, ApiJson.Options);
}
