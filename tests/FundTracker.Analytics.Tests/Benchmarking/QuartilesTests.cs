using FundTracker.Analytics.Benchmarking;

namespace FundTracker.Analytics.Tests.Benchmarking;

public class QuartilesTests
{
    [Fact]
    public void Quartiles_interpolate_between_ranks_as_excels_quartile_inc_does() =>
        // Microsoft's example of QUARTILE.INC: 1, 2, 4, 7, 8, 9, 10, 12 has a first quartile of 3.5.
        Assert.Equal(new Quartiles(3.5, 7.5, 9.25), Quartiles.Of([12, 1, 2, 4, 7, 8, 9, 10]));

    [Theory]
    [InlineData(9.25, 1)]
    [InlineData(9.24, 2)]
    [InlineData(7.5, 2)]
    [InlineData(3.5, 3)]
    [InlineData(3.49, 4)]
    public void A_value_on_a_boundary_belongs_to_the_better_quartile(double value, int rank) =>
        Assert.Equal(rank, new Quartiles(3.5, 7.5, 9.25).RankOf(value));

    [Fact]
    public void No_peers_have_no_quartiles() => Assert.Null(Quartiles.Of([]));
}
