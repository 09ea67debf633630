using FundTracker.Architecture.Tests.Reading;
using Mono.Cecil;

namespace FundTracker.Architecture.Tests.Rules;

/// <summary>
/// The domain and its arithmetic are told everything: they read no file, no network, no clock, no chance.
/// </summary>
internal static class PurityRules
{
    private static readonly string[] OutsideNamespaces =
        ["System.Net", "System.Data", "System.IO.Pipes", "System.IO.IsolatedStorage"];

    private static readonly string[] OutsideTypes =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory",
        "System.IO.DirectoryInfo", "System.IO.DriveInfo", "System.IO.StreamReader", "System.IO.StreamWriter",
        "System.IO.RandomAccess",
        "System.Console", "System.TimeProvider", "System.Random", "System.Threading.Thread",
        "System.Threading.Timer", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch",
        "System.Security.Cryptography.RandomNumberGenerator",
    ];

    private static readonly string[] WorldReaders =
    [
        "System.Environment::GetEnvironmentVariable", "System.Environment::get_MachineName",
        "System.Environment::get_TickCount", "System.Environment::get_TickCount64",
        "System.Environment::get_CurrentDirectory", "System.Guid::CreateVersion7",
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
    ];

    public static Outcome NoInputOutputAndNoClock(IEnumerable<TypeDefinition> types) => Outcome.Of(types, type =>
        Uses.TypesIn(type).Where(IsOutside).Select(used => $"{type.FullName} mentions {used.FullName}")
            .Concat(Uses.MethodsIn(type).Select(method => $"{method.DeclaringType.FullName}::{method.Name}")
                .Where(name => WorldReaders.Contains(name, StringComparer.Ordinal))
                .Select(name => $"{type.FullName} asks the world: {name}")));

    private static bool IsOutside(TypeReference type) =>
        OutsideTypes.Contains(type.FullName, StringComparer.Ordinal)
        || OutsideNamespaces.Any(outside => type.Namespace == outside
            || type.Namespace.StartsWith(outside + ".", StringComparison.Ordinal));
}
