using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Analytics.Leverage;

/// <summary>What is paid in on a commitment in another currency, in the mother fund's own.</summary>
/// <param name="Minor">Minor units; of no meaning where a rate is missing.</param>
/// <param name="Rates">The rates that it was converted at.</param>
internal sealed record ConvertedPaidIn(long Minor, RatesUsed Rates);

/// <summary>
/// Paid-in on commitments in other currencies, each payment at the rate of its day. Each is computed when it is asked for, and again only
/// after something was recorded on the commitment or of a rate.
/// </summary>
internal sealed class ForeignPaidIn : IDerived<ForeignPaidIn>
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, ConvertedPaidIn> known;

    private ForeignPaidIn(Dictionary<int, ConvertedPaidIn> known) => this.known = known;

    public static ForeignPaidIn Of(LedgerView view) => new([]);

    public ForeignPaidIn After(LedgerView later, ViewTail tail)
    {
        if (tail.Facts.Any(StatedRates.IsRate)) return Of(later);
        lock (gate)
        {
            var kept = new Dictionary<int, ConvertedPaidIn>(known);
            foreach (var edge in tail.Edges) kept.Remove(edge);
            return new ForeignPaidIn(kept);
        }
    }

    /// <summary>What is paid in on one commitment.</summary>
    /// <param name="view">The view that this was derived from.</param>
    /// <param name="edge">Dense index of the commitment.</param>
    public ConvertedPaidIn On(LedgerView view, int edge)
    {
        lock (gate)
        {
            if (!known.TryGetValue(edge, out var paid)) known[edge] = paid = Convert(view, edge);
            return paid;
        }
    }

    private static ConvertedPaidIn Convert(LedgerView view, int edge)
    {
        var (converter, used, minor) = (new Converter(view, view.Book.Root.Currency), new RatesUsed(), 0L);
        foreach (var line in view.Lines(new HashSet<int> { edge }, LineKinds.PaidInKinds))
        {
            var sign = LineKinds.RuleOf((LineKind)view.Book.Columns.Kinds[line]).PaidIn;
            minor = checked(minor + (sign * converter.Line(line, used)));
        }

        return new ConvertedPaidIn(minor, used);
    }
}
