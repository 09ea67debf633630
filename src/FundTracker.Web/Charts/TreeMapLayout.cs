namespace FundTracker.Web.Charts;

/// <summary>Places the tiles of a tree map: areas in proportion to values, shapes as near to squares as rows of them allow.</summary>
/// <remarks>Bruls, Huizing and van Wijk, Squarified Treemaps (2000).</remarks>
internal static class TreeMapLayout
{
    /// <summary>Tiles in a frame, the largest first; what is not above zero has none.</summary>
    public static IReadOnlyList<PlacedTile> Of(IReadOnlyList<TreeMapTile> tiles, double width, double height)
    {
        var ordered = tiles.Where(tile => tile.Value > 0).OrderByDescending(tile => tile.Value).ToList();
        var total = (double)ordered.Sum(tile => tile.Value);
        if (ordered.Count == 0) return [];
        var areas = ordered.ConvertAll(tile => (double)tile.Value / total * width * height);
        var placed = new List<PlacedTile>();
        var (x, y, wide, tall) = (0.0, 0.0, width, height);
        for (var first = 0; first < areas.Count;)
        {
            var side = Math.Min(wide, tall);
            var count = 1;
            while (first + count < areas.Count && Worst(areas, first, count + 1, side) <= Worst(areas, first, count, side)) count++;
            var sum = areas.GetRange(first, count).Sum();
            var thick = sum / side;
            for (var (i, along) = (first, 0.0); i < first + count; i++)
            {
                var length = areas[i] / thick;
                placed.Add(wide >= tall
                    ? new PlacedTile(ordered[i], x, y + along, thick, length)
                    : new PlacedTile(ordered[i], x + along, y, length, thick));
                along += length;
            }

            if (wide >= tall) (x, wide) = (x + thick, wide - thick);
            else (y, tall) = (y + thick, tall - thick);
            first += count;
        }

        return placed;
    }

    /// <summary>The longest side over the shortest of the worst tile of a row.</summary>
    private static double Worst(List<double> areas, int first, int count, double side)
    {
        var row = areas.GetRange(first, count);
        var sum = row.Sum();
        return Math.Max(side * side * row[0] / (sum * sum), sum * sum / (side * side * row[^1]));
    }
}

/// <summary>A tile with its place.</summary>
internal sealed record PlacedTile(TreeMapTile Tile, double X, double Y, double Width, double Height);
