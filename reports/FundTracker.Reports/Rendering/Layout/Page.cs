using SkiaSharp;

namespace FundTracker.Reports.Rendering.Layout;

/// <summary>One laid-out page: shapes, which lie below, and text. Distances are points from the top left corner.</summary>
internal sealed class Page(float width, float height)
{
    public float Width { get; } = width;

    public float Height { get; } = height;

    public List<Shape> Shapes { get; } = [];

    public List<PlacedText> Texts { get; } = [];
}

/// <summary>A line of text with the left end of its baseline.</summary>
internal readonly record struct PlacedText(TextLine Line, float X, float Y, TextStyle Style)
{
    public ReadOnlySpan<char> Characters => Line.Text.AsSpan(Line.Start, Line.Length);
}

internal abstract record Shape(SKColor Colour);

internal sealed record Area(SKRect Bounds, SKColor Colour) : Shape(Colour);

/// <summary>An open line through the points; a dash pattern is in points, null for a solid line.</summary>
internal sealed record Stroke(SKPoint[] Points, float Width, SKColor Colour, float[]? Dash = null) : Shape(Colour);

internal sealed record Dot(SKPoint Centre, float Radius, SKColor Colour) : Shape(Colour);

/// <summary>An entry of the outline.</summary>
internal sealed record Bookmark(string Text, int Level, int PageIndex, float Y);
