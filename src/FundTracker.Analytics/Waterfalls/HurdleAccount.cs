using FundTracker.Analytics.Numerics;
using FundTracker.Domain.Funds;

namespace FundTracker.Analytics.Waterfalls;

/// <summary>
/// What investors are owed before the manager shares: unreturned capital and preferred return, by the day. Capital is whole
/// fen; the preferred return keeps its fraction of a fen until it is paid, and a payment rounds it half away from zero.
/// </summary>
internal sealed class HurdleAccount(WaterfallTerms terms)
{
    private DateOnly _date;
    private decimal _preferred;
    private long _preferredPaid;
    private long _caughtUp;
    private long _caughtUpToManager;
    private long _split;
    private long _carry;

    public long Capital { get; private set; }

    public WaterfallOwed Owed(DateOnly date) => new(Capital, PreferredDue(date));

    public long PreferredDue(DateOnly date)
    {
        AccrueTo(date);
        return Fen(_preferred);
    }

    public void PayIn(DateOnly date, long amount)
    {
        AccrueTo(date);
        Capital = checked(Capital + amount);
    }

    /// <summary>Takes over capital paid in on an earlier day, with the preferred return that it has earned since.</summary>
    public void TakeOver(DateOnly date, DateOnly paidOn, long amount)
    {
        AccrueTo(date);
        Capital = checked(Capital + amount);
        _preferred += Accrual(amount, 0, date.DayNumber - paidOn.DayNumber);
    }

    public WaterfallStep Distribute(DateOnly date, long amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        AccrueTo(date);
        long left = amount;
        long capital = Take(ref left, Capital);
        Capital -= capital;

        long preferred = Take(ref left, Capital == 0 ? Fen(_preferred) : 0);
        _preferred -= preferred;
        _preferredPaid += preferred;

        long caughtUp = Take(ref left, CatchUpDue());
        _caughtUp += caughtUp;
        long catchUpToManager = Fen(_caughtUp * terms.CatchUpShare) - _caughtUpToManager;
        _caughtUpToManager += catchUpToManager;

        _split += left;
        long carry = Fen(_split * terms.CarryShare) - _carry;
        _carry += carry;
        return new WaterfallStep(
            date, capital, preferred, catchUpToManager, caughtUp - catchUpToManager, carry, left - carry);
    }

    /// <summary>What the tier must pay in all for the manager to have its share of preferred return and catch-up, less what
    /// it has paid: X with catchUp·X = carry·(preferred + X).</summary>
    private long CatchUpDue()
    {
        if (terms.CatchUpShare == 0)
        {
            return 0;
        }

        decimal all = terms.CarryShare * _preferredPaid / (terms.CatchUpShare - terms.CarryShare);
        return Math.Max(0, Fen(all) - _caughtUp);
    }

    private void AccrueTo(DateOnly date)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date, _date);
        if (Capital != 0 || _preferred != 0)
        {
            _preferred += Accrual(Capital, _preferred, date.DayNumber - _date.DayNumber);
        }

        _date = date;
    }

    private decimal Accrual(long capital, decimal preferred, int days) => terms.Compounding switch
    {
        PreferredCompounding.Annual => (capital + preferred) * (DecimalPower.Growth(terms.PreferredRate, days) - 1),
        _ => capital * terms.PreferredRate * days / 365,
    };

    private static long Take(ref long left, long due)
    {
        long taken = Math.Clamp(due, 0, left);
        left -= taken;
        return taken;
    }

    private static long Fen(decimal amount) => (long)decimal.Round(amount, 0, MidpointRounding.AwayFromZero);
}
