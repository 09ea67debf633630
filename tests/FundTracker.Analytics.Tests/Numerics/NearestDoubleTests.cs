using CsCheck;
using FundTracker.Analytics.Numerics;

namespace FundTracker.Analytics.Tests.Numerics;

public sealed class NearestDoubleTests
{
    [Fact]
    public void A_quotient_prints_as_the_double_that_is_nearest_to_it()
    {
        Assert.Equal(2.3844904444444444, NearestDouble.Of(42920828m / 18000000m));
        Assert.NotEqual(2.3844904444444444, (double)(42920828m / 18000000m));
    }

    [Fact]
    public void Quotients_of_amounts_that_doubles_hold_equal_the_quotient_of_the_doubles() =>
        Gen.Select(Gen.Long[-9_000_000_000_000, 9_000_000_000_000], Gen.Long[1, 9_000_000_000_000]).Sample(
            (over, under) => NearestDouble.Of((decimal)over / under) == (double)over / under, iter: DeepRun.Cases(20_000));
}
