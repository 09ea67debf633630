using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Evaluations;

/// <summary>Refusals of the steps of an evaluation.</summary>
public static class CycleErrors
{
    /// <summary>The fund has an evaluation by the scheme for the year already, open or sealed.</summary>
    public static DomainError Exists(string fund, string scheme, int year, EvaluationStage stage) =>
        new("evaluation.exists", ("fund", fund), ("scheme", scheme), ("year", year), ("stage", stage));

    /// <summary>The scheme does not evaluate at this time of a fund's life.</summary>
    public static DomainError TimingNotServed(string scheme, EvaluationTiming timing) =>
        new("evaluation.timingNotServed", ("scheme", scheme), ("timing", timing));

    /// <summary>The scheme does not say how it is reviewed.</summary>
    public static DomainError NoReviewTerms(string scheme) => new("evaluation.noReviewTerms", ("scheme", scheme));

    /// <summary>The year is not over, so that its figures are not final.</summary>
    public static DomainError YearNotOver(int year) => new("evaluation.yearNotOver", ("year", year));

    /// <summary>A day to come.</summary>
    public static DomainError DayToCome(DateOnly day, DateOnly today) => new("evaluation.dayToCome", ("day", day), ("today", today));

    /// <summary>An ex-ante review comes before the money.</summary>
    public static DomainError TooLateForExAnte(string fund, Money paidIn) => new("evaluation.tooLateForExAnte", ("fund", fund), ("paidIn", paidIn));

    /// <summary>A whole life is evaluated once it ends.</summary>
    public static DomainError TooEarlyForWholeLife(string fund) => new("evaluation.tooEarlyForWholeLife", ("fund", fund));

    /// <summary>Only the manager of the fund that is evaluated does this.</summary>
    public static DomainError NotItsManager(string user) => new("evaluation.notItsManager", ("user", user));

    /// <summary>The step is not the next one.</summary>
    public static DomainError NotInStage(EvaluationStage stage) => new("evaluation.notInStage", ("stage", stage));

    /// <summary>A sealed evaluation is never edited.</summary>
    public static DomainError Sealed(DateOnly on, string hash) => new("evaluation.sealed", ("on", on), ("hash", hash));

    /// <summary>An entered input has no entry.</summary>
    public static DomainError EntryMissing(string input) => new("evaluation.entryMissing", ("input", input));

    /// <summary>Why an entered indicator has no figure: the manager claims nothing for it.</summary>
    public static DomainError NotClaimed(string input) => new("evaluation.notClaimed", ("input", input));

    /// <summary>Why a grade has no effect on a payment: nothing is left to be paid.</summary>
    public static DomainError NothingToPay() => new("evaluation.nothingToPay");

    /// <summary>An entry for something that the scheme does not ask, or twice.</summary>
    public static DomainError EntryUnasked(string input) => new("evaluation.entryUnasked", ("input", input));

    /// <summary>A reviewer leaves out an indicator that people score.</summary>
    public static DomainError ScoreMissing(string indicator) => new("evaluation.scoreMissing", ("indicator", indicator));

    /// <summary>A computed indicator is fixed by the engine.</summary>
    public static DomainError ScoreFixed(string indicator) => new("evaluation.scoreFixed", ("indicator", indicator));

    /// <summary>An indicator that the scheme does not have, or twice.</summary>
    public static DomainError IndicatorUnknown(string indicator) => new("evaluation.indicatorUnknown", ("indicator", indicator));

    /// <summary>More points than there are, or fewer than none.</summary>
    public static DomainError ScoreOutOfRange(string indicator, decimal points, decimal of) =>
        new("evaluation.scoreOutOfRange", ("indicator", indicator), ("points", points), ("of", of));

    /// <summary>Points other than the ladder's need a reason.</summary>
    public static DomainError ScoreUnexplained(string indicator, decimal points, decimal ladder) =>
        new("evaluation.scoreUnexplained", ("indicator", indicator), ("points", points), ("ladder", ladder));

    /// <summary>Too few members have reviewed.</summary>
    public static DomainError ReviewsMissing(int have, int need) => new("evaluation.reviewsMissing", ("have", have), ("need", need));

    /// <summary>The manager may object once.</summary>
    public static DomainError ObjectedBefore() => new("evaluation.objectedBefore");

    /// <summary>The days for an objection are over.</summary>
    public static DomainError ObjectionTooLate(DateOnly until, DateOnly today) => new("evaluation.objectionTooLate", ("until", until), ("today", today));

    /// <summary>An objection, an answer or a withdrawal gives its reason.</summary>
    public static DomainError ReasonMissing() => new("evaluation.reasonMissing");

    /// <summary>The manager may still object.</summary>
    public static DomainError ObjectionRuns(DateOnly until) => new("evaluation.objectionRuns", ("until", until));

    /// <summary>The day of the decision lies before the last day of what is evaluated, or in the future.</summary>
    public static DomainError DecisionDay(DateOnly day, DateOnly from, DateOnly to) =>
        new("evaluation.decisionDay", ("day", day), ("from", from), ("to", to));
}
