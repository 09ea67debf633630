namespace FundTracker.Architecture.Tests.BadSamples.Shapes;

/// <summary>An entity whose name anybody may change, and which anybody may make.</summary>
public sealed class OpenEntity
{
    public int Id { get; init; }

    public string Name { get; set; } = string.Empty;
}

/// <summary>A value object whose check a <c>with</c> skips.</summary>
public sealed record InitValue
{
    private InitValue(int part) => Part = part;

    public int Part { get; init; }

    public static InitValue Of(int part) => new(part);
}

/// <summary>A value object with a public constructor.</summary>
public sealed record PositionalValue(int Part);

/// <summary>A value object that compares by reference.</summary>
public sealed class ClassValue
{
    private ClassValue(int part) => Part = part;

    public int Part { get; }

    public static ClassValue Of(int part) => new(part);
}

/// <summary>A value object whose default was never checked.</summary>
public readonly record struct StructValue(int Part);

/// <summary>A name that says nothing.</summary>
public static class CallHelper;

/// <summary>A manager that manages no fund.</summary>
public static class LedgerManager;
