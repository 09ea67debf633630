using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

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
        var reading = new Reading(view);
        return new ConvertedPaidIn(reading.Held(edge, view.Known).Converted, reading.Rates);
    }

    /// <summary>
    /// Adds up payments. What is handed over to another holder takes along its share of what the giver's payments came to, so that nothing is
    /// left with the giver of what it holds no more, and the taker holds what the giver gave.
    /// </summary>
    private sealed class Reading(LedgerView view)
    {
        private readonly Converter converter = new(view, view.Book.Root.Currency);

        public RatesUsed Rates { get; } = new();

        /// <summary>What a commitment's lines before a position come to: minor units of its own currency, and of the mother fund's.</summary>
        public (long Own, long Converted) Held(int edge, int before)
        {
            var (own, converted) = (0L, 0L);
            foreach (var line in view.Lines(new HashSet<int> { edge }, LineKinds.PaidInKinds).TakeWhile(line => line < before))
            {
                var sign = LineKinds.RuleOf((LineKind)view.Book.Columns.Kinds[line]).PaidIn;
                own = checked(own + (sign * view.Book.Columns.Amounts[line]));
                converted = checked(converted + (sign * Of(line)));
            }

            return (own, converted);
        }

        private long Of(int line)
        {
            var columns = view.Book.Columns;
            if (columns.Reverses[line] is > 0 and var sequence) return -Of(sequence - 1);
            return (LineKind)columns.Kinds[line] switch
            {
                LineKind.PaidInTransferOut => HandedOver(line),
                LineKind.PaidInTransferIn when line > 0 && columns.Kinds[line - 1] == (byte)LineKind.PaidInTransferOut => HandedOver(line - 1),
                _ => converter.Line(line, Rates),
            };
        }

        private long HandedOver(int line)
        {
            var columns = view.Book.Columns;
            var (own, converted) = Held(columns.Edges[line], line);
            return own == 0 ? converter.Line(line, Rates)
                : Money.FromMinor(converted, converter.To).MultiplyRounded(columns.Amounts[line], own).MinorUnits;
        }
    }
}
