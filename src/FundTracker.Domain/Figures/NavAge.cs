namespace FundTracker.Domain.Figures;

/// <summary>How old the NAVs are that a figure stands on.</summary>
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
    public static DateOnly? StaleSince(IFigure figure)
    {
        DateOnly? oldest = null;
        foreach (var input in figure.Trail.Inputs)
        {
            var since = input switch
            {
                LinesInput lines => lines.StaleSince,
                FigureInput part => StaleSince(part.Figure),
                _ => null,
            };
            if (since is { } day && !(oldest <= day)) oldest = day;
        }

        return oldest;
    }
}
