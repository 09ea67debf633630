using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Committees;

/// <summary>Refusals of the committee.</summary>
public static class CommitteeErrors
{
    /// <summary>The account does not sit on the committee on the day of the meeting.</summary>
    public static DomainError NotAMember(string account, DateOnly date) => new("committee.notAMember", ("account", account), ("date", date));

    /// <summary>An account without the role of a committee member in these books.</summary>
    public static DomainError NoSuchRole(string account) => new("committee.noSuchRole", ("account", account));

    /// <summary>A condition whose owner has no account that may hand in its proof in these books.</summary>
    public static DomainError NoSuchOwner(string account) => new("committee.noSuchOwner", ("account", account));

    /// <summary>A vote or a decision before the day of the meeting.</summary>
    public static DomainError BeforeTheDay(DateOnly date) => new("committee.beforeTheDay", ("date", date));

    /// <summary>The member has voted.</summary>
    public static DomainError VotedBefore(string account) => new("committee.votedBefore", ("account", account));

    /// <summary>A vote against without words for the minutes.</summary>
    public static DomainError DissentMissing() => new("committee.dissentMissing");

    /// <summary>The item is decided or taken off.</summary>
    public static DomainError ItemDecided(int item) => new("committee.itemDecided", ("item", item));

    /// <summary>The item is a report, on which nobody votes.</summary>
    public static DomainError NothingToDecide(int item) => new("committee.nothingToDecide", ("item", item));

    /// <summary>A paper is bound after the vote began.</summary>
    public static DomainError VoteBegun(int item) => new("committee.voteBegun", ("item", item));

    /// <summary>The minutes are closed.</summary>
    public static DomainError MinutesClosed(int meeting) => new("committee.minutesClosed", ("meeting", meeting));

    /// <summary>The minutes are not closed over an open item.</summary>
    public static DomainError ItemOpen(int item) => new("committee.itemOpen", ("item", item));

    /// <summary>No such item.</summary>
    public static DomainError NoSuchItem(int meeting, int item) => new("committee.noSuchItem", ("meeting", meeting), ("item", item));

    /// <summary>No such condition.</summary>
    public static DomainError NoSuchCondition(int item, int condition) => new("committee.noSuchCondition", ("item", item), ("condition", condition));

    /// <summary>A motion without the words that are to be passed.</summary>
    public static DomainError TextMissing() => new("committee.textMissing");

    /// <summary>A commitment without the amount that may be committed.</summary>
    public static DomainError AmountMissing() => new("committee.amountMissing");

    /// <summary>An override or a sealing that does not name its call or evaluation.</summary>
    public static DomainError ReferenceMissing(MotionKind kind) => new("committee.referenceMissing", ("kind", kind));

    /// <summary>A sealing that names an evaluation that there is not, or that is sealed or taken back: the resolution would release nothing.</summary>
    public static DomainError NoSuchEvaluation(BilingualName fund, string scheme, EvaluationTiming timing, int year) =>
        new("committee.noSuchEvaluation", ("fund", fund), ("scheme", scheme), ("timing", timing), ("year", year));

    /// <summary>Neither a report nor a document, or both.</summary>
    public static DomainError PaperUnclear() => new("committee.paperUnclear");

    /// <summary>A paper does not say any more what it was bound to.</summary>
    public static DomainError PaperChanged(int paper, string bound, string found) =>
        new("committee.paperChanged", ("paper", paper), ("bound", bound), ("found", found));

    /// <summary>Too few members voted.</summary>
    public static DomainError NoQuorum(int voted, int members, int least) =>
        new("committee.noQuorum", ("voted", voted), ("members", members), ("least", least));

    /// <summary>A vote asked for a condition that has no owner and due day.</summary>
    public static DomainError ConditionLeftOut(string account, string condition) =>
        new("committee.conditionLeftOut", ("account", account), ("condition", condition));

    /// <summary>Conditions of a motion that was not carried.</summary>
    public static DomainError ConditionWithoutResolution(int item) => new("committee.conditionWithoutResolution", ("item", item));

    /// <summary>The condition is not open.</summary>
    public static DomainError ConditionNotOpen(string condition) => new("committee.conditionNotOpen", ("condition", condition));

    /// <summary>No proof was handed in for the condition.</summary>
    public static DomainError ConditionNotFulfilled(string condition) => new("committee.conditionNotFulfilled", ("condition", condition));

    /// <summary>A condition is fulfilled with the evidence for it.</summary>
    public static DomainError EvidenceMissing(string condition) => new("committee.evidenceMissing", ("condition", condition));

    /// <summary>A commitment that no resolution covers.</summary>
    public static DomainError CommitmentNotResolved(BilingualName fund, Money amount, Money left) =>
        new("committee.commitmentNotResolved", ("fund", fund), ("amount", amount), ("left", left));

    /// <summary>A call whose phase does not meet its conditions, and that no resolution lets pass.</summary>
    public static DomainError OverrideNotResolved(BilingualName fund, int call) => new("committee.overrideNotResolved", ("fund", fund), ("call", call));

    /// <summary>An evaluation that no resolution seals.</summary>
    public static DomainError SealingNotResolved(BilingualName fund, string scheme, EvaluationTiming timing, int year) =>
        new("committee.sealingNotResolved", ("fund", fund), ("scheme", scheme), ("timing", timing), ("year", year));
}
