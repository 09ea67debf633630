using FundTracker.Domain.Indices;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Indices;

/// <summary>Published quartiles are read as they were recorded, and what was recorded stays.</summary>
public sealed class BenchmarkTableTests
{
    private static readonly Stamp Now = Stamp.EndOf(new DateOnly(2023, 1, 5));

    private readonly BenchmarkTable table = BenchmarkTable.Open("PEERS", BilingualName.Of("同业", "peers"));

    [Fact]
    public void A_row_is_read_as_it_was_recorded_to_its_last_digit()
    {
        var row = Row(2020, BenchmarkMeasure.Irr, -0.12345678m, 0.05000001m, 0.2m);
        var entry = Assert.Single(table.Record([row], [], Now, "manager1"));
        Assert.Equal(row, entry.Quartiles);
        Assert.Equal((-12_345_678L, 5_000_001L, 20_000_000L), (entry.LowerUnits, entry.MedianUnits, entry.UpperUnits));
        Assert.Equal(("PEERS", Now, "manager1", "source"), (entry.Table, entry.RecordedAt, entry.RecordedBy, entry.Source));
        var most = Row(2021, BenchmarkMeasure.Tvpi, 1.00000001m, 2m, BenchmarkQuartiles.Within);
        Assert.Equal(most, Assert.Single(table.Record([most], [entry], Now, "manager1")).Quartiles);
    }

    [Theory]
    [InlineData(BenchmarkMeasure.Tvpi, "0", "0", "0", true)]
    [InlineData(BenchmarkMeasure.Tvpi, "-0.00000001", "0", "0", false)]
    [InlineData(BenchmarkMeasure.Irr, "-1", "-1", "-1", true)]
    [InlineData(BenchmarkMeasure.Irr, "-1.00000001", "0", "0", false)]
    [InlineData(BenchmarkMeasure.Dpi, "1", "0.9", "2", false)]
    [InlineData(BenchmarkMeasure.Dpi, "1", "2", "1.9", false)]
    [InlineData(BenchmarkMeasure.Rvpi, "1", "2", "1000000", true)]
    [InlineData(BenchmarkMeasure.Rvpi, "1", "2", "1000000.00000001", false)]
    [InlineData(BenchmarkMeasure.Rvpi, "0.123456789", "2", "3", false)]
    [InlineData(BenchmarkMeasure.Rvpi, "1", "2.123456789", "3", false)]
    [InlineData(BenchmarkMeasure.Rvpi, "1", "2", "3.123456789", false)]
    public void Quartiles_rise_lie_within_bounds_and_have_eight_decimals_at_most(
        BenchmarkMeasure measure, string lower, string median, string upper, bool isSound) =>
        Assert.Equal(isSound, Row(2020, measure, decimal.Parse(lower), decimal.Parse(median), decimal.Parse(upper)).IsSound);

    [Fact]
    public void One_row_that_is_not_sound_refuses_all()
    {
        BenchmarkQuartiles[] rows = [Row(2020, BenchmarkMeasure.Tvpi, 1m, 2m, 3m), Row(2021, BenchmarkMeasure.Tvpi, 3m, 2m, 1m)];
        Assert.Throws<ArgumentException>(() => table.Record(rows, [], Now, "manager1"));
        Assert.Equal((0, default(Stamp)), (table.Version, table.LastRecordedAt));
    }

    [Fact]
    public void A_row_that_goes_back_to_what_it_was_is_new_against_the_last_one_and_its_instant_goes_on()
    {
        var (one, other) = (Row(2020, BenchmarkMeasure.Tvpi, 1m, 2m, 3m), Row(2020, BenchmarkMeasure.Tvpi, 1m, 2m, 4m));
        var first = table.Record([one], [], Now, "manager1");
        var second = table.Record([other], first, Now, "manager1");
        Assert.Equal((Now.Next, 2), (table.LastRecordedAt, table.Version));
        Assert.Empty(table.Record([other], [.. second, .. first], Now, "manager1"));
        var third = table.Record([one], [.. second, .. first], Now.Next.Next.Next, "manager1");
        Assert.Equal((Now.Next.Next.Next, 3), (table.LastRecordedAt, table.Version));
        BenchmarkEntry[] all = [.. third, .. first, .. second];
        Assert.Equal(
            [3m, 4m, 4m, 3m],
            new[] { Now, Now.Next, Now.Next.Next, Now.Next.Next.Next }
                .Select(known => Assert.Single(BenchmarkEntry.InForce(all, one.AsOf, known)).Upper));
    }

    [Fact]
    public void Rows_in_force_come_by_vintage_then_measure_each_of_its_latest_day()
    {
        var entries = table.Record(
            [
                Row(2021, BenchmarkMeasure.Irr, 0m, 0.1m, 0.2m), Row(2021, BenchmarkMeasure.Tvpi, 1m, 2m, 3m),
                Row(2020, BenchmarkMeasure.Irr, 0m, 0.1m, 0.3m),
                Row(2020, BenchmarkMeasure.Irr, 0m, 0.1m, 0.4m) with { AsOf = new DateOnly(2022, 12, 30) },
                Row(2020, BenchmarkMeasure.Irr, 0m, 0.1m, 0.5m) with { AsOf = new DateOnly(2023, 1, 1) },
            ],
            [], Now, "manager1");
        Assert.Equal(["2020 Irr 0.3", "2021 Tvpi 3", "2021 Irr 0.2"], Say("2022-12-31"));
        Assert.Equal(["2020 Irr 0.4"], Say("2022-12-30"));
        Assert.Equal(["2020 Irr 0.5", "2021 Tvpi 3", "2021 Irr 0.2"], Say("2023-01-01"));

        IEnumerable<string> Say(string day) =>
            BenchmarkEntry.InForce(entries, Testing.LedgerText.Date(day), Now).Select(row => $"{row.Vintage} {row.Measure} {row.Upper}");
    }

    private static BenchmarkQuartiles Row(int vintage, BenchmarkMeasure measure, decimal lower, decimal median, decimal upper) =>
        new(vintage, measure, new DateOnly(2022, 12, 31), lower, median, upper, "source");
}
