using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>
/// A sum of lines in several currencies. Its trail names first the lines that count as they are, then for each other currency, by code, what
/// its lines amount to, with the rates.
/// </summary>
/// <param name="View">The books on a day, as known at an instant.</param>
/// <param name="To">Currency of the sum.</param>
/// <param name="Kinds">Kinds of the lines.</param>
internal sealed record SumInSeveral(LedgerView View, Currency To, KindSet Kinds)
{
    /// <summary>What the lines of an edge come to in the edge's own currency, minor units.</summary>
    public required Func<int, long> Own { get; init; }

    /// <summary>What edges of one other currency come to in the sum's, minor units; takes note of the rates.</summary>
    public required Func<IReadOnlyList<int>, RatesUsed, long> Converted { get; init; }

    /// <summary>Whether each line counts at the rate of its own day, so that the trail shows the days.</summary>
    public required bool IsDated { get; init; }

    /// <summary>The sum; the earliest rate that is missing where one is.</summary>
    /// <param name="id">Address of the sum; that of a currency's part ends in <c>/currency:USD</c>.</param>
    /// <param name="edges">Edges whose lines are added.</param>
    public Figure<Money> Of(FigureId id, IEnumerable<int> edges)
    {
        var (total, inputs, all) = (Money.Zero(To), new List<TrailInput>(), new RatesUsed());
        var byCurrency = edges.GroupBy(edge => View.Book.Edges[edge].Currency).Where(group => group.Any(edge => View.Has(edge, Kinds)));
        foreach (var group in byCurrency.OrderBy(group => group.Key == To ? "" : group.Key.Code, StringComparer.Ordinal))
        {
            if (group.Key == To)
            {
                inputs.Add(Lines([.. group], To));
                total += Money.FromMinor(group.Sum(Own), To);
                continue;
            }

            var rates = new RatesUsed();
            var part = Part(id, group.Key, [.. group.Where(edge => View.Has(edge, Kinds))], rates);
            all.Add(rates);
            total += part.Require();
            inputs.Add(new FigureInput("converted", part));
        }

        return all.Missing is { } missing ? Figure<Money>.None(id, missing) : Figure<Money>.Of(id, total, Trail.Of(inputs));
    }

    private Figure<Money> Part(FigureId id, Currency from, IReadOnlyList<int> edges, RatesUsed rates)
    {
        var amount = Money.FromMinor(Converted(edges, rates), To);
        TrailInput[] behind = [Lines(edges, from), .. rates.Inputs(View)];
        return Figure<Money>.Of(
            id with { Scope = $"{id.Scope}{LeverageEngine.CurrencyPart}{from.Code}" }, amount,
            IsDated ? Trail.Dated(View, edges, Kinds, behind) : Trail.Of(behind));
    }

    private LinesInput Lines(IReadOnlyList<int> edges, Currency currency) =>
        LinesInput.Of("lines", View, edges, Kinds, Money.FromMinor(edges.Sum(Own), currency));
}
