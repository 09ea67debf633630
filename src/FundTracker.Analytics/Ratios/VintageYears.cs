using System.Globalization;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>
/// Vintage years of all funds of some books: as stated, else by the convention that holds. First payments and first commitments are each
/// found in one pass over the lines, however many funds are asked for.
/// </summary>
public sealed class VintageYears
{
    private readonly LedgerView _view;
    private readonly VintageConvention _convention;
    private readonly Lazy<IReadOnlyDictionary<NodeId, int>> _firstCalls;
    private readonly Lazy<IReadOnlyDictionary<NodeId, int>> _firstClosings;

    /// <summary>Vintage years as of a day, as known at an instant.</summary>
    public VintageYears(LedgerView view)
    {
        (_view, _convention) = (view, RatioPolicies.In(view).Vintage);
        _firstCalls = new Lazy<IReadOnlyDictionary<NodeId, int>>(() => FirstDays(view, LineKinds.PaidInKinds));
        _firstClosings = new Lazy<IReadOnlyDictionary<NodeId, int>>(() => FirstDays(view, KindSet.Of(LineKind.Commitment)));
    }

    /// <summary>A fund's vintage year: as stated, else by the convention that holds; null where neither gives one.</summary>
    public int? Of(NodeEntry fund) => StatedOf(fund) ?? Of(fund, _convention);

    /// <summary>A fund's vintage year as somebody stated it; null where nobody did.</summary>
    public int? StatedOf(NodeEntry fund) => _view.Book.FactOn(fund.Id, FactNames.VintageYear, _view.AsOf, _view.KnownAt) is { } stated
        ? int.Parse(stated.Value, NumberStyles.None, CultureInfo.InvariantCulture)
        : null;

    /// <summary>A fund's vintage year by a convention, whatever is stated; null where its event has not happened.</summary>
    public int? Of(NodeEntry fund, VintageConvention convention)
    {
        var days = convention == VintageConvention.FirstCall ? _firstCalls.Value : _firstClosings.Value;
        return days.TryGetValue(fund.Id, out int day) ? DateOnly.FromDayNumber(day).Year : null;
    }

    private static Dictionary<NodeId, int> FirstDays(LedgerView view, KindSet counted)
    {
        var columns = view.Book.Columns;
        ReadOnlySpan<int> edges = columns.Edges, days = columns.Days;
        ReadOnlySpan<byte> kinds = columns.Kinds;
        int asOf = view.AsOf.DayNumber;
        int[] first = new int[view.Book.Edges.Count];
        Array.Fill(first, int.MaxValue);
        for (int i = 0; i < view.Known; i++)
        {
            if (days[i] <= asOf && days[i] < first[edges[i]] && counted.Contains((LineKind)kinds[i]))
            {
                first[edges[i]] = days[i];
            }
        }

        Dictionary<NodeId, int> byFund = [];
        for (int edge = 0; edge < first.Length; edge++)
        {
            var entry = view.Book.Edges[edge];
            if (entry.Kind != EdgeKind.Commitment || first[edge] == int.MaxValue)
            {
                continue;
            }

            byFund[entry.Investee] = Math.Min(first[edge], byFund.GetValueOrDefault(entry.Investee, int.MaxValue));
        }

        return byFund;
    }
}
