using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Committees;

/// <summary>What an item of the agenda asks for.</summary>
public enum MotionKind : byte
{
    /// <summary>听取汇报 to be heard; nothing is decided.</summary>
    Report = 1,

    /// <summary>新增认缴 a new or larger commitment of the mother fund.</summary>
    Commitment = 2,

    /// <summary>突破拨付条件 a call whose phase does not meet its conditions.</summary>
    Override = 3,

    /// <summary>绩效评价定档 the sealing of an evaluation.</summary>
    Sealing = 4,

    /// <summary>其他事项 anything else; no approval waits for it.</summary>
    Other = 5,
}

/// <summary>Where an item stands.</summary>
public enum ItemState : byte
{
    /// <summary>待议 not decided.</summary>
    Open = 1,

    /// <summary>通过 carried.</summary>
    Carried = 2,

    /// <summary>未通过 not carried.</summary>
    Lost = 3,

    /// <summary>撤回 taken off the agenda.</summary>
    Withdrawn = 4,

    /// <summary>已听取 heard.</summary>
    Heard = 5,
}

/// <summary>How a member votes.</summary>
public enum Ballot : byte
{
    /// <summary>同意 in favour.</summary>
    For = 1,

    /// <summary>反对 against.</summary>
    Against = 2,

    /// <summary>弃权 abstaining.</summary>
    Abstain = 3,
}

/// <summary>An item as somebody puts it on the agenda.</summary>
/// <param name="Title">Title.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Subject">The fund that it is about; the mother fund where it is about the whole.</param>
/// <param name="Currency">Currency of the subject.</param>
/// <param name="Amount">For a <see cref="MotionKind.Commitment"/> how much may be committed; else null.</param>
/// <param name="Reference">For an <see cref="MotionKind.Override"/> the call, for a <see cref="MotionKind.Sealing"/> what <see cref="ReferenceTo(string, EvaluationTiming, int)"/>
/// says of its evaluation; else empty.</param>
/// <param name="Text">The resolution as it is to be passed.</param>
public sealed record MotionDraft(
    BilingualName Title, MotionKind Kind, NodeId Subject, Currency Currency, Money? Amount, string Reference, BilingualName? Text)
{
    /// <summary>How a <see cref="MotionKind.Override"/> names its call.</summary>
    public static string ReferenceTo(CapitalCallId call) => $"call/{call}";

    /// <summary>
    /// How a <see cref="MotionKind.Sealing"/> names the evaluation of its subject. A yearly one is named by scheme and year alone, as it
    /// was when there were no others, so that resolutions passed then still read.
    /// </summary>
    public static string ReferenceTo(string scheme, EvaluationTiming timing, int year) => timing == EvaluationTiming.Yearly
        ? FormattableString.Invariant($"evaluation/{scheme}/{year}")
        : FormattableString.Invariant($"evaluation/{scheme}/{year}/{timing}");
}
