using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Phases;

/// <summary>One phase of a contribution plan, planned against called and paid.</summary>
/// <param name="Number">Number of the phase; 0 for what was paid in without a phase.</param>
/// <param name="PlannedDate">Planned day; null for what was paid in without a phase.</param>
/// <param name="BudgetYear">Year of the budget, or null.</param>
/// <param name="Planned">Planned amount; null for what was paid in without a phase.</param>
/// <param name="Called">Issued under the phase and not cancelled.</param>
/// <param name="Paid">Paid under the phase.</param>
/// <param name="Conditions">Conditions in all.</param>
/// <param name="ConditionsMet">Of these met: ticked with evidence by the instant asked for, or judged so from the ledger.</param>
/// <param name="IsOverdue">Whether the planned day has passed and less was paid than planned.</param>
/// <param name="Provenance">Where the phase comes from.</param>
public sealed record PhaseProgress(
    int Number, DateOnly? PlannedDate, int? BudgetYear, Money? Planned, Figure<Money> Called, Figure<Money> Paid, int Conditions,
    int ConditionsMet, bool IsOverdue, Provenance Provenance)
{
    private static readonly KindSet CalledKinds = KindSet.Of(LineKind.CallIssued, LineKind.CallCancelled);

    /// <summary>All phases of a fund known at the view's instant, and behind them what was paid in without a phase, where there is any.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="fund">The fund that is paid in.</param>
    /// <param name="plan">Its plan, or null.</param>
    /// <param name="calls">Its calls, whatever their stage.</param>
    public static IReadOnlyList<PhaseProgress> Of(LedgerView view, NodeEntry fund, ContributionPlan? plan, IReadOnlyList<CapitalCall> calls)
    {
        var edges = view.Book.EdgesInto(fund.Id).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment).ToList();
        var trancheOf = calls.Where(call => call.Tranche is not null).ToDictionary(call => call.Id.Value, call => call.Tranche!.Value);
        var (called, paid) = (new Dictionary<int, long>(), new Dictionary<int, long>());
        var ours = edges.ToHashSet();
        foreach (var i in view.Lines(ours, CalledKinds | LineKinds.PaidInKinds))
        {
            var tranche = trancheOf.GetValueOrDefault(view.Book.Columns.Calls[i]);
            var kind = (LineKind)view.Book.Columns.Kinds[i];
            var into = LineKinds.PaidInKinds.Contains(kind) ? paid : called;
            var amount = kind is LineKind.CallCancelled or LineKind.PaidInTransferOut ? -view.Book.Columns.Amounts[i] : view.Book.Columns.Amounts[i];
            into[tranche] = into.GetValueOrDefault(tranche) + amount;
        }

        var phases = (plan?.Tranches ?? []).Where(tranche => tranche.RecordedAt <= view.KnownAt).Select(tranche => new PhaseProgress(
            tranche.Number, tranche.PlannedDate, tranche.BudgetYear, tranche.Amount, Figure("phase.called", tranche.Number, called, CalledKinds),
            Figure("phase.paid", tranche.Number, paid, LineKinds.PaidInKinds), tranche.Conditions.Count,
            GateEngine.Judge(view, plan!, tranche, calls).Count(gate => gate.Status == GateStatus.Met),
            tranche.PlannedDate < view.AsOf && paid.GetValueOrDefault(tranche.Number) < tranche.Amount.MinorUnits, tranche.Provenance)).ToList();
        if (called.GetValueOrDefault(0) != 0 || paid.GetValueOrDefault(0) != 0)
        {
            phases.Add(new PhaseProgress(
                0, null, null, null, Figure("phase.called", 0, called, CalledKinds), Figure("phase.paid", 0, paid, LineKinds.PaidInKinds), 0, 0,
                IsOverdue: false, Provenance.Recorded));
        }

        return phases;

        Figure<Money> Figure(string formula, int number, Dictionary<int, long> sums, KindSet kinds)
        {
            var amount = Money.FromMinor(sums.GetValueOrDefault(number), fund.Currency);
            return Figure<Money>.Of(
                new FigureId(formula, $"{fund.Code}/phase:{number}"), amount,
                amount.IsZero ? Trail.Empty : Trail.Of(LinesInput.Of("lines", view, edges, kinds, amount)));
        }
    }
}
