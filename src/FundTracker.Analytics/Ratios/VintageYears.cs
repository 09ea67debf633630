using System.Globalization;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>
/// Vintage years of all funds of some books, by the first call: the first payments are found in one pass over the lines, however many
/// funds are asked for.
/// </summary>
public sealed class VintageYears
{
    private readonly LedgerView _view;
    private readonly Lazy<IReadOnlyDictionary<NodeId, int>> _firstDays;

    /// <summary>Vintage years as of a day, as known at an instant.</summary>
    public VintageYears(LedgerView view)
    {
        _view = view;
        _firstDays = new Lazy<IReadOnlyDictionary<NodeId, int>>(() => FirstPayments(view));
    }

    /// <summary>A fund's vintage year: as stated, else the year in which anybody first paid in; null where neither is known.</summary>
    public int? Of(NodeEntry fund)
    {
        if (_view.Book.FactOn(fund.Id, FactNames.VintageYear, _view.AsOf, _view.KnownAt) is { } stated)
        {
            return int.Parse(stated.Value, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        DateOnly? first = _firstDays.Value.TryGetValue(fund.Id, out int day) ? DateOnly.FromDayNumber(day) : null;
        return VintageYear.Of(VintageConvention.FirstCall, first, firstClosing: null);
    }

    private static Dictionary<NodeId, int> FirstPayments(LedgerView view)
    {
        var columns = view.Book.Columns;
        ReadOnlySpan<int> edges = columns.Edges, days = columns.Days;
        ReadOnlySpan<byte> kinds = columns.Kinds;
        int asOf = view.AsOf.DayNumber;
        int[] first = new int[view.Book.Edges.Count];
        Array.Fill(first, int.MaxValue);
        for (int i = 0; i < view.Known; i++)
        {
            if (days[i] <= asOf && days[i] < first[edges[i]] && LineKinds.PaidInKinds.Contains((LineKind)kinds[i]))
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
