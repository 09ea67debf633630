using FundTracker.Domain.Values;

namespace FundTracker.Domain.Evaluations;

/// <summary>Where an evaluation stands.</summary>
public enum EvaluationStage : byte
{
    /// <summary>待自评 waits for the manager's self-review.</summary>
    Opened = 1,

    /// <summary>评审中 waits for the committee's reviews.</summary>
    UnderReview = 2,

    /// <summary>异议期 the result is announced; the manager may object.</summary>
    Objection = 3,

    /// <summary>异议处理中 the manager has objected; the committee answers.</summary>
    Objected = 4,

    /// <summary>待封存 the result is accepted, or the objection answered.</summary>
    Settled = 5,

    /// <summary>已封存 sealed; nothing changes any more.</summary>
    Sealed = 6,

    /// <summary>已撤销 taken back before a result was announced.</summary>
    Withdrawn = 7,
}

/// <summary>Whose turn it is.</summary>
public enum EvaluationTurn : byte
{
    /// <summary>无 nobody's: it is over.</summary>
    Nobody = 1,

    /// <summary>母基金管理人 the mother fund's manager.</summary>
    FundManager = 2,

    /// <summary>子基金管理人 the sub-fund's manager.</summary>
    SubFundManager = 3,

    /// <summary>管委会 the committee.</summary>
    Committee = 4,
}

/// <summary>What happened to an evaluation.</summary>
public enum EvaluationEventKind : byte
{
    /// <summary>启动 opened.</summary>
    Opened = 1,

    /// <summary>提交自评 the self-review was handed in.</summary>
    HandedIn = 2,

    /// <summary>评审 a member reviewed.</summary>
    Reviewed = 3,

    /// <summary>公布结果 the result was announced.</summary>
    Announced = 4,

    /// <summary>提出异议 the manager objected.</summary>
    Objected = 5,

    /// <summary>认可结果 the manager accepted.</summary>
    Accepted = 6,

    /// <summary>答复异议 the committee answered.</summary>
    Answered = 7,

    /// <summary>封存 sealed.</summary>
    Sealed = 8,

    /// <summary>撤销 taken back.</summary>
    Withdrawn = 9,
}

/// <summary>Who acts, and on whose side.</summary>
/// <param name="User">User name.</param>
/// <param name="ManagesSubFund">Whether the user is the manager of the sub-fund that is evaluated.</param>
/// <param name="ManagesMotherFund">Whether the user is a manager of the mother fund.</param>
public sealed record EvaluationParty(string User, bool ManagesSubFund, bool ManagesMotherFund);

/// <summary>What a manager states for one entered input.</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="Answer"><c>yes</c>, <c>no</c> or a number in the input's unit; empty where nothing is claimed.</param>
/// <param name="Proof">What proves it; needed wherever something is claimed.</param>
public sealed record SelfEntry(string Input, string Answer, string Proof)
{
    /// <summary>Whether something is claimed.</summary>
    public bool IsClaimed => !string.IsNullOrWhiteSpace(Answer);
}

/// <summary>What a reviewer says of one indicator.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Points">Points; null for computed indicators, which may only be commented on.</param>
/// <param name="Comment">Why; needed where the points are not those of the ladder.</param>
public sealed record ReviewScore(string Indicator, decimal? Points, string Comment);

/// <summary>An entry of a self-review, as it was handed in.</summary>
public sealed class EvaluationEntry
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored entry.
    private EvaluationEntry()
    {
    }
#pragma warning restore CS8618

    /// <summary>The evaluation.</summary>
    public EvaluationId Evaluation { get; private set; }

    /// <summary>Name of the input.</summary>
    public string Input { get; private set; }

    /// <summary>The answer; empty where nothing is claimed.</summary>
    public string Answer { get; private set; }

    /// <summary>What proves it.</summary>
    public string Proof { get; private set; }

    /// <summary>The same as it was stated.</summary>
    public SelfEntry Stated => new(Input, Answer, Proof);

    internal static EvaluationEntry Of(EvaluationId evaluation, SelfEntry entry) =>
        new() { Evaluation = evaluation, Input = entry.Input, Answer = entry.Answer.Trim(), Proof = entry.Proof.Trim() };
}

/// <summary>A member's review. A later one of the same member takes its place; the earlier stays on record.</summary>
public sealed class EvaluationReview
{
    private readonly List<EvaluationScore> scores = [];

#pragma warning disable CS8618 // The mapper fills every property when it reads a stored review.
    private EvaluationReview()
    {
    }
#pragma warning restore CS8618

    /// <summary>The evaluation.</summary>
    public EvaluationId Evaluation { get; private set; }

    /// <summary>Number, from 1, in the order in which they came.</summary>
    public int Number { get; private set; }

    /// <summary>The member.</summary>
    public string Reviewer { get; private set; }

    /// <summary>When.</summary>
    public Stamp At { get; private set; }

    /// <summary>A remark on the whole; may be empty.</summary>
    public string Remark { get; private set; }

    /// <summary>What was said of indicators.</summary>
    public IReadOnlyList<EvaluationScore> Scores => scores;

    /// <summary>What was said of one indicator; null where nothing was.</summary>
    public EvaluationScore? Of(string indicator) => scores.Find(score => score.Indicator == indicator);

    internal static EvaluationReview Of(EvaluationId evaluation, int number, IReadOnlyList<ReviewScore> said, string remark, string by, Stamp at)
    {
        var review = new EvaluationReview { Evaluation = evaluation, Number = number, Reviewer = by, At = at, Remark = remark.Trim() };
        review.scores.AddRange(said.Where(score => score.Points is not null || score.Comment.Trim().Length > 0)
            .Select(score => EvaluationScore.Of(evaluation, number, score)));
        return review;
    }
}

/// <summary>What a member said of one indicator.</summary>
public sealed class EvaluationScore
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored score.
    private EvaluationScore()
    {
    }
#pragma warning restore CS8618

    /// <summary>The evaluation.</summary>
    public EvaluationId Evaluation { get; private set; }

    /// <summary>Number of the review.</summary>
    public int Review { get; private set; }

    /// <summary>Code of the indicator.</summary>
    public string Indicator { get; private set; }

    /// <summary>Points; null for a comment on a computed indicator.</summary>
    public decimal? Points { get; private set; }

    /// <summary>Why.</summary>
    public string Comment { get; private set; }

    internal static EvaluationScore Of(EvaluationId evaluation, int review, ReviewScore said) =>
        new() { Evaluation = evaluation, Review = review, Indicator = said.Indicator, Points = said.Points, Comment = said.Comment.Trim() };
}

/// <summary>Something that happened to an evaluation; only added to.</summary>
public sealed class EvaluationEvent
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored event.
    private EvaluationEvent()
    {
    }
#pragma warning restore CS8618

    /// <summary>The evaluation.</summary>
    public EvaluationId Evaluation { get; private set; }

    /// <summary>Number, from 1, without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>What happened.</summary>
    public EvaluationEventKind Kind { get; private set; }

    /// <summary>Who did it.</summary>
    public string By { get; private set; }

    /// <summary>When it was recorded.</summary>
    public Stamp At { get; private set; }

    /// <summary>Reason, answer or remark; may be empty.</summary>
    public string Text { get; private set; }

    internal static EvaluationEvent Of(EvaluationId evaluation, int number, EvaluationEventKind kind, string by, Stamp at, string text) =>
        new() { Evaluation = evaluation, Number = number, Kind = kind, By = by, At = at, Text = text.Trim() };
}
