using FundTracker.Domain.Committees;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Committees;

/// <summary>A meeting as it stood at an instant.</summary>
/// <param name="Number">Number of the meeting.</param>
/// <param name="Date">The day.</param>
/// <param name="Place">Where.</param>
/// <param name="RecordedBy">Who called it.</param>
/// <param name="IsClosed">Whether its minutes are closed.</param>
/// <param name="Items">The agenda.</param>
public sealed record MeetingCard(int Number, DateOnly Date, string Place, string RecordedBy, bool IsClosed, IReadOnlyList<ItemCard> Items)
{
    /// <summary>Whether anything was decided, heard or closed.</summary>
    public bool WasHeld => IsClosed || Items.Any(item => item.State is ItemState.Carried or ItemState.Lost or ItemState.Heard);

    internal static MeetingCard Of(Meeting meeting, LedgerView view) => new(
        meeting.Number, meeting.Date, meeting.Place, meeting.RecordedBy, meeting.ClosedAt <= view.KnownAt,
        [.. meeting.Items.Where(item => item.RecordedAt <= view.KnownAt).Select(item => ItemCard.Of(item, meeting.Date, view))]);
}

/// <summary>An item of an agenda as it stood at an instant.</summary>
/// <param name="Meeting">Number of the meeting.</param>
/// <param name="Number">Place on the agenda.</param>
/// <param name="Title">Title.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Subject">The fund that it is about.</param>
/// <param name="Amount">How much may be committed, or null.</param>
/// <param name="Reference">The call or evaluation that it names; else empty.</param>
/// <param name="Text">The resolution; null where nothing is decided.</param>
/// <param name="TextSha256">SHA-256 of that text as the fact keeps it; empty where there is none.</param>
/// <param name="State">State.</param>
/// <param name="Resolution">Number of the resolution, or null.</param>
/// <param name="Rule">The rule that decided; empty before.</param>
/// <param name="Members">Members in office when it was decided.</param>
/// <param name="DecidedBy">Who closed the vote, or null.</param>
/// <param name="DecidedAt">When, or null.</param>
/// <param name="Papers">Papers that count.</param>
/// <param name="Votes">Votes cast.</param>
/// <param name="Conditions">Conditions of the resolution.</param>
/// <param name="Released">What was released under it.</param>
/// <param name="Left">What is left of its amount, or null.</param>
/// <param name="Outcome">How the vote would end if it were closed now; null where too few voted, nobody votes, or it is decided.</param>
public sealed record ItemCard(
    int Meeting, int Number, BilingualName Title, MotionKind Kind, NodeEntry Subject, Money? Amount, string Reference, BilingualName? Text, string TextSha256,
    ItemState State, string? Resolution, string Rule, int Members, string? DecidedBy, Stamp? DecidedAt, IReadOnlyList<PaperCard> Papers,
    IReadOnlyList<VoteCard> Votes, IReadOnlyList<ConditionCard> Conditions, IReadOnlyList<ResolutionUse> Released, Money? Left,
    ItemState? Outcome)
{
    /// <summary>How many voted so.</summary>
    public int Count(Ballot ballot) => Votes.Count(vote => vote.Ballot == ballot);

    internal static ItemCard Of(AgendaItem item, DateOnly meetsOn, LedgerView view)
    {
        var isDecided = item.DecidedAt <= view.KnownAt;
        var hasText = item.TextZh.Length + item.TextEn.Length > 0;
        var resolution = isDecided && item.State == ItemState.Carried
            ? Domain.Committees.Resolution.About(view.Book, item.Subject, DateOnly.MaxValue, view.KnownAt).FirstOrDefault(one => one.Number == item.Resolution)
            : null;
        IReadOnlyList<VoteCard> votes = [.. item.Votes.Where(vote => vote.CastAt <= view.KnownAt).Select(VoteCard.Of)];
        return new ItemCard(
            item.Meeting, item.Number, item.Title, item.Kind, view.Book.Node(item.Subject), item.Amount, item.Reference,
            hasText ? BilingualName.Of(item.TextZh, item.TextEn) : null, hasText ? Domain.Committees.Resolution.HashOf(item.TextZh, item.TextEn) : "",
            isDecided ? item.State : ItemState.Open, isDecided ? item.Resolution : null, isDecided ? item.Rule : "", isDecided ? item.Members : 0,
            isDecided ? item.DecidedBy : null, isDecided ? item.DecidedAt : null,
            [.. item.CurrentPapers.Where(paper => paper.RecordedAt <= view.KnownAt).Select(PaperCard.Of)],
            votes,
            isDecided ? [.. item.Conditions.Select(condition => ConditionCard.Of(item, condition, view))] : [],
            resolution?.Uses(view.Book, DateOnly.MaxValue, view.KnownAt) ?? [], resolution?.Left(view.Book, DateOnly.MaxValue, view.KnownAt),
            isDecided || item.Kind == MotionKind.Report ? null : Committee.On(view.Book, meetsOn, view.KnownAt).OutcomeOf([.. votes.Select(vote => vote.Ballot)]));
    }
}

