using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// What a set of lines must satisfy before it is posted, judged against the books as they stand. The calendar of closed quarters is
/// the <see cref="Book"/>'s own to hold; calls and their dues are <see cref="Capital.CapitalCall"/>'s.
/// </summary>
public static class PostingRules
{
    /// <summary>Checks lines of ordinary work: shape, currency, cash and unfunded.</summary>
    /// <param name="book">The books, up to date.</param>
    /// <param name="drafts">The lines; judged together, so that a call and its payment may come at once.</param>
    /// <returns>All refusals; empty where the lines may be posted.</returns>
    public static IReadOnlyList<DomainError> Check(BookSnapshot book, IReadOnlyList<LineDraft> drafts)
    {
        var errors = CheckShape(book, drafts).ToList();
        if (errors.Count > 0) return errors;
        var everything = new LedgerView(book, DateOnly.MaxValue, Stamp.Max);
        errors.AddRange(CheckUnfunded(everything, drafts));
        errors.AddRange(CheckCash(book, drafts));
        errors.AddRange(CheckReversals(book, drafts));
        return errors;
    }

    /// <summary>Checks only what opening balances and imported history must satisfy too: edge, currency and sign.</summary>
    public static IEnumerable<DomainError> CheckShape(BookSnapshot book, IReadOnlyList<LineDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            var edge = book.Edges[book.IndexOf(draft.Edge)];
            var rule = LineKinds.RuleOf(draft.Kind);
            if (rule.Edge != edge.Kind) yield return LedgerErrors.WrongEdge(draft.Kind);
            if (edge.Currency != draft.Amount.Currency) yield return LedgerErrors.CurrencyMixed(draft.Amount.Currency, edge.Currency);
            var levelOfZero = rule.Replaces && draft.Amount.IsZero;
            if (draft.Reverses is null && !rule.MayBeNegative && !draft.Amount.IsPositive && !levelOfZero)
                yield return LedgerErrors.AmountNotPositive(draft.Kind, draft.Amount);
        }
    }

    private static IEnumerable<DomainError> CheckUnfunded(LedgerView now, IReadOnlyList<LineDraft> drafts)
    {
        foreach (var group in drafts.GroupBy(draft => draft.Edge))
        {
            var edge = now.Book.IndexOf(group.Key);
            var impact = group.Sum(draft => draft.ImpactOnUnfunded);
            if (impact >= 0) continue;
            var currency = now.Book.Edges[edge].Currency;
            var reducing = group.Any(draft => draft.Reverses is null && LineKinds.RuleOf(draft.Kind).Commitment < 0);
            var left = reducing ? now.Callable(edge) : now.Unfunded(edge);
            if (left + impact >= 0) continue;
            var (asked, available) = (Money.FromMinor(-impact, currency), Money.FromMinor(left, currency));
            yield return reducing ? LedgerErrors.CommitmentBelowPaidIn(asked, available) : LedgerErrors.AboveUnfunded(asked, available);
        }
    }

    private static IEnumerable<DomainError> CheckCash(BookSnapshot book, IReadOnlyList<LineDraft> drafts)
    {
        foreach (var (node, flows) in CashFlows(book, drafts))
        {
            var entry = book.Node(node);
            if (entry.Kind is not (Funds.NodeKind.MotherFund or Funds.NodeKind.SubFund)) continue;
            if (flows.Sum(flow => flow.Amount) >= 0 && flows.TrueForAll(flow => flow.Amount >= 0)) continue;
            foreach (var date in flows.Where(flow => flow.Amount < 0).Select(flow => flow.Date).Append(DateOnly.MaxValue).Distinct().Order())
            {
                var cash = new LedgerView(book, date, Stamp.Max).Cash(node);
                var moved = flows.Where(flow => flow.Date <= date).Sum(flow => flow.Amount);
                if (moved >= 0 || cash + moved >= 0) continue;
                var shown = date == DateOnly.MaxValue ? flows.Max(flow => flow.Date) : date;
                yield return LedgerErrors.CashBelowZero(
                    entry.Code, Money.FromMinor(cash, entry.Currency), needed: Money.FromMinor(-moved, entry.Currency), shown);
                break;
            }
        }
    }

    private static Dictionary<NodeId, List<(DateOnly Date, long Amount)>> CashFlows(BookSnapshot book, IReadOnlyList<LineDraft> drafts)
    {
        var flows = new Dictionary<NodeId, List<(DateOnly, long)>>();
        foreach (var draft in drafts)
        {
            var edge = book.Edges[book.IndexOf(draft.Edge)];
            var rule = LineKinds.RuleOf(draft.Kind);
            Add(edge.Holder, rule.HolderCash * draft.Amount.MinorUnits);
            if (edge.Kind != EdgeKind.Own) Add(edge.Investee, rule.InvesteeCash * draft.Amount.MinorUnits);

            void Add(NodeId node, long amount)
            {
                if (amount == 0) return;
                if (!flows.TryGetValue(node, out var list)) flows[node] = list = [];
                list.Add((draft.EffectiveDate, amount));
            }
        }

        return flows;
    }

    private static IEnumerable<DomainError> CheckReversals(BookSnapshot book, IReadOnlyList<LineDraft> drafts)
    {
        foreach (var sequence in drafts.Where(draft => draft.Reverses is not null).Select(draft => draft.Reverses!.Value))
        {
            if (sequence < 1 || sequence > book.LineCount)
            {
                yield return LedgerErrors.NoSuchLine(sequence);
                continue;
            }

            if (book.Columns.Reverses[(int)sequence - 1] != 0) yield return LedgerErrors.ReversalOfReversal(sequence);
            if (book.Columns.Reverses[..book.LineCount].Contains((int)sequence)) yield return LedgerErrors.AlreadyReversed(sequence);
        }
    }
}
