using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Figures;

public sealed class FigureTests
{
    private static readonly FigureId Tvpi = new("tvpi", "LUZHOU1");

    [Fact]
    public void A_figure_has_a_value_or_a_reason_and_never_both()
    {
        var known = Figure<Multiple>.Of(Tvpi, Multiple.Of(1.45m), Trail.Empty);
        Assert.Equal("1.45x", known.Require().ToString());
        Assert.Null(known.NoneReason);

        var none = Figure<Multiple>.None(Tvpi, FigureReasons.NothingPaidIn());
        Assert.Null(none.Value);
        Assert.Equal("figure.nothingPaidIn", none.NoneReason?.Code);
        Assert.Throws<InvalidOperationException>(none.Require);
    }

    [Theory]
    [InlineData("tvpi@LUZHOU1", true)]
    [InlineData("leverage.SocialToFiscal@LUZHOU1/sector:newEnergy", true)]
    [InlineData("@LUZHOU1", false)]
    [InlineData("tvpi@", false)]
    [InlineData("tvpi", false)]
    [InlineData(null, false)]
    public void A_figures_address_is_read_back_as_it_is_printed(string? text, bool isAddress)
    {
        Assert.Equal(isAddress, FigureId.TryParse(text, out var id));
        Assert.Equal(isAddress ? text : null, id?.ToString());
    }

    [Fact]
    public void A_figure_is_illustrative_if_anything_below_it_is()
    {
        var fact = new FactEntry(1, new NodeId(2), FactNames.FundClass, "Angel", new DateOnly(2023, 1, 1), default, Provenance.Illustrative);
        var below = Figure<Multiple>.Of(new FigureId("dpi", "LUZHOU1"), Multiple.Of(1m), Trail.Of(new FactInput("class", fact.Subject, fact)));
        var above = Figure<Multiple>.Of(Tvpi, Multiple.Of(1m), Trail.Of(new FactInput("class", fact.Subject, Fact: null), new FigureInput("dpi", below)));
        Assert.True(below.IsIllustrative);
        Assert.True(above.IsIllustrative);
        Assert.False(Figure<Multiple>.Of(Tvpi, Multiple.Of(1m), Trail.Of(new FactInput("class", fact.Subject, Fact: null))).IsIllustrative);
    }

    [Fact]
    public void A_refusal_carries_its_reasons_and_a_success_none()
    {
        Result<int> refused = FigureReasons.NoNav();
        Assert.Equal("figure.noNav", refused.Then(_ => Result<int>.Ok(1)).Error.Code);
        Assert.Equal("figure.noNav", refused.Map(value => value + 1).Error.Code);
        Assert.Throws<InvalidOperationException>(() => refused.Value);
        Result<int> fine = 1;
        Assert.Equal(2, fine.Map(value => value + 1).Value);
        Assert.Throws<InvalidOperationException>(() => fine.Error);
        Assert.Throws<ArgumentException>(() => Result<int>.Refused());
        Assert.Equal("amount", FigureReasons.NoNav().At("amount").Field);
        Assert.Equal("figure.notReported(what=nav)", FigureReasons.NotReported("nav").ToString());
    }
}
