using FundTracker.Architecture.Tests.Reading;
using FundTracker.Architecture.Tests.Rules;

namespace FundTracker.Architecture.Tests;

/// <summary>What comes in pairs stays in pairs.</summary>
public sealed class PairTests
{
    [Fact]
    public void Both_engines_have_the_same_migrations_in_the_same_order()
    {
        var paths = WorkTree.CSharp.Select(file => file.Path).ToList();
        PairRules.SameMigrations(paths)
            .MustHold(paths.Any(path => path.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_migration_of_one_engine_only_is_refused() =>
        PairRules.SameMigrations(
            [
                "migrations/FundTracker.Migrations.Sqlite/20260101000000_Start.cs",
                "migrations/FundTracker.Migrations.Sqlite/20260201000000_Carriers.cs",
                "migrations/FundTracker.Migrations.SqlServer/20260101000009_Start.cs",
            ])
            .MustReject("Carriers");

    [Fact]
    public void Chinese_and_English_have_the_same_texts()
    {
        var texts = WorkTree.Files.Where(PairRules.HoldsTexts).ToList();
        PairRules.SameTexts(texts).MustHold(texts.Count > 0);
    }

    [Fact]
    public void Texts_that_differ_are_refused() =>
        PairRules.SameTexts(
            [
                Texts("src/A.resx", ("zhOnly", "只有中文"), ("places", "超过 {amount}")),
                Texts("src/A.en.resx", ("enOnly", "English only"), ("places", "above the limit")),
                Texts("src/B.resx"),
                new SourceFile("src/C/zh-CN.json", """{"title": "标题"}"""),
                new SourceFile("src/C/en.json", """{"heading": "Heading"}"""),
                new SourceFile("src/D/texts.zh.json", """{"note": "注"}"""),
                new SourceFile("src/D/texts.en.json", "{}"),
            ])
            .MustReject(
                "src/C/en.json lacks title",
                "src/D/texts.en.json lacks note",
                "src/A.en.resx lacks zhOnly", "src/A.resx lacks enOnly", "places", "src/B.resx has no English twin");

    private static SourceFile Texts(string path, params (string Key, string Text)[] texts)
    {
        var data = texts.Select(text => $"""<data name="{text.Key}"><value>{text.Text}</value></data>""");
        return new SourceFile(path, $"<root>{string.Concat(data)}</root>");
    }
}
