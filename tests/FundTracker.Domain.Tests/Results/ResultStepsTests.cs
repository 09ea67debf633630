using FundTracker.Domain.Figures;
using FundTracker.Domain.Results;

namespace FundTracker.Domain.Tests.Results;

public sealed class ResultStepsTests
{
    [Fact]
    public void Steps_in_a_row_end_at_the_first_refusal()
    {
        var later = 0;
        var row = from one in Result<int>.Ok(1) from none in Refused() from three in Later() select one + none + three;
        Assert.Equal(("figure.noNav", 0), (row.Error.Code, later));
        Assert.Equal(3, (from one in Result<int>.Ok(1) from two in Result<int>.Ok(2) select one + two).Value);

        Result<int> Later()
        {
            later++;
            return later;
        }
    }

    [Fact]
    public void All_values_come_in_order_or_all_refusals()
    {
        Assert.Equal([1, 2], new[] { Result<int>.Ok(1), Result<int>.Ok(2) }.All().Value);
        Assert.Equal(
            ["figure.noNav", "figure.nothingPaidIn"],
            new[] { Refused(), Result<int>.Ok(2), FigureReasons.NothingPaidIn() }.All().Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task Steps_that_wait_end_at_the_first_refusal_too()
    {
        Assert.Equal(3, (await Result<int>.Ok(1).Then(one => Task.FromResult(Result<int>.Ok(one + 1))).Then(two => Result<int>.Ok(two + 1))).Value);
        Assert.Equal(4, (await Task.FromResult(Result<int>.Ok(1)).Then(one => Task.FromResult(Result<int>.Ok(one + 1))).Map(two => two * 2)).Value);
        Assert.Equal("figure.noNav", (await Refused().Then(value => Task.FromResult(Result<int>.Ok(value))).Map(value => value)).Error.Code);
    }

    private static Result<int> Refused() => FigureReasons.NoNav();
}
