using FundTracker.Web.Texts;

namespace FundTracker.Web.Components.Forms;

/// <summary>Names that forms let choose from.</summary>
internal static class FormWords
{
    private const string SectorPrefix = "sector.";

    private static Application.Text.Texts Shared => Application.Text.Texts.In(Languages.Current);

    /// <summary>Sectors by code and name, in the order of the texts.</summary>
    public static IReadOnlyList<(string Code, string Name)> Sectors =>
    [
        .. Shared.Keys.Where(key => key.StartsWith(SectorPrefix, StringComparison.Ordinal))
            .Select(key => (Code: key[SectorPrefix.Length..], Name: Shared[key])).OrderBy(sector => sector.Code == "other"),
    ];

    /// <summary>Name of a fact.</summary>
    public static string Fact(string fact) => Shared.Fact(fact);

    /// <summary>Name of what stands behind the colon of a fact's name.</summary>
    public static string FactPart(string part) => Shared.FactPart(part);

    /// <summary>What the values of a fact look like, with an example; null where they are listed.</summary>
    public static string? FactForm(string fact) => Shared.FactForm(fact);

    /// <summary>Name of a fact's value.</summary>
    public static string FactValue(string fact, string value) => Shared.FactValue(fact, value);
}
