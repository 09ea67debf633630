using System.Globalization;
using FundTracker.Analytics.Ratios;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Performance;

/// <summary>
/// Computes roll-forwards of NAV. A sub-fund's parts are what its statements say: each split covers the days since the statement before it and
/// counts where all of them lie in the period; it is the whole fund's, and an investor's part of it goes by what each had paid in. A mother
/// fund states no NAV: income, fees and expenses are its own books', all else is in the values of what it holds and stays not split.
/// </summary>
public static class RollForwardEngine
{
    private const string FromPart = "/from:";

    /// <summary>The periods of the ILPA template that end on the day of a view: its quarter, its year, and all since the first payment.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="code">Code of the mother fund or of a sub-fund that it holds.</param>
    /// <returns>In that order; the last is missing before anything was paid in. Null where the code names no such fund.</returns>
    public static IReadOnlyList<NavRollForward>? ToDate(LedgerView view, string code)
    {
        if (Investors(view, code) is not { } scope) return null;
        var first = scope.Edges.Select(view.FirstPaidIn).Min();
        DateOnly?[] openings = [Quarter.Of(view.AsOf).Previous.LastDay, new DateOnly(view.AsOf.Year, 1, 1).AddDays(-1), first?.AddDays(-1)];
        return [.. openings.OfType<DateOnly>().Select(from => Of(view, scope.Fund, scope.Edges, from))];
    }

    /// <summary>The roll-forward of the mother fund for its shareholders, or of a sub-fund for the mother fund; null where the code names neither.</summary>
    /// <param name="view">The books on the closing day, as known at an instant.</param>
    /// <param name="code">Code of the fund.</param>
    /// <param name="from">Opening day.</param>
    public static NavRollForward? Of(LedgerView view, string code, DateOnly from) =>
        Investors(view, code) is { } scope ? Of(view, scope.Fund, scope.Edges, from) : null;

    /// <summary>The roll-forward of some investors' shares of a fund, such as all of them.</summary>
    /// <param name="view">The books on the closing day, as known at an instant.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="edges">Dense indexes of the investors' commitments.</param>
    /// <param name="from">Opening day.</param>
    public static NavRollForward Of(LedgerView view, NodeEntry fund, IReadOnlyList<int> edges, DateOnly from) =>
        new Period(view, fund, edges, from).Read();

