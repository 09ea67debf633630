using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>
/// A fund's own cash day by day with what an import adds. Cash below zero in imported history is a finding, not a refusal: it is shown.
/// </summary>
internal static class CashHistory
{
    /// <summary>For each fund whose cash the import moves: the first day on which it would stand below zero, where there is one.</summary>
    public static IEnumerable<DomainError> BelowZero(ImportBooks books)
    {
        var moves = new Dictionary<(NodeId Node, Currency Currency), SortedDictionary<DateOnly, long>>();
        foreach (var line in books.Lines) Add(moves, books.Balance(line.Edge), line.Kind, line.EffectiveDate, line.Amount.MinorUnits, always: true);
        if (books.Existing is { } there)
        {
            var columns = there.Snapshot.Columns;
            for (var i = 0; i < there.Snapshot.LineCount; i++)
            {
                var day = DateOnly.FromDayNumber(columns.Days[i]);
                Add(moves, books.Edges[columns.Edges[i]], (LineKind)columns.Kinds[i], day, columns.Amounts[i], always: false);
            }
        }

        foreach (var ((node, currency), days) in moves)
        {
            if (books.Node(node) is not Fund fund) continue;
            long cash = 0;
            foreach (var (day, amount) in days)
            {
                cash = checked(cash + amount);
                if (cash >= 0) continue;
                yield return ImportErrors.CashBelowZero(fund.Code, day, Money.FromMinor(cash, currency));
                break;
            }
        }
    }

    private static void Add(
        Dictionary<(NodeId Node, Currency Currency), SortedDictionary<DateOnly, long>> moves, EdgeBalance edge, LineKind kind, DateOnly day, long amount, bool always)
    {
        var rule = LineKinds.RuleOf(kind);
        Move(edge.Holder, rule.HolderCash);
        if (edge.Kind != EdgeKind.Own) Move(edge.Investee, rule.InvesteeCash);

        void Move(NodeId node, int sign)
        {
            if (sign == 0) return;
            if (!moves.TryGetValue((node, edge.Currency), out var days))
            {
                if (!always) return;
                moves[(node, edge.Currency)] = days = [];
            }

            days[day] = checked(days.GetValueOrDefault(day) + (sign * amount));
        }
    }
}
