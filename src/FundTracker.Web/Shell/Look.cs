using MudBlazor;

namespace FundTracker.Web.Shell;

/// <summary>Colours, letters and measures: calm and dense, the same on every page.</summary>
internal static class Look
{
    private static readonly string[] Fonts =
    [
        "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei",
        "system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif",
    ];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1d4e79", Secondary = "#0f766e", Tertiary = "#8a5a00", Info = "#1d4e79", Success = "#166534", Warning = "#92400e",
            Error = "#b42318", Background = "#f6f7f9", Surface = "#ffffff", AppbarBackground = "#12324f", AppbarText = "#ffffff",
            DrawerBackground = "#ffffff", DrawerText = "#1f2937", DrawerIcon = "#475569", TextPrimary = "#17202c", TextSecondary = "#4b5768",
            Divider = "#e2e6eb", LinesDefault = "#e2e6eb", TableLines = "#e8ebef", LinesInputs = "#8792a2", ActionDefault = "#4b5768",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#8ab8e6", Secondary = "#5fd0c2", Tertiary = "#f0c063", Info = "#8ab8e6", Success = "#6fd394", Warning = "#f2b35d",
            Error = "#ff9c8f", Background = "#10161d", Surface = "#18212b", AppbarBackground = "#0c1a29", AppbarText = "#eef3f8",
            DrawerBackground = "#141c25", DrawerText = "#dbe3ec", DrawerIcon = "#a9b6c5", TextPrimary = "#e8edf3", TextSecondary = "#aab6c4",
            Divider = "#2b3743", LinesDefault = "#2b3743", TableLines = "#26313d", LinesInputs = "#75859a", ActionDefault = "#aab6c4",
            PrimaryContrastText = "#0c1a29",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            H1 = new H1Typography { FontSize = "1.375rem", FontWeight = "600", LineHeight = "1.35", LetterSpacing = "normal" },
            H2 = new H2Typography { FontSize = "1.0625rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            H3 = new H3Typography { FontSize = "0.9375rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            Button = new ButtonTypography { TextTransform = "none", FontSize = "0.875rem", LetterSpacing = "normal" },
        },
        LayoutProperties = new LayoutProperties { DrawerWidthLeft = "224px", AppbarHeight = "48px", DefaultBorderRadius = "6px" },
    };
}
