using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;

namespace FundTracker.Analytics.Tests.Returns;

/// <summary>A flow a at day 0 and b at day 100 around rate 0 make a·e^(ru) + b·e^(−ru) of a cell of half width r/50.</summary>
public class TaylorCellTests
{
    private const double Reach = 50;

    [Fact]
    public void The_coefficients_are_those_of_the_exponentials()
    {
        TaylorCell cell = Cell(new NettedFlows([0, 100], [3, 5]), r: 2);
        double power = 1;
        for (int k = 0; k < TaylorCell.Size; k++)
        {
            Assert.Equal(power * (k % 2 == 0 ? 8 : -2), cell.Coefficient(k), 1e-13);
            power *= 2.0 / (k + 1);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(4, 1)]
    [InlineData(-1, -2)]
    public void The_extremum_lies_where_both_exponentials_are_equal(double a, double b) =>
        Assert.Equal(Math.Log(b / a) / 2, Cell(new NettedFlows([0, 100], [a, b]), r: 1).Extremum(), 1e-7);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(-1, -2)]
    public void The_proved_curvature_is_below_the_least_one_and_near_it(double a, double b)
    {
        double least = 2 * Math.Sqrt(a * b), proved = Cell(new NettedFlows([0, 100], [a, b]), r: 1).Curvature();
        Assert.Equal(Math.Sign(a), Math.Sign(proved));
        Assert.InRange(Math.Abs(proved), 0.8 * least, least);
    }

    [Fact]
    public void The_proved_curvature_is_below_the_least_one_where_that_lies_at_an_end() =>
        Assert.InRange(Cell(new NettedFlows([0, 100], [1, 1e-12]), r: 1).Curvature(), 0.99 * Math.Exp(-1), Math.Exp(-1));

    [Fact]
    public void A_root_that_only_the_cut_off_terms_make_is_not_denied()
    {
        // e^(2.5u) − e^2.5 + 1e-4 is 1e-4 at the end; the series up to u¹¹ is 1.5e-4 less there and negative throughout.
        NettedFlows flows = new([0, 50, 100], [1, 1e-4 - Math.Exp(2.5), 1e-12]);
        TaylorCell cell = Cell(flows, TaylorCell.WidestReach);
        double end = 0;
        for (int k = 0; k < TaylorCell.Size; k++)
        {
            end += cell.Coefficient(k);
        }

        Assert.InRange(end, -1e-4, -1e-5);
        Assert.False(cell.HasNoRoot());
    }

    [Theory]
    [InlineData(0.02, true)] // 50 roundings of 2⁻⁵² of 2e9, times e, are 6e-5
    [InlineData(0.2, false)]
    public void A_value_within_a_thousand_roundings_of_all_that_flows_is_blurred(double left, bool isBlurred) =>
        Assert.Equal(isBlurred, Cell(new NettedFlows([0, 100], [-1e9, 1e9 + left]), r: 1).IsBlurred);

    [Fact]
    public void What_only_rounding_blurs_is_proved_by_the_precise_series_alone()
    {
        NettedFlows flows = new([0, 50, 100], [1e9, -2e9, 1e9 + 1e-5]);
        double[] room = new double[TaylorCell.Size];
        Assert.False(TaylorCell.Of(flows, middle: 0, half: 1e-12, room).HasNoRoot());
        Assert.True(TaylorCell.Precisely(flows, middle: 0, half: 1e-12, room).HasNoRoot());
    }

    [Theory]
    [InlineData(1e-3, 1)]
    [InlineData(2e-5, 0)]
    [InlineData(-1e-3, -1)]
    public void The_rounding_of_all_that_flows_counts_in_the_curvature_by_the_square_of_the_reach(double a, int sign)
    {
        // a·(e^2u + e^−2u) curves by 8a; 2·(3 + 48) roundings of 1e9, times e² and 2², are 3.3e-4.
        NettedFlows flows = new([0, 50, 100], [a, 1e9, a]);
        Assert.Equal(sign, Math.Sign(Cell(flows, r: 2).Curvature()));
    }

    [Theory]
    [InlineData(1e-3, true)]
    [InlineData(2e-5, false)]
    public void The_rounding_of_all_that_flows_counts_in_the_slope_by_the_reach(double a, bool isMonotone)
    {
        // a·(e^2u − e^−2u) rises by 4a at least; 2·(3 + 48) roundings of 1e9, times e² and 2, are 1.7e-4.
        NettedFlows flows = new([0, 50, 100], [a, 1e9, -a]);
        Assert.Equal(isMonotone, Cell(flows, r: 2).IsMonotone());
    }

    [Theory]
    [InlineData(1e-3, true)]
    [InlineData(2e-5, false)]
    public void The_rounding_of_all_that_flows_counts_in_the_value(double left, bool hasNoRoot)
    {
        // 2·(3 + 48) roundings of 2e9 are 2.3e-5; the cell is next to nothing wide.
        NettedFlows flows = new([49, 50, 51], [left, 1e9, -1e9]);
        Assert.Equal(hasNoRoot, TaylorCell.Of(flows, middle: 0, half: 1e-20, new double[TaylorCell.Size]).HasNoRoot());
    }

    [Theory]
    [InlineData(3, 2e-4)]
    [InlineData(8, 2e-4)]
    [InlineData(21, 2e-4)]
    [InlineData(21, -3e-4)]
    public void The_coefficients_are_those_of_the_definition_for_any_number_of_flows(int count, double middle)
    {
        int[] days = [.. Enumerable.Range(0, count).Select(i => 700_000 + (i * 91))];
        double[] amounts = [.. days.Select((_, i) => (i % 3 == 0 ? -5.0 : 4.0) + i)];
        NettedFlows flows = new(days, amounts);
        double half = 1 / (double)flows.SpanDays, reach = flows.SpanDays / 2.0;
        TaylorCell plain = TaylorCell.Of(flows, middle, half, new double[TaylorCell.Size]);
        TaylorCell precise = TaylorCell.Precisely(flows, middle, half, new double[TaylorCell.Size]);
        for (int k = 0; k < TaylorCell.Size; k++)
        {
            double factorial = Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * i);
            double expected = days.Zip(amounts, (day, amount) => (S: day - days[0] - reach, amount))
                .Sum(flow => flow.amount * Math.Exp((-middle * flow.S) - (Math.Abs(middle) * reach)) * Math.Pow(-flow.S * half, k) / factorial);
            Assert.Equal(expected, plain.Coefficient(k), 1e-12);
            Assert.Equal(expected, precise.Coefficient(k), 1e-12);
        }
    }

    private static TaylorCell Cell(NettedFlows flows, double r) =>
        TaylorCell.Of(flows, middle: 0, half: r / Reach, new double[TaylorCell.Size]);
}
