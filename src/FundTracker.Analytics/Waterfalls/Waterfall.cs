namespace FundTracker.Analytics.Waterfalls;

/// <summary>An amount in minor units (fen) on a day, for one deal.</summary>
/// <param name="Date">The day.</param>
/// <param name="Amount">Zero or above.</param>
/// <param name="Deal">Which deal; null for money that belongs to none, such as fees.</param>
public readonly record struct WaterfallFlow(DateOnly Date, long Amount, string? Deal = null);

/// <summary>Shares distributions between investors and manager, to the fen.</summary>
/// <remarks>
/// Tiers, each only after the one before: return of capital; preferred return; catch-up; split by carry. Shares of the
/// last two are taken of the cumulated amounts, so that rounding never drifts. Payments in of a day come before its
/// distributions.
/// </remarks>
public static class Waterfall
{
    /// <summary>Whole-fund (European): all that was paid in comes back first.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="paidIn">Payments of the investors, any order.</param>
    /// <param name="distributions">What there is to share out, any order.</param>
    /// <returns>One step per distribution, by date, and what is owed on the last day.</returns>
    public static WaterfallResult European(
        WaterfallTerms terms, IReadOnlyList<WaterfallFlow> paidIn, IReadOnlyList<WaterfallFlow> distributions)
    {
        HurdleAccount account = new(terms);
        List<WaterfallStep> steps = [];
        List<WaterfallOwed> owed = [];
        int next = 0;
        WaterfallFlow[] payments = [.. paidIn.OrderBy(flow => flow.Date)];
        foreach (WaterfallFlow distribution in distributions.OrderBy(flow => flow.Date))
        {
            for (; next < payments.Length && payments[next].Date <= distribution.Date; next++)
            {
                account.PayIn(payments[next].Date, payments[next].Amount);
            }

            owed.Add(account.Owed(distribution.Date));
            steps.Add(account.Distribute(distribution.Date, distribution.Amount));
        }

        for (; next < payments.Length; next++)
        {
            account.PayIn(payments[next].Date, payments[next].Amount);
        }

        return Result(account, (steps, owed), paidIn, distributions, []);
    }

    /// <summary>
    /// Deal by deal (American), with losses carried forward: what must come back first is the money of the deals realised
    /// so far, of those written off, and money of no deal.
    /// </summary>
    /// <param name="terms">The terms.</param>
    /// <param name="paidIn">Payments of the investors, by deal.</param>
    /// <param name="distributions">What there is to share out, by deal; a deal counts as realised, with all that was paid
    /// for it, from its first distribution on.</param>
    /// <param name="writeOffs">Days on which deals were given up; the amount is not read.</param>
    /// <returns>One step per distribution, by date.</returns>
    public static WaterfallResult DealByDeal(
        WaterfallTerms terms,
        IReadOnlyList<WaterfallFlow> paidIn,
        IReadOnlyList<WaterfallFlow> distributions,
        IReadOnlyList<WaterfallFlow> writeOffs)
    {
        HurdleAccount account = new(terms);
        List<WaterfallStep> steps = [];
        List<WaterfallOwed> owed = [];
        HashSet<string> realised = [];
        List<WaterfallFlow> waiting = [];
        var events = paidIn.Select(flow => (flow, Order: 0))
            .Concat(writeOffs.Select(flow => (flow, Order: 1)))
            .Concat(distributions.Select(flow => (flow, Order: 2)))
            .OrderBy(e => e.flow.Date).ThenBy(e => e.Order);
        foreach ((WaterfallFlow flow, int order) in events)
        {
            if (order == 0 && flow.Deal is { } open && !realised.Contains(open))
            {
                waiting.Add(flow);
                continue;
            }

            if (order == 0)
            {
                account.PayIn(flow.Date, flow.Amount);
                continue;
            }

            if (flow.Deal is { } deal && realised.Add(deal))
            {
                Realise(account, waiting, deal, flow.Date);
            }

            if (order == 2)
            {
                owed.Add(account.Owed(flow.Date));
                steps.Add(account.Distribute(flow.Date, flow.Amount));
            }
        }

        return Result(account, (steps, owed), paidIn, distributions, writeOffs);
    }

    /// <summary>What the manager must give back at the end of a fund whose carry was paid deal by deal.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="paidIn">All payments of the investors.</param>
    /// <param name="distributed">The steps that were paid.</param>
    /// <param name="taxRate">The part of the carry that was paid as tax and is not given back, 0 to 1.</param>
    /// <returns>The larger of carry above the manager's share of the whole profit and what investors lack of capital and
    /// preferred return, at most the carry after tax; minor units, 0 or above.</returns>
    public static long Clawback(
        WaterfallTerms terms, IReadOnlyList<WaterfallFlow> paidIn, IReadOnlyList<WaterfallStep> distributed, decimal taxRate = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(taxRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(taxRate, 1);
        long received = distributed.Sum(step => step.ToManager);
        long profit = Math.Max(0, distributed.Sum(step => step.Total) - paidIn.Sum(flow => flow.Amount));
        long above = received - Fen(profit * terms.CarryShare);

        // Only what investors did receive counts towards what they are owed.
        WaterfallTerms investorsOnly = WaterfallTerms.Of(terms.PreferredRate, terms.Compounding, catchUpShare: 0, carryShare: 0);
        WaterfallFlow[] toInvestors = [.. distributed.Select(step => new WaterfallFlow(step.Date, step.ToInvestors))];
        WaterfallResult owed = European(investorsOnly, paidIn, toInvestors);
        long lacking = owed.UnreturnedCapital + owed.UnpaidPreferred - owed.Steps.Sum(step => step.SplitToInvestors);
        return Math.Clamp(Math.Max(above, lacking), 0, Math.Max(0, Fen(received * (1 - taxRate))));
    }

    private static void Realise(HurdleAccount account, List<WaterfallFlow> waiting, string deal, DateOnly date)
    {
        foreach (WaterfallFlow payment in waiting.Where(flow => flow.Deal == deal))
        {
            account.TakeOver(date, payment.Date, payment.Amount);
        }

        waiting.RemoveAll(flow => flow.Deal == deal);
    }

    private static WaterfallResult Result(
        HurdleAccount account, (List<WaterfallStep> Steps, List<WaterfallOwed> Owed) paid, params ReadOnlySpan<IReadOnlyList<WaterfallFlow>> flows)
    {
        DateOnly last = default;
        foreach (IReadOnlyList<WaterfallFlow> list in flows)
        {
            foreach (WaterfallFlow flow in list)
            {
                last = flow.Date > last ? flow.Date : last;
            }
        }

        return new WaterfallResult(paid.Steps, account.Capital, account.PreferredDue(last)) { Owed = paid.Owed };
    }

    private static long Fen(decimal amount) => (long)decimal.Round(amount, 0, MidpointRounding.AwayFromZero);
}
