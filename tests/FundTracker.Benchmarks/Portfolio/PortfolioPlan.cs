using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Benchmarks.Portfolio;

/// <summary>
/// What happens in a large portfolio, quarter by quarter, from a seed: each sub-fund has five investors, who commit, pay in over six years,
/// are paid back from the fourth year on and are told a value every quarter, and twelve holdings, which are bought in rounds and valued.
/// The mother fund itself has one shareholder.
/// </summary>
internal sealed class PortfolioPlan(int subFunds, int companies)
{
    public const int InvestorsPerFund = 5;
    public const int HoldingsPerFund = 12;
    public const int LinesPerFund = 500;
    private const int Quarters = 40;
    private const long Commitment = 20_000_000_00L;
    private static readonly string[] Sectors = ["newEnergy", "newMaterials", "biomedicine", "semiconductors", "artificialIntelligence"];
    private static readonly DateOnly First = new(2016, 1, 4);

    public int SubFunds => subFunds;

    public int Companies => companies;

    /// <summary>Index of the company behind a holding of a fund; some companies are held by two funds.</summary>
    public int CompanyOf(int fund, int holding) => (int)((((long)fund * HoldingsPerFund) + holding) % companies);

    /// <summary>Sector of a company.</summary>
    public static string SectorOf(int company) => Sectors[company % Sectors.Length];

    /// <summary>Kind of an investor; the last is the mother fund's shareholder.</summary>
    public static InvestorKind KindOf(int investor) => investor == InvestorsPerFund ? InvestorKind.Fiscal : (InvestorKind)(1 + (investor % 4));

    /// <summary>The shareholder's commitment to the mother fund.</summary>
    public static EdgeId Shareholding { get; } = new(1);

    /// <summary>Edge of an investor of a fund; investor 0 is the mother fund.</summary>
    public static EdgeId CommitmentEdge(int fund, int investor) => new(2 + ((long)fund * InvestorsPerFund) + investor);

    /// <summary>Edge of a holding of a fund.</summary>
    public static EdgeId HoldingEdge(int fund, int holding) => new(1_000_000_000 + ((long)fund * HoldingsPerFund) + holding);

    /// <summary>A company's own account.</summary>
    public static EdgeId CompanyEdge(int company) => new(2_000_000_000L + company);

    /// <summary>Drafts in the order in which they are recorded.</summary>
    public IEnumerable<LineDraft> Lines()
    {
        var random = new Random(20230425);
        yield return Line(Shareholding, LineKind.Commitment, First, Commitment * subFunds);
        yield return Line(Shareholding, LineKind.Contribution, First, Commitment * subFunds);
        for (var fund = 0; fund < subFunds; fund++)
        {
            for (var investor = 0; investor < InvestorsPerFund; investor++)
                yield return Line(CommitmentEdge(fund, investor), LineKind.Commitment, First, Commitment);
        }

        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            for (var fund = 0; fund < subFunds; fund++)
            {
                var day = First.AddMonths(3 * quarter).AddDays(random.Next(20));
                var last = First.AddMonths(3 * (quarter + 1)).AddDays(-5);
                foreach (var line in OfInvestors(fund, quarter, day, last, random)) yield return line;
                foreach (var line in OfHoldings(fund, quarter, day, last, random)) yield return line;
            }
        }
    }

    private static IEnumerable<LineDraft> OfInvestors(int fund, int quarter, DateOnly day, DateOnly last, Random random)
    {
        var (paid, back) = (random.NextInt64(500_000_00, 1_600_000_00), random.NextInt64(200_000_00, 2_400_000_00));
        var value = (long)(Commitment * Math.Min(1.0, (quarter + 1) / 24.0) * (0.8 + random.NextDouble()));
        for (var investor = 0; investor < InvestorsPerFund; investor++)
        {
            var edge = CommitmentEdge(fund, investor);
            if (quarter < 24 && quarter % 2 == 0) yield return Line(edge, LineKind.Contribution, day, paid);
            if (quarter >= 16 && quarter % 4 == 0) yield return Line(edge, LineKind.GainDistribution, day, back);
            yield return Line(edge, LineKind.Nav, last, value);
        }
    }

    private IEnumerable<LineDraft> OfHoldings(int fund, int quarter, DateOnly day, DateOnly last, Random random)
    {
        for (var holding = 0; holding < HoldingsPerFund; holding++)
        {
            if (quarter == holding)
            {
                var round = new FinancingRoundId(1 + ((long)fund * HoldingsPerFund) + holding);
                var invested = random.NextInt64(2_000_000_00, 9_000_000_00);
                yield return Line(CompanyEdge(CompanyOf(fund, holding)), LineKind.RoundRaised, day, 4 * invested) with { Round = round };
                yield return Line(HoldingEdge(fund, holding), LineKind.Investment, day, invested) with { Round = round };
            }

            if (quarter > holding && (quarter + holding) % 2 == 0)
                yield return Line(HoldingEdge(fund, holding), LineKind.Valuation, last, random.NextInt64(1_000_000_00, 30_000_000_00));
        }
    }

    private static LineDraft Line(EdgeId edge, LineKind kind, DateOnly day, long amount) => new(edge, kind, day, Money.FromMinor(amount, Currency.Cny));

    /// <summary>One line more, of another kind and fund each time: a payment, a statement of value, a valuation.</summary>
    public LineDraft Further(int i)
    {
        var (fund, day) = (i * 7919 % subFunds, new DateOnly(2026, 2, 2).AddDays(i % 20));
        return (i % 3) switch
        {
            0 => Line(CommitmentEdge(fund, 0), LineKind.Contribution, day, 100_00 + i),
            1 => Line(CommitmentEdge(fund, 0), LineKind.Nav, day, 9_000_000_000_00 + i),
            _ => Line(HoldingEdge(fund, i % HoldingsPerFund), LineKind.Valuation, day, 5_000_000_00 + i),
        };
    }
}
