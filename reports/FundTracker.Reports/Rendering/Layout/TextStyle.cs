using FundTracker.Reports.Rendering.Fonts;
using SkiaSharp;

namespace FundTracker.Reports.Rendering.Layout;

/// <summary>How a run of text looks; its size is in points.</summary>
internal readonly record struct TextStyle(float Size, SKColor Colour, FontWeight Weight = FontWeight.Regular)
{
    public TextStyle Bold => this with { Weight = FontWeight.Bold };

    /// <summary>Distance from the top of a line to its baseline, where lines stand <paramref name="spacing"/> apart.</summary>
    public float Baseline(float spacing) => (Size * (spacing - 1) / 2) + (Size * 0.86f);
}
