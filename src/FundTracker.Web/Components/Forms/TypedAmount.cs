using System.Globalization;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Components.Forms;

/// <summary>Amounts as people type them: separators and spaces are passed over, a word behind the number multiplies it.</summary>
public static class TypedAmount
{
    private const decimal BeyondAll = 1_000_000_000_000_000_000m;

    /// <summary>Reads an amount in major units, such as <c>1,234.56</c>, or with a word of <c>forms.amountWords</c> behind it.</summary>
    /// <returns>The amount, or null where the text can't be read as one.</returns>
    public static decimal? Read(string text)
    {
        var bare = new string([.. text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c != ',')]);
        var (word, factor) = Factors()
            .FirstOrDefault(known => bare.EndsWith(known.Word, StringComparison.OrdinalIgnoreCase), (Word: "", Factor: 1m));
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(bare[..^word.Length], Plain, CultureInfo.InvariantCulture, out var number)) return null;
        return Math.Abs(number) < BeyondAll / factor ? number * factor : null;
    }

    /// <summary>An amount with its separators, with as many decimals as it has.</summary>
    public static string Write(decimal amount) => amount.ToString("#,##0.###", CultureInfo.InvariantCulture);

    /// <summary>Words of both languages, the longest first.</summary>
    private static IEnumerable<(string Word, decimal Factor)> Factors() =>
        from language in Languages.All
        from pair in UiText.Find("forms.amountWords", language).Split(' ')
        let parts = pair.Split('=')
        orderby parts[0].Length descending
        select (Word: parts[0], Factor: decimal.Parse(parts[1], CultureInfo.InvariantCulture));
}
