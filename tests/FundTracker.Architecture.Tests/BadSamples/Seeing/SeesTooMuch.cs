using Mono.Cecil;

namespace FundTracker.Architecture.Tests.BadSamples.Seeing;

/// <summary>Mentions a type of a hidden assembly in a generic argument of a local function only.</summary>
internal static class SeesAHiddenAssembly
{
    public static int Count()
    {
        return Several().Count;

        static List<TypeReference> Several() => [];
    }
}
