using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace FundTracker.Web.Texts;

/// <summary>Languages of the product: Chinese first, English second.</summary>
public static class Languages
{
    /// <summary>Chinese as used on the mainland; the default.</summary>
    public const string Chinese = "zh-CN";

    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>Both, in order of preference.</summary>
    public static IReadOnlyList<string> All { get; } = [Chinese, English];

    /// <summary>Whether the running request is in English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English;

    /// <summary>Tag of the running request's language.</summary>
    public static string Current => IsEnglish ? English : Chinese;

    /// <summary>The language comes from the user's choice (a cookie), else from the browser, else it is Chinese.</summary>
    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(Chinese).AddSupportedCultures([.. All]).AddSupportedUICultures([.. All]);
        options.RequestCultureProviders =
        [
            new CookieRequestCultureProvider { CookieName = CookieName },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }

    /// <summary>Name of the cookie that keeps the choice.</summary>
    public const string CookieName = "fundtracker.language";

    /// <summary>Value of that cookie for a language.</summary>
    public static string CookieValue(string language) => CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language));
}
