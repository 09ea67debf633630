using FluentValidation;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Periods;

/// <summary>Quarters as people type them.</summary>
internal static class QuarterInput
{
    /// <summary>A quarter such as 2023Q2.</summary>
    public static IRuleBuilderOptions<T, string> IsQuarter<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => Quarter.TryParse(text, out _)).WithErrorCode(InputErrors.WrongForm);

    /// <summary>The quarter of a text that the validator has seen.</summary>
    public static Quarter Read(string text) =>
        Quarter.TryParse(text, out var quarter) ? quarter : throw new InvalidOperationException($"'{text}' passed the validator and is no quarter.");
}
