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
}
