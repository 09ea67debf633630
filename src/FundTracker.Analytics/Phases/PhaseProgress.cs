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
/// <param name="Invented">Fields of a printed phase that are invented all the same.</param>
public sealed record PhaseProgress(
    int Number, DateOnly? PlannedDate, int? BudgetYear, Money? Planned, Figure<Money> Called, Figure<Money> Paid, int Conditions,
    int ConditionsMet, bool IsOverdue, Provenance Provenance, RecordFields Invented = RecordFields.None)
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
        var (called, paid) = (new Dictionary<int, PhaseSum>(), new Dictionary<int, PhaseSum>());
        var ours = edges.ToHashSet();
        foreach (var i in view.Lines(ours, CalledKinds | LineKinds.PaidInKinds))
        {
            var tranche = trancheOf.GetValueOrDefault(view.Book.Columns.Calls[i]);
            var kind = (LineKind)view.Book.Columns.Kinds[i];
            var into = LineKinds.PaidInKinds.Contains(kind) ? paid : called;
            var amount = kind is LineKind.CallCancelled or LineKind.PaidInTransferOut ? -view.Book.Columns.Amounts[i] : view.Book.Columns.Amounts[i];
            into[tranche] = into.GetValueOrDefault(tranche).With(amount, view.Book.Columns.Flags[i]);
        }

        var phases = (plan?.Tranches ?? []).Where(tranche => tranche.RecordedAt <= view.KnownAt).Select(tranche => new PhaseProgress(
            tranche.Number, tranche.PlannedDate, tranche.BudgetYear, tranche.Amount, Figure("phase.called", tranche.Number, called, CalledKinds),
            Figure("phase.paid", tranche.Number, paid, LineKinds.PaidInKinds), tranche.Conditions.Count,
            GateEngine.Judge(view, plan!, tranche, calls).Count(gate => gate.Status == GateStatus.Met),
            tranche.PlannedDate < view.AsOf && paid.GetValueOrDefault(tranche.Number).Minor < tranche.Amount.MinorUnits, tranche.Provenance,
            tranche.Invented)).ToList();
        if (called.GetValueOrDefault(0).Minor != 0 || paid.GetValueOrDefault(0).Minor != 0)
        {
            phases.Add(new PhaseProgress(
                0, null, null, null, Figure("phase.called", 0, called, CalledKinds), Figure("phase.paid", 0, paid, LineKinds.PaidInKinds), 0, 0,
                IsOverdue: false, Provenance.Recorded));
        }

        return phases;

        Figure<Money> Figure(string formula, int number, Dictionary<int, PhaseSum> sums, KindSet kinds)
        {
            var sum = sums.GetValueOrDefault(number);
            var amount = Money.FromMinor(sum.Minor, fund.Currency);
            var lines = new LinesInput("lines", edges, kinds, amount, sum.IsIllustrative) { Calls = CallsOf(number) };
            return Figure<Money>.Of(
                new FigureId(formula, $"{fund.Code}/phase:{number}"), amount,
                amount.IsZero ? Trail.Empty : Trail.Of(lines));
        }

        // What came without a phase came without a call, or under one that names none.
        HashSet<long> CallsOf(int number) => number == 0
            ? [0, .. calls.Where(call => call.Tranche is null).Select(call => call.Id.Value)]
            : [.. trancheOf.Where(pair => pair.Value == number).Select(pair => pair.Key)];
    }

    /// <summary>What one phase's lines add up to. Parties don't matter: it is the money of all of them.</summary>
    private readonly record struct PhaseSum(long Minor, bool IsIllustrative)
    {
        public PhaseSum With(long minor, ushort flags) =>
            new(checked(Minor + minor), IsIllustrative || LineFlags.IsInvented(flags, FieldsRead.Amount));
    }
}
