using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Tolerance;

/// <summary>
/// 容错: what a fund's projects gained or lost, and whether what was known stood on record before each decision. A project's result is what
/// came back (exit proceeds, dividends) plus what it is worth (latest valuation rolled forward, else cost held) less what was invested;
/// below zero it is a loss. The tolerance is judged on the fund: on <c>policy.lossShare</c>, in which gains and losses net (Anhui: on the
/// whole fund, not one project); the losses alone stand beside it and are judged by nobody.
/// </summary>
public sealed class FundTolerance
{
    private static readonly KindSet Back = KindSet.Of(LineKind.ExitProceeds, LineKind.Dividend);
    private static readonly KindSet Valued = LineKinds.InvestmentKinds | KindSet.Of(LineKind.Valuation, LineKind.ExitProceeds, LineKind.CostRelieved);
    private static readonly KindSet Promised = LineKinds.CommitmentKinds;

    private FundTolerance(NodeEntry fund, IReadOnlyList<ProjectResult> projects, Decision? commitment)
    {
        (Fund, Projects, Commitment) = (fund, projects, commitment);
        var losers = projects.Where(project => project.IsFailed).ToList();
        var lost = Money.FromMinor(-losers.Sum(project => project.Result.Require().MinorUnits), fund.Currency);
        Losses = Figure<Money>.Of(
            new FigureId("tolerance.losses", fund.Code), lost, Trail.Of([.. losers.Select(project => new FigureInput("projectResult", project.Result))]));
    }

    /// <summary>The fund.</summary>
    public NodeEntry Fund { get; }

    /// <summary>Its projects; the largest loss first.</summary>
    public IReadOnlyList<ProjectResult> Projects { get; }

    /// <summary>The mother fund's decision to commit to it; null for the mother fund itself, or where nothing is committed.</summary>
    public Decision? Commitment { get; }

    /// <summary>Losses of the projects that lost, gains of others left out; positive.</summary>
    public Figure<Money> Losses { get; }

    /// <summary>Projects below what was invested in them.</summary>
    public IEnumerable<ProjectResult> Failed => Projects.Where(project => project.IsFailed);

    /// <summary>All figures, for opening a trail.</summary>
    public IEnumerable<IFigure> All => [Losses, .. Projects.Select(project => project.Result)];

    /// <summary>Reads a fund.</summary>
    /// <param name="view">The books.</param>
    /// <param name="fund">The mother fund or a sub-fund.</param>
    public static FundTolerance Of(LedgerView view, NodeEntry fund)
    {
        var records = view.Registry.DiligenceOf(fund.Code);
        var projects = view.Book.EdgesHeldBy(fund.Id)
            .Where(edge => view.Sum(edge, LineKinds.InvestmentKinds) > 0)
            .Select(edge => Project(view, fund, edge, records)).OrderBy(project => project.Result.Require().MinorUnits)
            .ThenBy(project => project.Company.Code, StringComparer.Ordinal);
        return new FundTolerance(fund, [.. projects], CommitmentTo(view, fund));
    }

    private static ProjectResult Project(LedgerView view, NodeEntry fund, int edge, IReadOnlyList<DiligenceRecord> records)
    {
        var company = view.Book.Node(view.Book.Edges[edge].Investee);
        var scope = $"{fund.Code}/{company.Code}";
        var invested = Part("tolerance.invested", LineKinds.InvestmentKinds, view.Sum(edge, LineKinds.InvestmentKinds));
        var back = Part("tolerance.back", Back, view.Sum(edge, Back));
        var worth = Part("tolerance.worth", Valued, MotherFundNav.HoldingValue(view, edge));
        var result = Figure<Money>.Of(
            new FigureId("tolerance.result", scope), back.Require() + worth.Require() - invested.Require(),
            Trail.Of(new FigureInput("back", back), new FigureInput("worth", worth), new FigureInput("invested", invested)));
        return new ProjectResult(
            company, invested, back, worth, result, Decisions(view, edge, [.. records.Where(record => record.Investee == company.Code)]));

        Figure<Money> Part(string formula, KindSet kinds, long total)
        {
            var money = Money.FromMinor(total, view.Book.Edges[edge].Currency);
            return Figure<Money>.Of(new FigureId(formula, scope), money, Trail.Of(LinesInput.Of("lines", view, [edge], kinds, money)));
        }
    }

    /// <summary>Payments of one round are one decision, and one without a round is one by itself.</summary>
    private static IReadOnlyList<Decision> Decisions(LedgerView view, int edge, IReadOnlyList<DiligenceRecord> records)
    {
        var paid = StandingLines.Of(view, new HashSet<int> { edge }, LineKinds.InvestmentKinds)
            .Select(i => (Day: DateOnly.FromDayNumber(view.Book.Columns.Days[i]), Round: view.Book.Columns.Rounds[i], Amount: view.Book.Columns.Amounts[i], Line: i))
            .GroupBy(line => line.Round == 0 ? -1L - line.Line : line.Round)
            .Select(round => (Day: round.Min(line => line.Day), Amount: Money.FromMinor(round.Sum(line => line.Amount), view.Book.Edges[edge].Currency)))
            .OrderBy(decision => decision.Day).ToList();
        return [.. paid.Select((one, i) => Decision.Of(one.Day, one.Amount, i == 0 ? DateOnly.MinValue : paid[i - 1].Day, records))];
    }

    private static Decision? CommitmentTo(LedgerView view, NodeEntry fund)
    {
        var root = view.Book.Root;
        var edge = view.Book.FindEdge(EdgeKind.Commitment, root.Id, fund.Id);
        if (edge < 0 || StandingLines.FirstDay(view, [edge], Promised) is not { } day) return null;
        var records = view.Registry.DiligenceOf(root.Code).Where(record => record.Investee == fund.Code).ToList();
        return Decision.Of(day, Money.FromMinor(view.Commitment(edge), view.Book.Edges[edge].Currency), DateOnly.MinValue, records);
    }
}

/// <summary>What became of a project.</summary>
/// <param name="Company">The company.</param>
/// <param name="Invested">What was invested.</param>
/// <param name="Back">What came back.</param>
/// <param name="Worth">What it is worth.</param>
/// <param name="Result">Gain, or below zero loss.</param>
/// <param name="Decisions">Decisions to invest, by day.</param>
public sealed record ProjectResult(
    NodeEntry Company, Figure<Money> Invested, Figure<Money> Back, Figure<Money> Worth, Figure<Money> Result, IReadOnlyList<Decision> Decisions)
{
    /// <summary>Whether less is there than was invested.</summary>
    public bool IsFailed => Result.Require().MinorUnits < 0;

    /// <summary>Whether the duty was done before every decision: the least of them.</summary>
    public DutyState Duty => Decisions.Count == 0 ? DutyState.None : Decisions.Min(decision => decision.Duty);
}

/// <summary>A decision that moved money, and what was on record of it.</summary>
/// <param name="Day">Day of the first money, or of the commitment.</param>
/// <param name="Amount">The money.</param>
/// <param name="Record">The record that belongs to it: decided after the decision before and no later than the money; null for none.</param>
public sealed record Decision(DateOnly Day, Money Amount, DiligenceRecord? Record)
{
    /// <summary>Whether the duty was done.</summary>
    public DutyState Duty => Record?.Duty ?? DutyState.None;

    internal static Decision Of(DateOnly day, Money amount, DateOnly after, IReadOnlyList<DiligenceRecord> records) =>
        new(day, amount, records.LastOrDefault(record => record.DecidedOn > after && record.DecidedOn <= day));
}
