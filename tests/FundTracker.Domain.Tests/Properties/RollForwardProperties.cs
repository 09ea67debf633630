using CsCheck;
using FundTracker.Analytics.Performance;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Tests.Model;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Properties;

/// <summary>
/// Roll-forwards of NAV of random ledgers: flows, statements with and without splits, restated, and taken back whole or in part; against a
/// plain account of which statements stand.
/// </summary>
public sealed class RollForwardProperties
{
    private const string Family = "mother M CNY\nfund F CNY\n2023-01-01 M->F Contribution 61.00\n2023-01-01 CITY->F Contribution 37.03";

    private static readonly DateOnly Start = new(2023, 1, 1);

    private static readonly LineKind[] Kinds = [.. LineKinds.ValueChangeKinds.Kinds()];

    /// <summary>What happens next: 0-1 a flow, 2-5 a statement on one of ten days, 6 a statement is taken back, 7 a split is.</summary>
    private sealed record Step(int What, int Day, long Amount, int Parts, int Which);

    private static Gen<Step[]> Steps { get; } = Gen.Select(Gen.Int[0, 7], Gen.Int[1, 10], Gen.Long[1, 9_999], Gen.Int[0, 63], Gen.Int[0, 99])
        .Select((what, day, amount, parts, which) => new Step(what, day, amount, parts, which)).Array[1, 25];

    [Fact]
    public void The_parts_always_add_up_to_the_fen_and_are_those_of_the_statements_that_stand() =>
        Gen.Select(Steps, Gen.Int[0, 105], Gen.Int[0, 105]).Sample(
            (steps, from, to) =>
            {
                var account = Account.Of(steps);
                var (opening, closing) = (Start.AddDays(Math.Min(from, to) - 2), Start.AddDays(Math.Max(from, to)));
                var view = new LedgerView(account.Books.Snapshot, closing, Stamp.Max);
                var fund = view.Book.FindNode("F")!;
                int[] own = [account.Books.Index("M->F")], city = [account.Books.Index("CITY->F")];
                var (mine, its, whole) = (
                    RollForwardEngine.Of(view, fund, own, opening), RollForwardEngine.Of(view, fund, city, opening),
                    RollForwardEngine.Of(view, fund, [.. own, .. city], opening));
                foreach (var roll in new[] { mine, its, whole }) AssertAddsUp(roll);
                AssertParts(account, whole, mine, its);
            },
            iter: Cases.Count);

    private static void AssertAddsUp(NavRollForward roll)
    {
        if (roll.NotSplit.Value is null) Assert.NotNull((roll.Opening.NoneReason ?? roll.Closing.NoneReason)?.Code);
        else Assert.Equal(roll.Closing.Require(), roll.Effects().Aggregate(roll.Opening.Require(), (sum, part) => sum + part.Effect));
    }

    private static void AssertParts(Account account, NavRollForward whole, NavRollForward mine, NavRollForward its)
    {
        if (whole.Opening.Value is null) return;
        foreach (var (part, own, city, kind) in Parts(whole).Zip(Parts(mine), Parts(its)).Zip(Kinds, (row, kind) => (row.First, row.Second, row.Third, kind)))
        {
            var expected = account.Expected(whole.From, whole.To, kind);
            Assert.Equal(expected, part.Value?.MinorUnits);
            if (expected is null || account.HasPartlyTakenBack) continue;
            Assert.Equal(expected, own.Require().MinorUnits + city.Require().MinorUnits);
        }
    }

    private static Domain.Figures.Figure<Money>[] Parts(NavRollForward roll) =>
        [roll.Income, roll.Realised, roll.Unrealised, roll.ManagementFees, roll.Expenses, roll.CarryChange];

    /// <summary>A ledger, and which statements of the fund stand: the last of each day that was not taken back.</summary>
    private sealed class Account
    {
        private readonly List<Statement> statements = [];

