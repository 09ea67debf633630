using FundTracker.Architecture.Tests.Reading;
using FundTracker.Architecture.Tests.Rules;

namespace FundTracker.Architecture.Tests;

/// <summary>What holds for the words that users read.</summary>
public sealed class LanguageTests
{
    /// <summary>Where Chinese may stand in code: the demo's records.</summary>
    private static readonly string[] Texts = ["FundTracker.Application.Demo"];

    [Fact]
    public void No_Chinese_stands_in_the_code()
    {
        var types = DependencyTable.Rows.SelectMany(row => Assemblies.TypesOf(row.Assembly));
        LanguageRules.NoChineseInCode(types, Texts).MustHold();
    }

    [Fact]
    public void A_sentence_in_the_code_is_refused()
    {
        var samples = Assemblies.BadSamples("Languages");
        LanguageRules.NoChineseInCode(samples, []).MustReject("SaysASentence says 出资通知");
        Assert.Empty(LanguageRules.NoChineseInCode(samples, ["FundTracker.Architecture.Tests.BadSamples"]).Violations);
    }

    [Theory]
    [MemberData(nameof(DependencyTableTests.Projects), MemberType = typeof(DependencyTableTests))]
    public void Every_refusal_has_a_sentence_of_what_it_carries(string project)
    {
        var codes = SentenceRules.CodesIn(Assemblies.TypesOf(DependencyTable.Row(project).Assembly));
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in WorkTree.Files.Where(PairRules.IsChinese).SelectMany(PairRules.Texts))
        {
            sentences.TryAdd(text.Key, text.Value);
        }

        var spoken = codes.Count(code => sentences.ContainsKey(code.Code));
        Assert.SkipWhen(spoken * 2 < codes.Count, $"Only {spoken} of {codes.Count} refusals of {project} have a sentence.");
        SentenceRules.CodesHaveSentences(codes, sentences).MustHold(codes.Count > 0);
    }

    [Fact]
    public void A_refusal_without_its_sentence_is_found()
    {
        var codes = SentenceRules.CodesIn(Assemblies.BadSamples("Languages"));
        Assert.Equivalent(new[] { "sample.kept", "sample.silent", "sample.misquoted" }, codes.Select(code => code.Code));
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["sample.kept"] = "{field} 不对。",
            ["sample.misquoted"] = "{amount} 超过上限。",
        };
        var outcome = SentenceRules.CodesHaveSentences(codes, sentences);
        outcome.MustReject("sample.silent has no sentence", "the sentence of sample.misquoted names amount");
        Assert.Equal(2, outcome.Violations.Count);
    }
}
