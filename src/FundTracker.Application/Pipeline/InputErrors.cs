using System.Linq.Expressions;
using FluentValidation;
using FluentValidation.Results;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Pipeline;

/// <summary>Malformed input: what is wrong with which field. The codes have sentences in both languages.</summary>
public static class InputErrors
{
    /// <summary>A field that must be given is empty.</summary>
    public const string Required = "input.required";

    /// <summary>A text is longer than may be.</summary>
    public const string TooLong = "input.tooLong";

    /// <summary>An amount must be above zero.</summary>
    public const string NotPositive = "input.notPositive";

    /// <summary>A value is not one of those known.</summary>
    public const string NotKnown = "input.notKnown";

    /// <summary>A value has the wrong form.</summary>
    public const string WrongForm = "input.wrongForm";

    /// <summary>A credit code's length, characters or check digit are wrong.</summary>
    public const string CreditCode = "input.creditCode";

    /// <summary>A date lies outside 1900 to 2999.</summary>
    public const string DateRange = "input.dateRange";

    /// <summary>A fund code is not 2 to 40 capital letters, digits and hyphens.</summary>
    public const string Code = "input.code";

    /// <summary>Turns a validator's failure into a refusal that names the field.</summary>
    public static DomainError From(ValidationFailure failure)
    {
        var code = failure.ErrorCode.Contains('.', StringComparison.Ordinal) ? failure.ErrorCode : ByValidator(failure.ErrorCode);
        return new DomainError(code, ("field", failure.PropertyName), ("value", failure.AttemptedValue ?? "")).At(failure.PropertyName);
    }

    /// <summary>A business date between 1900 and 2999.</summary>
    public static IRuleBuilderOptions<T, DateOnly> IsBusinessDate<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.Must(date => date.Year is >= 1900 and <= 2999).WithErrorCode(DateRange);

    /// <summary>A code of a node: 2 to 40 capital letters, digits and hyphens.</summary>
    public static IRuleBuilderOptions<T, string> IsNodeCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(code => code is { Length: >= 2 and <= 40 } && code.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-')).WithErrorCode(Code);

    /// <summary>The ISO 4217 code of a currency that the ledger takes.</summary>
    public static IRuleBuilderOptions<T, string> IsCurrency<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(code => Currency.TryOf(code, out _)).WithErrorCode(NotKnown);

    /// <summary>The code of a sector, see <see cref="FactRules.IsSectorCode"/>.</summary>
    public static IRuleBuilderOptions<T, string> IsSector<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(FactRules.IsSectorCode).WithErrorCode(WrongForm);

    /// <summary>An amount in major units: above zero, at most three decimals, below a quadrillion.</summary>
    public static IRuleBuilderOptions<T, decimal> IsAmount<T>(this IRuleBuilder<T, decimal> rule) =>
        rule.GreaterThan(0).PrecisionScale(18, 3, ignoreTrailingZeros: true);

    /// <summary>A level in major units, such as a NAV: any sign, at most three decimals, below a quadrillion.</summary>
    public static IRuleBuilderOptions<T, decimal> IsLevel<T>(this IRuleBuilder<T, decimal> rule) =>
        rule.PrecisionScale(18, 3, ignoreTrailingZeros: true);

    /// <summary>A name in at least one language, each form at most 300 characters.</summary>
    public static void HasName<T>(this AbstractValidator<T> validator, Expression<Func<T, string?>> zh, Expression<Func<T, string?>> en)
    {
        var english = en.Compile();
        validator.RuleFor(zh).NotEmpty().When(c => string.IsNullOrWhiteSpace(english(c)));
        validator.RuleFor(zh).MaximumLength(300);
        validator.RuleFor(en).MaximumLength(300);
    }

    private static string ByValidator(string validator) => validator switch
    {
        "NotEmptyValidator" or "NotNullValidator" => Required,
        "MaximumLengthValidator" or "LengthValidator" => TooLong,
        "GreaterThanValidator" => NotPositive,
        "EnumValidator" => NotKnown,
        _ => WrongForm,
    };
}
