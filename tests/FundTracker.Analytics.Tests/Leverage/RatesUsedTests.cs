using FundTracker.Analytics.Leverage;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Tests.Leverage;

public class RatesUsedTests
{
    private static readonly DateOnly May = new(2022, 5, 1), June = new(2022, 6, 1);

    [Fact]
    public void Of_several_days_without_a_rate_the_first_is_named()
    {
        RatesUsed late = Missed(("USD/CNY", June), ("EUR/CNY", May)), early = Missed(("EUR/CNY", May), ("USD/CNY", June));

        Assert.Equal([Reason("EUR/CNY"), Reason("EUR/CNY")], new[] { late, early }.Select(Named));
    }

    [Fact]
    public void Of_several_rates_that_one_day_lacks_the_first_that_was_asked_for_is_named() =>
        Assert.Equal(Reason("USD/CNY"), Named(Missed(("USD/CNY", May), ("EUR/CNY", May))));

    [Fact]
    public void Rates_of_several_parts_lack_what_one_of_them_lacks_first()
    {
        Assert.Equal(Reason("USD/CNY"), Named(Together(Missed(("USD/CNY", May)), new RatesUsed())));
        Assert.Equal(Reason("USD/CNY"), Named(Together(new RatesUsed(), Missed(("USD/CNY", May)))));
        Assert.Equal(Reason("EUR/CNY"), Named(Together(Missed(("USD/CNY", June)), Missed(("EUR/CNY", May)))));
        Assert.Equal(Reason("EUR/CNY"), Named(Together(Missed(("EUR/CNY", May)), Missed(("USD/CNY", June)))));
        Assert.Equal(Reason("USD/CNY"), Named(Together(Missed(("USD/CNY", May)), Missed(("EUR/CNY", May)))));
        RatesUsed together = Together(Missed(("USD/CNY", June)), Missed(("EUR/CNY", May)));
        together.Miss("GBP/CNY", new DateOnly(2022, 5, 15));
        Assert.Equal(Reason("EUR/CNY"), Named(together));
    }

    [Fact]
    public void A_rate_is_said_by_its_pair_its_day_and_its_number() =>
        Assert.Equal(new UsedRate("USD/CNY", May, 7.1m), UsedRate.Of(new FactEntry(3, new NodeId(1), "fx:USD/CNY", "7.1", May, Stamp.Max, Provenance.Recorded)));

    private static RatesUsed Missed(params ReadOnlySpan<(string Pair, DateOnly Day)> all)
    {
        RatesUsed used = new();
        foreach ((string pair, DateOnly day) in all) used.Miss(pair, day);
        return used;
    }

    private static RatesUsed Together(RatesUsed one, RatesUsed other)
    {
        RatesUsed both = new();
        both.Add(one);
        both.Add(other);
        return both;
    }

    private static string Reason(string pair) => $"{FigureReasons.NoRate(pair, May)}";

    private static string Named(RatesUsed used) => $"{used.Missing}";
}
