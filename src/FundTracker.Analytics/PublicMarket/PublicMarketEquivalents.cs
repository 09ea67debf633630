using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.PublicMarket;

/// <summary>A fund against an index: what the same money would have done there.</summary>
/// <remarks>A date without a level takes the last level on or before it. The final value and the last level are those of
/// the as-of date. The index is taken as a total-return series in the fund's currency.</remarks>
public static class PublicMarketEquivalents
{
    /// <summary>Kaplan-Schoar: future value of what came back over future value of what was paid in.</summary>
    /// <returns>A ratio, 0 or above; above 1 the fund did better than the index. None without a known NAV: what is left is not nothing.</returns>
    /// <remarks>Kaplan and Schoar, Private Equity Performance (2005). FV = amount · I(as-of) / I(date).</remarks>
    public static Result<double> KaplanSchoar(FundHistory fund, IndexSeries index) =>
        fund.FinalNav is null ? FigureReasons.NoNav() : KaplanSchoar(fund.ToCashFlows(), fund.AsOf, index);

    /// <summary>Kaplan-Schoar of signed flows, a final value among them as a receipt.</summary>
    /// <param name="flows">Investor's view.</param>
    /// <param name="asOf">The day to whose level flows are carried.</param>
    /// <param name="index">The index.</param>
    public static Result<double> KaplanSchoar(ReadOnlySpan<CashFlow> flows, DateOnly asOf, IndexSeries index)
    {
        Result<CashFlow[]> carried = Carried(flows, asOf, index);
        return carried.Then<double>(all =>
        {
            double paid = -all.Where(f => f.Amount < 0).Sum(f => f.Amount);
            return paid > 0 ? all.Where(f => f.Amount > 0).Sum(f => f.Amount) / paid : FigureReasons.NothingPaidIn();
        });
    }

    /// <summary>Direct Alpha: the rate of return of the flows after each was carried to the as-of date by the index.</summary>
    /// <returns>Annual effective excess over the index, a fraction, with the status of any IRR.</returns>
    /// <remarks>Gredil, Griffiths and Stucke, Benchmarking Private Equity: The Direct Alpha Method (2014).</remarks>
    public static Result<IrrResult> DirectAlpha(FundHistory fund, IndexSeries index) =>
        fund.FinalNav is null ? FigureReasons.NoNav() : DirectAlpha(fund.ToCashFlows(), fund.AsOf, index);

    /// <summary>Direct Alpha of signed flows, a final value among them as a receipt.</summary>
    /// <param name="flows">Investor's view.</param>
    /// <param name="asOf">The day to whose level flows are carried.</param>
    /// <param name="index">The index.</param>
    public static Result<IrrResult> DirectAlpha(ReadOnlySpan<CashFlow> flows, DateOnly asOf, IndexSeries index) =>
        Carried(flows, asOf, index).Map(all => Irr.Of(all));

    /// <summary>Long-Nickels (index comparison method): the rate of return of the fund's flows with the final value that
    /// the same flows would have left in the index.</summary>
    /// <returns>Annual effective; two roots where that value is negative and the flows allow it.</returns>
    /// <remarks>Long and Nickels, A Private Investment Benchmark (1996).</remarks>
    public static Result<IrrResult> LongNickels(FundHistory fund, IndexSeries index)
    {
        if (fund.FinalNav is not { } nav)
        {
            return FigureReasons.NoNav();
        }

        CashFlow[] flows = fund.ToCashFlows();
        return Carried(flows.AsSpan(0, flows.Length - 1), fund.AsOf, index).Map(carried =>
        {
            flows[^1] = new CashFlow(nav.Date, -carried.Sum(f => f.Amount));
            return Irr.Of(flows);
        });
    }

