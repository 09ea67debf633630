using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Books;

/// <summary>Amounts as people type them, in major units.</summary>
public static class Amounts
{
    /// <summary>Reads an amount; a fraction of a minor unit (12.345 CNY) is refused, never rounded away.</summary>
    /// <param name="amount">Major units.</param>
    /// <param name="currency">Its currency.</param>
    /// <param name="field">Name of the input's field, for the refusal.</param>
    public static Result<Money> Read(decimal amount, Currency currency, string field) =>
        Money.TryOf(amount, currency, out var money)
            ? money
            : new DomainError("input.fractionOfMinorUnit", ("amount", amount), ("currency", currency.Code)).At(field);

    /// <summary>Reads an amount whose currency is named; another than the one expected is refused.</summary>
    /// <param name="amount">Major units.</param>
    /// <param name="named">ISO 4217 code; null where none is named.</param>
    /// <param name="expected">The currency of the commitment or holding.</param>
    /// <param name="field">Name of the input's field, for the refusal.</param>
    public static Result<Money> Read(decimal amount, string? named, Currency expected, string field)
    {
        if (named is null) return Read(amount, expected, field);
        if (!Currency.TryOf(named, out var currency)) return new DomainError(InputErrors.NotKnown, ("field", field), ("value", named)).At(field);
        return currency == expected ? Read(amount, expected, field) : LedgerErrors.CurrencyMixed(currency, expected).At(field);
    }
}
