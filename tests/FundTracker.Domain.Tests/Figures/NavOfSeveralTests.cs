using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>Values, sums and years of a fund that several hold.</summary>
public sealed class NavOfSeveralTests
{
    /// <summary>The first line of all is a NAV, so that the least position counts as any other does.</summary>
    private const string Two = """
        mother M CNY
        fund F CNY
        2022-03-31 M->F Nav 30.00
        2022-01-05 M->F Contribution 20.00
        2022-01-05 SOC->F Commitment 10.00
        """;

    [Fact]
    public void Who_has_neither_paid_nor_received_needs_no_nav() => Assert.Equal("30.00 CNY", Nav(Two));

    [Theory]
    [InlineData("2022-02-01 SOC->F Contribution 5.00")]
    [InlineData("2022-02-01 SOC->F GainDistribution 5.00")]
    public void Who_has_paid_or_received_and_has_no_nav_leaves_the_whole_without_one(string line) =>
        Assert.Equal("figure.noNav()", Nav($"{Two}\n{line}"));

    [Fact]
    public void All_navs_are_added_and_rolled_forward()
    {
        var books = TestBooks.Of($"""
            {Two}
            2022-02-01 SOC->F Contribution 5.00
            2022-06-30 SOC->F Nav 7.00
            2022-07-01 M->F Contribution 4.00
            2022-07-01 SOC->F GainDistribution 1.00
            """);
        var nav = Of(books.View("2022-12-31"));
        Assert.Equal("40.00 CNY", nav.Value!.ToString());
        var (stated, rolled) = (Assert.IsType<LinesInput>(nav.Trail.Inputs[0]), Assert.IsType<LinesInput>(nav.Trail.Inputs[1]));
        Assert.Equal(("37.00 CNY", "3.00 CNY"), ($"{stated.Total}", $"{rolled.Total}"));
        Assert.Equal(new DateOnly(2022, 3, 31), stated.StatedOn);
    }

    [Fact]
    public void What_has_been_paid_out_in_full_does_not_age_a_nav()
    {
        var nav = Of(TestBooks.Of($"""
            {Two}
            2022-04-01 M->F ReturnOfCapital 30.00
            2022-02-01 SOC->F Contribution 5.00
            2022-12-30 SOC->F Nav 7.00
            """).View("2022-12-31"));
        var stated = Assert.IsType<LinesInput>(nav.Trail.Inputs[0]);
        Assert.Equal(("7.00 CNY", new DateOnly(2022, 12, 30), null), ($"{nav.Value}", stated.StatedOn, stated.StaleSince));
    }

    [Theory]
    [InlineData("2022-02-01 SOC->F Contribution 5.00\n2022-06-30 SOC->F Nav 92000000000000000.00")]
    [InlineData("2022-02-01 SOC->F Contribution 5.00\n2022-06-30 SOC->F Nav 1.00\n2022-07-01 SOC->F Contribution 92000000000000000.00")]
    [InlineData("2022-04-01 M->F Contribution 70000000000000000.00\n2022-02-01 SOC->F Contribution 5.00\n2022-06-30 SOC->F Nav 70000000000000000.00")]
    public void Values_beyond_what_an_amount_holds_are_refused_and_never_wrap(string more)
    {
        var view = TestBooks.Of($"{Two.Replace("Nav 30.00", "Nav 3000000000000000.00", StringComparison.Ordinal)}\n2022-05-01 M->F Contribution 3000000000000000.00\n{more}").View("2022-12-31");
        Assert.Throws<OverflowException>(() => Of(view));
    }

    [Fact]
    public void A_policy_takes_off_what_all_shareholders_paid_outside_their_commitments()
    {
        var figures = FundFigureEngine.Of(TestBooks.Of("""
            mother M CNY
            2022-01-01 M recallablePolicy = Netted
            2022-01-01 M outsideCommitmentPolicy = Excluded
            2022-01-05 FIN->M Commitment 100.00
            2022-01-05 SOE->M Commitment 100.00
            2022-02-01 FIN->M Contribution 50.00
            2022-02-01 SOE->M Contribution 40.00
            2022-02-01 FIN->M Contribution 3.00 outside fee
            2022-02-01 SOE->M Contribution 2.00 outside fee
            2022-03-01 FIN->M ReturnOfCapital 6.00 recallable
            2022-03-01 SOE->M ReturnOfCapital 4.00 recallable
            2022-03-01 SOE->M GainDistribution 8.00
            """).View("2022-12-31"), "M")!;
        Assert.Equal((80m / 200, 8m / 80), (figures.Pic.Value!.Value, figures.Dpi.Value!.Value)); // 95 less 10 and 5; 18 less 10
        var leftOut = figures.Dpi.Trail.Inputs.OfType<FigureInput>().SelectMany(input => input.Figure.Trail.Inputs).OfType<FigureInput>()
            .Where(input => input.Role == "leftOut").SelectMany(input => input.Figure.Trail.Inputs).OfType<LinesInput>().ToList();
        Assert.Equal(
            ["lines Recallable 10.00 CNY", "lines Recallable 10.00 CNY", "lines OutsideCommitment 5.00 CNY"], leftOut.Select(lines => $"{lines.Role} {lines.Part} {lines.Total}"));
    }

    [Fact]
    public void A_vintage_is_that_of_the_first_of_all_who_hold_the_fund()
    {
        var view = TestBooks.Of("""
            mother M CNY
            fund F CNY
            2020-12-01 SOC->F Commitment 10.00
            2021-12-01 M->F Commitment 10.00
            2021-06-01 SOC->F Contribution 1.00
            2022-02-01 M->F Contribution 1.00
            """).View("2022-12-31");
        var fund = view.Book.FindNode("F")!;
        Assert.Equal((2021, 2020, 2021), (
            new VintageYears(view).Of(fund, VintageConvention.FirstCall), new VintageYears(view).Of(fund, VintageConvention.FirstClosing), new VintageYears(view).Of(fund)));
        Assert.Null(new VintageYears(view.On(new DateOnly(2021, 5, 31))).Of(fund));
        Assert.Null(new VintageYears(view).StatedOf(fund));
    }

    private static string Nav(string ledger)
    {
        var nav = Of(TestBooks.Of(ledger).View("2022-12-31"));
        return nav.Value?.ToString() ?? nav.NoneReason!.ToString();
    }

    private static Figure<Domain.Values.Money> Of(LedgerView view) =>
        FundFigureEngine.NavOf(view, view.Book.FindNode("F")!, view.Book.CommitmentsTo(view.Book.FindNode("F")!.Id));
}
