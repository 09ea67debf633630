using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>
/// What the split of a statement must satisfy: it belongs to a statement, states each kind once, and where it states all six kinds and the
/// statement before it is known, they add up to the change of value. What a partial split leaves over is not guessed: it stays not split.
/// </summary>
public static class NavSplitRule
{
    /// <summary>Major units by which a full split may be off, for what the source rounded.</summary>
    public const decimal Tolerance = 0.01m;

    /// <summary>Judges the splits among lines that are to be posted.</summary>
    /// <param name="everything">The books, up to date, with all dates.</param>
    /// <param name="drafts">The lines.</param>
    internal static IEnumerable<DomainError> Check(LedgerView everything, IReadOnlyList<LineDraft> drafts)
    {
        var splits = drafts.Where(draft => draft.Reverses is null && LineKinds.ValueChangeKinds.Contains(draft.Kind))
            .Select(draft => (draft.Edge, Day: draft.EffectiveDate)).Distinct().ToList();
        if (splits.Count == 0) return [];
        var after = new LedgerView(WhatIf.After(everything.Book, drafts), DateOnly.MaxValue, Stamp.Max);
        return splits.Select(split => Check(after, after.Book.Node(after.Book.Edges[after.Book.IndexOf(split.Edge)].Investee), split.Day))
            .OfType<DomainError>();
    }

    /// <summary>Judges the split of a fund's statement for a day.</summary>
    /// <param name="view">The books with the statement and its split, as they would be.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="day">Day of the statement.</param>
    /// <returns>The refusal, or null.</returns>
    public static DomainError? Check(LedgerView view, NodeEntry fund, DateOnly day)
    {
        var statements = NavStatements.Of(view, fund.Id);
        var statement = statements.FirstOrDefault(one => one.Day == day);
        var split = statement?.SplitOf([.. statement.Levels.Keys]) ?? [];
        if (statement is null || split.Count == 0) return NavSplitErrors.WithoutStatement(fund.Code, day);
        var kinds = split.Select(line => (LineKind)view.Book.Columns.Kinds[line]).ToList();
        var twice = kinds.GroupBy(kind => kind).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) return NavSplitErrors.KindTwice(fund.Code, day, twice.Key);
        var isFull = LineKinds.ValueChangeKinds.Kinds().All(kinds.Contains);
        if (!isFull || statement.Since is not { } since || Whole(view, fund, statement) is not { } closing) return null;
        if (Whole(view, fund, statements.Single(one => one.Day == since)) is not { } opening) return null;
        return Compare(view, fund, new StatedNav(since, opening), new StatedNav(day, closing), split);
    }

    private static DomainError? Compare(
        LedgerView view, NodeEntry fund, StatedNav opening, StatedNav closing, IReadOnlyList<int> split)
    {
        var columns = view.Book.Columns;
        var contributions = Flows(view, fund, rule => rule.PaidIn, opening.Day, closing.Day);
        var distributions = Flows(view, fund, rule => rule.Distributed, opening.Day, closing.Day);
        var change = closing.Nav - opening.Nav - contributions + distributions;
        var stated = Money.FromMinor(
            split.Sum(line => checked(LineKinds.SignOnValue((LineKind)columns.Kinds[line]) * columns.Amounts[line])), fund.Currency);
        return Math.Abs((stated - change).Amount) <= Tolerance
            ? null
            : NavSplitErrors.Off(fund.Code, opening, contributions: contributions, distributions: distributions, closing, stated);
    }

    /// <summary>What was stated for all investors together; null where one that had paid in has no level.</summary>
    private static Money? Whole(LedgerView view, NodeEntry fund, NavStatement statement)
    {
        var missing = view.Book.CommitmentsTo(fund.Id)
            .Any(edge => !statement.Levels.ContainsKey(edge) && Flows(view, edge, rule => rule.PaidIn, DateOnly.MinValue, statement.Day) > 0);
        return missing ? null : Money.FromMinor(statement.Levels.Values.Sum(level => view.Book.Columns.Amounts[level.Line]), fund.Currency);
    }

    private static Money Flows(LedgerView view, NodeEntry fund, Func<LineKindRule, int> sign, DateOnly after, DateOnly until) =>
        Money.FromMinor(view.Book.CommitmentsTo(fund.Id).Sum(edge => Flows(view, edge, sign, after, until)), fund.Currency);

    private static long Flows(LedgerView view, int edge, Func<LineKindRule, int> sign, DateOnly after, DateOnly until)
    {
        var (columns, lines) = (view.Book.Columns, new List<int>());
        columns.LinesOf(edge, view.Known, lines);
        return lines.Where(line => columns.Days[line] > after.DayNumber && columns.Days[line] <= until.DayNumber)
            .Sum(line => checked(sign(LineKinds.RuleOf((LineKind)columns.Kinds[line])) * columns.Amounts[line]));
    }
}

/// <summary>What a fund's NAV is stated at for a day, for all its investors together.</summary>
public sealed record StatedNav(DateOnly Day, Money Nav);

/// <summary>Refusals of the split of a NAV statement.</summary>
public static class NavSplitErrors
{
    /// <summary>The parts of a full split do not add up to closing less opening less contributions plus distributions.</summary>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="opening">Day and NAV of the statement before.</param>
    /// <param name="contributions">Paid in since, up to and with the closing day.</param>
    /// <param name="distributions">Distributed in the same days.</param>
    /// <param name="closing">Day and NAV of the statement.</param>
    /// <param name="stated">Income, realised and unrealised less fees, expenses and accrued carry.</param>
    public static DomainError Off(
        string fund, StatedNav opening, Money contributions, Money distributions, StatedNav closing, Money stated)
    {
        var change = closing.Nav - opening.Nav - contributions + distributions;
        return new DomainError(
            "nav.splitOff", ("fund", fund), ("openingDay", opening.Day), ("opening", opening.Nav), ("contributions", contributions),
            ("distributions", distributions), ("closingDay", closing.Day), ("closing", closing.Nav), ("change", change), ("stated", stated),
            ("off", stated - change));
    }

    /// <summary>No statement of the day stands to which the split could belong.</summary>
    public static DomainError WithoutStatement(string fund, DateOnly date) => new("nav.splitWithoutStatement", ("fund", fund), ("date", date));

    /// <summary>The statement's split states the same kind twice.</summary>
    public static DomainError KindTwice(string fund, DateOnly date, LineKind kind) =>
        new("nav.splitKindTwice", ("fund", fund), ("date", date), ("kind", kind));

    /// <summary>A split is the whole fund's; one investor's capital account has none.</summary>
    public static DomainError OfOneInvestor(string investor) => new("nav.splitOfOneInvestor", ("investor", investor));
}
