using FundTracker.Analytics.Exposure;
using FundTracker.Analytics.Performance;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Indices;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>How funds stand among each other and in a benchmark, and how slices of exposure stand in order.</summary>
public sealed class PeersAndSlicesTests
{
    [Theory]
    [InlineData(4, "F4 1 1, F3 2 2, F2 3 3, F1 4 4")]
    [InlineData(3, "F3  , F2  , F1  ")] // too few to be ranked
    public void Peers_are_ranked_by_value_and_by_rate_from_four_funds_of_a_year_on(int funds, string ranks) =>
        Assert.Equal(ranks, string.Join(", ", Peers(funds, "2020-01-31", "2022-01-31").Funds.Select(peer => $"{peer.Figures.Fund.Code} {peer.TvpiQuartile} {peer.IrrQuartile}")));

    [Fact]
    public void A_rate_of_less_than_a_year_is_ranked_nowhere() =>
        Assert.All(Peers(4, "2021-12-31", "2022-01-31").Funds, peer => Assert.Equal((null, true, null), (peer.IrrQuartile, peer.TvpiQuartile is not null, peer.IrrInBenchmark)));

    [Fact]
    public void Funds_of_no_year_stand_last_and_unranked()
    {
        var view = TestBooks.Of("mother M CNY\n" + string.Join('\n', Enumerable.Range(1, 5).Select(i =>
            $"fund F{i} CNY\n2020-01-31 M->F{i} Commitment 10.00\n2020-12-31 M->F{i} Nav 1.00{(i == 5 ? "\n2020-02-01 M->F5 Contribution 1.00" : "")}"))).View("2022-01-31");
        var vintages = VintagePeers.Of(view, FundFigureEngine.OfFamily(view));

        Assert.Equal([2020, null], vintages.Select(vintage => vintage.Year));
        Assert.Equal(["F1", "F2", "F3", "F4"], vintages[1].Funds.Select(peer => peer.Figures.Fund.Code));
        Assert.All(vintages[1].Funds, peer => Assert.Null(peer.TvpiQuartile));
    }

    [Theory]
    [InlineData(110, 1)]
    [InlineData(109, 2)]
    [InlineData(105, 2)]
    [InlineData(104, 3)]
    [InlineData(100, 3)]
    [InlineData(99, 4)]
    public void A_fund_just_at_a_quartile_of_the_benchmark_of_its_year_is_in_the_better_quarter(int nav, int rank)
    {
        var view = TestBooks.Of($"mother M CNY\nfund F CNY\n2020-01-31 M->F Contribution 100.00\n2022-01-31 M->F Nav {nav}.00").View("2022-01-31");
        BenchmarkQuartiles Row(int year, BenchmarkMeasure measure, decimal lower) => new(year, measure, new DateOnly(2022, 1, 31), lower, lower + 0.05m, lower + 0.1m, "");
        var rows = new[] { Row(2019, BenchmarkMeasure.Tvpi, 5m), Row(2020, BenchmarkMeasure.Dpi, 0m), Row(2020, BenchmarkMeasure.Tvpi, 1m), Row(2020, BenchmarkMeasure.Irr, 1m) };
        var vintage = Assert.Single(VintagePeers.Of(view, FundFigureEngine.OfFamily(view), new ChosenBenchmark("B", BilingualName.Of("B", "B"), rows)));
        var peer = Assert.Single(vintage.Funds);

        Assert.Equal((rank, 3, 4), (peer.TvpiInBenchmark, peer.DpiInBenchmark, peer.IrrInBenchmark));
        Assert.Equal(3, vintage.Benchmark.Count);
        Assert.Null(Assert.Single(VintagePeers.Of(view, FundFigureEngine.OfFamily(view))).Funds[0].TvpiInBenchmark);
    }

    // M has half of F; A and B are of one size.
    private const string Held = """
        mother M CNY
        fund F CNY
        fund G CNY
        2020-02-01 M->F Contribution 100.00
        2020-02-01 SOC->F Contribution 100.00
        2020-02-01 SOC->G Contribution 100.00
        2020-03-01 F->A Investment 30.00
        2020-03-01 F->B Investment 30.00
        2020-03-01 F->C Investment 50.00
        2020-03-01 F->D Investment 5.00
        2020-03-01 G->E Investment 70.00
        2020-03-01 A sector = optics
        2020-03-01 B sector = energy
        2020-03-01 C sector = water
        2020-03-01 A lifeCycleStage = Growth
        2020-03-01 B lifeCycleStage = StartUp
        2020-03-01 A location = outside
        2020-03-01 B location = district
        2020-03-01 C carrier = PARK
        """;

    [Fact]
    public void Slices_stand_by_size_and_then_by_name_stages_by_their_order_and_what_is_not_stated_last_of_years()
    {
        var exposure = LookThrough.Of(TestBooks.Of(Held).View("2022-12-31"));

        Assert.Equal(["water 25.00", "energy 15.00", "optics 15.00", " 2.50"], exposure.BySector.Select(Print));
        Assert.Equal(["StartUp 15.00", "Growth 15.00", " 27.50"], exposure.ByStage.Select(Print));
        Assert.Equal([" 27.50", "district 15.00", "outside 15.00"], exposure.ByLocation.Select(Print));
        Assert.Equal(["PARK 25.00", " 32.50"], exposure.ByCarrier.OrderBy(slice => slice.Value.Length == 0).Select(Print));
        Assert.Equal(["C", "A", "B", "D"], exposure.Companies.Select(row => row.Company.Code));
        Assert.Equal("2020", Assert.Single(exposure.ByVintage).Value);
    }

    [Fact]
    public void The_worth_of_some_holdings_is_our_share_of_them_and_of_what_we_do_not_reach_nothing()
    {
        var books = TestBooks.Of(Held);
        var view = books.View("2022-12-31");

        Assert.Equal("15.00", LookThrough.ValueOf(view, [books.Index("F->A")]).ToPlainText());
        Assert.Equal("40.00", LookThrough.ValueOf(view, [books.Index("F->B"), books.Index("F->C")]).ToPlainText());
        Assert.Equal(Money.Zero(Currency.Cny), LookThrough.ValueOf(view, [books.Index("G->E")]));
        Assert.Equal(["F 0.5", "M 1"], LookThrough.Shares(view).Select(share => FormattableString.Invariant($"{view.Book.Node(share.Key).Code} {share.Value}")).Order(StringComparer.Ordinal));
    }

    private static VintagePeers Peers(int funds, string paid, string day)
    {
        var view = TestBooks.Of("mother M CNY\n" + string.Join('\n', Enumerable.Range(1, funds).Select(i =>
            $"fund F{i} CNY\n{paid} M->F{i} Contribution 100.00\n{day} M->F{i} Nav {100 + (10 * i)}.00"))).View(day);
        return Assert.Single(VintagePeers.Of(view, FundFigureEngine.OfFamily(view)));
    }

    private static string Print(ExposureSlice slice) => $"{slice.Value} {slice.Amount.Require().ToPlainText()}";
}
