using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;

namespace FundTracker.Web.Shell;

/// <summary>Which figure's trail is open beside the page.</summary>
public sealed class TrailPanel
{
    private readonly List<(FigureId Figure, DateOnly? Day)> path = [];

    /// <summary>Called when another figure is to be shown.</summary>
    public Func<Task>? Changed { get; set; }

    /// <summary>The figure shown; null while the panel is closed.</summary>
    public FigureId? Figure => path.Count == 0 ? null : path[^1].Figure;

    /// <summary>Figures above it, from the first one pressed.</summary>
    public IReadOnlyList<FigureId> Path => [.. path.Select(step => step.Figure)];

    /// <summary>Day of the figure, where it is another than the one that the workspace looks at; else null.</summary>
    public DateOnly? Day => path.Count == 0 ? null : path[^1].Day;

    /// <summary>Instant as of which the figure was known, where it is another than the workspace's; else null.</summary>
    public Stamp? KnownAt { get; private set; }

    /// <summary>Opens a figure's trail, from a page.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="day">Its day, where it is another than the one that the workspace looks at.</param>
    /// <param name="knownAt">Instant as of which it was known, where that is another than the workspace's.</param>
    public Task Open(FigureId figure, DateOnly? day = null, Stamp? knownAt = null)
    {
        path.Clear();
        KnownAt = knownAt;
        return Descend(figure, day);
    }

    /// <summary>Goes down to an input of the figure shown.</summary>
    /// <param name="figure">The input.</param>
    /// <param name="day">Its day, where it is another than that of the figure shown.</param>
    public Task Descend(FigureId figure, DateOnly? day = null)
    {
        path.Add((figure, day ?? Day));
        return Changed?.Invoke() ?? Task.CompletedTask;
    }

    /// <summary>Goes back up to a figure of the path.</summary>
    public Task Return(FigureId figure)
    {
        var kept = path.FindIndex(step => step.Figure == figure) + 1;
        path.RemoveRange(kept, path.Count - kept);
        return Changed?.Invoke() ?? Task.CompletedTask;
    }

    /// <summary>Closes the panel.</summary>
    public Task Close()
    {
        path.Clear();
        return Changed?.Invoke() ?? Task.CompletedTask;
    }
}
