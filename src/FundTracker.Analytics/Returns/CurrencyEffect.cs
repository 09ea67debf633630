using FundTracker.Analytics.CashFlows;
using FundTracker.Analytics.PublicMarket;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Returns;

/// <summary>Performance in the fund's currency and in the base currency, and the currency's own part.</summary>
/// <param name="InFundCurrency">IRR of the flows as they were.</param>
/// <param name="InBaseCurrency">IRR of the same flows, each converted at its day's rate.</param>
public sealed record CurrencyEffect(IrrResult InFundCurrency, IrrResult InBaseCurrency)
{
    /// <summary>(1 + base rate) / (1 + fund rate) − 1, annual, a fraction; or the reason why one of the two has no rate.</summary>
    public Result<double> Effect =>
        ReturnReasons.QuotedRate(InFundCurrency).Then(fund =>
            ReturnReasons.QuotedRate(InBaseCurrency).Map(inBase => ((1 + inBase) / (1 + fund)) - 1));

    /// <summary>No rate was stated for a day or before it.</summary>
    public static DomainError NoRate(DateOnly date) => new("currency.noRate", ("date", date));

    /// <summary>Converts flows and compares.</summary>
    /// <param name="flows">Investor's view in the fund's currency, the final value among them.</param>
    /// <param name="rates">Base currency per unit of the fund's currency, by date; a date without a rate takes the last one
    /// on or before it.</param>
    public static Result<CurrencyEffect> Of(ReadOnlySpan<CashFlow> flows, IndexSeries rates)
    {
        CashFlow[] converted = new CashFlow[flows.Length];
        for (int i = 0; i < flows.Length; i++)
        {
            Result<double> rate = rates.LevelOn(flows[i].Date);
            if (!rate.IsSuccess)
            {
                return NoRate(flows[i].Date);
            }

            converted[i] = flows[i] with { Amount = flows[i].Amount * rate.Value };
        }

        return new CurrencyEffect(Irr.Of(flows), Irr.Of(converted));
    }
}
