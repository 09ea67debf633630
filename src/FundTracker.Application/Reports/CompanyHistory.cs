using FundTracker.Analytics.Exposure;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Reports;

/// <summary>Companies with their rounds and exits as a view sees them.</summary>
internal sealed class CompanyHistory(LedgerView view, IReadOnlyList<FinancingRound> rounds, IReadOnlyList<LedgerLine> exits)
{
    private static readonly KindSet Everything = new(ulong.MaxValue);

    /// <summary>
    /// Every company in which a fund of the books put money by then, by code. Amounts of two currencies have no sum: a company that our funds
    /// hold in several has a row for each, the books' own currency first.
    /// </summary>
    public IReadOnlyList<QuarterlyReport.CompanyRow> Rows(LookThroughExposure exposure)
    {
        var shares = exposure.Companies.ToDictionary(row => row.Company.Id, row => row.Value);
        var holdings = Enumerable.Range(0, view.Book.Edges.Count)
            .Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Holding && view.Has(edge, LineKinds.InvestmentKinds)).ToLookup(edge => view.Book.Edges[edge].Investee);
        var money = new RoundSums(view);
        return
        [
            .. view.Book.Nodes.Where(node => node.Kind == NodeKind.PortfolioCompany && holdings.Contains(node.Id)).OrderBy(node => node.Code, StringComparer.Ordinal)
                .SelectMany(company => Rows(company, [.. holdings[company.Id]])),
        ];

        IEnumerable<QuarterlyReport.CompanyRow> Rows(NodeEntry company, IReadOnlyList<int> all)
        {
            var (root, byCurrency) = (view.Book.Root.Currency, all.GroupBy(edge => view.Book.Edges[edge].Currency).ToList());
            return byCurrency.OrderBy(same => same.Key != root).ThenBy(same => same.Key.Code, StringComparer.Ordinal).Select(same => Row(
                company, [.. same], byCurrency.Count > 1 ? LookThrough.ValueOf(view, [.. same]) : shares.GetValueOrDefault(company.Id) ?? Money.Zero(root), money));
        }
    }

    private QuarterlyReport.CompanyRow Row(NodeEntry company, IReadOnlyList<int> edges, Money lookThrough, RoundSums money)
    {
        var currency = view.Book.Edges[edges[0]].Currency;
        var own = view.Book.FindEdge(EdgeKind.Own, company.Id, company.Id);
        var illustrative = edges.Append(own).Where(edge => edge >= 0).Any(edge => view.IsIllustrative(edge, Everything, FieldsRead.Amount));
        var isPutInInvented = edges.Any(edge => view.IsIllustrative(edge, LineKinds.InvestmentKinds, FieldsRead.Amount));
        return new QuarterlyReport.CompanyRow(
            company, Fact(company, FactNames.Sector), Fact(company, FactNames.LifeCycleStage), Money.FromMinor(edges.Sum(edge => view.Sum(edge, LineKinds.InvestmentKinds)), currency),
            Money.FromMinor(edges.Sum(edge => MotherFundNav.HoldingValue(view, edge)), currency), lookThrough,
            [.. rounds.Where(round => round.Company == company.Id && money.Ours.ContainsKey((round.Id.Value, currency))).OrderBy(round => round.Date).Select(round => ToRow(round, currency, money))],
            Exits(edges, currency), illustrative || company.Provenance == Provenance.Illustrative,
            ProvenanceOf(company, FactNames.Sector), ProvenanceOf(company, FactNames.LifeCycleStage),
            isPutInInvented || company.Provenance == Provenance.Illustrative, edges.Any(IsShareIllustrative));
    }

    /// <summary>Whether the mother fund's share of a holding is: it reads whose the holding is, and everybody's money in that fund.</summary>
    private bool IsShareIllustrative(int edge) => view.IsIllustrative(edge, Everything)
        || view.Book.CommitmentsTo(view.Book.Edges[edge].Holder).Any(commitment => view.IsIllustrative(commitment, LineKinds.PaidInKinds));

    private static QuarterlyReport.RoundRow ToRow(FinancingRound round, Currency currency, RoundSums money) => new(
        round.Name, round.Date, money.Raised.GetValueOrDefault(round.Id.Value), money.Ours[(round.Id.Value, currency)], round.CoInvestors,
        round.Provenance, round.Invented, money.Invented.Contains(round.Id.Value));

    private IReadOnlyList<QuarterlyReport.ExitRow> Exits(IReadOnlyList<int> edges, Currency currency)
    {
        var ids = edges.Select(edge => view.Book.Edges[edge].Id).ToHashSet();
        return
        [
            .. exits.Where(line => ids.Contains(line.Edge) && line.Sequence <= view.Known && line.EffectiveDate <= view.AsOf)
                .GroupBy(line => (line.EffectiveDate, line.Note)).OrderBy(group => group.Key.EffectiveDate)
                .Select(group => new QuarterlyReport.ExitRow(
                    group.Key.EffectiveDate,
                    Money.FromMinor(group.Where(line => line.Kind != LineKind.CostRelieved).Sum(line => line.Amount.MinorUnits), currency),
                    CostRelieved: Money.FromMinor(group.Where(line => line.Kind == LineKind.CostRelieved).Sum(line => line.Amount.MinorUnits), currency),
                    group.Key.Note)),
        ];
    }

    private Provenance ProvenanceOf(NodeEntry company, string name) =>
        view.Book.FactOn(company.Id, name, view.AsOf, view.KnownAt)?.Provenance ?? Provenance.Recorded;

    private string Fact(NodeEntry company, string name) => view.Book.FactOn(company.Id, name, view.AsOf, view.KnownAt)?.Value ?? "";

    /// <summary>What was raised in each round, and what our funds put in of it in each currency.</summary>
    private sealed class RoundSums
    {
        public RoundSums(LedgerView view)
        {
            var columns = view.Book.Columns;
            for (var i = 0; i < view.Known; i++)
            {
                if (columns.Rounds[i] == 0 || columns.Days[i] > view.AsOf.DayNumber) continue;
                var (round, kind) = (columns.Rounds[i], (LineKind)columns.Kinds[i]);
                var amount = Money.FromMinor(columns.Amounts[i], view.Book.Edges[columns.Edges[i]].Currency);
                if (kind == LineKind.RoundRaised) Raised[round] = Raised.TryGetValue(round, out var raised) ? raised + amount : amount;
                else if (LineKinds.InvestmentKinds.Contains(kind)) Ours[(round, amount.Currency)] = Ours.TryGetValue((round, amount.Currency), out var ours) ? ours + amount : amount;
                if (LineKinds.InvestmentKinds.Contains(kind) && LineFlags.IsInvented(columns.Flags[i], FieldsRead.Amount)) Invented.Add(round);
            }
        }

        public Dictionary<long, Money> Raised { get; } = [];

        public Dictionary<(long Round, Currency Currency), Money> Ours { get; } = [];

        /// <summary>Rounds in which an amount of ours is illustrative.</summary>
        public HashSet<long> Invented { get; } = [];
    }
}
