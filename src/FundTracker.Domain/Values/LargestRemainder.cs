namespace FundTracker.Domain.Values;

/// <summary>Sharing out whole units so that the parts add up exactly (Hamilton's method of largest remainders).</summary>
public static class LargestRemainder
{
    /// <summary>Shares a whole amount by weights; ties go to the earlier position. A negative amount is shared as its mirror image.</summary>
    /// <param name="amount">Whole minor units, any sign.</param>
    /// <param name="weights">Not negative, at least one above zero.</param>
    /// <returns>One part per weight; their sum is <paramref name="amount"/>.</returns>
    /// <exception cref="ArgumentException">A weight is negative, or all are zero.</exception>
    public static long[] Share(long amount, IReadOnlyList<long> weights)
    {
        Int128 total = 0;
        foreach (var weight in weights)
        {
            if (weight < 0) throw new ArgumentException("A weight is negative.", nameof(weights));
            total += weight;
        }

        if (total == 0) throw new ArgumentException("All weights are zero.", nameof(weights));
        var sign = amount < 0 ? -1 : 1;
        var magnitude = Int128.Abs(amount);
        var parts = new long[weights.Count];
        var remainders = new Int128[weights.Count];
        Int128 shared = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var product = magnitude * weights[i];
            var part = product / total;
            parts[i] = (long)part;
            remainders[i] = product - (part * total);
            shared += part;
        }

        var left = (int)(magnitude - shared);
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i).Take(left)) parts[i]++;
        if (sign < 0) for (var i = 0; i < parts.Length; i++) parts[i] = -parts[i];
        return parts;
    }

    /// <summary>
    /// Shares the next amount of a series so that the <em>cumulative</em> parts follow the weights: the cumulative total is shared
    /// out and what each had before is taken off. Shared one by one, ties would drift (three equal holders of 500 m drift
    /// 6, 6 and -12 fen in 20 calls) and the last call would be wrongly refused.
    /// </summary>
    /// <param name="amount">The next amount; not negative.</param>
    /// <param name="before">What each had in earlier rounds, in the order of the weights; not negative.</param>
    /// <param name="weights">Not negative, at least one above zero.</param>
    /// <returns>
    /// One part per weight, none negative; their sum is <paramref name="amount"/>. Who already had more than its cumulative share (the
    /// weights changed since, or the method's known paradox strikes) gets nothing, and the others share until they have caught up. So as
    /// long as the cumulative total stays within the sum of the weights, nobody who had no more than its weight gets beyond it.
    /// </returns>
    /// <exception cref="ArgumentException">The lists differ in length, an earlier part or a weight is negative, or all weights are zero.</exception>
    public static long[] ShareCumulative(long amount, IReadOnlyList<long> before, IReadOnlyList<long> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        if (before.Any(part => part < 0)) throw new ArgumentException("An earlier part is negative.", nameof(before));
        if (before.Count != weights.Count) throw new ArgumentException("One earlier part per weight is needed.", nameof(before));
        var open = Enumerable.Range(0, weights.Count).ToList();
        while (true)
        {
            var targets = Share(checked(open.Sum(i => before[i]) + amount), [.. open.Select(i => weights[i])]);
            var ahead = open.Where((i, place) => targets[place] < before[i]).ToList();
            if (ahead.Count == 0)
            {
                var parts = new long[weights.Count];
                for (var place = 0; place < open.Count; place++) parts[open[place]] = targets[place] - before[open[place]];
                return parts;
            }

            // The parts still add up to the amount, so somebody with a weight stays behind: the loop ends at the latest with one.
            open.RemoveAll(ahead.Contains);
        }
    }
}
