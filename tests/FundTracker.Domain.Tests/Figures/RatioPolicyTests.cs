using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>How ratios are read where houses differ: the default, the choice that holds on a day, and all others beside it.</summary>
public sealed class RatioPolicyTests
{
    /// <summary>250 paid in, 10 of it outside the commitment; 130 back, 50 of it recallable; 195 left.</summary>
    private const string Ledger = """
        mother M CNY
        fund F CNY
        2019-12-20 M->F Commitment      400.00
        2020-03-01 M->F Contribution    240.00
        2020-03-01 M->F Contribution     10.00 outside fee
        2021-03-01 M->F ReturnOfCapital  50.00 recallable
        2021-03-01 M->F GainDistribution 80.00
        2022-12-31 M->F Nav             195.00
        """;

    [Theory]
    [InlineData("", "", 250, 250, 130)]
    [InlineData("Counted", "Counted", 250, 250, 130)]
    [InlineData("Netted", "", 200, 200, 80)]
    [InlineData("", "NotInPic", 240, 250, 130)]
    [InlineData("", "Excluded", 240, 240, 130)]
    [InlineData("Netted", "NotInPic", 190, 200, 80)]
    [InlineData("Netted", "Excluded", 190, 190, 80)]
    public void Every_ratio_reads_its_sums_as_the_policies_say(string recallable, string outside, int inPic, int paidIn, int distributed)
    {
        var figures = FundFigureEngine.Of(With(recallable, outside).View("2022-12-31"), "F")!;

        Assert.Equal((decimal)inPic / 400, figures.Pic.Value!.Value);
        Assert.Equal((decimal)distributed / paidIn, figures.Dpi.Value!.Value);
        Assert.Equal(195m / paidIn, figures.Rvpi.Value!.Value);
        Assert.Equal((distributed + 195m) / paidIn, figures.Tvpi.Value!.Value);
        Assert.Equal((250m, 130m), (figures.PaidIn.Value!.Amount, figures.Distributed.Value!.Amount));
    }

    [Fact]
    public void A_policy_holds_from_its_day_on_and_not_before_it_was_recorded()
    {
        var books = TestBooks.Of(Ledger);
        books.Add("2022-06-30 M recallablePolicy = Netted at:2022-08-01T00:00:00Z");

        Assert.Equal(130m / 250, FundFigureEngine.Of(books.View("2022-06-29"), "F")!.Dpi.Value!.Value);
        Assert.Equal(80m / 200, FundFigureEngine.Of(books.View("2022-12-31"), "F")!.Dpi.Value!.Value);
        Assert.Equal(130m / 250, FundFigureEngine.Of(books.View("2022-12-31", "2022-07-31T00:00:00Z"), "F")!.Dpi.Value!.Value);
    }

    [Fact]
    public void A_ratio_says_which_policies_it_used_and_what_they_left_out()
    {
        var books = With("Netted", "");
        var view = books.View("2022-12-31");
        var dpi = FundFigureEngine.Of(view, "F")!.Dpi;

        var facts = dpi.Trail.Inputs.OfType<Domain.Figures.FactInput>().ToList();
        Assert.Equal([FactNames.RecallablePolicy, FactNames.OutsideCommitmentPolicy], facts.Select(fact => fact.Role));
        Assert.Equal(["Netted", null], facts.Select(fact => fact.Fact?.Value));
        var numerator = dpi.Trail.Inputs.OfType<Domain.Figures.FigureInput>().First().Figure;
        var leftOut = numerator.Trail.Inputs.OfType<Domain.Figures.FigureInput>().Single(input => input.Role == "leftOut").Figure;
        Assert.Equal(Money.Of(50m, Currency.Cny), leftOut.Value);
        var line = Assert.Single(leftOut.Trail.Inputs.OfType<Domain.Figures.LinesInput>().Single().Lines(view));
        Assert.Equal(LineKind.ReturnOfCapital, (LineKind)view.Book.Columns.Kinds[line]);
    }

    [Fact]
    public void Every_reading_stands_beside_the_one_that_is_used()
    {
        var readings = PolicyReadings.Of(TestBooks.Of(Ledger).View("2022-12-31"), "F");

        Assert.Equal([FactNames.RecallablePolicy, FactNames.OutsideCommitmentPolicy], readings.Select(reading => reading.Name));
        Assert.Equal(["Counted", "Netted"], readings[0].Options.Select(option => option.Value));
        Assert.Equal([true, false], readings[0].Options.Select(option => option.IsChosen));
        Assert.Equal([130m / 250, 80m / 200], readings[0].Options.Select(option => option.Dpi.Value!.Value));
        Assert.Equal([250m / 400, 240m / 400, 240m / 400], readings[1].Options.Select(option => option.Pic.Value!.Value));
        Assert.Equal("dpi@F/recallablePolicy:Netted", readings[0].Options[1].Dpi.Id.ToString());
    }

    [Theory]
    [InlineData("", 2020)]
    [InlineData("2020-01-01 M vintageConvention = FirstClosing", 2019)]
    [InlineData("2020-01-01 F vintageYear = 2021", 2021)]
    public void A_vintage_year_is_stated_or_follows_the_convention(string fact, int year)
    {
        var books = TestBooks.Of(Ledger);
        if (fact.Length > 0) books.Add(fact);
        var view = books.View("2022-12-31");

        var reading = PolicyReadings.Vintage(view, view.Book.FindNode("F")!);
        Assert.Equal((year, 2020, 2019), (reading.Year, reading.ByFirstCall, reading.ByFirstClosing));
    }

    private static TestBooks With(string recallable, string outside)
    {
        var books = TestBooks.Of(Ledger);
        if (recallable.Length > 0) books.Add($"2020-01-01 M recallablePolicy = {recallable}");
        if (outside.Length > 0) books.Add($"2020-01-01 M outsideCommitmentPolicy = {outside}");
        return books;
    }
}
