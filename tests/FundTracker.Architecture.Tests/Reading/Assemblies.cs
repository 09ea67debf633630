using System.Collections.Concurrent;
using Mono.Cecil;

namespace FundTracker.Architecture.Tests.Reading;

/// <summary>The built assemblies, read as metadata from beside the tests; nothing of them is run.</summary>
internal static class Assemblies
{
    private static readonly ConcurrentDictionary<string, AssemblyDefinition> Read = new(StringComparer.Ordinal);
    private static readonly DefaultAssemblyResolver Resolver = CreateResolver();

    /// <summary>The folder of the .NET runtime: what lies in it is the framework, whatever its name.</summary>
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public static AssemblyDefinition Named(string assemblyName) => Read.GetOrAdd(
        assemblyName,
        name => AssemblyDefinition.ReadAssembly(
            Path.Combine(AppContext.BaseDirectory, name + ".dll"),
            new ReaderParameters { AssemblyResolver = Resolver, InMemory = true, ReadSymbols = true }));

    /// <summary>All types that a person wrote, nested ones included.</summary>
    public static IReadOnlyList<TypeDefinition> TypesOf(string assemblyName) =>
        [.. Named(assemblyName).MainModule.GetTypes().Where(IsWritten)];

    /// <summary>The types of the samples that the rules must reject.</summary>
    public static IReadOnlyList<TypeDefinition> BadSamples(string folder) =>
        [.. TypesOf("FundTracker.Architecture.Tests")
            .Where(type => Outermost(type).Namespace == "FundTracker.Architecture.Tests.BadSamples." + folder)];

    public static bool IsFramework(string assemblyName) =>
        File.Exists(Path.Combine(FrameworkFolder, assemblyName + ".dll"));

    public static TypeDefinition Outermost(TypeDefinition type) =>
        type.DeclaringType is null ? type : Outermost(type.DeclaringType);

    private static bool IsWritten(TypeDefinition type) =>
        !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute"
            or "EmbeddedAttribute" or "GeneratedCodeAttribute")
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));

    private static DefaultAssemblyResolver CreateResolver()
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        var platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        foreach (var folder in platform.Split(Path.PathSeparator).Select(Path.GetDirectoryName).Distinct())
        {
            resolver.AddSearchDirectory(folder);
        }

        return resolver;
    }
}
