using CsCheck;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Properties;

/// <summary>The calendar, the facts and the graph.</summary>
public sealed class BookProperties
{
    private static readonly Stamp Now = Stamp.EndOf(new DateOnly(2025, 12, 31));

    [Fact]
    public void Nothing_posted_after_a_close_changes_a_balance_on_any_closed_day() => RandomLedger.Holds(
        Gen.Select(Gen.Int[0, 7], RandomLedger.Day, RandomLedger.AnyStep.Array[1, 12]), (books, drawn) =>
        {
            var (number, day, later) = drawn;
            var quarter = Quarter.Of(2023 + (number / 4), (number % 4) + 1);
            _ = books.Head.Hold(quarter, "approver1", Now).Value;
            _ = books.Head.Close(quarter, "approver1", Now).Value;
            if (day > quarter.LastDay) return;
            var before = RandomLedger.Commitments.Select(edge => Balances(books, edge, day)).ToList();
            foreach (var step in later)
            {
                var draft = RandomLedger.Draft(books, step);
                var isClosed = draft.EffectiveDate <= quarter.LastDay;
                var errors = books.Try([draft]);
                if (isClosed) Assert.NotEmpty(errors);
            }

            Assert.Equal(before, RandomLedger.Commitments.Select(edge => Balances(books, edge, day)));
        });

    [Fact]
    public void The_first_open_day_is_open_and_no_open_day_lies_between() => Gen.Select(Gen.Int[0, 2].Array[12], RandomLedger.Day).Sample(
        (steps, day) =>
        {
            var book = Book.Open(new NodeId(1), 1);
            for (var i = 0; i < steps.Length; i++)
            {
                var quarter = Quarter.Of(2023 + (i % 8 / 4), (i % 4) + 1);
                _ = steps[i] switch
                {
                    0 => book.Hold(quarter, "approver1", Now),
                    1 => book.Close(quarter, "approver1", Now),
                    _ => book.Reopen(quarter, "approver1", Now, "late"),
                };
            }

            var first = book.FirstOpenDay(day);
            Assert.True(first >= day);
            Assert.NotEqual(PeriodState.Closed, book.StateOf(first));
            Assert.Equal(first == day, book.StateOf(day) != PeriodState.Closed);
            for (var between = day; between < first; between = between.AddDays(1)) Assert.NotEqual(PeriodState.Open, book.StateOf(between));
        },
        iter: Cases.Count);

    [Fact]
    public void Stamps_rise_whatever_the_clock_says() => Gen.Long[0, 5].Array[1, 30].Sample(
        clock =>
        {
            var book = Book.Open(new NodeId(1), 1);
            var draft = new LineDraft(new EdgeId(1), LineKind.Commitment, new DateOnly(2023, 1, 1), Money.Of(1m, Currency.Cny));
            var last = default(Stamp);
            foreach (var (now, i) in clock.Select((now, i) => (new Stamp(now), i)))
            {
                var stamp = i % 3 == 2
                    ? book.Record([new FactDraft(new NodeId(1), FactNames.Sector, "a", draft.EffectiveDate)], now, Signatures.Decision("manager1")).Value[0].RecordedAt
                    : book.Post([draft], now, new Signatures("manager1", ApprovedBy: "approver1", Voucher: null)).Value[0].RecordedAt;
                Assert.Equal(now > last ? now : last.Next, stamp);
                Assert.True(stamp > last);
                last = stamp;
            }
        },
        iter: Cases.Count);

    [Fact]
    public void The_fact_of_a_day_as_known_at_an_instant_is_the_one_that_a_plain_search_finds()
    {
        var fact = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3]);
        Gen.Select(fact.Array[0, 12], Gen.Int[0, 10], Gen.Int[0, 12]).Sample(
            (drawn, day, known) =>
            {
                var books = TestBooks.Of("mother MOTHER CNY");
                var first = new DateOnly(2023, 1, 1);
                foreach (var (from, value) in drawn)
                    _ = books.Record(new FactDraft(books.Node("MOTHER"), FactNames.Sector, value == 0 ? "" : $"s{value}", first.AddDays(from)), Now).Value;
                known = Math.Min(known, drawn.Length);
                var (asOf, knownAt) = (first.AddDays(day), known == 0 ? default : books.Facts[known - 1].RecordedAt);
                var expected = drawn.Take(known).Select((pair, i) => (From: pair.Item1, Value: pair.Item2, i)).Where(f => f.From <= day)
                    .OrderBy(f => f.From).ThenBy(f => f.i).Select(f => (int?)f.Value).LastOrDefault();
                Assert.Equal(expected is > 0 ? $"s{expected}" : null, books.Snapshot.FactOn(books.Node("MOTHER"), FactNames.Sector, asOf, knownAt)?.Value);
            },
            iter: Cases.Count);
    }

    [Fact]
    public void Commitments_refused_where_they_close_a_circle_leave_a_graph_that_can_be_put_in_order() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7]).Array[1, 30].Sample(
            pairs =>
            {
                var books = TestBooks.Of("mother F0 CNY\n" + string.Join('\n', Enumerable.Range(1, 7).Select(i => $"fund F{i} CNY")));
                var above = Enumerable.Range(0, 8).Select(_ => new HashSet<int>()).ToArray();
                foreach (var (holder, investee) in pairs)
                {
                    var closes = holder == investee || above[holder].Contains(investee);
                    Assert.Equal(closes, books.Snapshot.WouldCloseCycle(books.Node($"F{holder}"), books.Node($"F{investee}")));
                    if (closes) continue;
                    books.Add($"2023-01-01 F{holder}->F{investee} Commitment 1.00");
                    foreach (var reached in Enumerable.Range(0, 8).Where(i => i == investee || above[i].Contains(investee)))
                        above[reached].UnionWith([holder, .. above[holder]]);
                }
            },
            iter: Cases.Count);

    private static (long, long, long, long?) Balances(TestBooks books, string edge, DateOnly day)
    {
        var (view, index) = (new LedgerView(books.Snapshot, day, Stamp.Max), books.Index(edge));
        return (view.Commitment(index), view.Unfunded(index), view.Callable(index), view.LevelRolledForward(index));
    }
}
