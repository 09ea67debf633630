using System.Globalization;
using FundTracker.Domain.Values;
using Microsoft.AspNetCore.WebUtilities;

namespace FundTracker.Web.Shell;

/// <summary>The day that pages look at, as an address or the browser's cookie says it.</summary>
/// <param name="AsOf">Effective day; null where only an instant is named.</param>
/// <param name="KnownAt">Recorded instant; null for now.</param>
public sealed record ShownDay(DateOnly? AsOf, Stamp? KnownAt)
{
    /// <summary>Name of the cookie; it ends with the browser's session, so that a new morning begins today.</summary>
    public const string CookieName = "fundtracker.day";

    private const string Today = "today";
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Reads an address's query or the cookie; null where it names neither day nor instant.</summary>
    public static ShownDay? Read(string? text, DateOnly today)
    {
        var values = QueryHelpers.ParseQuery(text);
        var typed = values.GetValueOrDefault("asOf").ToString();
        DateOnly? asOf = typed == Today ? today
            : DateOnly.TryParseExact(typed, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        Stamp? knownAt = Stamp.TryParse(values.GetValueOrDefault("knownAt").ToString(), out var instant) ? instant : null;
        return asOf is null && knownAt is null ? null : new ShownDay(asOf, knownAt);
    }

    /// <summary>What <see cref="Read"/> reads; today is written as a word, so that it moves on at midnight.</summary>
    public string Write(DateOnly today)
    {
        var day = AsOf == today ? Today : AsOf?.ToString(DayFormat, CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString("", new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["asOf"] = day, ["knownAt"] = KnownAt?.ToString(),
        }).TrimStart('?');
    }
}
