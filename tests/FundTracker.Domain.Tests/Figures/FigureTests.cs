using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing;

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

    [Theory]
    [InlineData(false, false, false, false)]
    [InlineData(true, false, false, true)]
    [InlineData(false, false, true, true)]
    [InlineData(false, true, false, true)]
    public void A_figure_is_illustrative_whichever_of_its_inputs_is(bool first, bool second, bool third, bool isIllustrative) =>
        Assert.Equal(isIllustrative, Trail.Of(Input(first), Input(second), Input(third)).IsIllustrative);

    [Fact]
    public void A_figure_that_follows_from_nothing_is_not_illustrative()
    {
        Assert.False(Trail.Of().IsIllustrative);
        Assert.Equal((0, false), (Trail.Empty.Inputs.Count, Trail.Empty.IsIllustrative));
        Assert.Same(Trail.Empty, Figure<Multiple>.None(Tvpi, FigureReasons.NoNav()).Trail);
    }

    [Fact]
    public void A_figure_that_reads_days_is_illustrative_where_one_of_them_is_invented_on_any_of_its_edges()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-05 FIN->LUZHOU1  Contribution 10.00
            2023-01-05 CITY->LUZHOU1 Contribution 10.00 invented:Day
            2023-01-05 SOC->LUZHOU1  Contribution 10.00 invented:Parties
            """);
        Assert.Equal([false, true, false, true, false], new[] { "FIN", "CITY", "SOC", "FIN SOC CITY", "" }.Select(IsIllustrative));
        Assert.False(Dated("CITY", LineKinds.DistributionKinds).IsIllustrative);
        Assert.True(Trail.Dated(books.View(), [], LineKinds.PaidInKinds, Input(true)).IsIllustrative);

        bool IsIllustrative(string investors) => Dated(investors, LineKinds.PaidInKinds).IsIllustrative;

        Trail Dated(string investors, KindSet kinds) => Trail.Dated(
            books.View(),
            [.. investors.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(investor => books.Index($"{investor}->LUZHOU1"))],
            kinds, Input(false));
    }

    [Fact]
    public void A_figure_without_a_value_says_which_it_is_and_why_where_one_is_needed()
    {
        var thrown = Assert.Throws<InvalidOperationException>(Figure<Multiple>.None(Tvpi, FigureReasons.NoNav()).Require);
        Assert.Contains("tvpi@LUZHOU1", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("figure.noNav", thrown.Message, StringComparison.Ordinal);
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

    private static FactInput Input(bool isIllustrative)
    {
        var provenance = isIllustrative ? Provenance.Illustrative : Provenance.Recorded;
        var fact = new FactEntry(1, new NodeId(2), FactNames.FundClass, "Angel", new DateOnly(2023, 1, 1), default, provenance);
        return new FactInput("class", fact.Subject, fact);
    }
}
