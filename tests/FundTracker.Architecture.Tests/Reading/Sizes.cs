using Mono.Cecil;

namespace FundTracker.Architecture.Tests.Reading;

/// <summary>A thing that is past the size at which one looks again.</summary>
internal sealed record Oversize(string What, int Size);

/// <summary>
/// Measures lines, methods and files. Past these sizes one looks again; nothing is refused for its size.
/// </summary>
internal static class Sizes
{
    public const int LineMax = 120;
    public const int MethodMax = 40;
    public const int FileMax = 300;

    /// <summary>The line number that the compiler gives to what stands in no source line.</summary>
    private const int HiddenLine = 0xfeefee;

    public static IEnumerable<Oversize> LongLines(IEnumerable<SourceFile> files) => files.SelectMany(file =>
        file.Lines.Where(line => line.Text.Length > LineMax)
            .Select(line => new Oversize($"{file.Path}:{line.Number}", line.Text.Length)));

    public static IEnumerable<Oversize> LongFiles(IEnumerable<SourceFile> files) => files
        .Select(file => new Oversize(file.Path, file.Text.Count(letter => letter == '\n')))
        .Where(file => file.Size > FileMax);

    /// <summary>
    /// Methods by the lines from their first to their last statement, as the debug symbols have them.
    /// </summary>
    public static IEnumerable<Oversize> LongMethods(IEnumerable<TypeDefinition> types) => types
        .SelectMany(type => type.NestedTypes
            .Where(nested => nested.Name.Contains('<', StringComparison.Ordinal)).Append(type))
        .SelectMany(type => type.Methods)
        .Select(method => new Oversize(method.FullName, LinesOf(method)))
        .Where(method => method.Size > MethodMax);

    private static int LinesOf(MethodDefinition method)
    {
        var points = method.DebugInformation.SequencePoints.Where(point => point.StartLine != HiddenLine).ToList();
        return points.Count == 0 ? 0 : points.Max(point => point.EndLine) - points.Min(point => point.StartLine) + 1;
    }
}
