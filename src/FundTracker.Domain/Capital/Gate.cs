using System.Globalization;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Capital;

/// <summary>How a condition of a phase is judged.</summary>
public enum ConditionKind : byte
{
    /// <summary>人工核对 somebody ticks it with evidence.</summary>
    Ticked = 0,

    /// <summary>前期投出 money of the earlier phases is placed in funds and companies to a percentage: <c>70</c>.</summary>
    EarlierInvested = 1,

    /// <summary>前期到账 the phase before is paid in to a percentage: <c>100</c>.</summary>
    EarlierPaidIn = 2,

    /// <summary>他方到账 other investors' money has arrived in the funds held, against ours or in all: <c>social;1.5x</c>, <c>others;500000000</c>.</summary>
    OthersArrived = 3,

    /// <summary>绩效等次 the latest sealed evaluation by a scheme reaches a grade, which begins at some points: <c>district;good;80</c>.</summary>
    Grade = 4,

    /// <summary>列入预算 the budget of the phase's year is stated as approved with proof; no parameter.</summary>
    BudgetApproved = 5,
}

/// <summary>What a condition that the system judges asks for.</summary>
/// <param name="Kind">How it is judged.</param>
/// <param name="Part">Of others' money: <c>social</c> or <c>others</c>; of a grade the scheme; else empty.</param>
/// <param name="Grade">Code of the grade; else empty.</param>
/// <param name="Limit">What the figure must reach.</param>
/// <param name="Unit">Unit of both.</param>
public sealed record Gate(ConditionKind Kind, string Part, string Grade, decimal Limit, PolicyUnit Unit)
{
    /// <summary>Longest parameter.</summary>
    public const int ValueLengthMax = 100;

    /// <summary>Name of the evidence that the budget of a year is approved: <c>budget-2026</c>, a flag.</summary>
    public static string BudgetEvidence(int year) => string.Create(CultureInfo.InvariantCulture, $"budget-{year}");

    /// <summary>Reads a condition's parameter.</summary>
    /// <returns>The gate, or <see cref="PlanErrors.GateUnreadable"/>; a ticked condition is no gate.</returns>
    public static Result<Gate> Read(ConditionKind kind, string value)
    {
        var parts = value.Split(';', StringSplitOptions.TrimEntries);
        Gate? gate = (kind, parts) switch
        {
            (ConditionKind.EarlierInvested or ConditionKind.EarlierPaidIn, [var share])
                when Number(share.TrimEnd('%').TrimEnd()) is { } percent && percent is > 0 and <= 100 => new(kind, "", "", percent, PolicyUnit.Percent),
            (ConditionKind.OthersArrived, ["social" or "others", var amount]) when amount.EndsWith('x') && Number(amount[..^1]) is > 0 and { } times =>
                new(kind, parts[0], "", times, PolicyUnit.Multiple),
            (ConditionKind.OthersArrived, ["social" or "others", var amount]) when Number(amount) is > 0 and { } money => new(kind, parts[0], "", money, PolicyUnit.Money),
            (ConditionKind.Grade, [{ Length: > 0 } scheme, { Length: > 0 } grade, var from]) when Number(from) is >= 0 and <= 100 and { } points =>
                new(kind, scheme, grade, points, PolicyUnit.Count),
            (ConditionKind.BudgetApproved, [""]) => new(kind, "", "", 1m, PolicyUnit.Flag),
            _ => null,
        };
        return gate is null ? PlanErrors.GateUnreadable(kind, value) : gate;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>What is said of a condition.</summary>
public enum GateStatus : byte
{
    /// <summary>已满足 met.</summary>
    Met = 1,

    /// <summary>未满足 not met; the gap is in the figures, or the tick is missing.</summary>
    NotMet = 2,

    /// <summary>无数据 nothing can be said, which holds the phase back as if it were not met.</summary>
    NoData = 3,
}

/// <summary>A condition of a phase as it was judged on a day, as known at an instant.</summary>
/// <param name="Condition">Number within the phase.</param>
/// <param name="Text">What must be met, as agreed.</param>
/// <param name="Kind">How it is judged.</param>
/// <param name="Status">The result.</param>
/// <param name="Gate">What it asks for; null where it is ticked.</param>
/// <param name="Figure">What was read, with its trail; null where it is ticked.</param>
/// <param name="Number">The figure in its unit; null where there is none.</param>
/// <param name="GapMoney">How much money is missing, where the figure is money or a ratio of two amounts; null where nothing is.</param>
public sealed record GateResult(
    int Condition, string Text, ConditionKind Kind, GateStatus Status, Gate? Gate, IFigure? Figure, decimal? Number, Money? GapMoney)
{
    /// <summary>How far the figure is below what is asked for, in its unit; null where it is met or not known.</summary>
    public decimal? Gap => Status == GateStatus.NotMet && Gate is { } gate && Number is { } number ? gate.Limit - number : null;

    /// <summary>Why nothing can be said; null otherwise.</summary>
    public DomainError? Reason => Status == GateStatus.NoData ? Figure?.NoneReason : null;

    internal DomainError Refusal() => CallErrors.GateNotMet(
        Text, Kind, now: Plain(Number), limit: Plain(Gate?.Limit), gap: Plain(Gap), GapMoney);

    private object Plain(decimal? number) => number is not { } known ? "—" : Gate?.Unit switch
    {
        PolicyUnit.Percent => Percentage.FromPercent(known).ToString(),
        PolicyUnit.Multiple => Multiple.Of(known).ToString(),
        PolicyUnit.Money when Figure?.Value is Money like => Money.Round(known, like.Currency),
        _ => decimal.Round(known, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture),
    };
}
