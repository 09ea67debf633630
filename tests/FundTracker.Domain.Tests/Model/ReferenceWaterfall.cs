using System.Numerics;

namespace FundTracker.Domain.Tests.Model;

/// <summary>
/// A whole-fund waterfall once more, with nothing but whole numbers: simple preferred return, so that all that is owed is a fraction with the
/// denominator 365 · 10,000, and every tier of it is exact until it is rounded half away from zero.
/// </summary>
/// <param name="ratePoints">Preferred return a year in hundredths of a per cent.</param>
/// <param name="catchUp">The manager's part of the catch-up, per cent; 0 for none.</param>
/// <param name="carry">The manager's part of what is left, per cent.</param>
internal sealed class ReferenceWaterfall(int ratePoints, int catchUp, int carry)
{
    private static readonly BigInteger Whole = 365 * 10_000;

    private BigInteger capital;
    private BigInteger preferred;
    private (BigInteger Preferred, BigInteger CaughtUp, BigInteger CaughtUpToManager, BigInteger Split, BigInteger Carry) paid;
    private int today;

    public void PayIn(int day, BigInteger amount)
    {
        Accrue(day);
        capital += amount;
    }

    /// <summary>Capital, preferred return, catch-up to the manager and to investors, carry, and what is left to investors.</summary>
    public BigInteger[] Distribute(int day, BigInteger amount)
    {
        Accrue(day);
        var left = amount;
        var toCapital = BigInteger.Min(left, capital);
        (capital, left) = (capital - toCapital, left - toCapital);
        var toPreferred = capital.IsZero ? BigInteger.Max(0, BigInteger.Min(left, Rounded(preferred, Whole))) : 0;
        (preferred, left) = (preferred - (toPreferred * Whole), left - toPreferred);
        paid.Preferred += toPreferred;
        var due = catchUp == 0 ? 0 : BigInteger.Max(0, Rounded(carry * paid.Preferred, catchUp - carry) - paid.CaughtUp);
        var toCatchUp = BigInteger.Min(left, due);
        left -= toCatchUp;
        paid.CaughtUp += toCatchUp;
        var toManager = Rounded(paid.CaughtUp * catchUp, 100) - paid.CaughtUpToManager;
        paid.CaughtUpToManager += toManager;
        paid.Split += left;
        var carried = Rounded(paid.Split * carry, 100) - paid.Carry;
        paid.Carry += carried;
        return [toCapital, toPreferred, toManager, toCatchUp - toManager, carried, left - carried];
    }

    private void Accrue(int day)
    {
        preferred += capital * ratePoints * (day - today);
        today = day;
    }

    private static BigInteger Rounded(BigInteger above, BigInteger below) => above.Sign * (((2 * BigInteger.Abs(above) / below) + 1) / 2);
}
