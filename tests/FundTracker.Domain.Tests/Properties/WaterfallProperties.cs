using System.Globalization;
using System.Numerics;
using CsCheck;
using FundTracker.Analytics.Waterfalls;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Tests.Model;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Properties;

/// <summary>Waterfalls of random funds, tier by tier against whole numbers.</summary>
public sealed class WaterfallProperties
{
    private static readonly DateOnly First = new(2020, 1, 1);

    private static readonly Gen<(int Gap, bool IsPaidIn, bool IsOurs, int Fen)[]> Flows =
        Gen.Select(Gen.Int[0, 400], Gen.Bool, Gen.Bool, Gen.Int[1, 50_000_000]).Array[1, 16];

    [Fact]
    public void Each_tier_of_each_day_is_that_of_the_plain_model_and_they_sum_to_what_the_ledger_has_to_the_fen() =>
        Gen.Select(Flows, Gen.Int[0, 2_000], Gen.Int[0, 40], Gen.Int[0, 3]).Sample(
            (flows, points, carry, catchUp) =>
            {
                var share = catchUp == 0 ? 0 : Math.Min(100, carry + (catchUp * 20));
                var (fund, days) = Ledger(flows, points, share, carry);
                var model = new ReferenceWaterfall(points, share, carry);
                var expected = new List<(int Day, BigInteger[] Tiers)>();
                foreach (var day in days)
                {
                    model.PayIn(day.Number, day.PaidIn);
                    if (day.Distributed > 0) expected.Add((day.Number, model.Distribute(day.Number, day.Distributed)));
                }

                Assert.Equal(expected.Select(day => day.Day), fund.Days.Select(day => day.Day.DayNumber - First.DayNumber));
                foreach (var (one, other) in expected.Zip(fund.Days))
                {
                    Assert.Equal(one.Tiers, other.Tiers.Select(tier => (BigInteger)tier.Require().MinorUnits));
                    Assert.Equal(other.Distributed.Require().MinorUnits, other.Tiers.Sum(tier => tier.Require().MinorUnits));
                }

                Assert.Equal(fund.Distributed.Require(), fund.ToInvestors.Require() + fund.ToManager.Require());
                Assert.Equal(days.Sum(day => day.Distributed), fund.Distributed.Require().MinorUnits);
            },
            iter: Cases.Count);

    /// <summary>A fund of two investors, and its flows by day as the plain model takes them: money in before money out.</summary>
    private static (FundWaterfall Fund, List<(int Number, long PaidIn, long Distributed)> Days) Ledger(
        (int Gap, bool IsPaidIn, bool IsOurs, int Fen)[] flows, int points, int catchUp, int carry)
    {
        var books = TestBooks.Of(string.Create(
            CultureInfo.InvariantCulture, $"mother M CNY\nfund F CNY\ninvestor LP\n2020-01-01 F carryTerms = European;{points / 100m};Simple;{catchUp};{carry};0"));
        var (day, entries) = (0, new List<(int Day, bool IsPaidIn, int Fen)>());
        foreach (var flow in flows)
        {
            day += flow.Gap;
            entries.Add((day, flow.IsPaidIn, flow.Fen));
            books.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{First.AddDays(day):yyyy-MM-dd} {(flow.IsOurs ? "M" : "LP")}->F {(flow.IsPaidIn ? "Contribution" : "GainDistribution")} {flow.Fen / 100m:0.00}"));
        }

        var view = new LedgerView(books.Snapshot, First.AddDays(day), Stamp.Max);
        var days = entries.GroupBy(entry => entry.Day).Select(group => (
            group.Key, group.Where(entry => entry.IsPaidIn).Sum(entry => (long)entry.Fen), group.Where(entry => !entry.IsPaidIn).Sum(entry => (long)entry.Fen)));
        return (FundWaterfall.Of(view, books.Snapshot.Node(books.Node("F"))).Value, [.. days]);
    }
}
