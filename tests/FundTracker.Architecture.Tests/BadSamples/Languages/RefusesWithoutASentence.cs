using FundTracker.Domain.Results;

namespace FundTracker.Architecture.Tests.BadSamples.Languages;

/// <summary>Refuses by codes of which no text knows, or knows the wrong figures.</summary>
internal static class SampleErrors
{
    public const string Kept = "sample.kept";

    public static DomainError Silent(int year) => new("sample.silent", ("year", year));

    public static DomainError Misquoted(int year) => new("sample.misquoted", ("year", year));
}
