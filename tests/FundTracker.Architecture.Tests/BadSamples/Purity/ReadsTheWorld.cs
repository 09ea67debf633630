namespace FundTracker.Architecture.Tests.BadSamples.Purity;

/// <summary>Reads a file inside a lambda.</summary>
internal static class ReadsAFile
{
    public static Func<string, string> Reader => path => File.ReadAllText(path);
}

/// <summary>Asks what time it is, past the injected clock.</summary>
internal static class AsksTheClock
{
#pragma warning disable RS0030 // The sample exists to be refused.
    public static DateOnly Today() => DateOnly.FromDateTime(DateTime.UtcNow);
#pragma warning restore RS0030
}

/// <summary>Holds a clock of its own.</summary>
internal sealed class HoldsAClock
{
    public TimeProvider? Clock { get; init; }
}
