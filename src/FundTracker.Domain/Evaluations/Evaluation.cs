using System.Security.Cryptography;
using System.Text;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Evaluations;

/// <summary>What opens an evaluation.</summary>
/// <param name="MotherFund">The books.</param>
/// <param name="Fund">The fund that is evaluated: the mother fund or a sub-fund.</param>
/// <param name="Timing">When in the fund's life.</param>
/// <param name="Year">The year; for other timings that of the day.</param>
/// <param name="AsOf">Last day of what is evaluated: figures are read on it.</param>
/// <param name="SchemeText">The scheme's file as it stands, so that later versions leave this evaluation alone.</param>
/// <param name="Retroactive">Whether a year may be evaluated that the scheme does not.</param>
public sealed record EvaluationOpening(
    NodeId MotherFund, NodeId Fund, EvaluationTiming Timing, int Year, DateOnly AsOf, string SchemeText, bool Retroactive);

/// <summary>What is frozen when an evaluation is sealed.</summary>
/// <param name="Points">Points of 100.</param>
/// <param name="Grade">Code of the grade; empty where the scheme names none.</param>
/// <param name="Content">The canonical text of everything that the result stands on.</param>
public sealed record SealedResult(decimal Points, string Grade, string Content);

/// <summary>
/// 绩效评价: the evaluation of a fund by a version of a scheme. The manager reviews itself, several members of the committee review, the
/// manager may object once, and somebody who has not opened it seals it. A sealed evaluation is never edited.
/// </summary>
public sealed class Evaluation
{
    private readonly List<EvaluationEntry> entries = [];
    private readonly List<EvaluationReview> reviews = [];
    private readonly List<EvaluationEvent> events = [];

#pragma warning disable CS8618 // The mapper fills every property when it reads a stored evaluation.
    private Evaluation()
    {
    }
#pragma warning restore CS8618

    /// <summary>Identity.</summary>
    public EvaluationId Id { get; private set; }

    /// <summary>The books.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>The fund that is evaluated.</summary>
    public NodeId Fund { get; private set; }

    /// <summary>When in the fund's life.</summary>
    public EvaluationTiming Timing { get; private set; }

    /// <summary>Code of the scheme.</summary>
    public string Scheme { get; private set; }

    /// <summary>Version of the scheme.</summary>
    public string SchemeVersion { get; private set; }

    /// <summary>The scheme's file as it stood when the evaluation was opened.</summary>
    public string SchemeText { get; private set; }

    /// <summary>The year; for other timings that of <see cref="AsOf"/>.</summary>
    public int Year { get; private set; }

    /// <summary>Last day of what is evaluated: figures are read on it.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>Whether the scheme does not evaluate the year.</summary>
    public bool IsRetroactive { get; private set; }

    /// <summary>Where it stands.</summary>
    public EvaluationStage Stage { get; private set; }

    /// <summary>Who opened it.</summary>
    public string OpenedBy { get; private set; }

    /// <summary>When it was opened.</summary>
    public Stamp OpenedAt { get; private set; }

    /// <summary>Who handed in the self-review; null before.</summary>
    public string? HandedInBy { get; private set; }

    /// <summary>The paper behind the self-review; null for none.</summary>
    public DocumentId? Document { get; private set; }

    /// <summary>Instant as of which figures are known: when the result was announced, or the objection answered; null before.</summary>
    public Stamp? KnownAt { get; private set; }

    /// <summary>Last day for an objection; null before the announcement.</summary>
    public DateOnly? ObjectionUntil { get; private set; }

    /// <summary>Who sealed it; null before.</summary>
    public string? SealedBy { get; private set; }

    /// <summary>When it was sealed; null before.</summary>
    public Stamp? SealedAt { get; private set; }

    /// <summary>Day of the committee's decision, from which on the grade holds; null before.</summary>
    public DateOnly? SealedOn { get; private set; }

    /// <summary>Sealed points of 100; null before.</summary>
    public decimal? Points { get; private set; }

    /// <summary>Code of the sealed grade; empty where the scheme names none, null before sealing.</summary>
    public string? Grade { get; private set; }

