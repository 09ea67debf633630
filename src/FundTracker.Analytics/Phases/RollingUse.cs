using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Phases;

/// <summary>A part of a fund's money by how often it has been used.</summary>
/// <param name="Number">1 for what shareholders paid in and the fund's other receipts, 2 for what came back from the first use, and so on.</param>
/// <param name="Arrived">What came in.</param>
/// <param name="Placed">What of it went into sub-funds and companies.</param>
/// <param name="Spent">What of it went to shareholders, fees, expenses, tax, a credit line or another currency.</param>
/// <param name="Waiting">What is left of it.</param>
public sealed record MoneyGeneration(int Number, Figure<Money> Arrived, Figure<Money> Placed, Figure<Money> Spent, Figure<Money> Waiting);

/// <summary>Money that waits to be used.</summary>
/// <param name="Since">The day on which it came.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="Amount">How much is left of it.</param>
/// <param name="IsPaidIn">Whether shareholders paid it in.</param>
public sealed record WaitingMoney(DateOnly Since, int Generation, Money Amount, bool IsPaidIn);

/// <summary>
/// 滚动使用: a fund's money by generation. Attribution is first in, first out. What comes in first is used first, whatever it is used for. What
/// comes back from a sub-fund or company is first what was placed there first, one generation on; what comes back above what is still placed
/// there belongs to the money placed there last. Shares taken over or given in kind are placed in generation 1 without passing through the
/// fund's cash. Interest, other income, credit drawn, opening cash and money changed back from another currency are generation 1. Money used before any came in is of no generation.
/// </summary>
/// <param name="Generations">The generations there are, from 1.</param>
/// <param name="Waiting">What waits, the oldest first.</param>
/// <param name="Unattributed">Used before any money came in; zero unless the books begin in the middle of a fund's life.</param>
public sealed record RollingUse(IReadOnlyList<MoneyGeneration> Generations, IReadOnlyList<WaitingMoney> Waiting, Money Unattributed)
{
    /// <summary>What the formula of each figure begins with.</summary>
    public const string Formulas = "rolling.";

    private static readonly KindSet Returns = KindSet.Of(
        LineKind.ReturnOfCapital, LineKind.GainDistribution, LineKind.IncomeDistribution, LineKind.ExitProceeds, LineKind.Dividend);

    private static readonly KindSet Placings = KindSet.Of(LineKind.Contribution, LineKind.Investment);
    private static readonly KindSet InKind = KindSet.Of(LineKind.ContributionInKind, LineKind.PaidInTransferIn, LineKind.InvestmentInKind);
    private static readonly KindSet Receipts = KindSet.Of(LineKind.Interest, LineKind.OtherIncome, LineKind.CreditDrawn, LineKind.OpeningCash, LineKind.CurrencyBought);
    private static readonly KindSet Costs = KindSet.Of(LineKind.ManagementFee, LineKind.Expense, LineKind.Tax, LineKind.CreditRepaid, LineKind.CurrencySold);

    /// <summary>All figures, by which the trail finds one.</summary>
    public IEnumerable<IFigure> All => Generations.SelectMany(one => new IFigure[] { one.Arrived, one.Placed, one.Spent, one.Waiting });

    /// <summary>Whether any money has come back.</summary>
    public bool HasReturned => Generations.Count > 1;

    /// <summary>Follows the money of a fund; lines in other currencies than its own are left to their own purse.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="fund">The mother fund or a sub-fund.</param>
    public static RollingUse Of(LedgerView view, NodeEntry fund)
    {
        var purse = Followed(view, fund, out var from);
        return purse.Close(view, fund, from);
    }

    /// <summary>What waits of a fund's money, the oldest first, without the generations behind it.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="fund">The mother fund or a sub-fund.</param>
    public static IReadOnlyList<WaitingMoney> WaitingIn(LedgerView view, NodeEntry fund) => Followed(view, fund, out _).Waiting(fund.Currency);

