using System.Globalization;
using System.Resources;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Texts;

/// <summary>The sentences of what has no answer and of warnings, zh-CN and en.</summary>
public static class AnalyticsTexts
{
    private static readonly ResourceManager Sentences =
        new("FundTracker.Analytics.Texts.Sentences", typeof(AnalyticsTexts).Assembly);

    /// <summary>Why there is no answer, as a sentence with its figures.</summary>
    /// <param name="reason">The reason; codes of other parts of the product come back as they are.</param>
    /// <param name="culture">en or a culture under it gives English, all else Chinese.</param>
    public static string Sentence(DomainError reason, CultureInfo culture)
    {
        string text = Sentence(reason.Code, culture);
        foreach ((string name, object value) in reason.Args)
        {
            string shown = value is DateOnly date
                ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : Convert.ToString(value, culture) ?? string.Empty;
            text = text.Replace("{" + name + "}", shown, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The sentence of a code that has no figures.</summary>
    /// <param name="code">Such as <c>metrics.navStale</c>.</param>
    /// <param name="culture">en or a culture under it gives English, all else Chinese.</param>
    public static string Sentence(string code, CultureInfo culture) => Sentences.GetString(code, culture) ?? code;
}
