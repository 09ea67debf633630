using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.CapitalCalls;

/// <summary>What a part of a call is for, as people type it.</summary>
/// <param name="Purpose">Investment, management fee, expense or other.</param>
/// <param name="InsideCommitment">Whether it counts against the commitment.</param>
/// <param name="Amount">Major units of the fund's currency, above zero.</param>
public sealed record CalledItem(CallPurpose Purpose, bool InsideCommitment, decimal Amount)
{
    /// <summary>Reads items to the minor unit; a fraction of one is refused with the item's field.</summary>
    public static Result<IReadOnlyList<CallItem>> Read(IReadOnlyList<CalledItem> items, Currency currency) => items
        .Select((item, i) => Amounts.Read(item.Amount, currency, $"Items[{i}].Amount")
            .Map(amount => new CallItem(item.Purpose, item.InsideCommitment, amount)))
        .All();
}

internal sealed class CalledItemValidator : AbstractValidator<CalledItem>
{
    public CalledItemValidator()
    {
        RuleFor(i => i.Amount).IsAmount();
        RuleFor(i => i.Purpose).IsInEnum().NotEqual(CallPurpose.None).WithErrorCode(InputErrors.Required);
    }
}
