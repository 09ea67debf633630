using FundTracker.Architecture.Tests.Reading;
using FundTracker.Architecture.Tests.Rules;

namespace FundTracker.Architecture.Tests;

/// <summary>Reports what has grown past the sizes of our style, in TestResults/sizes.txt; it refuses nothing.</summary>
public sealed class SizeTests
{
    [Fact]
    public void What_is_past_the_sizes_is_reported()
    {
        var files = WorkTree.Files
            .Where(file => file.Extension is ".cs" or ".razor")
            .Where(file => !file.Path.StartsWith("migrations/", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(files);
        var types = DependencyTable.Rows.Where(row => !row.Project.Contains("Migrations", StringComparison.Ordinal))
            .SelectMany(row => Assemblies.TypesOf(row.Assembly));
        var report = new List<string> { "Past the sizes at which one looks again:" };
        report.AddRange(Section($"lines over {Sizes.LineMax}", Sizes.LongLines(files)));
        report.AddRange(Section($"methods over {Sizes.MethodMax} lines", Sizes.LongMethods(types)));
        report.AddRange(Section($"files over {Sizes.FileMax} lines", Sizes.LongFiles(files)));

        var folder = Directory.CreateDirectory(Path.Combine(WorkTree.Root, "TestResults")).FullName;
        File.WriteAllLines(Path.Combine(folder, "sizes.txt"), report);
    }

    [Fact]
    public void A_long_line_a_long_file_and_a_long_method_are_seen()
    {
        var file = new SourceFile("src/A.cs", new string('x', 121) + new string('\n', 301));
        Assert.Equal([new Oversize("src/A.cs:1", 121)], Sizes.LongLines([file]));
        Assert.Equal([new Oversize("src/A.cs", 301)], Sizes.LongFiles([file]));
        Assert.Contains(
            Sizes.LongMethods(Assemblies.BadSamples("Sizes")),
            method => method.What.Contains("Ramble", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Section(string title, IEnumerable<Oversize> found)
    {
        var all = found.OrderByDescending(item => item.Size).ThenBy(item => item.What, StringComparer.Ordinal).ToList();
        return all.Select(item => $"    {item.Size,5}  {item.What}").Prepend($"  {all.Count} {title}");
    }
}
