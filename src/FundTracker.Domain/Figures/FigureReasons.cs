using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Figures;

/// <summary>Why a figure has no answer.</summary>
public static class FigureReasons
{
    /// <summary>Nobody has committed anything.</summary>
    public static DomainError NothingCommitted() => new("figure.nothingCommitted");

    /// <summary>Nothing is paid in.</summary>
    public static DomainError NothingPaidIn() => new("figure.nothingPaidIn");

    /// <summary>The books know no investment of the fund.</summary>
    public static DomainError NothingInvested() => new("figure.nothingInvested");

    /// <summary>No NAV was ever stated.</summary>
    public static DomainError NoNav() => new("figure.noNav");

    /// <summary>The source did not report the number.</summary>
    /// <param name="what">Which: commitment, paidIn, distributed, nav.</param>
    public static DomainError NotReported(string what) => new("figure.notReported", ("what", what));

    /// <summary>Opening balances exceed the commitment (money was recycled) or are negative, so what is unfunded can't be said.</summary>
    public static DomainError OpeningExceedsCommitment(Money paidIn, Money commitment) =>
        new("figure.openingExceedsCommitment", ("paidIn", paidIn), ("commitment", commitment));

    /// <summary>Opening paid-in or commitment is negative in the source.</summary>
    public static DomainError OpeningNegative(Money amount) => new("figure.openingNegative", ("amount", amount));

    /// <summary>The denominator is zero.</summary>
    public static DomainError DenominatorZero(string role) => new("figure.denominatorZero", ("role", role));

    /// <summary>No part of the money passes the layer that the formula looks at.</summary>
    public static DomainError NothingInLayer() => new("figure.nothingInLayer");

    /// <summary>Amounts in more than one currency and no rate between them.</summary>
    public static DomainError CurrenciesMixed(string currencies) => new("figure.currenciesMixed", ("currencies", currencies));

    /// <summary>A fund in another currency than the funds that are taken together.</summary>
    /// <param name="fund">Code of the fund's currency.</param>
    /// <param name="pool">Code of the currency of the others.</param>
    public static DomainError OtherCurrency(string fund, string pool) => new("figure.otherCurrency", ("fund", fund), ("pool", pool));

    /// <summary>No exchange rate was stated for a day or before it.</summary>
    /// <param name="pair">From and to: <c>USD/CNY</c>.</param>
    /// <param name="day">The day.</param>
    public static DomainError NoRate(string pair, DateOnly day) => new("figure.noRate", ("pair", pair), ("date", day));

    /// <summary>An investor's kind is not known, so its money can't be counted on either side.</summary>
    public static DomainError InvestorKindUnknown(string investor) => new("figure.investorKindUnknown", ("investor", investor));

    /// <summary>An input has no value.</summary>
    public static DomainError InputMissing(FigureId input) => new("figure.inputMissing", ("input", input.ToString()));

    /// <summary>No live carrier states the floor that tenants can take.</summary>
    public static DomainError NoFloor() => new("figure.noFloor");

    /// <summary>A programme without tasks of its own.</summary>
    public static DomainError NoTasks() => new("figure.noTasks");

    /// <summary>No company that our funds hold has stated the figure for the year.</summary>
    public static DomainError NobodyStated(int year) => new("figure.nobodyStated", ("year", year));

    /// <summary>What the company raised is not known, or less than our funds' part.</summary>
    public static DomainError RaisedUnknown(string company) => new("figure.raisedUnknown", ("company", company));

    /// <summary>No round of a company that our funds hold closed after our money came in, with a stated total.</summary>
    public static DomainError NothingFollowed() => new("figure.nothingFollowed");
}