    /// <summary>Canonical text of everything that the sealed result stands on; null before.</summary>
    public string? Content { get; private set; }

    /// <summary>SHA-256 of the content in UTF-8, lower-case hexadecimal; null before sealing.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>Concurrency version.</summary>
    public int Version { get; private set; }

    /// <summary>The self-review.</summary>
    public IReadOnlyList<EvaluationEntry> Entries => entries;

    /// <summary>All reviews in the order in which they came.</summary>
    public IReadOnlyList<EvaluationReview> Reviews => [.. reviews.OrderBy(review => review.Number)];

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<EvaluationEvent> Events => [.. events.OrderBy(one => one.Number)];

    /// <summary>The reviews that count: the last of each member, in the order of their first.</summary>
    public IReadOnlyList<EvaluationReview> Counting =>
        [.. Reviews.GroupBy(review => review.Reviewer, StringComparer.OrdinalIgnoreCase).Select(own => own.Last())];

    /// <summary>Whether the sub-fund's own manager reviews it; else the mother fund's does: for itself, and before the sub-fund is set up.</summary>
    public bool IsHandledBySubFund => Fund != MotherFund && Timing != EvaluationTiming.ExAnte;

    /// <summary>Whether it still goes on.</summary>
    public bool IsOpen => Stage is not (EvaluationStage.Sealed or EvaluationStage.Withdrawn);

    /// <summary>Whether a result was announced, so that the manager sees it.</summary>
    public bool IsAnnounced => Stage is EvaluationStage.Objection or EvaluationStage.Objected or EvaluationStage.Settled or EvaluationStage.Sealed;

    /// <summary>Whose turn it is on a day.</summary>
    public EvaluationTurn TurnOn(DateOnly day) => Stage switch
    {
        EvaluationStage.Opened => ManagerTurn,
        EvaluationStage.Objection when day <= ObjectionUntil => ManagerTurn,
        EvaluationStage.UnderReview or EvaluationStage.Objection or EvaluationStage.Objected or EvaluationStage.Settled => EvaluationTurn.Committee,
        _ => EvaluationTurn.Nobody,
    };

    /// <summary>Whether its result stands on a day: it was accepted, an objection answered, or the days for one are over. It may be sealed then.</summary>
    public bool StandsOn(DateOnly day) => Stage == EvaluationStage.Settled || (Stage == EvaluationStage.Objection && day > ObjectionUntil);

    /// <summary>Opens an evaluation.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="opening">What is evaluated.</param>
    /// <param name="scheme">The scheme, read from <see cref="EvaluationOpening.SchemeText"/>.</param>
    /// <param name="by">A member of the committee.</param>
    /// <param name="at">When.</param>
    /// <param name="today">Today.</param>
    /// <returns>
    /// The evaluation, or a refusal: a template, a scheme without terms of review or not for this timing, a year that is not over or
    /// that the scheme does not evaluate, a day to come.
    /// </returns>
    public static Result<Evaluation> Open(EvaluationId id, EvaluationOpening opening, Scheme scheme, string by, Stamp at, DateOnly today)
    {
        if (scheme.WhyIncomplete is { } reason) return reason;
        if (!scheme.Timings.Contains(opening.Timing)) return CycleErrors.TimingNotServed(scheme.Id, opening.Timing);
        if (scheme.Review is null) return CycleErrors.NoReviewTerms(scheme.Id);
        if (opening.Timing == EvaluationTiming.Yearly && opening.AsOf >= today) return CycleErrors.YearNotOver(opening.Year);
        if (opening.AsOf > today) return CycleErrors.DayToCome(opening.AsOf, today);
        var isEarly = scheme.IsEarly(opening.Year, today);
        if (isEarly && !opening.Retroactive) return EvaluationErrors.NotForYear(scheme.Id, scheme.FirstYear, scheme.EffectiveFrom, opening.Year);
        var evaluation = new Evaluation
        {
            Id = id, MotherFund = opening.MotherFund, Fund = opening.Fund, Timing = opening.Timing, Scheme = scheme.Id, SchemeVersion = scheme.Version,
            SchemeText = opening.SchemeText, Year = opening.Year, AsOf = opening.AsOf, IsRetroactive = isEarly, OpenedBy = by, OpenedAt = at,
        };
        evaluation.Move(EvaluationStage.Opened, EvaluationEventKind.Opened, by, at, "");
        return evaluation;
    }

