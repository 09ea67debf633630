namespace FundTracker.Domain.Tests.Model;

/// <summary>Something that a person does to the books of the family; amounts in fen.</summary>
internal abstract record Command
{
    /// <summary>A first commitment; recorded by <c>manager1</c>.</summary>
    public sealed record Commit(string From, string To, long Amount, DateOnly Day, string ApprovedBy) : Command;

    /// <summary>A change of a commitment; <paramref name="Change"/> is Increase, Reduction, Transfer, Lapse or Default.</summary>
    public sealed record Change(string Kind, string From, string To, string Receiver, long Amount, long PaidIn, DateOnly Day) : Command;

    /// <summary>A call is drafted.</summary>
    public sealed record DraftCall(string Fund, IReadOnlyList<Item> Items, DateOnly Notice, DateOnly Due) : Command
    {
        public override string ToString() => $"DraftCall {Fund} {string.Join(" + ", Items)} notice {Notice:O} due {Due:O}";
    }

    /// <summary>One item of a call.</summary>
    public sealed record Item(string Purpose, bool Inside, long Amount);

    /// <summary>A call takes a step: Submit, Approve, Reject, Withdraw or Issue.</summary>
    public sealed record Step(int Call, string To, string By) : Command;

    /// <summary>A drafted call is walked to its issue, as far as it goes.</summary>
    public sealed record WalkToIssue(int Call) : Command;

    /// <summary>An investor pays under a call.</summary>
    public sealed record Pay(int Call, string From, long Amount, DateOnly Day) : Command;

    /// <summary>What is unpaid of a call is cancelled.</summary>
    public sealed record Cancel(int Call, DateOnly Day) : Command;

    /// <summary>A line is taken back.</summary>
    public sealed record Reverse(int Line, bool Alone = false) : Command;

    /// <summary>A fund distributes to its investors by paid-in.</summary>
    public sealed record Distribute(string Fund, string What, bool Recallable, long Amount, DateOnly Day) : Command;

    /// <summary>An investor contributes in kind.</summary>
    public sealed record InKind(string From, string To, long Amount, DateOnly Day) : Command;

    /// <summary>A fund's manager states a holder's NAV.</summary>
    public sealed record StateNav(string From, string To, long Amount, DateOnly Day) : Command;

    /// <summary>A fund invests in a round of the company.</summary>
    public sealed record Invest(string Fund, int Round, long Raised, long Amount, bool Cash, DateOnly Day) : Command;

    /// <summary>A fund values its holding.</summary>
    public sealed record Value(string Fund, long Amount, DateOnly Day) : Command;

    /// <summary>A fund leaves its holding in whole or in part.</summary>
    public sealed record Exit(string Fund, string Kind, long Proceeds, long Cost, long? Left, DateOnly Day) : Command;

    /// <summary>A fund's own cash moves.</summary>
    public sealed record FundCash(string Fund, string What, long Amount, DateOnly Day) : Command;

    /// <summary>A fact is stated.</summary>
    public sealed record StateFact(string Subject, string Name, string Text, DateOnly Day) : Command;

    /// <summary>A quarter is held, closed or opened again.</summary>
    public sealed record MovePeriod(int Year, int Quarter, string To) : Command;
}
