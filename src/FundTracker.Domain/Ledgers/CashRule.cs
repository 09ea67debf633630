using FundTracker.Domain.Funds;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// A fund pays from cash that it has: on the day of the payment and on every day after it, so that a payment entered late does not spend
/// what another one needed. Investors and companies are not asked.
/// </summary>
internal static class CashRule
{
    public static IEnumerable<DomainError> Check(BookSnapshot book, IReadOnlyList<LineDraft> drafts)
    {
        foreach (var (purse, moves) in MovesOf(book, drafts))
        {
            if (book.Node(purse.Node).Kind is not (NodeKind.MotherFund or NodeKind.SubFund)) continue;
            if (moves.Values.All(amount => amount >= 0)) continue;
            if (FirstShortfall(book, purse, moves) is { } error) yield return error;
        }
    }

    private static DomainError? FirstShortfall(BookSnapshot book, Purse purse, SortedDictionary<int, long> moves)
    {
        var before = HistoryOf(book, purse);
        long cash = 0, moved = 0;
        foreach (var day in before.Keys.Union(moves.Keys).Order())
        {
            cash = checked(cash + before.GetValueOrDefault(day));
            moved = checked(moved + moves.GetValueOrDefault(day));
            if (moved >= 0 || cash + moved >= 0) continue;
            return LedgerErrors.CashBelowZero(
                book.Node(purse.Node).Code, Money.FromMinor(cash, purse.Currency), needed: Money.FromMinor(-moved, purse.Currency),
                DateOnly.FromDayNumber(day));
        }

        return null;
    }

    private static Dictionary<Purse, SortedDictionary<int, long>> MovesOf(BookSnapshot book, IReadOnlyList<LineDraft> drafts)
    {
        var moves = new Dictionary<Purse, SortedDictionary<int, long>>();
        foreach (var draft in drafts)
        {
            var edge = book.Edges[book.IndexOf(draft.Edge)];
            var (holder, investee) = EffectsOf(edge, draft.Kind);
            Add(edge.Holder, holder);
            Add(edge.Investee, investee);

            void Add(NodeId node, int sign)
            {
                if (sign == 0) return;
                var purse = new Purse(node, edge.Currency);
                if (!moves.TryGetValue(purse, out var days)) moves[purse] = days = [];
                AddTo(days, draft.EffectiveDate.DayNumber, sign * draft.Amount.MinorUnits);
            }
        }

        return moves;
    }

    private static SortedDictionary<int, long> HistoryOf(BookSnapshot book, Purse purse)
    {
        var days = new SortedDictionary<int, long>();
        var edges = book.EdgesHeldBy(purse.Node).Concat(book.EdgesInto(purse.Node))
            .Where(edge => book.Edges[edge].Currency == purse.Currency).ToHashSet();
        var (columns, lines) = (book.Columns, new List<int>());
        foreach (var index in edges)
        {
            var edge = book.Edges[index];
            columns.LinesOf(index, book.LineCount, lines);
            foreach (var i in lines)
            {
                var (holder, investee) = EffectsOf(edge, (LineKind)columns.Kinds[i]);
                var sign = (edge.Holder == purse.Node ? holder : 0) + (edge.Investee == purse.Node ? investee : 0);
                if (sign != 0) AddTo(days, columns.Days[i], sign * columns.Amounts[i]);
            }
        }

        return days;
    }

    /// <summary>Signs of a line's effect on the cash of its two ends; an own account has one end.</summary>
    private static (int Holder, int Investee) EffectsOf(EdgeEntry edge, LineKind kind)
    {
        var rule = LineKinds.RuleOf(kind);
        return (rule.HolderCash, edge.Kind == EdgeKind.Own ? 0 : rule.InvesteeCash);
    }

    private static void AddTo(SortedDictionary<int, long> days, int day, long amount) =>
        days[day] = checked(days.GetValueOrDefault(day) + amount);

    /// <summary>A node's money in one currency.</summary>
    private sealed record Purse(NodeId Node, Currency Currency);
}
