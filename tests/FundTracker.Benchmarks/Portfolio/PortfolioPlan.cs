using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Benchmarks.Portfolio;

/// <summary>
/// What happens in a large portfolio, quarter by quarter, from a seed: each sub-fund has five investors, who commit, pay in over six years,
/// are paid back from the fourth year on and are told a value every quarter, and twelve holdings, which are bought and valued.
/// </summary>
internal sealed class PortfolioPlan(int subFunds, int companies)
{
    public const int InvestorsPerFund = 5;
    public const int HoldingsPerFund = 12;
    public const int LinesPerFund = 500;
    private const int Quarters = 40;
    private const long Commitment = 20_000_000_00L;
    private static readonly DateOnly First = new(2016, 1, 4);

    public int SubFunds => subFunds;

    public int Companies => companies;

    /// <summary>Index of the company behind a holding of a fund; some companies are held by two funds.</summary>
    public int CompanyOf(int fund, int holding) => (int)((((long)fund * HoldingsPerFund) + holding) % companies);

    /// <summary>Drafts in the order in which they are recorded.</summary>
    /// <param name="commitments">Edge of an investor of a fund.</param>
    /// <param name="holdings">Edge of a holding of a fund.</param>
    public IEnumerable<LineDraft> Lines(Func<int, int, EdgeId> commitments, Func<int, int, EdgeId> holdings)
    {
        var random = new Random(20230425);
        for (var fund = 0; fund < subFunds; fund++)
        {
            for (var investor = 0; investor < InvestorsPerFund; investor++)
                yield return Line(commitments(fund, investor), LineKind.Commitment, First, Commitment);
        }

        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            for (var fund = 0; fund < subFunds; fund++)
            {
                var day = First.AddMonths(3 * quarter).AddDays(random.Next(20));
                var last = First.AddMonths(3 * (quarter + 1)).AddDays(-5);
                foreach (var line in OfInvestors(fund, quarter, day, last, random, commitments)) yield return line;
                foreach (var line in OfHoldings(fund, quarter, day, last, random, holdings)) yield return line;
            }
        }
    }

    private static IEnumerable<LineDraft> OfInvestors(
        int fund, int quarter, DateOnly day, DateOnly last, Random random, Func<int, int, EdgeId> edges)
    {
        var (paid, back) = (random.NextInt64(500_000_00, 1_600_000_00), random.NextInt64(200_000_00, 2_400_000_00));
        var value = (long)(Commitment * Math.Min(1.0, (quarter + 1) / 24.0) * (0.8 + random.NextDouble()));
        for (var investor = 0; investor < InvestorsPerFund; investor++)
        {
            var edge = edges(fund, investor);
            if (quarter < 24 && quarter % 2 == 0) yield return Line(edge, LineKind.Contribution, day, paid);
            if (quarter >= 16 && quarter % 4 == 0) yield return Line(edge, LineKind.GainDistribution, day, back);
            yield return Line(edge, LineKind.Nav, last, value);
        }
    }

    private static IEnumerable<LineDraft> OfHoldings(
        int fund, int quarter, DateOnly day, DateOnly last, Random random, Func<int, int, EdgeId> edges)
    {
        for (var holding = 0; holding < HoldingsPerFund; holding++)
        {
            if (quarter == holding) yield return Line(edges(fund, holding), LineKind.Investment, day, random.NextInt64(2_000_000_00, 9_000_000_00));
            if (quarter > holding && (quarter + holding) % 2 == 0)
                yield return Line(edges(fund, holding), LineKind.Valuation, last, random.NextInt64(1_000_000_00, 30_000_000_00));
        }
    }

    private static LineDraft Line(EdgeId edge, LineKind kind, DateOnly day, long amount) => new(edge, kind, day, Money.FromMinor(amount, Currency.Cny));
}
