using System.Numerics;

namespace FundTracker.Domain.Tests.Model;

/// <summary>Largest remainder by hand: everybody gets the whole part, and what is left goes one by one to the largest fractions.</summary>
internal static class Sharing
{
    public static BigInteger[] Share(BigInteger amount, IReadOnlyList<BigInteger> weights)
    {
        if (amount < 0) return [.. Share(-amount, weights).Select(part => -part)];
        var total = weights.Aggregate(BigInteger.Add);
        var parts = weights.Select(weight => amount * weight / total).ToArray();
        var fractions = weights.Select(weight => amount * weight % total).ToArray();
        for (var left = amount - parts.Aggregate(BigInteger.Add); left > 0; left--)
        {
            var place = Array.IndexOf(fractions, fractions.Max());
            parts[place]++;
            fractions[place] = -1;
        }

        return parts;
    }

    /// <summary>Shares so that all that was ever shared follows the weights; who is ahead waits.</summary>
    public static BigInteger[] ShareNext(BigInteger amount, IReadOnlyList<BigInteger> before, IReadOnlyList<BigInteger> weights)
    {
        var waits = new bool[weights.Count];
        while (true)
        {
            var total = amount + before.Where((_, i) => !waits[i]).Aggregate(BigInteger.Zero, BigInteger.Add);
            var targets = Share(total, [.. weights.Select((weight, i) => waits[i] ? 0 : weight)]);
            var isAhead = targets.Select((target, i) => !waits[i] && target < before[i]).ToArray();
            if (!isAhead.Contains(true)) return [.. targets.Select((target, i) => waits[i] ? 0 : target - before[i])];
            for (var i = 0; i < waits.Length; i++) waits[i] |= isAhead[i];
        }
    }
}
