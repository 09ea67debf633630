using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>A fund's NAV as it stands for one day, with the split of its change of value (domain.md, section 3; ILPA roll-forward).</summary>
/// <param name="Day">Day for which it is stated.</param>
/// <param name="Since">
/// Day of the statement before it, behind which its split begins: the latest earlier day on which every investor had one that has one here
/// and had paid in by then. Null where there is none.
/// </param>
/// <param name="Levels">What is stated for each investor, by the dense index of its commitment.</param>
/// <param name="Split">Positions of the lines that split the change and were not taken back, by sequence; of earlier statements of the day too.</param>
public sealed record NavStatement(DateOnly Day, DateOnly? Since, IReadOnlyDictionary<int, StatedLevel> Levels, IReadOnlyList<int> Split)
{
    /// <summary>
    /// Positions of the lines that split the change of some investors' shares as they are stated now. A statement that was taken back, or
    /// replaced by a later one of the same day, takes its split along: it counts only where it was recorded with what stands.
    /// </summary>
    /// <param name="investors">Dense indexes of commitments; where nothing is stated for one of them, nothing is split.</param>
    public IReadOnlyList<int> SplitOf(IReadOnlyCollection<int> investors)
    {
        if (investors.Count == 0 || !investors.All(Levels.ContainsKey)) return [];
        return [.. Split.Where(line => investors.All(edge => Levels[edge].Line < line && line < Levels[edge].Until))];
    }
}

/// <summary>What is stated for one investor for a day.</summary>
/// <param name="Line">Position of the line that counts: the last of the day that was not taken back.</param>
/// <param name="Until">Position of the next statement of the day, which was taken back; <see cref="int.MaxValue"/> where there is none.</param>
public readonly record struct StatedLevel(int Line, int Until);

/// <summary>Reads a fund's statements of NAV from the ledger.</summary>
public static class NavStatements
{
    private static readonly KindSet NavKinds = KindSet.Of(LineKind.Nav);

    /// <summary>The statements that a view knows, ascending by day.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="fund">The fund.</param>
    public static IReadOnlyList<NavStatement> Of(LedgerView view, NodeId fund)
    {
        var days = new SortedDictionary<DateOnly, Dictionary<int, StatedLevel>>();
        foreach (var edge in view.Book.CommitmentsTo(fund))
            foreach (var (day, level) in LevelsOf(view, edge))
            {
                if (!days.TryGetValue(day, out var levels)) days[day] = levels = [];
                levels[edge] = level;
            }

        var own = view.Book.FindEdge(EdgeKind.Own, fund, fund);
        var split = own < 0 ? null : Standing(view, own, LineKinds.ValueChangeKinds).Lines.Order().ToLookup(line => DayOf(view, line));
        var statements = new List<NavStatement>();
        foreach (var (day, levels) in days)
            statements.Add(new NavStatement(day, Since(view, levels.Keys, statements), levels, [.. split?[day] ?? []]));
        return statements;
    }

    private static DateOnly? Since(LedgerView view, IReadOnlyCollection<int> investors, List<NavStatement> before)
    {
        for (var i = before.Count - 1; i >= 0; i--)
        {
            var there = investors.Where(edge => view.FirstPaidIn(edge) <= before[i].Day || before[i].Levels.ContainsKey(edge)).ToList();
            if (there.Count > 0 && there.TrueForAll(before[i].Levels.ContainsKey)) return before[i].Day;
        }

        return null;
    }

    private static IEnumerable<(DateOnly Day, StatedLevel Level)> LevelsOf(LedgerView view, int edge)
    {
        var (standing, all) = Standing(view, edge, NavKinds);
        foreach (var day in all.GroupBy(line => DayOf(view, line)))
        {
            var line = day.Where(standing.Contains).DefaultIfEmpty(-1).Max();
            if (line >= 0) yield return (day.Key, new StatedLevel(line, day.Where(other => other > line).DefaultIfEmpty(int.MaxValue).Min()));
        }
    }

    /// <summary>Lines of some kinds on an edge that the view counts and that nothing it counts took back; and those that were taken back with them.</summary>
    private static (HashSet<int> Lines, List<int> WithTakenBack) Standing(LedgerView view, int edge, KindSet kinds)
    {
        var (columns, positions) = (view.Book.Columns, new List<int>());
        columns.LinesOf(edge, view.Known, positions);
        var counted = positions.FindAll(line => view.Counts(line) && kinds.Contains((LineKind)columns.Kinds[line]));
        var takenBack = counted.Select(line => columns.Reverses[line] - 1).ToHashSet();
        var stated = counted.FindAll(line => columns.Reverses[line] == 0);
        return ([.. stated.Where(line => !takenBack.Contains(line))], stated);
    }

    private static DateOnly DayOf(LedgerView view, int line) => DateOnly.FromDayNumber(view.Book.Columns.Days[line]);
}
