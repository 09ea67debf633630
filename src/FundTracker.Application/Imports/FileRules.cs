using FluentValidation;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;

namespace FundTracker.Application.Imports;

/// <summary>What every request with a file must satisfy.</summary>
internal static class FileRules
{
    /// <summary>A file name of 1 to 300 characters.</summary>
    public static void HasFileName<T>(this IRuleBuilder<T, string> rule) => rule.NotEmpty().MaximumLength(300);

    /// <summary>1 byte to 20 MiB.</summary>
    public static void HasFile<T>(this IRuleBuilder<T, byte[]> rule) =>
        rule.NotEmpty().Must(content => content is not { Length: > SourceDocument.MaxBytes }).WithErrorCode(InputErrors.TooLong);
}
