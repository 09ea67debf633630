using FundTracker.Web.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace FundTracker.Web.Shell;

/// <summary>What a user chose last; kept in a cookie of the browser.</summary>
/// <param name="Unit">Unit of amounts.</param>
/// <param name="Dark">Dark or light.</param>
/// <param name="Fund">Code of the mother fund looked at; null before the first choice.</param>
public sealed record Preferences(AmountUnit Unit, bool Dark, string? Fund)
{
    /// <summary>Name of the cookie.</summary>
    public const string CookieName = "fundtracker.view";

    /// <summary>Of somebody who has chosen nothing.</summary>
    public static Preferences Default { get; } = new(AmountUnit.TenThousand, Dark: false, Fund: null);

    /// <summary>Reads the cookie; whatever is not understood stays at its default.</summary>
    public static Preferences Read(string? cookie)
    {
        var values = new QueryCollection(QueryHelpers.ParseQuery(cookie));
        return new Preferences(
            Enum.TryParse<AmountUnit>(values["unit"], out var unit) && Enum.IsDefined(unit) ? unit : Default.Unit,
            string.Equals(values["theme"], "dark", StringComparison.Ordinal),
            values["fund"].FirstOrDefault(value => !string.IsNullOrEmpty(value)));
    }

    /// <summary>Value of the cookie.</summary>
    public string Write() =>
        QueryHelpers.AddQueryString("", new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["unit"] = Unit.ToString(), ["theme"] = Dark ? "dark" : "light", ["fund"] = Fund,
        }).TrimStart('?');
}