    private static Purse Followed(LedgerView view, NodeEntry fund, out Selections from)
    {
        var (into, held, own) = (Edges(view.Book.EdgesInto(fund.Id), EdgeKind.Commitment), Edges(view.Book.EdgesHeldBy(fund.Id), null), Edges(view.Book.EdgesHeldBy(fund.Id), EdgeKind.Own));
        var purse = new Purse();
        foreach (var i in Ordered(view, (HashSet<int>)[.. into, .. held, .. own])) Follow(view, i, into, own, purse);
        from = new Selections(into, [.. held], own);
        return purse;

        HashSet<int> Edges(IEnumerable<int> edges, EdgeKind? kind) => [.. edges.Where(edge =>
            view.Book.Edges[edge].Currency == fund.Currency && (kind is null ? view.Book.Edges[edge].Kind != EdgeKind.Own : view.Book.Edges[edge].Kind == kind))];
    }

    /// <summary>Lines in the order of their days; one that was taken back is left out with the one that took it back.</summary>
    private static IEnumerable<int> Ordered(LedgerView view, IReadOnlySet<int> edges) =>
        StandingLines.Of(view, edges, Returns | Placings | InKind | Receipts | Costs | KindSet.Of(LineKind.PaidInTransferOut))
            .OrderBy(i => view.Book.Columns.Days[i]).ThenBy(i => i);

    private static void Follow(LedgerView view, int i, HashSet<int> into, HashSet<int> own, Purse purse)
    {
        var (edge, kind) = (view.Book.Columns.Edges[i], (LineKind)view.Book.Columns.Kinds[i]);
        var (day, amount) = (DateOnly.FromDayNumber(view.Book.Columns.Days[i]), view.Book.Columns.Amounts[i]);
        if (own.Contains(edge))
        {
            if (Receipts.Contains(kind)) purse.Receive(day, 1, amount, isPaidIn: false);
            else if (Costs.Contains(kind)) purse.Spend(amount);
        }
        else if (into.Contains(edge))
        {
            if (kind == LineKind.Contribution) purse.Receive(day, 1, amount, isPaidIn: true);
            else if (Returns.Contains(kind)) purse.Spend(amount);
        }
        else if (Placings.Contains(kind)) purse.Place(edge, amount);
        else if (InKind.Contains(kind)) purse.TakeOver(edge, amount);
        else if (kind == LineKind.PaidInTransferOut) purse.HandOver(edge, amount);
        else if (Returns.Contains(kind)) purse.Return(edge, day, amount);
    }

    private sealed record Selections(HashSet<int> Into, IReadOnlyList<int> Held, HashSet<int> Own);

    /// <summary>The fund's money while it is followed, minor units.</summary>
    private sealed class Purse
    {
        private readonly LinkedList<Lot> lots = [];
        private readonly Dictionary<int, LinkedList<Lot>> placed = [];
        private readonly Dictionary<int, int> last = [];
        private readonly SortedDictionary<int, Sums> sums = new() { [1] = new Sums() };
        private long unattributed;

        public void Receive(DateOnly day, int generation, long amount, bool isPaidIn)
        {
            if (amount <= 0)
            {
                Spend(-amount);
                return;
            }

            Of(generation).Arrived += amount;
            lots.AddLast(new Lot(day, generation, amount, isPaidIn));
        }

        public void Spend(long amount)
        {
            var parts = Take(lots, amount, out var missing);
            foreach (var (generation, part) in parts) Of(generation).Spent += part;
            unattributed += missing;
        }

        public void Place(int edge, long amount)
        {
            var parts = Take(lots, amount, out var missing);
            foreach (var (generation, part) in parts)
            {
                Of(generation).Placed += part;
                Put(edge, generation, part);
            }

            unattributed += missing;
            if (missing > 0) Put(edge, 1, missing);
        }

        public void TakeOver(int edge, long amount) => Put(edge, 1, amount);

        public void HandOver(int edge, long amount)
        {
            if (placed.TryGetValue(edge, out var queue)) _ = Take(queue, amount, out _);
        }

