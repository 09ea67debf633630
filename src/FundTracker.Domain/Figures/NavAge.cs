namespace FundTracker.Domain.Figures;

/// <summary>How old the NAVs are that a figure stands on, and the valuations of what a mother fund holds itself.</summary>
public static class NavAge
{
    /// <summary>Days after which a NAV is stale: a quarter.</summary>
    public const int StaleAfterDays = 92;

    /// <summary>Whether a NAV of one day is stale on another.</summary>
    public static bool IsStale(DateOnly statedOn, DateOnly on) => on.DayNumber - statedOn.DayNumber > StaleAfterDays;

    /// <summary>
    /// Day of the oldest NAV anywhere in a figure's trail that is stale on the day of the figure; null where none is. A share that is worth
    /// nothing any more does not count.
    /// </summary>
    public static DateOnly? StaleSince(IFigure figure) => Oldest(figure, static lines => lines.StaleSince);

    /// <summary>
    /// Day of the oldest NAV anywhere in a figure's trail, stale or not; null where it stands on none. A share that is worth nothing any more
    /// does not count.
    /// </summary>
    public static DateOnly? StatedOn(IFigure figure) => Oldest(figure, static lines => lines.StatedOn);

    /// <summary>The earlier of two days of which either may be missing.</summary>
    public static DateOnly? Earlier(DateOnly? one, DateOnly? other) => other is null || one <= other ? one : other;

    private static DateOnly? Oldest(IFigure figure, Func<LinesInput, DateOnly?> day)
    {
        DateOnly? oldest = null;
        foreach (var input in figure.Trail.Inputs)
        {
            oldest = Earlier(oldest, input switch
            {
                LinesInput lines => day(lines),
                FigureInput part => Oldest(part.Figure, day),
                _ => null,
            });
        }

        return oldest;
    }
}
