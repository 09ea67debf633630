namespace FundTracker.Reports.Rendering.Fonts;

/// <summary>Finds the font that reports are set in.</summary>
public static class ReportFonts
{
    /// <summary>Environment variable that names another TrueType font file.</summary>
    public const string PathVariable = "FUNDTRACKER_REPORT_FONT";

    private static readonly string[] KnownPaths =
    [
        "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
        "/usr/share/fonts/wqy-microhei/wqy-microhei.ttc",
        "/usr/share/fonts/wenquanyi/wqy-microhei/wqy-microhei.ttc",
        "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
        "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    ];

    private static readonly string[] KnownFamilies =
        ["WenQuanYi Micro Hei", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "SimHei", "WenQuanYi Zen Hei"];

    private static readonly Lazy<FontFile> Found = new(Find);

    /// <summary>The report font of this machine.</summary>
    /// <exception cref="ReportFontException">There is none; the message says what to install.</exception>
    public static FontFile Installed => Found.Value;

    private static FontFile Find()
    {
        var path = Environment.GetEnvironmentVariable(PathVariable);
        return string.IsNullOrWhiteSpace(path)
            ? FindAmong(KnownPaths, KnownFamilies)
            : FontFile.AtPath(path) ?? throw new ReportFontException(
                $"{PathVariable} names '{path}', which is not there or not a TrueType font (CFF outlines are refused).");
    }

    internal static FontFile FindAmong(IReadOnlyList<string> paths, IReadOnlyList<string> families) =>
        paths.Select(FontFile.AtPath).Concat(families.Select(FontFile.OfFamily)).FirstOrDefault(font => font is not null)
        ?? throw new ReportFontException(
            "No TrueType font with Chinese characters was found for the PDF report. Install the package "
            + $"fonts-wqy-microhei (Debian, Ubuntu), or set {PathVariable} to the path of a TrueType font (.ttf, .ttc). "
            + $"Looked for: {string.Join(", ", paths.Concat(families))}.");
}

/// <summary>Reports can't be set because a font is missing or unfit; the message says what to do.</summary>
public sealed class ReportFontException(string message) : Exception(message);