        public void Return(int edge, DateOnly day, long amount)
        {
            var above = amount;
            if (placed.TryGetValue(edge, out var queue))
                foreach (var (generation, part) in Take(queue, amount, out above)) Receive(day, generation + 1, part, isPaidIn: false);
            if (above > 0) Receive(day, last.GetValueOrDefault(edge, 1) + 1, above, isPaidIn: false);
        }

        public IReadOnlyList<WaitingMoney> Waiting(Currency currency) =>
        [
            .. lots.GroupBy(lot => (lot.Day, lot.Generation, lot.IsPaidIn)).OrderBy(group => group.Key.Day)
                .Select(group => new WaitingMoney(
                    group.Key.Day, group.Key.Generation, Money.FromMinor(group.Sum(lot => lot.Left), currency), group.Key.IsPaidIn)),
        ];

        public RollingUse Close(LedgerView view, NodeEntry fund, Selections from)
        {
            return new RollingUse(
                [.. sums.Select(pair => Generation(pair.Key, pair.Value))],
                Waiting(fund.Currency), Amount(unattributed));

            MoneyGeneration Generation(int number, Sums of)
            {
                var income = number == 1
                    ? new[] { Lines("paidIn", [.. from.Into], KindSet.Of(LineKind.Contribution)), Lines("otherReceipts", [.. from.Own], Receipts) }
                    : [Lines("returned", from.Held, Returns)];
                var placings = Lines("placed", from.Held, Placings);
                var arrived = Figure("arrived", number, of.Arrived, income);
                var put = Figure("placed", number, of.Placed, [placings, .. income]);
                var spent = Figure("spent", number, of.Spent, [Lines("costs", [.. from.Own], Costs), Lines("distributed", [.. from.Into], Returns)]);
                var id = new FigureId(Formulas + "waiting", Scope(number));
                return new MoneyGeneration(number, arrived, put, spent, Figure<Money>.Of(
                    id, Amount(of.Arrived - of.Placed - of.Spent),
                    Trail.Of(new FigureInput("arrived", arrived), new FigureInput("placed", put), new FigureInput("spent", spent))));
            }

            Figure<Money> Figure(string name, int number, long amount, IReadOnlyList<LinesInput> inputs) => Figure<Money>.Of(
                new FigureId(Formulas + name, Scope(number)), Amount(amount), Trail.Of([.. inputs.Where(input => input.Lines(view).Any())]));

            LinesInput Lines(string role, IReadOnlyList<int> edges, KindSet kinds) => LinesInput.Of(role, view, edges, kinds, null, FieldsRead.Dated);
            string Scope(int number) => FormattableString.Invariant($"{fund.Code}/generation:{number}");
            Money Amount(long minor) => Money.FromMinor(minor, fund.Currency);
        }

        private static List<(int Generation, long Part)> Take(LinkedList<Lot> queue, long amount, out long missing)
        {
            var parts = new List<(int, long)>();
            while (amount > 0 && queue.First is { } first)
            {
                var part = Math.Min(amount, first.Value.Left);
                parts.Add((first.Value.Generation, part));
                amount -= part;
                if (part == first.Value.Left) queue.RemoveFirst();
                else first.Value = first.Value with { Left = first.Value.Left - part };
            }

            missing = amount;
            return parts;
        }

        private void Put(int edge, int generation, long amount)
        {
            if (amount <= 0) return;
            if (!placed.TryGetValue(edge, out var queue)) placed[edge] = queue = [];
            queue.AddLast(new Lot(DateOnly.MinValue, generation, amount, IsPaidIn: false));
            last[edge] = generation;
        }

        private Sums Of(int generation)
        {
            if (!sums.TryGetValue(generation, out var found)) sums[generation] = found = new Sums();
            return found;
        }
    }

    private sealed record Lot(DateOnly Day, int Generation, long Left, bool IsPaidIn);

    private sealed class Sums
    {
        public long Arrived { get; set; }

        public long Placed { get; set; }

        public long Spent { get; set; }
    }
}
