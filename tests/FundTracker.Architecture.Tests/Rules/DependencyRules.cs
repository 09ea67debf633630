using System.Xml.Linq;
using FundTracker.Architecture.Tests.Reading;
using Mono.Cecil;

namespace FundTracker.Architecture.Tests.Rules;

/// <summary>Holds project files, assemblies and namespaces to the dependency table.</summary>
internal static class DependencyRules
{
    /// <summary>
    /// A project file names only the packages and projects of its row; a project without a row is refused.
    /// </summary>
    public static Outcome ProjectFiles(IEnumerable<SourceFile> files) => Outcome.Of(files, file =>
    {
        var project = Path.GetFileNameWithoutExtension(file.Path);
        var row = DependencyTable.Rows.SingleOrDefault(row => row.Project == project);
        return row is null
            ? [$"{file.Path} has no row in the dependency table"]
            : Beyond(row, XDocument.Parse(file.Text)).Select(name => $"{file.Path} may not name {name}");
    });

    /// <summary>
    /// An assembly refers to .NET and to what its row allows, and to nothing that arrives with those.
    /// </summary>
    public static Outcome AssemblyReferences(Allowance row, AssemblyDefinition assembly) =>
        Outcome.Of(assembly.MainModule.AssemblyReferences, reference => IsAllowed(row, reference.Name)
            ? []
            : [$"{row.Assembly} may not refer to {reference.Name}"]);

    /// <summary>Outside the namespace <c>Composition</c>, nothing of the hidden assemblies is mentioned.</summary>
    public static Outcome OnlyCompositionSees(
        string[] hidden, string compositionNamespace, IEnumerable<TypeDefinition> types) =>
        Outcome.Of(types.Where(type => !IsWithin(Assemblies.Outermost(type).Namespace, compositionNamespace)), type =>
            Uses.TypesIn(type).Where(used => hidden.Contains(Uses.AssemblyOf(used), StringComparer.Ordinal))
                .Select(used => $"{type.FullName} mentions {used.FullName}: only {compositionNamespace} may"));

    /// <summary>Of the application, the reports see only the models made for them.</summary>
    public static Outcome OnlyNamespacesAreSeen(
        string assembly, string[] visibleNamespaces, IEnumerable<TypeDefinition> types) =>
        Outcome.Of(types, type => Uses.TypesIn(type)
            .Where(used => Uses.AssemblyOf(used) == assembly)
            .Where(used => !visibleNamespaces.Any(visible => IsWithin(NamespaceOf(used), visible)))
            .Select(used => $"{type.FullName} mentions {used.FullName}"));

    public static bool Matches(string name, string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? name == pattern
            : name.Length >= pattern.Length - 1
                && name.StartsWith(pattern[..star], StringComparison.Ordinal)
                && name.EndsWith(pattern[(star + 1)..], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Beyond(Allowance row, XDocument project)
    {
        IEnumerable<string> Named(string element) => project.Descendants(element)
            .Select(item => (string?)item.Attribute("Include") ?? (string?)item.Attribute("Update") ?? string.Empty);

        var packages = Named("PackageReference").Where(name => !row.Packages.Any(allowed => Matches(name, allowed)));
        var projects = Named("ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
            .Where(name => !row.Projects.Contains(name, StringComparer.Ordinal));
        return packages.Concat(projects).Concat(Named("Reference")).Concat(Named("FrameworkReference"));
    }

    private static bool IsAllowed(Allowance row, string assembly) =>
        row.Projects.Contains(assembly, StringComparer.Ordinal)
        || row.Assemblies.Any(allowed => Matches(assembly, allowed))
        || (Assemblies.IsFramework(assembly) && assembly.StartsWith(row.FrameworkPrefix, StringComparison.Ordinal));

    private static bool IsWithin(string name, string outer) =>
        name == outer || name.StartsWith(outer + ".", StringComparison.Ordinal);

    private static string NamespaceOf(TypeReference type) =>
        type.DeclaringType is null ? type.Namespace : NamespaceOf(type.DeclaringType);
}
