using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Returns;

/// <summary>Why a return has no answer; each code has a sentence in both languages.</summary>
public static class ReturnReasons
{
    /// <summary>Several rates solve the flows and none, or more than one, agrees with the money multiple.</summary>
    public static DomainError SeveralRates() => new("irr.severalRates");

    /// <summary>Opening balances stand for flows whose dates are not in the ledger.</summary>
    public static DomainError OpeningBalances() => new("irr.openingBalances");

    /// <summary>The value that the period stands on (opening value and weighted flows) is not above zero.</summary>
    /// <param name="start">First day of the period.</param>
    /// <param name="end">Last day of the period.</param>
    public static DomainError BaseNotPositive(DateOnly start, DateOnly end) =>
        new("return.baseNotPositive", ("start", start), ("end", end));

    /// <summary>The period has no days.</summary>
    public static DomainError NoPeriod() => new("return.noPeriod");

    /// <summary>A return needs a value at its start and at its end.</summary>
    public static DomainError TooFewValuations() => new("return.tooFewValuations");

    /// <summary>No value is known on or before the start of the horizon.</summary>
    /// <param name="start">The start.</param>
    public static DomainError NoValueAtStart(DateOnly start) => new("return.noValueAtStart", ("start", start));

    /// <summary>The period is shorter than a year, which is not annualised.</summary>
    /// <param name="days">Its days.</param>
    public static DomainError NotAnnualised(int days) => new("return.notAnnualised", ("days", days));

    /// <summary>A linked return below −100 % has no yearly rate.</summary>
    public static DomainError MoreThanAllLost() => new("return.moreThanAllLost");

    /// <summary>The code and sentence of an IRR that does not exist.</summary>
    public static DomainError Of(IrrNoneReason reason) => new(reason switch
    {
        IrrNoneReason.Empty => "irr.empty",
        IrrNoneReason.AllOnOneDate => "irr.allOnOneDate",
        IrrNoneReason.NoSignChange => "irr.noSignChange",
        IrrNoneReason.TotalLoss => "irr.totalLoss",
        IrrNoneReason.OutOfRange => "irr.outOfRange",
        IrrNoneReason.NoRoot => "irr.noRoot",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
    });

    /// <summary>The one rate to quote, or the reason why there is none.</summary>
    /// <param name="irr">What is known of the rate.</param>
    /// <returns>Annual effective rate as a fraction.</returns>
    public static Result<double> QuotedRate(IrrResult irr) => irr switch
    {
        { Quoted: { } root } => root.Rate,
        IrrResult.None none => Of(none.Reason),
        _ => SeveralRates(),
    };
}
