using FundTracker.Architecture.Tests.Reading;
using FundTracker.Architecture.Tests.Rules;

namespace FundTracker.Architecture.Tests;

/// <summary>What holds for the files as text and for the names in them.</summary>
public sealed class TextTests
{
    private static readonly string[] TopLevel =
    [
        "src", "tests", "migrations", "reports", "FundTracker.sln", "docker-compose.yml", "Dockerfile", ".dockerignore",
        "README.md", "run.sh", "test.sh", "global.json", "Directory.Build.props", "Directory.Build.targets",
        "Directory.Packages.props",
        ".editorconfig", "BannedSymbols.txt", ".gitignore", ".gitattributes", ".config", ".ci", "LICENSE",
        "stryker-config.json",
    ];

    [Fact]
    public void A_namespace_is_the_project_and_its_folders() =>
        TextRules.NamespacesMatchFolders(WorkTree.CSharp.Where(IsWritten), WorkTree.Projects.Select(file => file.Path))
            .MustHold();

    [Fact]
    public void A_namespace_that_leaves_its_folder_is_refused() =>
        TextRules.NamespacesMatchFolders(
                [new SourceFile("src/FundTracker.Domain/Capital/Call.cs", "namespace FundTracker.Domain.Funds;")],
                ["src/FundTracker.Domain/FundTracker.Domain.csproj"])
            .MustReject("FundTracker.Domain.Capital");

    [Fact]
    public void Nothing_is_left_unfinished() => TextRules.NothingUnfinished(Code()).MustHold();

    [Theory]
    [InlineData("// TO", "DO: the rest")]
    [InlineData("throw new NotImplemented", "Exception();")]
    [InlineData("#reg", "ion Fields")]
    public void Unfinished_code_is_refused(string start, string end) =>
        TextRules.NothingUnfinished([new SourceFile("src/A.cs", start + end)]).MustReject("src/A.cs");

    [Fact]
    public void No_file_names_a_package_registry() => TextRules.NoRegistryHosts(WorkTree.Files).MustHold();

    [Fact]
    public void A_file_that_names_a_package_registry_is_refused() =>
        TextRules.NoRegistryHosts([new SourceFile("nuget.config", "https://api.nuget." + "org/v3/index.json")])
            .MustReject("nuget.config");

    [Fact]
    public void A_switched_off_warning_says_why() =>
        TextRules.SwitchedOffWarningsSayWhy(WorkTree.Files.Where(file => file.Extension is not ".md").Where(IsWritten))
            .MustHold();

    [Theory]
    [InlineData("#pragma warning disable ", "CA1000")]
    [InlineData("[Suppress", "Message(\"Design\", \"CA1000\")]")]
    [InlineData("<No", "Warn>CA1000</NoWarn>")]
    [InlineData("dotnet_diagnostic.CA1000.severity ", "= none")]
    public void A_warning_switched_off_in_silence_is_refused(string start, string end)
    {
        TextRules.SwitchedOffWarningsSayWhy([new SourceFile("src/A.cs", start + end)]).MustReject("src/A.cs:1");
        var explained = new SourceFile("src/A.cs", "# The rule asks for what we do elsewhere.\n" + start + end);
        Assert.Empty(TextRules.SwitchedOffWarningsSayWhy([explained]).Violations);
    }

    [Fact]
    public void No_error_is_swallowed() => TextRules.NoSwallowedErrors(Code()).MustHold();

    [Theory]
    [InlineData("{ }")]
    [InlineData("(Exception e) { }")]
    [InlineData("(Exception) { // never mind\n}")]
    [InlineData("(IOException) { }")]
    public void A_swallowed_error_is_refused(string handler) =>
        TextRules.NoSwallowedErrors([new SourceFile("src/A.cs", "try { Read(); } catch " + handler)])
            .MustReject("src/A.cs");

    [Fact]
    public void An_expected_error_may_be_dropped_with_a_sentence()
    {
        var file = new SourceFile("src/A.cs", "catch (IOException) { // The file is gone, which is what we want.\n}");
        Assert.Empty(TextRules.NoSwallowedErrors([file]).Violations);
    }

    [Fact]
    public void A_test_is_named_by_the_sentence_of_its_rule()
    {
        var tests = WorkTree.CSharp.Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal));
        TextRules.TestNamesAreSentences(tests).MustHold();
    }

    [Theory]
    [InlineData("Works")]
    [InlineData("Call_Ok")]
    [InlineData("A_call_works_Test1")]
    public void A_test_name_that_says_nothing_is_refused(string name) =>
        TextRules.TestNamesAreSentences([new SourceFile("tests/A.cs", $"[Fact]\n    public async Task {name}()")])
            .MustReject(name);

    [Fact]
    public void The_top_level_holds_nothing_but_the_layout()
    {
        var names = WorkTree.Files.Select(file => file.Path.Split('/')[0]).Distinct(StringComparer.Ordinal);
        Assert.Empty(names.Except(TopLevel, StringComparer.Ordinal));
    }

    [Fact]
    public void A_type_is_named_for_what_it_is() =>
        ShapeRules.NoEmptyNames(DependencyTable.Rows.SelectMany(row => Assemblies.TypesOf(row.Assembly))).MustHold();

    [Fact]
    public void A_type_name_that_says_nothing_is_refused() =>
        ShapeRules.NoEmptyNames(Assemblies.BadSamples("Shapes")).MustReject("CallHelper", "LedgerManager");

    /// <summary>Whether a person wrote the file: what a migration says, its generator decides.</summary>
    private static bool IsWritten(SourceFile file) => !file.Path.StartsWith("migrations/", StringComparison.Ordinal);

    private static IEnumerable<SourceFile> Code() =>
        WorkTree.Files.Where(file =>
            file.Extension is ".cs" or ".razor" or ".csproj" or ".props" or ".sh" or ".js" or ".css");
}
