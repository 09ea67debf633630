using System.Numerics;
using CsCheck;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Tests.Model;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Properties;

/// <summary>The identities of the ledger, on ledgers of any lines.</summary>
public sealed class LedgerProperties
{
    [Fact]
    public void Every_balance_equals_what_a_plain_recomputation_from_the_lines_gives() =>
        RandomLedger.Holds(Gen.Select(RandomLedger.Day, Gen.Int[0, 40]), (books, at) =>
        {
            var known = Math.Min(at.Item2, books.Lines.Count);
            var view = new LedgerView(books.Snapshot, at.Item1, StampAfter(books, known));
            Assert.Equal(known, view.Known);
            Same(RandomLedger.Reference(books).At(at.Item1, known), view, books);
        });

    [Fact]
    public void Unfunded_is_commitment_less_paid_in_inside_it_plus_recallable_distributions() =>
        RandomLedger.Holds(RandomLedger.Day, (books, day) =>
        {
            var view = new LedgerView(books.Snapshot, day, Stamp.Max);
            foreach (var name in RandomLedger.Commitments)
            {
                var edge = books.Index(name);
                var lines = books.Lines.Where(line => line.Edge == books.Edge(name) && line.EffectiveDate <= day).ToList();
                var paidInside = lines.Where(line => line.InsideCommitment).Sum(line => LineKinds.RuleOf(line.Kind).PaidIn * line.Amount.MinorUnits);
                var recallable = lines.Where(line => LineKinds.DistributionKinds.Contains(line.Kind) && line.Recallable).Sum(line => line.Amount.MinorUnits);
                Assert.Equal(view.Commitment(edge) - paidInside + recallable, view.Unfunded(edge));
                Assert.Equal(view.Unfunded(edge) - view.OutstandingCalls(edge), view.Callable(edge));
            }
        });

    [Fact]
    public void Each_line_moves_the_unfunded_of_its_edge_by_its_impact_and_nothing_else() => RandomLedger.Holds(books =>
    {
        var before = new LedgerView(books.Snapshot, DateOnly.MaxValue, default);
        foreach (var line in books.Lines)
        {
            var after = new LedgerView(books.Snapshot, DateOnly.MaxValue, line.RecordedAt);
            for (var edge = 0; edge < books.Snapshot.Edges.Count; edge++)
            {
                var impact = books.Snapshot.Edges[edge].Id == line.Edge ? line.ImpactOnUnfunded : 0;
                Assert.Equal(before.Unfunded(edge) + impact, after.Unfunded(edge));
            }

            before = after;
        }
    });

    [Fact]
    public void What_was_known_at_an_instant_is_changed_by_nothing_that_is_appended_later() =>
        RandomLedger.Holds(Gen.Select(RandomLedger.Day, RandomLedger.AnyStep.Array[1, 10]), (books, drawn) =>
        {
            var (day, later) = drawn;
            var instant = books.Head.LastRecordedAt;
            var before = Print(books, new LedgerView(books.Snapshot, day, instant));
            foreach (var step in later) books.Append([RandomLedger.Draft(books, step)]);
            Assert.Equal(before, Print(books, new LedgerView(books.Snapshot, day, instant)));
        });

    [Fact]
    public void Cash_of_all_funds_together_is_what_came_from_and_went_to_the_outside() =>
        RandomLedger.Holds(RandomLedger.Day, (books, day) =>
        {
            var view = new LedgerView(books.Snapshot, day, Stamp.Max);
            BigInteger cash = RandomLedger.Funds.Sum(fund => view.Cash(books.Node(fund)));
            Assert.Equal(books.Lines.Where(line => line.EffectiveDate <= day).Aggregate(BigInteger.Zero, (sum, line) => sum + FromOutside(books, line)), cash);
        });

    [Fact]
    public void Between_two_days_without_a_statement_a_nav_moves_by_what_was_paid_in_less_what_was_distributed() =>
        RandomLedger.Holds(Gen.Select(RandomLedger.Day, RandomLedger.Day), (books, days) =>
        {
            var (from, to) = days.Item1 <= days.Item2 ? days : (days.Item2, days.Item1);
            var (opening, closing) = (new LedgerView(books.Snapshot, from, Stamp.Max), new LedgerView(books.Snapshot, to, Stamp.Max));
            foreach (var name in RandomLedger.Commitments)
            {
                var edge = books.Index(name);
                if (opening.LevelLine(edge) < 0 || opening.LevelLine(edge) != closing.LevelLine(edge)) continue;
                var flows = closing.PaidIn(edge) - opening.PaidIn(edge) - (closing.Distributed(edge) - opening.Distributed(edge));
                Assert.Equal(opening.LevelRolledForward(edge) + flows, closing.LevelRolledForward(edge));
            }
        });

