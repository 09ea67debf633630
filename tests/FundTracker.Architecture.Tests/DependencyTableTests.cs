using FundTracker.Architecture.Tests.Reading;
using FundTracker.Architecture.Tests.Rules;

namespace FundTracker.Architecture.Tests;

/// <summary>The dependency table of the design, held over project files, assemblies and namespaces.</summary>
public sealed class DependencyTableTests
{
    public static TheoryData<string> Projects => [.. DependencyTable.Rows.Select(row => row.Project)];

    public static TheoryData<string> ComposedProjects =>
        [.. DependencyTable.Rows.Where(row => row.OnlyInComposition.Length > 0).Select(row => row.Project)];

    [Fact]
    public void A_project_file_names_only_what_the_table_allows() =>
        DependencyRules.ProjectFiles(ProductProjects()).MustHold();

    [Fact]
    public void Every_row_of_the_table_is_a_project() =>
        Assert.Equivalent(
            DependencyTable.Rows.Select(row => row.Project),
            ProductProjects().Select(file => Path.GetFileNameWithoutExtension(file.Path)),
            strict: true);

    [Theory]
    [InlineData("""<PackageReference Include="Microsoft.EntityFrameworkCore" />""", "Microsoft.EntityFrameworkCore")]
    [InlineData("""<ProjectReference Include="..\Other\FundTracker.Analytics.csproj" />""", "FundTracker.Analytics")]
    [InlineData("""<FrameworkReference Include="Microsoft.AspNetCore.App" />""", "Microsoft.AspNetCore.App")]
    [InlineData("""<Reference Include="Some.Library" />""", "Some.Library")]
    public void A_domain_project_that_names_anything_is_refused(string item, string offender) =>
        DependencyRules.ProjectFiles([Project("FundTracker.Domain", item)]).MustReject(offender);

    [Fact]
    public void An_application_that_names_a_provider_is_refused() =>
        DependencyRules.ProjectFiles(
                [Project("FundTracker.Application", """<PackageReference Include="Microsoft.Data.Sqlite" />""")])
            .MustReject("Microsoft.Data.Sqlite");

    [Fact]
    public void A_project_without_a_row_is_refused() =>
        DependencyRules.ProjectFiles([Project("FundTracker.Elsewhere", string.Empty)])
            .MustReject("FundTracker.Elsewhere");

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_assembly_refers_only_to_what_the_table_allows(string project)
    {
        var row = DependencyTable.Row(project);
        DependencyRules.AssemblyReferences(row, Assemblies.Named(row.Assembly)).MustHold();
    }

    [Fact]
    public void An_assembly_that_refers_to_more_than_its_row_is_refused()
    {
        var domain = DependencyTable.Row("FundTracker.Domain");
        DependencyRules.AssemblyReferences(domain, Assemblies.Named("FundTracker.Architecture.Tests"))
            .MustReject("Mono.Cecil", "MediatR", "FluentValidation", "xunit.v3.core");
    }

    [Theory]
    [MemberData(nameof(ComposedProjects))]
    public void Only_the_composition_sees_what_is_composed(string project)
    {
        var row = DependencyTable.Row(project);
        var types = Assemblies.TypesOf(row.Assembly);
        DependencyRules.OnlyCompositionSees(row.OnlyInComposition, project + ".Composition", types)
            .MustHold(types.Count > 0);
    }

    [Fact]
    public void A_type_outside_the_composition_that_sees_a_hidden_assembly_is_refused() =>
        DependencyRules.OnlyCompositionSees(["Mono.Cecil"], "FundTracker.Composition", Assemblies.BadSamples("Seeing"))
            .MustReject("SeesAHiddenAssembly");

    [Fact]
    public void The_composition_itself_may_see_it()
    {
        const string composition = "FundTracker.Architecture.Tests.BadSamples.Seeing";
        Assert.Empty(DependencyRules
            .OnlyCompositionSees(["Mono.Cecil"], composition, Assemblies.BadSamples("Seeing"))
            .Violations);
    }

    [Fact]
    public void The_reports_see_of_the_application_only_the_models_made_for_them_and_the_shared_words()
    {
        var types = Assemblies.TypesOf("FundTracker.Reports");
        DependencyRules.OnlyNamespacesAreSeen("FundTracker.Application", ["FundTracker.Application.Reports", "FundTracker.Application.Text"], types)
            .MustHold(types.Count > 0);
    }

    [Fact]
    public void A_type_that_sees_another_namespace_is_refused() =>
        DependencyRules.OnlyNamespacesAreSeen("Mono.Cecil", ["Mono.Cecil.Cil"], Assemblies.BadSamples("Seeing"))
            .MustReject("SeesAHiddenAssembly");

    [Theory]
    [InlineData("Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.*.Abstractions", true)]
    [InlineData("Microsoft.Extensions.Logging", "Microsoft.Extensions.*.Abstractions", false)]
    [InlineData("SkiaSharp", "SkiaSharp*", true)]
    [InlineData("MediatR.Contracts", "MediatR", false)]
    public void A_star_stands_for_any_run_of_characters(string name, string pattern, bool matches) =>
        Assert.Equal(matches, DependencyRules.Matches(name, pattern));

    private static IEnumerable<SourceFile> ProductProjects() =>
        WorkTree.Projects.Where(file => !file.Path.StartsWith("tests/", StringComparison.Ordinal));

    private static SourceFile Project(string name, string item) => new(
        $"src/{name}/{name}.csproj",
        $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{item}</ItemGroup></Project>""");
}
