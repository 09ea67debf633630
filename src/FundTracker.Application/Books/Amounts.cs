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
}