        public TestBooks Books { get; } = TestBooks.Of(Family);

        /// <summary>Whether a statement was taken back for one investor alone.</summary>
        public bool HasPartlyTakenBack => statements.Exists(one => one.Mine.IsTakenBack != one.Its.IsTakenBack);

        public static Account Of(Step[] steps)
        {
            var account = new Account();
            foreach (var step in steps) account.Do(step);
            return account;
        }

        /// <summary>Sum of one kind over the standing statements whose days all lie in the period; null where none states it.</summary>
        public long? Expected(DateOnly from, DateOnly to, LineKind kind)
        {
            var days = statements.Select(one => one.Day).Distinct().Order().Select(day => (
                Day: day, Mine: statements.FindLast(one => one.Day == day && !one.Mine.IsTakenBack),
                Its: statements.FindLast(one => one.Day == day && !one.Its.IsTakenBack))).ToList();
            long? sum = null;
            foreach (var (day, mine, its) in days.Where(day => day.Day > from && day.Day <= to && day.Mine == day.Its && day.Mine is not null))
            {
                var before = days.FindLast(earlier => earlier.Day < day && earlier is { Mine: not null, Its: not null }).Day;
                var isWithin = before == default ? from < Start : before >= from;
                if (isWithin && mine!.Split.TryGetValue(kind, out var amount)) sum = (sum ?? 0) + amount;
            }

            return sum;
        }

        private void Do(Step step)
        {
            var day = Start.AddDays(step.Day * 10);
            if (step.What < 2) Books.Append([Line(step.Which % 2 == 0 ? "M->F" : "CITY->F", step.What == 0 ? LineKind.Contribution : LineKind.IncomeDistribution, day.AddDays(-3), step.Amount)]);
            else if (step.What < 6) State(day, step);
            else if (statements.Count > 0) TakeBack(statements[step.Which % statements.Count], step);
        }

        private void State(DateOnly day, Step step)
        {
            var stated = new Statement(day, Level("M->F", day, step.Amount), Level("CITY->F", day, step.Amount / 2));
            for (var i = 0; i < Kinds.Length; i++)
            {
                if ((step.Parts >> i & 1) == 0) continue;
                stated.Split[Kinds[i]] = step.Amount - (i * 777);
                stated.Lines[Kinds[i]] = Books.Append([Line("F", Kinds[i], day, step.Amount - (i * 777))])[0];
            }

            statements.Add(stated);
        }

        private void TakeBack(Statement statement, Step step)
        {
            if (step.What == 7)
            {
                var open = statement.Split.Keys.Order().ToList();
                if (open.Count == 0) return;
                var kind = open[step.Which % open.Count];
                Books.Append([statement.Lines[kind].Reversal(statement.Day, "", correctsClosed: false)]);
                statement.Split.Remove(kind);
                return;
            }

            foreach (var level in step.Parts switch { < 20 => new[] { statement.Mine }, < 40 => [statement.Its], _ => [statement.Mine, statement.Its] })
            {
                if (level.IsTakenBack) continue;
                level.IsTakenBack = true;
                Books.Append([level.Line.Reversal(statement.Day, "", correctsClosed: false)]);
            }
        }

        private Level Level(string edge, DateOnly day, long amount) => new(Books.Append([Line(edge, LineKind.Nav, day, amount)])[0]);

        private LineDraft Line(string edge, LineKind kind, DateOnly day, long amount) => new(Books.Edge(edge), kind, day, Money.FromMinor(amount, Currency.Cny));
    }

    private sealed class Level(LedgerLine line)
    {
        public LedgerLine Line { get; } = line;

        public bool IsTakenBack { get; set; }
    }

    private sealed record Statement(DateOnly Day, Level Mine, Level Its)
    {
        public Dictionary<LineKind, long> Split { get; } = [];

        public Dictionary<LineKind, LedgerLine> Lines { get; } = [];
    }
}
