using System.Globalization;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>
/// Amounts in the mother fund's currency at the stated rate of the day of a view: the fact <c>fx:USD/CNY</c> of the mother fund, units of
/// its currency for one of the other; a day without a rate takes the last one stated before it.
/// </summary>
internal static class StatedRates
{
    /// <summary>Whether a fact states a rate.</summary>
    public static bool IsRate(FactEntry fact) => fact.Name.StartsWith($"{FactNames.ExchangeRate}:", StringComparison.Ordinal);

    /// <summary>A figure in the mother fund's currency, with the rate in its trail.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="id">Address of the converted figure.</param>
    /// <param name="own">The figure in its own currency, with a value.</param>
    /// <returns>Rounded to the minor unit, half away from zero; none with its reason where no rate is stated by the day.</returns>
    public static Figure<Money> InBase(LedgerView view, FigureId id, Figure<Money> own)
    {
        var (amount, to) = (own.Require(), view.Book.Root.Currency);
        var stated = Find(view, amount.Currency);
        return stated.IsSuccess
            ? Figure<Money>.Of(
                id, Money.Round(amount.Amount * stated.Value.Rate, to), Trail.Of(new FigureInput("nav", own), Input(view, stated.Value)))
            : Figure<Money>.None(id, stated.Error, Trail.Of(new FigureInput("nav", own)));
    }

    /// <summary>The rate of the day from a currency to the mother fund's, or that none is stated on the day or before it.</summary>
    public static Result<StatedRate> Find(LedgerView view, Currency from)
    {
        var pair = $"{from.Code}/{view.Book.Root.Currency.Code}";
        return view.Book.FactOn(view.Book.MotherFund, $"{FactNames.ExchangeRate}:{pair}", view.AsOf, view.KnownAt) is { } fact
            ? new StatedRate(decimal.Parse(fact.Value, NumberStyles.Number, CultureInfo.InvariantCulture), fact)
            : FigureReasons.NoRate(pair, view.AsOf);
    }

    /// <summary>A rate as an input of a figure.</summary>
    public static FactInput Input(LedgerView view, StatedRate stated) => new("exchangeRate", view.Book.MotherFund, stated.Fact);
}
