using FluentValidation;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Registry;

/// <summary>A command that records an entry of the registry: the day, where it comes from, the paper behind it.</summary>
public interface IRecordsEntry : IBacked
{
    /// <summary>First day on which it holds; not in the future, not in a closed quarter.</summary>
    DateOnly On { get; }

    /// <summary>What proves it, or where it is printed; at most 1,000 characters.</summary>
    string Source { get; }

    /// <summary>Where the record comes from.</summary>
    Provenance Provenance { get; }
}

/// <summary>What is the same in all commands that record entries.</summary>
internal static class EntryInput
{
    /// <summary>The origin that a command states.</summary>
    public static EntryOrigin Origin(this IRecordsEntry command) => new(command.Provenance, "", command.Source, command.Document);

    /// <summary>A name in at least one language; null where there is neither.</summary>
    public static BilingualName? Name(string? zh, string? en) =>
        string.IsNullOrWhiteSpace(zh) && string.IsNullOrWhiteSpace(en) ? null : BilingualName.Of(zh, en);

    /// <summary>The rules of day, source and provenance.</summary>
    public static void HasEntry<T>(this AbstractValidator<T> validator)
        where T : IRecordsEntry
    {
        validator.RuleFor(c => c.On).IsBusinessDate();
        validator.RuleFor(c => c.Source).NotNull().MaximumLength(1000);
        validator.RuleFor(c => c.Provenance).IsInEnum();
    }

    /// <summary>A number of square metres, mu or things: at most four decimals, below a quadrillion; its sign is judged by the rules.</summary>
    public static IRuleBuilderOptions<T, decimal?> IsNumber<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.PrecisionScale(19, 4, ignoreTrailingZeros: true);
}
