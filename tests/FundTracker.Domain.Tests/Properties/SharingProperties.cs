using System.Numerics;
using CsCheck;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Properties;

/// <summary>Sharing out to the fen.</summary>
public sealed class SharingProperties
{
    private static readonly Gen<long> Weight = Gen.OneOf(Gen.Long[0, 10], Gen.Long[0, 1_000_000_000_000], Gen.Const(50_000_000_000L));
    private static readonly Gen<long[]> Weights = Weight.Array[1, 12].Where(weights => weights.Any(weight => weight > 0));
    private static readonly Gen<long> Amount = Gen.OneOf(Gen.Long[-100, 100], Gen.Long[long.MinValue, long.MaxValue]);

    [Fact]
    public void Parts_add_up_exactly_and_each_is_its_quota_rounded_down_or_up() => Gen.Select(Amount, Weights).Sample(
        (amount, weights) =>
        {
            var parts = LargestRemainder.Share(amount, weights);
            Assert.Equal(new BigInteger(amount), Total(parts));
            for (var i = 0; i < parts.Length; i++)
            {
                var quota = BigInteger.Abs(amount) * weights[i];
                var part = BigInteger.Abs(parts[i]) * Total(weights);
                Assert.InRange(part - quota, 1 - Total(weights), Total(weights) - 1);
                Assert.True(parts[i] == 0 || Math.Sign(parts[i]) == Math.Sign(amount));
            }
        },
        iter: Cases.Count);

    [Fact]
    public void Who_weighs_more_gets_no_less_and_of_equals_the_earlier_gets_no_less() => Gen.Select(Gen.Long[0, 1_000_000], Weights).Sample(
        (amount, weights) =>
        {
            var parts = LargestRemainder.Share(amount, weights);
            for (var i = 0; i < parts.Length; i++)
                for (var j = i + 1; j < parts.Length; j++)
                {
                    if (weights[i] >= weights[j]) Assert.True(parts[i] >= parts[j]);
                    else Assert.True(parts[i] <= parts[j]);
                }
        },
        iter: Cases.Count);

    [Fact]
    public void Calls_up_to_the_commitments_add_up_and_end_at_exactly_every_commitment() => Gen.Select(Weights, Gen.Int[0, 1_000].Array[0, 20]).Sample(
        (commitments, cuts) =>
        {
            var (called, left) = (new long[commitments.Length], commitments.Sum());
            foreach (var amount in cuts.Select(cut => (long)((Int128)left * cut / 4_000)).ToList().Append(long.MaxValue))
            {
                var next = Math.Min(amount, left);
                var parts = LargestRemainder.ShareCumulative(next, called, commitments);
                Assert.Equal(next, parts.Sum());
                left -= next;
                for (var i = 0; i < parts.Length; i++)
                {
                    Assert.True(parts[i] >= 0);
                    called[i] += parts[i];
                    Assert.True(called[i] <= commitments[i]);
                }
            }

            Assert.Equal(commitments, called);
        },
        iter: Cases.Count);

    [Fact]
    public void Whatever_was_called_before_a_call_within_what_is_left_takes_nobody_beyond_the_commitment() => Gen.Select(Weights, Gen.Double[0, 1].Array[12], Gen.Double[0, 1])
        .Sample(
            (commitments, used, share) =>
            {
                var before = commitments.Select((commitment, i) => (long)(commitment * used[i])).ToArray();
                var amount = (long)((commitments.Sum() - before.Sum()) * share);
                var parts = LargestRemainder.ShareCumulative(amount, before, commitments);
                Assert.Equal(amount, parts.Sum());
                for (var i = 0; i < parts.Length; i++) Assert.InRange(parts[i], 0, commitments[i] - before[i]);
            },
            iter: Cases.Count);

    [Fact]
    public void The_parts_of_each_item_of_a_call_add_up_to_the_item()
    {
        var item = Gen.Select(Gen.Bool, Gen.Long[1, 1_000_000_000]);
        Gen.Select(Weights, item.Array[1, 4]).Sample(
            (commitments, drawn) =>
            {
                var standings = commitments.Select((weight, i) => new CallStanding(new EdgeId(i + 1), weight, 0, 0, weight)).ToList();
                var items = drawn.Select(d => new CallItem(CallPurpose.Other, d.Item1, Money.FromMinor(d.Item2, Currency.Cny))).ToList();
                var shares = CapitalCall.ShareOut(new CapitalCallId(1), items, standings);
                for (var i = 0; i < items.Count; i++)
                    Assert.Equal(items[i].Amount.MinorUnits, shares.Where(share => share.Item == i + 1).Sum(share => share.Amount.MinorUnits));
            },
            iter: Cases.Count);
    }

    private static BigInteger Total(IEnumerable<long> numbers) => numbers.Aggregate(BigInteger.Zero, (sum, number) => sum + number);
}
