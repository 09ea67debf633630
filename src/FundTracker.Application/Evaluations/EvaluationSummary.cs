using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Evaluations;

/// <summary>An evaluation in one row.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Fund">The fund that is evaluated.</param>
/// <param name="Timing">When in the fund's life.</param>
/// <param name="Scheme">Code of the scheme.</param>
/// <param name="Title">What the scheme is.</param>
/// <param name="Version">Its version.</param>
/// <param name="Year">The year.</param>
/// <param name="AsOf">Day of its figures.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Turn">Whose turn it is.</param>
/// <param name="IsRetroactive">Whether the scheme does not evaluate the year.</param>
/// <param name="OpenedBy">Who opened it.</param>
/// <param name="OpenedAt">When.</param>
/// <param name="Reviews">Members who have reviewed.</param>
/// <param name="ReviewsMin">Members who have to.</param>
/// <param name="ObjectionUntil">Last day for an objection; null before the announcement.</param>
/// <param name="SealedOn">Day of the decision; null before sealing.</param>
/// <param name="Points">Sealed points; null before.</param>
/// <param name="Grade">Sealed grade; null before, or where the scheme names none.</param>
/// <param name="Sha256">Hash of the sealed content; null before.</param>
public sealed record EvaluationSummary(
    EvaluationId Id, NodeEntry Fund, EvaluationTiming Timing, string Scheme, BilingualName Title, string Version, int Year, DateOnly AsOf,
    EvaluationStage Stage, EvaluationTurn Turn, bool IsRetroactive, string OpenedBy, Stamp OpenedAt, int Reviews, int ReviewsMin,
    DateOnly? ObjectionUntil, DateOnly? SealedOn, decimal? Points, Grade? Grade, string? Sha256)
{
    internal static EvaluationSummary Of(Evaluation evaluation, Scheme scheme, NodeEntry fund, DateOnly today) => new(
        evaluation.Id, fund, evaluation.Timing, evaluation.Scheme, scheme.Title, evaluation.SchemeVersion, evaluation.Year, evaluation.AsOf,
        evaluation.Stage, evaluation.TurnOn(today), evaluation.IsRetroactive, evaluation.OpenedBy, evaluation.OpenedAt, evaluation.Counting.Count,
        scheme.Review!.ReviewersMin, evaluation.ObjectionUntil, evaluation.SealedOn, evaluation.Points,
        scheme.Grades.FirstOrDefault(grade => grade.Id == evaluation.Grade), evaluation.Sha256);
}
