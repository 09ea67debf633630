namespace FundTracker.Web.Charts;

/// <summary>Places the nodes and bands of a Sankey drawing: one column per layer, heights in proportion to money.</summary>
internal sealed class SankeyLayout
{
    private const double Gap = 7, NodeWidth = 11, HeightMin = 1.5;

    private SankeyLayout(IReadOnlyList<PlacedNode> nodes, IReadOnlyList<PlacedLink> links) => (Nodes, Links) = (nodes, links);

    public IReadOnlyList<PlacedNode> Nodes { get; }

    public IReadOnlyList<PlacedLink> Links { get; }

    public static SankeyLayout Of(SankeyModel model, double width, double height, double margin)
    {
        var through = model.Nodes.ToDictionary(
            node => node.Key,
            node => Math.Max(Sum(model.Links, link => link.From == node.Key), Sum(model.Links, link => link.To == node.Key)), StringComparer.Ordinal);
        var layers = model.Nodes.Where(node => through[node.Key] > 0).GroupBy(node => node.Layer).OrderBy(layer => layer.Key).ToList();
        if (layers.Count == 0) return new SankeyLayout([], []);
        var scale = layers.Min(layer => (height - (Gap * (layer.Count() - 1))) / (double)layer.Sum(node => through[node.Key]));
        var step = layers.Count == 1 ? 0 : (width - (2 * margin) - NodeWidth) / (layers.Count - 1);
        var placed = new Dictionary<string, PlacedNode>(StringComparer.Ordinal);
        foreach (var (layer, column) in layers.Select((layer, column) => (layer, column)))
        {
            var used = layer.Sum(node => Tall(through[node.Key], scale)) + (Gap * (layer.Count() - 1));
            var y = Math.Max(0, (height - used) / 2);
            foreach (var node in layer.OrderByDescending(node => through[node.Key]))
            {
                var tall = Tall(through[node.Key], scale);
                placed[node.Key] = new PlacedNode(node, through[node.Key], margin + (step * column), y, NodeWidth, tall);
                y += tall + Gap;
            }
        }

        return new SankeyLayout([.. placed.Values], Bands(model.Links, placed, scale));
    }

    private static List<PlacedLink> Bands(IReadOnlyList<SankeyLink> links, Dictionary<string, PlacedNode> placed, double scale)
    {
        var entries = Stack(links.OrderBy(link => placed[link.From].X).ThenBy(link => placed[link.From].Y), link => placed[link.To], scale);
        var exits = Stack(links.OrderBy(link => placed[link.To].X).ThenBy(link => placed[link.To].Y), link => placed[link.From], scale);
        return [.. links.Select(link => new PlacedLink(link, placed[link.From], placed[link.To], exits[link], entries[link], (double)link.Value * scale))];
    }

    /// <summary>Where each band begins on one of its ends, when bands are stacked there in the given order.</summary>
    private static Dictionary<SankeyLink, double> Stack(IEnumerable<SankeyLink> links, Func<SankeyLink, PlacedNode> end, double scale)
    {
        var (next, starts) = (new Dictionary<string, double>(StringComparer.Ordinal), new Dictionary<SankeyLink, double>());
        foreach (var link in links)
        {
            var node = end(link);
            starts[link] = next.GetValueOrDefault(node.Node.Key, node.Y);
            next[node.Node.Key] = starts[link] + ((double)link.Value * scale);
        }

        return starts;
    }

    private static decimal Sum(IReadOnlyList<SankeyLink> links, Func<SankeyLink, bool> isCounted) => links.Where(isCounted).Sum(link => link.Value);

    private static double Tall(decimal value, double scale) => Math.Max(HeightMin, (double)value * scale);
}

/// <summary>A node with its place.</summary>
internal sealed record PlacedNode(SankeyNode Node, decimal Value, double X, double Y, double Width, double Height)
{
    public double Right => X + Width;
}

/// <summary>A band with its ends.</summary>
internal sealed record PlacedLink(SankeyLink Link, PlacedNode From, PlacedNode To, double FromY, double ToY, double Thickness)
{
    /// <summary>A band that leaves and enters level.</summary>
    public string Path
    {
        get
        {
            var (x0, x1) = (From.Right, To.X);
            var middle = (x0 + x1) / 2;
            var (a, b) = (FromY + (Thickness / 2), ToY + (Thickness / 2));
            return $"M{Svg.N(x0)} {Svg.N(a)}C{Svg.N(middle)} {Svg.N(a)} {Svg.N(middle)} {Svg.N(b)} {Svg.N(x1)} {Svg.N(b)}";
        }
    }
}
