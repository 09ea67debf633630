using System.Buffers.Binary;
using SkiaSharp;

namespace FundTracker.Reports.Rendering.Fonts;

/// <summary>A simple glyph of a TrueType font: closed contours of straight lines and quadratic curves.</summary>
/// <remarks>OpenType specification, "glyf - Glyph Data", simple glyph description.</remarks>
internal sealed class GlyphOutline
{
    private const byte OnCurve = 0x01;
    private const byte ShortX = 0x02;
    private const byte ShortY = 0x04;
    private const byte SameOrPositiveX = 0x10;
    private const byte SameOrPositiveY = 0x20;

    private readonly List<Point> points = [];
    private readonly List<int> contourEnds = [];

    private readonly record struct Point(short X, short Y, bool IsOnCurve);

    public int PointCount => points.Count;

    public int ContourCount => contourEnds.Count;

    public short MinX { get; private set; }

    public short MinY { get; private set; }

    public short MaxX { get; private set; }

    public short MaxY { get; private set; }

    /// <summary>The outline of a Skia path in font units, moved by <paramref name="shift"/> left and down.</summary>
    public static GlyphOutline From(SKPath? path, int shift)
    {
        var outline = new GlyphOutline();
        if (path is null)
            return outline;
        using var iterator = path.CreateRawIterator();
        var corners = new SKPoint[4];
        for (var verb = iterator.Next(corners); verb != SKPathVerb.Done; verb = iterator.Next(corners))
            outline.Add(verb, corners, shift);
        outline.EndContour();
        outline.MeasureLimits();
        return outline;
    }

    public void WriteTo(Stream glyf)
    {
        if (points.Count == 0)
            return;
        Span<byte> header = stackalloc byte[10];
        BinaryPrimitives.WriteInt16BigEndian(header, (short)contourEnds.Count);
        BinaryPrimitives.WriteInt16BigEndian(header[2..], MinX);
        BinaryPrimitives.WriteInt16BigEndian(header[4..], MinY);
        BinaryPrimitives.WriteInt16BigEndian(header[6..], MaxX);
        BinaryPrimitives.WriteInt16BigEndian(header[8..], MaxY);
        glyf.Write(header);
        foreach (var end in contourEnds)
            Write(glyf, (short)end);
        Write(glyf, 0); // no instructions
        WritePoints(glyf);
    }

    private void Add(SKPathVerb verb, SKPoint[] corners, int shift)
    {
        switch (verb)
        {
            case SKPathVerb.Move:
                EndContour();
                Add(corners[0], isOnCurve: true, shift);
                break;
            case SKPathVerb.Line:
                Add(corners[1], isOnCurve: true, shift);
                break;
            case SKPathVerb.Quad:
                Add(corners[1], isOnCurve: false, shift);
                Add(corners[2], isOnCurve: true, shift);
                break;
            case SKPathVerb.Close:
                EndContour();
                break;
            default:
                throw new ReportFontException($"A TrueType outline has lines and quadratic curves only, not {verb}.");
        }
    }

    private void Add(SKPoint point, bool isOnCurve, int shift) =>
        points.Add(new Point((short)(MathF.Floor(point.X + 0.5f) - shift), (short)(MathF.Floor(0.5f - point.Y) - shift), isOnCurve));

    private void EndContour()
    {
        var start = contourEnds.Count == 0 ? 0 : contourEnds[^1] + 1;
        if (points.Count - start > 1 && points[^1] == points[start])
            points.RemoveAt(points.Count - 1);
        if (points.Count - start < 3)
            points.RemoveRange(start, points.Count - start);
        else
            contourEnds.Add(points.Count - 1);
    }

    private void MeasureLimits()
    {
        if (points.Count == 0)
            return;
        (MinX, MinY, MaxX, MaxY) = (points[0].X, points[0].Y, points[0].X, points[0].Y);
        foreach (var point in points)
        {
            (MinX, MinY) = (Math.Min(MinX, point.X), Math.Min(MinY, point.Y));
            (MaxX, MaxY) = (Math.Max(MaxX, point.X), Math.Max(MaxY, point.Y));
        }
    }

    private void WritePoints(Stream glyf)
    {
        using var xs = new MemoryStream();
        using var ys = new MemoryStream();
        var previous = default(Point);
        foreach (var point in points)
        {
            var flag = (byte)(point.IsOnCurve ? OnCurve : 0);
            flag |= WriteStep(xs, point.X - previous.X, ShortX, SameOrPositiveX);
            flag |= WriteStep(ys, point.Y - previous.Y, ShortY, SameOrPositiveY);
            glyf.WriteByte(flag);
            previous = point;
        }

        xs.WriteTo(glyf);
        ys.WriteTo(glyf);
    }

    private static byte WriteStep(Stream steps, int step, byte isShort, byte isSameOrPositive)
    {
        if (step == 0)
            return isSameOrPositive;
        if (step is > -256 and < 256)
        {
            steps.WriteByte((byte)Math.Abs(step));
            return (byte)(isShort | (step > 0 ? isSameOrPositive : 0));
        }

        Write(steps, (short)step);
        return 0;
    }

    private static void Write(Stream stream, short value)
    {
        stream.WriteByte((byte)(value >> 8));
        stream.WriteByte((byte)value);
    }
}
