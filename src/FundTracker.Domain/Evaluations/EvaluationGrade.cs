using System.Globalization;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Domain.Evaluations;

/// <summary>
/// What a sealed evaluation leaves on the fund, as a fact <c>evaluationGrade:SCHEME</c> from the day of sealing on:
/// <c>2025;86.5;good</c>. Gates and figures read it bitemporally, as they read any fact.
/// </summary>
/// <param name="Year">The year that was evaluated; for an ex-ante or whole-life evaluation that of its day.</param>
/// <param name="Points">Points of 100.</param>
/// <param name="Grade">Code of the grade in the scheme; empty where the scheme names none.</param>
public sealed record EvaluationGrade(int Year, decimal Points, string Grade)
{
    /// <summary>
    /// Name of the fact. Yearly evaluations have the scheme's code alone, so that nothing else is taken for them; the others have their
    /// timing behind it: <c>evaluationGrade:district/wholeLife</c>.
    /// </summary>
    public static string FactName(string scheme, EvaluationTiming timing = EvaluationTiming.Yearly) => timing switch
    {
        EvaluationTiming.Yearly => $"{FactNames.EvaluationGrade}:{scheme}",
        EvaluationTiming.ExAnte => $"{FactNames.EvaluationGrade}:{scheme}/exAnte",
        EvaluationTiming.WholeLife => $"{FactNames.EvaluationGrade}:{scheme}/wholeLife",
        _ => throw new ArgumentOutOfRangeException(nameof(timing)),
    };

    /// <summary>The text that a fact keeps.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Year};{Points:0.##};{Grade}");

    /// <summary>Reads what <see cref="Write"/> writes; null for anything else.</summary>
    public static EvaluationGrade? Read(string? text)
    {
        if (text?.Split(';') is not [var first, var second, var grade]) return null;
        return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && decimal.TryParse(second, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points)
                ? new EvaluationGrade(year, points, grade)
                : null;
    }
}

/// <summary>When in a fund's life an evaluation is made.</summary>
public enum EvaluationTiming : byte
{
    /// <summary>年度 for a year, read at its last day.</summary>
    Yearly = 1,

    /// <summary>事前 at set-up, before money is paid in.</summary>
    ExAnte = 2,

    /// <summary>全周期 over the whole life, at the end.</summary>
    WholeLife = 3,
}
