using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FundTracker.Application.Policies;

/// <summary>What files of rules and of schemes have in common: how strictly they are read, and where the shipped ones lie.</summary>
internal static class RecordFiles
{
    /// <summary>A member that is not known, or one that is missing, is a fault of the file.</summary>
    public static JsonSerializerOptions Strict { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The files embedded below a folder, by name: name without the folder, and text.</summary>
    public static IReadOnlyList<(string Name, string Json)> Shipped(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                .Select(name => (name[folder.Length..], Text(assembly, name))),
        ];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