    /// <summary>PME+: the rate of return in the index when distributions are scaled so that the fund's own final NAV is
    /// left.</summary>
    /// <returns>Annual effective rate of the benchmark, with the status of any IRR.</returns>
    /// <remarks>Rouvinez, Private Equity Benchmarking with PME+ (2003): λ = (FV(contributions) − NAV) / FV(distributions).</remarks>
    public static Result<IrrResult> PmePlus(FundHistory fund, IndexSeries index)
    {
        if (fund.FinalNav is not { } nav)
        {
            return FigureReasons.NoNav();
        }

        CashFlow[] flows = fund.ToCashFlows();
        Result<CashFlow[]> carried = Carried(flows.AsSpan(0, flows.Length - 1), fund.AsOf, index);
        return carried.Then<IrrResult>(all =>
        {
            double paid = -all.Where(f => f.Amount < 0).Sum(f => f.Amount);
            double received = all.Where(f => f.Amount > 0).Sum(f => f.Amount);
            if (received == 0)
            {
                return PublicMarketReasons.NothingDistributed();
            }

            double scale = (paid - (double)nav.Amount) / received;
            return scale < 0
                ? PublicMarketReasons.ScaleNegative()
                : Irr.Of([.. flows[..^1].Select(f => f.Amount > 0 ? f with { Amount = f.Amount * scale } : f), flows[^1]]);
        });
    }

    /// <summary>mPME (Cambridge Associates): the rate of return in the index when each distribution sells the same part of
    /// the index holding as it was of the fund.</summary>
    /// <returns>Annual effective rate of the benchmark, with the status of any IRR.</returns>
    /// <remarks>
    /// Part sold = distribution / (distribution + NAV after it). The NAV is the latest on or before, rolled forward by the
    /// flows since; a NAV of the day itself includes the day's flows. Before the first NAV the part is not known.
    /// </remarks>
    public static Result<IrrResult> ModifiedPme(FundHistory fund, IndexSeries index)
    {
        if (fund.FinalNav is null)
        {
            return FigureReasons.NoNav();
        }

        IndexHolding holding = new(index);
        List<CashFlow> flows = [];
        for (int first = 0, next; first < fund.Events.Length; first = next)
        {
            DateOnly day = fund.Events[first].Date;
            next = first;
            double paid = 0, received = 0;
            for (; next < fund.Events.Length && fund.Events[next].Date == day; next++)
            {
                FundEvent e = fund.Events[next];
                paid += e.Kind == FundEventKind.Contribution ? (double)e.Amount : 0;
                received += e.Kind == FundEventKind.Distribution ? (double)e.Amount : 0;
            }

            Result<double> sold = holding.Move(day, paid, received, fund.NavAt(day, next));
            if (!sold.IsSuccess)
            {
                return Result<IrrResult>.Refused(sold.Errors);
            }

            flows.Add(new CashFlow(day, sold.Value - paid));
        }

        return holding.ValueOn(fund.AsOf).Map(left => Irr.Of([.. flows, new CashFlow(fund.AsOf, left)]));
    }

    /// <summary>Each flow carried by the index to a date.</summary>
    private static Result<CashFlow[]> Carried(ReadOnlySpan<CashFlow> flows, DateOnly asOf, IndexSeries index)
    {
        Result<double> last = index.LevelOn(asOf);
        CashFlow[] carried = new CashFlow[flows.Length];
        for (int i = 0; i < flows.Length && last.IsSuccess; i++)
        {
            Result<double> level = index.LevelOn(flows[i].Date);
            if (!level.IsSuccess)
            {
                return Result<CashFlow[]>.Refused(level.Errors);
            }

            carried[i] = flows[i] with { Amount = flows[i].Amount * (last.Value / level.Value) };
        }

        return last.IsSuccess ? carried : Result<CashFlow[]>.Refused(last.Errors);
    }

    /// <summary>Money held in the index.</summary>
    private sealed class IndexHolding(IndexSeries index)
    {
        private double _units;

        public Result<double> ValueOn(DateOnly date) => index.LevelOn(date).Map(level => _units * level);

        /// <summary>Buys for what was paid, then sells the part that the distribution was of the fund.</summary>
        /// <returns>What the sale brings.</returns>
        public Result<double> Move(DateOnly day, double paid, double received, RolledNav? navAfter)
        {
            if (paid == 0 && received == 0)
            {
                return 0.0;
            }

            Result<double> level = index.LevelOn(day);
            if (!level.IsSuccess)
            {
                return level;
            }

            _units += paid / level.Value;
            if (received == 0)
            {
                return 0.0;
            }

            if (navAfter is not { Amount: >= 0 } nav)
            {
                return PublicMarketReasons.NoNavAtDistribution(day);
            }

            double sold = _units * received / (received + (double)nav.Amount);
            _units -= sold;
            return sold * level.Value;
        }
    }
}