    /// <summary>Hands in the self-review: every entered input of the scheme once, with its proof, or nothing claimed.</summary>
    public Result<Done> HandIn(
        Scheme scheme, IReadOnlyList<SelfEntry> stated, string statement, DocumentId? document, EvaluationParty party, Stamp at)
    {
        if (Refuse(EvaluationStage.Opened) is { } early) return early;
        if (!IsItsManager(party)) return CycleErrors.NotItsManager(party.User);
        var errors = ReviewRules.Check(scheme, stated).ToList();
        if (errors.Count > 0) return Result<Done>.Refused(errors);
        entries.AddRange(stated.Select(entry => EvaluationEntry.Of(Id, entry)));
        (HandedInBy, Document) = (party.User, document);
        return Move(EvaluationStage.UnderReview, EvaluationEventKind.HandedIn, party.User, at, statement);
    }

    /// <summary>
    /// Reviews: points for every indicator that leaves room, comments where wished. A member may review again until the result is
    /// announced, and again while an objection is answered; the last review counts.
    /// </summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="said">What is said of indicators.</param>
    /// <param name="remark">A remark on the whole; may be empty.</param>
    /// <param name="by">The member.</param>
    /// <param name="at">When.</param>
    /// <param name="computed">Codes of the indicators that the engine computes though the scheme would ask for them: nobody gives them points.</param>
    public Result<Done> Review(
        Scheme scheme, IReadOnlyList<ReviewScore> said, string remark, string by, Stamp at, IReadOnlyCollection<string>? computed = null)
    {
        if (Refuse(EvaluationStage.UnderReview, EvaluationStage.Objected) is { } early) return early;
        if (IsManager(by)) return ApprovalErrors.SamePerson(by);
        var errors = ReviewRules.Check(scheme, said, [.. entries.Select(entry => entry.Stated)], computed ?? []).ToList();
        if (errors.Count > 0) return Result<Done>.Refused(errors);
        reviews.Add(EvaluationReview.Of(Id, reviews.Count + 1, said, remark, by, at));
        return Move(Stage, EvaluationEventKind.Reviewed, by, at, remark);
    }

    /// <summary>Announces the result, once enough members have reviewed: the days for an objection begin.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="knownAt">Instant as of which figures are known from now on.</param>
    /// <param name="by">A member of the committee.</param>
    /// <param name="at">When.</param>
    /// <param name="today">Today, the day of the announcement.</param>
    public Result<Done> Announce(Scheme scheme, Stamp knownAt, string by, Stamp at, DateOnly today)
    {
        if (Refuse(EvaluationStage.UnderReview) is { } early) return early;
        if (IsManager(by)) return ApprovalErrors.SamePerson(by);
        var terms = scheme.Review!;
        if (Counting.Count < terms.ReviewersMin) return CycleErrors.ReviewsMissing(Counting.Count, terms.ReviewersMin);
        (KnownAt, ObjectionUntil) = (knownAt, today.AddDays(terms.ObjectionDays));
        return Move(EvaluationStage.Objection, EvaluationEventKind.Announced, by, at, "");
    }

    /// <summary>Objects to the result: once, within the days for it, with a reason.</summary>
    public Result<Done> Object(string reason, EvaluationParty party, Stamp at, DateOnly today)
    {
        if (IsAnnounced && Stage != EvaluationStage.Sealed && events.Exists(one => one.Kind == EvaluationEventKind.Objected))
            return CycleErrors.ObjectedBefore();
        if (Refuse(EvaluationStage.Objection) is { } early) return early;
        if (!IsItsManager(party)) return CycleErrors.NotItsManager(party.User);
        if (today > ObjectionUntil) return CycleErrors.ObjectionTooLate(ObjectionUntil.Value, today);
        return IsEmpty(reason) ? CycleErrors.ReasonMissing() : Move(EvaluationStage.Objected, EvaluationEventKind.Objected, party.User, at, reason);
    }