    /// <summary>The roll-forward that a figure's address speaks of; null where it names none.</summary>
    public static NavRollForward? Find(LedgerView view, FigureId id)
    {
        var at = id.Scope.IndexOf(FromPart, StringComparison.Ordinal);
        return at > 0 && DateOnly.TryParseExact(id.Scope.AsSpan(at + FromPart.Length), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            ? Of(view, id.Scope[..at], from)
            : null;
    }

    private static (NodeEntry Fund, IReadOnlyList<int> Edges)? Investors(LedgerView view, string code)
    {
        if (view.Book.FindNode(code) is not { } fund) return null;
        if (fund.Id == view.Book.MotherFund) return (fund, view.Book.CommitmentsTo(fund.Id));
        var edge = view.Book.FindEdge(EdgeKind.Commitment, view.Book.MotherFund, fund.Id);
        return edge < 0 ? null : (fund, [edge]);
    }

    /// <summary>One fund and period.</summary>
    private sealed class Period(LedgerView view, NodeEntry fund, IReadOnlyList<int> edges, DateOnly from)
    {
        private readonly bool _isMother = fund.Id == view.Book.MotherFund;
        private readonly List<DomainError> _remarks = [];

        public NavRollForward Read()
        {
            var (contributions, distributions) = (Flows("in", LineKinds.PaidInKinds), Flows("out", LineKinds.DistributionKinds));
            var (opening, closing) = (Opening(), Closing());
            var parts = opening.NoneReason is { } unknown
                ? LineKinds.ValueChangeKinds.Kinds().ToDictionary(kind => kind, kind => Figure<Money>.None(Id(PartOf(kind)), unknown))
                : _isMother ? OwnBooks() : Stated();
            var roll = new NavRollForward(
                fund, from, view.AsOf, opening, contributions, distributions, parts[LineKind.ValueIncome], parts[LineKind.ValueRealised],
                parts[LineKind.ValueUnrealised], parts[LineKind.ValueManagementFee], parts[LineKind.ValueExpense], parts[LineKind.ValueCarryChange],
                NotSplit: Figure<Money>.None(Id("notSplit"), FigureReasons.NoNav()), closing, _remarks);
            return roll with { NotSplit = Rest(roll) };
        }

        private static string PartOf(LineKind kind) => kind switch
        {
            LineKind.ValueIncome => "income",
            LineKind.ValueRealised => "realised",
            LineKind.ValueUnrealised => "unrealised",
            LineKind.ValueManagementFee => "fees",
            LineKind.ValueExpense => "expenses",
            LineKind.ValueCarryChange => "carry",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        private FigureId Id(string part) => new(NavRollForward.Formulas + part, $"{fund.Code}{FromPart}{from.ToString("O", CultureInfo.InvariantCulture)}");

        private Figure<Money> Opening()
        {
            var id = Id("opening");
            if (from >= view.AsOf) return Figure<Money>.None(id, RollForwardReasons.NoPeriod(from, view.AsOf));
            if (Unknown() is { } unknown) return Figure<Money>.None(id, unknown);
            var before = view.On(from);
            var isNothingYet = !edges.Any(edge => before.Has(edge, LineKinds.PaidInKinds | LineKinds.DistributionKinds));
            // What a mother fund held before anybody had paid in was brought in by the payments that followed.
            if (_isMother && isNothingYet) return Figure<Money>.Of(id, Money.Zero(fund.Currency), Trail.Empty);
            var nav = _isMother ? MotherFundNav.Of(before) : FundFigureEngine.NavOf(before, fund, edges);
            var trail = Trail.Of(new FigureInput("nav", nav) { Day = from });
            if (nav.Value is { } value)
            {
                RemarkRolled(before, from);
                return Figure<Money>.Of(id, value, trail);
            }

            return isNothingYet && nav.NoneReason!.Code == FigureReasons.NoNav().Code
                ? Figure<Money>.Of(id, Money.Zero(fund.Currency), Trail.Empty)
                : Figure<Money>.None(id, nav.NoneReason!, trail);
        }

        private Figure<Money> Closing()
        {
            var nav = _isMother ? MotherFundNav.Of(view) : FundFigureEngine.NavOf(view, fund, edges);
            var trail = Trail.Of(new FigureInput("nav", nav));
            if (nav.Value is null) return Figure<Money>.None(Id("closing"), nav.NoneReason!, trail);
            RemarkRolled(view, view.AsOf);
            return Figure<Money>.Of(Id("closing"), nav.Value, trail);
        }

        /// <summary>Why the flows of the period are not known; null where they are.</summary>
        private DomainError? Unknown()
        {
            if (edges.Count == 0) return FigureReasons.NothingCommitted();
            var figures = _isMother ? FundFigureEngine.OfMotherFund(view) : FundFigureEngine.OfSubFund(view, edges[0]);
            var own = view.Book.FindEdge(EdgeKind.Own, fund.Id, fund.Id);
            var asked = _isMother && own >= 0 ? edges.Append(own).ToHashSet() : [.. edges];
            return figures.PaidIn.NoneReason ?? figures.Distributed.NoneReason
                ?? (InPeriod(asked, LineKinds.OpeningKinds).Count > 0 ? ReturnReasons.OpeningBalances() : null);
        }

        private void RemarkRolled(LedgerView at, DateOnly day)
        {
            if (!_isMother && edges.Select(at.LevelDate).Min() is { } statedOn && statedOn != day)
                _remarks.Add(RollForwardReasons.RolledForward(day, statedOn));
        }

        private Figure<Money> Flows(string part, KindSet kinds)
        {
            var lines = InPeriod(edges.ToHashSet(), kinds);
            var sum = Sum(lines, kind => LineKinds.RuleOf(kind).PaidIn + LineKinds.RuleOf(kind).Distributed);
            return Figure<Money>.Of(Id(part), sum, Trail.Of(Input("lines", edges, kinds, lines, sum)));
        }

        private Figure<Money> Rest(NavRollForward roll)
        {
            var trail = Trail.Of([.. roll.All.Where(part => part != roll.NotSplit).Select(part => new FigureInput(part.Id.Formula[NavRollForward.Formulas.Length..], part))]);
            if ((roll.Opening.NoneReason ?? roll.Closing.NoneReason) is { } unknown) return Figure<Money>.None(Id("notSplit"), unknown, trail);
            var explained = roll.Effects().Aggregate(roll.Opening.Require(), (sum, part) => sum + part.Effect);
            return Figure<Money>.Of(Id("notSplit"), roll.Closing.Require() - explained, trail);
        }

        private Dictionary<LineKind, Figure<Money>> Stated()
        {
            var inPeriod = NavStatements.Of(view, fund.Id).Where(one => one.Day > from && edges.Any(one.Levels.ContainsKey)).ToList();
            var counted = new List<(DateOnly Day, int Line)>();
            var split = 0;
            foreach (var statement in inPeriod)
            {
                var lines = statement.SplitOf([.. edges.Where(edge => HasShareOn(statement, edge))]);
                if (lines.Count == 0) continue;
                split++;
                if (LiesIn(statement)) counted.AddRange(lines.Select(line => (statement.Day, line)));
                else _remarks.Add(statement.Since is { } since
                    ? RollForwardReasons.BeginsBefore(statement.Day, since: since, from)
                    : RollForwardReasons.BeginsUnknown(statement.Day));
            }

            if (split < inPeriod.Count) _remarks.Add(RollForwardReasons.FewSplit(split, statements: inPeriod.Count));
            return LineKinds.ValueChangeKinds.Kinds().ToDictionary(
                kind => kind, kind => Part(kind, counted.FindAll(one => (LineKind)view.Book.Columns.Kinds[one.Line] == kind)));
        }

        private bool HasShareOn(NavStatement statement, int edge) =>
            statement.Levels.ContainsKey(edge) || view.On(statement.Day).PaidIn(edge) > 0;

        /// <summary>A split begins behind the statement before it; with the first one it begins with the first payment, where that lies in the period.</summary>
        private bool LiesIn(NavStatement statement) => statement.Since is { } since
            ? since >= from
            : !statement.Levels.Keys.Any(edge => view.FirstPaidIn(edge) <= from);

        private Figure<Money> Part(LineKind kind, List<(DateOnly Day, int Line)> stated)
        {
            if (stated.Count == 0) return Figure<Money>.None(Id(PartOf(kind)), RollForwardReasons.NotStated());
            var own = view.Book.Columns.Edges[stated[0].Line];
            var lines = stated.ConvertAll(one => one.Line);
            var sum = Money.Zero(fund.Currency);
            foreach (var (day, line) in stated)
            {
                var share = ShareOf(day, view.Book.Columns.Amounts[line]);
                if (!share.IsSuccess) return Figure<Money>.None(Id(PartOf(kind)), share.Error);
                sum += share.Value;
            }

            var trail = new List<TrailInput> { Input("splitStated", [own], KindSet.Of(kind), lines, sum) };
            var everybody = view.Book.CommitmentsTo(fund.Id);
            if (edges.Count < everybody.Count) trail.Add(LinesInput.Of("paidInOfInvestors", view, everybody, LineKinds.PaidInKinds, total: null));
            return Figure<Money>.Of(Id(PartOf(kind)), sum, Trail.Of(trail));
        }

        /// <summary>The investors' part of an amount of the whole fund, by what each had paid in on the day of the statement; refused where nobody had.</summary>
        private Result<Money> ShareOf(DateOnly day, long amount)
        {
            var shares = InvestorShares.ByPaidIn(view.On(day), fund, Money.FromMinor(amount, fund.Currency));
            if (!shares.IsSuccess) return shares.Error;
            var own = edges.Select(edge => view.Book.Edges[edge].Id).ToHashSet();
            return shares.Value.Where(share => own.Contains(share.Edge)).Aggregate(Money.Zero(fund.Currency), (sum, share) => sum + share.Amount);
        }

        private Dictionary<LineKind, Figure<Money>> OwnBooks()
        {
            _remarks.Add(RollForwardReasons.OfMotherFund());
            var held = view.Book.EdgesHeldBy(fund.Id).Where(edge => view.Book.Edges[edge].Kind is EdgeKind.Own or EdgeKind.Holding).ToList();
            return LineKinds.ValueChangeKinds.Kinds().ToDictionary(kind => kind, kind => kind switch
            {
                LineKind.ValueIncome => Booked(kind, LineKind.Interest, LineKind.OtherIncome, LineKind.Dividend),
                LineKind.ValueManagementFee => Booked(kind, LineKind.ManagementFee),
                LineKind.ValueExpense => Booked(kind, LineKind.Expense, LineKind.Tax),
                _ => Figure<Money>.None(Id(PartOf(kind)), RollForwardReasons.NotOfMotherFund()),
            });

            Figure<Money> Booked(LineKind part, params ReadOnlySpan<LineKind> kinds)
            {
                var asked = KindSet.Of(kinds);
                var lines = InPeriod(held.ToHashSet(), asked);
                var mixed = lines.Select(line => view.Book.Edges[view.Book.Columns.Edges[line]].Currency).FirstOrDefault(currency => currency != fund.Currency);
                if (mixed is not null) return Figure<Money>.None(Id(PartOf(part)), FigureReasons.CurrenciesMixed($"{fund.Currency.Code}, {mixed.Code}"));
                var sum = Sum(lines, _ => 1);
                return Figure<Money>.Of(Id(PartOf(part)), sum, Trail.Of(Input("lines", held, asked, lines, sum)));
            }
        }

        private List<int> InPeriod(IReadOnlySet<int> asked, KindSet kinds) =>
            [.. view.Lines(asked, kinds).Where(line => view.Book.Columns.Days[line] > from.DayNumber)];

        private Money Sum(List<int> lines, Func<LineKind, int> sign) => Money.FromMinor(
            lines.Sum(line => checked(sign((LineKind)view.Book.Columns.Kinds[line]) * view.Book.Columns.Amounts[line])), fund.Currency);

        private LinesInput Input(string role, IReadOnlyList<int> on, KindSet kinds, List<int> lines, Money total)
        {
            var isIllustrative = lines.Exists(line => LineFlags.ProvenanceOf(view.Book.Columns.Flags[line]) == Provenance.Illustrative);
            return new LinesInput(role, on, kinds, total, isIllustrative) { Positions = lines };
        }
    }
}