/// <summary>A paper.</summary>
/// <param name="Number">Number among the item's papers.</param>
/// <param name="Quarter">Quarter of the report, or null.</param>
/// <param name="KnownAt">Instant that the report goes by, or null.</param>
/// <param name="Document">The document, or null.</param>
/// <param name="Sha256">Hash of the document, or of the Chinese report.</param>
/// <param name="Sha256En">Hash of the English report; empty for a document.</param>
/// <param name="RecordedBy">Who bound it.</param>
/// <param name="RecordedAt">When.</param>
public sealed record PaperCard(
    int Number, Quarter? Quarter, Stamp? KnownAt, DocumentId? Document, string Sha256, string Sha256En, string RecordedBy, Stamp RecordedAt)
{
    internal static PaperCard Of(CommitteePaper paper) => new(
        paper.Number, paper.Quarter, paper.KnownAt, paper.Document, paper.Sha256, paper.Sha256En, paper.RecordedBy, paper.RecordedAt);
}

/// <summary>A vote.</summary>
/// <param name="Member">User name.</param>
/// <param name="Ballot">The vote.</param>
/// <param name="Words">Dissent or other words; may be empty.</param>
/// <param name="Condition">What the member asks to be done; empty where nothing.</param>
/// <param name="CastAt">When.</param>
public sealed record VoteCard(string Member, Ballot Ballot, string Words, string Condition, Stamp CastAt)
{
    internal static VoteCard Of(CommitteeVote vote) => new(vote.Member, vote.Ballot, vote.Words, vote.Condition, vote.CastAt);
}

/// <summary>A condition of a resolution.</summary>
/// <param name="Meeting">Number of the meeting.</param>
/// <param name="Item">Number of the item.</param>
/// <param name="Number">Number within the resolution.</param>
/// <param name="Resolution">Number of the resolution.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="DueDate">By when.</param>
/// <param name="AskedBy">The member who asked for it; empty where the whole committee did.</param>
/// <param name="State">State.</param>
/// <param name="IsOverdue">Whether its day has passed.</param>
/// <param name="Evidence">What proves it; empty while open.</param>
/// <param name="Document">The paper behind it, or null.</param>
/// <param name="FulfilledBy">Who handed the proof in, or null.</param>
/// <param name="AcceptedBy">Who accepted it, or null.</param>
/// <param name="ReturnReason">Why an earlier proof was sent back; empty where none was.</param>
public sealed record ConditionCard(
    int Meeting, int Item, int Number, string Resolution, string Text, string Owner, DateOnly DueDate, string AskedBy, ConditionState State, bool IsOverdue,
    string Evidence, DocumentId? Document, string? FulfilledBy, string? AcceptedBy, string ReturnReason)
{
    internal static ConditionCard Of(AgendaItem item, ResolutionCondition condition, LedgerView view)
    {
        var sentBack = condition.Returns.FirstOrDefault(one => one.FulfilledAt <= view.KnownAt && one.ReturnedAt > view.KnownAt);
        var (evidence, document, by) = sentBack is not null
            ? (sentBack.Evidence, sentBack.Document, sentBack.FulfilledBy)
            : condition.FulfilledAt <= view.KnownAt ? (condition.Evidence, condition.Document, condition.FulfilledBy) : ("", null, null);
        var state = condition.AcceptedAt <= view.KnownAt ? ConditionState.Accepted : by is not null ? ConditionState.Fulfilled : ConditionState.Open;
        return new ConditionCard(
            item.Meeting, item.Number, condition.Number, item.Resolution ?? "", condition.Text, condition.Owner, condition.DueDate, condition.AskedBy, state,
            state != ConditionState.Accepted && condition.DueDate < view.AsOf, evidence, document, by,
            state == ConditionState.Accepted ? condition.AcceptedBy : null,
            condition.Returns.LastOrDefault(one => one.ReturnedAt <= view.KnownAt)?.Reason ?? "");
    }
}