    /// <summary>Accepts the result, so that nobody waits for the last day for an objection.</summary>
    public Result<Done> Accept(EvaluationParty party, Stamp at)
    {
        if (Refuse(EvaluationStage.Objection) is { } early) return early;
        return IsItsManager(party)
            ? Move(EvaluationStage.Settled, EvaluationEventKind.Accepted, party.User, at, "")
            : CycleErrors.NotItsManager(party.User);
    }

    /// <summary>Answers the objection. Figures are read anew, so that a record that was righted since counts.</summary>
    public Result<Done> Answer(string answer, Stamp knownAt, string by, Stamp at)
    {
        if (Refuse(EvaluationStage.Objected) is { } early) return early;
        if (IsManager(by)) return ApprovalErrors.SamePerson(by);
        if (IsEmpty(answer)) return CycleErrors.ReasonMissing();
        KnownAt = knownAt;
        return Move(EvaluationStage.Settled, EvaluationEventKind.Answered, by, at, answer);
    }

    /// <summary>Whether somebody may seal now: the result stands, and it is neither who opened it nor the manager.</summary>
    /// <param name="by">Who would seal.</param>
    /// <param name="today">Today.</param>
    /// <param name="decidedOn">Day of the committee's decision: not after today, and after what is evaluated.</param>
    public Result<Done> MaySeal(string by, DateOnly today, DateOnly decidedOn)
    {
        if (!StandsOn(today))
            return Refuse(EvaluationStage.Objection, EvaluationStage.Settled) ?? CycleErrors.ObjectionRuns(ObjectionUntil!.Value);
        if (IsSame(by, OpenedBy) || IsManager(by)) return ApprovalErrors.SamePerson(by);
        return decidedOn < AsOf || decidedOn > today ? CycleErrors.DecisionDay(decidedOn, AsOf, today) : Done.Value;
    }

    /// <summary>Seals the evaluation: its result, and everything that it stands on, stays as it is for good.</summary>
    public Result<Done> Seal(SealedResult result, string by, Stamp at, DateOnly today, DateOnly decidedOn) =>
        MaySeal(by, today, decidedOn).Map(_ =>
        {
            (Points, Grade, Content) = (result.Points, result.Grade, result.Content);
            Sha256 = HashOf(result.Content);
            (SealedBy, SealedAt, SealedOn) = (by, at, decidedOn);
            return Move(EvaluationStage.Sealed, EvaluationEventKind.Sealed, by, at, Sha256);
        });

    /// <summary>Takes the evaluation back before a result was announced, with a reason.</summary>
    public Result<Done> Withdraw(string reason, string by, Stamp at)
    {
        if (Refuse(EvaluationStage.Opened, EvaluationStage.UnderReview) is { } early) return early;
        return IsEmpty(reason) ? CycleErrors.ReasonMissing() : Move(EvaluationStage.Withdrawn, EvaluationEventKind.Withdrawn, by, at, reason);
    }

    /// <summary>SHA-256 of a content in UTF-8, lower-case hexadecimal.</summary>
    public static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private EvaluationTurn ManagerTurn => IsHandledBySubFund ? EvaluationTurn.SubFundManager : EvaluationTurn.FundManager;

    private static bool IsEmpty(string text) => !text.Any(char.IsLetterOrDigit);

    private static bool IsSame(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private bool IsManager(string user) => IsSame(user, HandedInBy);

    private bool IsItsManager(EvaluationParty party) => IsHandledBySubFund ? party.ManagesSubFund : party.ManagesMotherFund;

    private DomainError? Refuse(params ReadOnlySpan<EvaluationStage> expected)
    {
        if (Stage == EvaluationStage.Sealed) return CycleErrors.Sealed(SealedOn!.Value, Sha256!);
        return expected.Contains(Stage) ? null : CycleErrors.NotInStage(Stage);
    }

    private Done Move(EvaluationStage to, EvaluationEventKind kind, string by, Stamp at, string text)
    {
        events.Add(EvaluationEvent.Of(Id, events.Count + 1, kind, by, at, text));
        (Stage, Version) = (to, Version + 1);
        return Done.Value;
    }
}