    [Fact]
    public void A_line_taken_back_on_its_own_day_leaves_every_balance_as_if_it_had_never_been() =>
        RandomLedger.Holds(Gen.Select(RandomLedger.AnyStep, RandomLedger.Day), (books, drawn) =>
        {
            var (step, day) = drawn;
            var draft = RandomLedger.Draft(books, step with { Reverses = 0 });
            if (draft.Kind is LineKind.CallIssued or LineKind.CallCancelled) return;
            if (draft.Call is { } call && books.Lines.Any(line => line.Edge == draft.Edge && line.Call == call && line.Kind == LineKind.CallCancelled)) return;
            var before = Print(books, new LedgerView(books.Snapshot, day, Stamp.Max));
            var line = books.Append([draft])[0];
            books.Append([line.Reversal(line.EffectiveDate, "", correctsClosed: false)]);
            Assert.Equal(before, Print(books, new LedgerView(books.Snapshot, day, Stamp.Max)));
        });

    [Fact]
    public void Ordinary_work_never_leaves_unfunded_callable_or_any_days_cash_below_zero() => RandomLedger.Steps.Sample(
        steps =>
        {
            var books = RandomLedger.Empty();
            var days = new HashSet<DateOnly>();
            foreach (var step in steps)
            {
                if (RandomLedger.Draft(books, step) is { Kind: not LineKind.OpeningContribution } draft && books.Try([draft]).Count == 0)
                    days.Add(draft.EffectiveDate);
            }

            foreach (var view in days.Append(DateOnly.MaxValue).Select(day => new LedgerView(books.Snapshot, day, Stamp.Max)))
                foreach (var fund in RandomLedger.Funds) Assert.True(view.Cash(books.Node(fund)) >= 0);
            foreach (var edge in RandomLedger.Commitments.Select(books.Index))
            {
                Assert.True(books.View().Unfunded(edge) >= 0);
                Assert.True(books.View().Callable(edge) >= 0);
            }
        },
        iter: Cases.Count, print: RandomLedger.Text);

    [Fact]
    public void A_refused_batch_leaves_the_ledger_as_it_was() =>
        RandomLedger.Holds(RandomLedger.AnyStep.Array[1, 3], (books, steps) =>
        {
            var (count, hash, stamp) = (books.Lines.Count, books.Head.LedgerHash, books.Head.LastRecordedAt);
            var errors = books.Try([.. steps.Select(step => RandomLedger.Draft(books, step))]);
            if (errors.Count == 0) Assert.Equal(count + steps.Length, books.Lines.Count);
            else Assert.Equal((count, hash, stamp), (books.Lines.Count, books.Head.LedgerHash, books.Head.LastRecordedAt));
        });

    /// <summary>Compares all balances of a view with the reference's.</summary>
    internal static void Same(ReferenceLedger.Moment expected, LedgerView view, TestBooks books)
    {
        foreach (var name in RandomLedger.All)
        {
            var (edge, ends) = (books.Index(name), name.Split("->"));
            var (from, to) = (ends[0], ends[^1]);
            Assert.Equal(
                (name, expected.Commitment(from, to), expected.PaidIn(from, to), expected.Distributed(from, to), expected.Unfunded(from, to),
                    expected.Outstanding(from, to), expected.Callable(from, to), expected.Level(from, to)),
                (name, view.Commitment(edge), view.PaidIn(edge), view.Distributed(edge), view.Unfunded(edge),
                    view.OutstandingCalls(edge), view.Callable(edge), view.LevelRolledForward(edge)));
        }

        foreach (var fund in RandomLedger.Funds) Assert.Equal((fund, expected.Cash(fund)), (fund, view.Cash(books.Node(fund))));
    }

    private static string Print(TestBooks books, LedgerView view) => string.Join('\n', Enumerable.Range(0, books.Snapshot.Edges.Count).Select(edge =>
        $"{edge}: {view.Commitment(edge)} {view.PaidIn(edge)} {view.Distributed(edge)} {view.Unfunded(edge)} {view.Callable(edge)} {view.LevelRolledForward(edge)} "
        + string.Join(' ', LineKinds.All.Select(kind => view.Sum(edge, kind))))) + string.Join(' ', RandomLedger.Funds.Select(fund => view.Cash(books.Node(fund))));

    private static Stamp StampAfter(TestBooks books, int known) => known == 0 ? default : books.Lines[known - 1].RecordedAt;

    private static BigInteger FromOutside(TestBooks books, LedgerLine line)
    {
        var edge = books.Snapshot.Edges[books.Snapshot.IndexOf(line.Edge)];
        var (holder, investee) = (books.Snapshot.Node(edge.Holder).Code, books.Snapshot.Node(edge.Investee).Code);
        var isBetweenFunds = holder != investee && RandomLedger.Funds.Contains(holder) && RandomLedger.Funds.Contains(investee);
        return line.Kind switch
        {
            LineKind.Contribution => isBetweenFunds ? 0 : line.Amount.MinorUnits,
            LineKind.ReturnOfCapital or LineKind.GainDistribution or LineKind.IncomeDistribution => isBetweenFunds ? 0 : -line.Amount.MinorUnits,
            LineKind.Interest or LineKind.OtherIncome or LineKind.CreditDrawn or LineKind.OpeningCash or LineKind.CurrencyBought => line.Amount.MinorUnits,
            LineKind.ExitProceeds or LineKind.Dividend => line.Amount.MinorUnits,
            LineKind.ManagementFee or LineKind.Expense or LineKind.Tax or LineKind.CreditRepaid or LineKind.CurrencySold or LineKind.Investment => -line.Amount.MinorUnits,
            _ => 0,
        };
    }
}
