using FundTracker.Domain.Figures;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Policies;

/// <summary>What a rule says.</summary>
public enum FindingStatus : byte
{
    /// <summary>达标 met.</summary>
    Met = 1,

    /// <summary>未达标 breached.</summary>
    Breached = 2,

    /// <summary>无数据 not known; the reason is said.</summary>
    NoData = 3,
}

/// <summary>Who is judged: a fund, or a class of funds.</summary>
/// <param name="Code">Code of the fund; <c>LUZHOU1/class:Theme</c> for a class.</param>
/// <param name="Name">Its name.</param>
/// <param name="Node">The fund; the mother fund for a class.</param>
public sealed record PolicySubject(string Code, BilingualName Name, NodeId Node);

/// <summary>An input as it was read.</summary>
/// <param name="Figure">The figure with its trail, or the reason why there is none.</param>
/// <param name="Number">The figure in the input's unit; null where there is none.</param>
/// <param name="Numerator">Money above the line of a ratio; null where it is none.</param>
/// <param name="Denominator">Money below the line.</param>
/// <param name="GrowsWhole">Whether money that is added above the line is added below it too.</param>
public sealed record InputReading(
    IFigure Figure, decimal? Number, Money? Numerator = null, Money? Denominator = null, bool GrowsWhole = false)
{
    /// <summary>
    /// How much money must be added above the line, or taken away there, for the figure to stand at a limit, rounded up to the minor unit.
    /// Where adding grows the whole, x solves (n + x) / (d + x) = limit; else the amount below the line stays.
    /// </summary>
    /// <param name="limit">The limit in the unit.</param>
    /// <param name="unit">The input's unit.</param>
    /// <returns>The amount, never negative; null where the figure is neither money nor a ratio of two amounts, or none is enough.</returns>
    public Money? MoneyTo(decimal limit, PolicyUnit unit)
    {
        if (Number is not { } number) return null;
        if (unit == PolicyUnit.Money && Figure.Value is Money money) return Of(Math.Abs(money.MinorUnits - (limit * money.Currency.MinorPerMajor)), money);
        if (Numerator is not { } above || Denominator is not { } below) return null;
        var ratio = unit == PolicyUnit.Percent ? limit / 100m : limit;
        var missing = (ratio * below.MinorUnits) - above.MinorUnits;
        if (!GrowsWhole || number >= limit) return Of(Math.Abs(missing), above);
        return ratio < 1 ? Of(missing / (1 - ratio), above) : null;
    }

    private static Money Of(decimal minor, Money like) => Money.FromMinor((long)decimal.Ceiling(minor), like.Currency);
}

/// <summary>One check as it was judged.</summary>
/// <param name="Check">What was asked.</param>
/// <param name="Status">The result.</param>
/// <param name="Reading">What was read.</param>
/// <param name="Limit">The limit in the input's unit; null where there is none or the fact it depends on is not known.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Reason">Why nothing can be said; null otherwise.</param>
public sealed record CheckResult(
    RuleCheck Check, FindingStatus Status, InputReading Reading, decimal? Limit, PolicyUnit Unit, DomainError? Reason)
{
    /// <summary>How far the figure is from the limit, in the unit, never negative; null where either is not known or nothing is measured.</summary>
    public decimal? Distance => Reading.Number is { } number && Limit is { } limit ? Math.Abs(number - limit) : null;

    /// <summary>The distance in money, where the figure is money or a ratio of two amounts: how much the amount above the line must move.</summary>
    public Money? DistanceInMoney => Limit is { } limit ? Reading.MoneyTo(limit, Unit) : null;

    /// <summary>How far off, set against the limit: for telling the worst of several.</summary>
    public decimal Weight => Distance is { } distance ? distance / Math.Max(1m, Math.Abs(Limit!.Value)) : 0m;
}

/// <summary>What a rule says of one subject.</summary>
/// <param name="Rule">The rule in the version that was used.</param>
/// <param name="Subject">Who was judged.</param>
/// <param name="Status">Breached where a check is, not known where nothing else can be said.</param>
/// <param name="Checks">All checks in their order.</param>
/// <param name="Deciding">The check that decided.</param>
/// <param name="IsRetroactive">Whether the rule was not in force on the day asked for.</param>
public sealed record Finding(
    Rule Rule, PolicySubject Subject, FindingStatus Status, IReadOnlyList<CheckResult> Checks, CheckResult Deciding, bool IsRetroactive);

/// <summary>What a rule says of all its subjects.</summary>
/// <param name="Rule">The rule in the version that was used.</param>
/// <param name="Status">Breached where one is; not known where one is not and none is breached; else met.</param>
/// <param name="Findings">One per subject; empty where nobody falls under the rule.</param>
/// <param name="Headline">The finding that decides: the worst breach, or the narrowest pass; null where there is none.</param>
/// <param name="IsRetroactive">Whether the rule was not in force on the day asked for.</param>
public sealed record RuleResult(Rule Rule, FindingStatus Status, IReadOnlyList<Finding> Findings, Finding? Headline, bool IsRetroactive);

/// <summary>How two rules stand against each other.</summary>
public enum ConflictKind : byte
{
    /// <summary>No figure meets both.</summary>
    Incompatible = 1,

    /// <summary>The figure as it is meets one and breaches the other.</summary>
    Differing = 2,
}

/// <summary>Two rules that ask different things of the same input.</summary>
/// <param name="Kind">How.</param>
/// <param name="Input">The input.</param>
/// <param name="First">What one rule says of the first subject concerned.</param>
/// <param name="Second">What the other says of it.</param>
/// <param name="Subjects">Codes of all subjects concerned.</param>
public sealed record PolicyConflict(ConflictKind Kind, string Input, Finding First, Finding Second, IReadOnlyList<string> Subjects);
