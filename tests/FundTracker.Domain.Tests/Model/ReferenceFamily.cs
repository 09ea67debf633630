using System.Numerics;
using Entry = FundTracker.Domain.Tests.Model.ReferenceLedger.Entry;

namespace FundTracker.Domain.Tests.Model;

/// <summary>
/// The rules of the books once more, in plain words and lists: what is refused, and what stands in the ledger after what is not. Every
/// judgement adds the lines to a copy of the ledger and looks at the balances before and after.
/// </summary>
internal sealed partial class ReferenceFamily
{
    private static readonly string[] MayBeNegative = ["Nav", "Valuation", "Commitment", "OpeningCash"];

    private readonly Dictionary<(int Year, int Quarter), string> periods = [];
    private readonly List<Fact> facts = [];

    /// <summary>A fact, and how many lines there were when it was stated.</summary>
    private sealed record Fact(string Subject, string Name, string Text, DateOnly From, int LinesBefore);

    /// <summary>Commitment edges, in the order of the books.</summary>
    public static IReadOnlyList<(string From, string To)> Commitments { get; } =
    [
        ("FIN", "MOTHER"), ("CITY", "MOTHER"), ("MOTHER", "SUB1"), ("MOTHER", "SUB2"), ("SUB1", "SUB2"), ("CITY", "SUB1"), ("BANK", "SUB2"),
    ];

    /// <summary>Funds.</summary>
    public static IReadOnlyList<string> Funds { get; } = ["MOTHER", "SUB1", "SUB2"];

    /// <summary>Funds that hold the company.</summary>
    public static IReadOnlyList<string> Holders { get; } = ["MOTHER", "SUB1"];

    public ReferenceLedger Ledger { get; } = new();

    /// <summary>Does what a command says, or leaves all as it was.</summary>
    /// <returns>The codes of the refusals; empty where it was done.</returns>
    public IReadOnlyList<string> Do(Command command) => command switch
    {
        Command.Commit c => Commit(c),
        Command.Change c => ChangeCommitment(c),
        Command.DraftCall c => Draft(c),
        Command.Step c => TakeStep(Calls[c.Call], c.To, c.By),
        Command.WalkToIssue c => Walk(Calls[c.Call]),
        Command.Pay c => Pay(Calls[c.Call], c),
        Command.Cancel c => Cancel(Calls[c.Call], c.Day),
        Command.Reverse c => Reverse(Ledger.Entries[c.Line - 1], c.Alone),
        Command.Distribute c => Distribute(c),
        Command.InKind c => Post(new Entry(c.From, c.To, "ContributionInKind", c.Day, c.Amount)),
        Command.StateNav c => Post(new Entry(c.From, c.To, "Nav", c.Day, c.Amount)),
        Command.Invest c => Post(
            new Entry("ACME", "ACME", "RoundRaised", c.Day, c.Raised, Round: c.Round),
            new Entry(c.Fund, "ACME", c.Cash ? "Investment" : "InvestmentInKind", c.Day, c.Amount, Round: c.Round)),
        Command.Value c => Post(new Entry(c.Fund, "ACME", "Valuation", c.Day, c.Amount)),
        Command.Exit c => Leave(c),
        Command.FundCash c => Post(new Entry(c.Fund, c.Fund, c.What, c.Day, c.Amount)),
        Command.StateFact c => State(c),
        Command.MovePeriod c => Move(c.Year, c.Quarter, c.To),
        _ => throw new ArgumentException(command.ToString(), nameof(command)),
    };

    public BigInteger CostHeld(string fund) => CostHeld(Ledger.Everything, fund);

    /// <summary>What a fact said on a day, as far as it was stated among the first lines.</summary>
    public string? FactOn(string subject, string name, DateOnly day, int? linesKnown)
    {
        var said = facts.Where(fact => fact.Subject == subject && fact.Name == name && fact.From <= day && (linesKnown is null || fact.LinesBefore < linesKnown))
            .OrderBy(fact => fact.From).LastOrDefault()?.Text;
        return string.IsNullOrEmpty(said) ? null : said;
    }

    public string StateOf(DateOnly day)
    {
        var quarter = (day.Year, (day.Month + 2) / 3);
        if (periods.TryGetValue(quarter, out var state)) return state;
        return periods.Any(period => period.Value == "Closed" && period.Key.CompareTo(quarter) > 0) ? "Closed" : "Open";
    }

    private List<string> Commit(Command.Commit c)
    {
        if (!Commitments.Contains((c.From, c.To))) return ["ledger.cycle"];
        if (Ledger.Everything.Commitment(c.From, c.To) != 0) return ["commitment.exists"];
        var entry = new Entry(c.From, c.To, "Commitment", c.Day, c.Amount);
        var errors = Judge([entry]);
        if (errors.Count > 0) return errors;
        return string.Equals(c.ApprovedBy, "manager1", StringComparison.OrdinalIgnoreCase) ? ["approval.samePerson"] : Post(entry);
    }

    private List<string> ChangeCommitment(Command.Change c)
    {
        if (c.Kind != "Transfer") return Post(new Entry(c.From, c.To, "Commitment" + c.Kind, c.Day, c.Amount));
        if (c.Receiver == c.From) return ["commitment.transferNeedsOther"];
        List<Entry> entries =
        [
            new Entry(c.From, c.To, "CommitmentTransferOut", c.Day, c.Amount), new Entry(c.Receiver, c.To, "CommitmentTransferIn", c.Day, c.Amount),
        ];
        if (c.PaidIn != 0)
        {
            if (c.PaidIn > c.Amount) return ["commitment.paidInAboveTransfer"];
            entries.Add(new Entry(c.From, c.To, "PaidInTransferOut", c.Day, c.PaidIn));
            entries.Add(new Entry(c.Receiver, c.To, "PaidInTransferIn", c.Day, c.PaidIn));
        }

        return PostTogether(entries);
    }

    private List<string> Distribute(Command.Distribute c)
    {
        var day = Ledger.At(c.Day, Ledger.Count);
        var investors = Commitments.Where(edge => edge.To == c.Fund && day.PaidIn(edge.From, edge.To) > 0).ToList();
        if (investors.Count == 0) return ["share.nobodyPaidIn"];
        var parts = Sharing.Share(c.Amount, [.. investors.Select(edge => day.PaidIn(edge.From, edge.To))]);
        return Post([.. investors.Select((edge, i) => (edge, part: parts[i])).Where(pair => pair.part != 0)
            .Select(pair => new Entry(pair.edge.From, pair.edge.To, c.What, c.Day, pair.part, Recallable: c.Recallable))]);
    }

    private List<string> Leave(Command.Exit c)
    {
        if (c.Kind == "WriteOff" && c.Proceeds != 0) return ["holding.writeOffWithProceeds"];
        if (c.Proceeds == 0 && c.Cost == 0) return ["holding.nothingExited"];
        var entries = new List<Entry>();
        if (c.Proceeds != 0) entries.Add(new Entry(c.Fund, "ACME", "ExitProceeds", c.Day, c.Proceeds));
        if (c.Cost != 0) entries.Add(new Entry(c.Fund, "ACME", "CostRelieved", c.Day, c.Cost));
        var left = c.Left ?? (c.Kind == "WriteOff" || c.Cost == CostHeld(c.Fund) ? 0 : null);
        if (left is { } value) entries.Add(new Entry(c.Fund, "ACME", "Valuation", c.Day, value));
        return PostTogether(entries);
    }

    /// <summary>What was done in several entries is taken back in all of them that still stand.</summary>
    private List<string> Reverse(Entry original, bool alone)
    {
        var day = original.Day;
        if (StateOf(day) == "Closed") while (StateOf(day) != "Open") day = day.AddDays(1);
        var wrong = Ledger.Entries.Where(entry => entry == original || (!alone && IsOtherPart(entry, original) && !IsReversed(entry))).ToList();
        return Post([.. wrong.Select(entry => entry with { Day = day, Amount = -entry.Amount, Reverses = entry.Number, Number = 0 })]);
    }

    private static bool IsOtherPart(Entry entry, Entry of) =>
        of.Act != 0 && of.Reverses == 0 && entry.Act == of.Act && entry.Reverses == 0 && entry.Number != of.Number;

    private bool IsReversed(Entry entry) => Ledger.Entries.Any(other => other.Reverses == entry.Number);

    private List<string> PostTogether(List<Entry> entries) => Post([.. entries.Select(entry => entry with { Act = Ledger.Count + 1 })]);

    private List<string> State(Command.StateFact c)
    {
        if (StateOf(c.Day) == "Closed") return ["ledger.periodClosed"];
        facts.Add(new Fact(c.Subject, c.Name, c.Text, c.Day, Ledger.Count));
        return [];
    }

    private List<string> Move(int year, int quarter, string to)
    {
        var state = StateOf(new DateOnly(year, quarter * 3, 1));
        var isEarlierOpen = periods.Any(period => period.Key.CompareTo((year, quarter)) < 0 && period.Value != "Closed");
        if (to == "Close" && isEarlierOpen) return ["ledger.earlierPeriodOpen"];
        var isInTurn = (state, to) is ("Open", "Hold") or ("Hold", "Close") or ("Hold", "Reopen") or ("Closed", "Reopen");
        if (!isInTurn) return ["ledger.periodNotInState"];
        periods[(year, quarter)] = to switch { "Hold" => "Hold", "Close" => "Closed", _ => "Open" };
        return [];
    }

    private List<string> Post(params Entry[] entries)
    {
        var errors = Judge(entries);
        if (errors.Count > 0) return errors;
        if (entries.Any(entry => StateOf(entry.Day) == "Closed")) return ["ledger.periodClosed"];
        foreach (var entry in entries) Ledger.Add(entry);
        return [];
    }

    private List<string> Judge(IReadOnlyList<Entry> entries)
    {
        if (entries.Any(entry => entry.Reverses == 0 && entry.Amount <= 0 && !MayBeNegative.Contains(entry.What))) return ["ledger.amountNotPositive"];
        foreach (var entry in entries.Where(entry => entry.Reverses != 0))
        {
            if (Ledger.Entries[entry.Reverses - 1].Reverses != 0) return ["ledger.reversalOfReversal"];
            if (entry.What is "CallIssued" or "CallCancelled") return ["ledger.memoNotReversible"];
            if (Ledger.Entries.Any(other => other.Reverses == entry.Reverses)) return ["ledger.alreadyReversed"];
        }

        foreach (var entry in entries.Where(entry => entry.Reverses != 0))
        {
            var original = Ledger.Entries[entry.Reverses - 1];
            var left = Ledger.Entries.Any(other => IsOtherPart(other, original) && !IsReversed(other) && entries.All(also => also.Reverses != other.Number));
            if (left) return ["ledger.partOfAct"];
        }

        var (before, after) = (Ledger.Everything, Ledger.With(entries).Everything);
        var errors = new List<string>();
        foreach (var (from, to) in Commitments)
        {
            var cutsUnfunded = Falls(moment => moment.Unfunded(from, to));
            if (cutsUnfunded || Falls(moment => moment.Callable(from, to)))
            {
                var isCut = after.Commitment(from, to) < before.Commitment(from, to);
                errors.Add(isCut ? "ledger.commitmentBelowPaidIn" : cutsUnfunded ? "ledger.aboveUnfunded" : "ledger.aboveCallable");
            }

            if (Falls(moment => moment.PaidIn(from, to))) errors.Add("commitment.abovePaidIn");
        }

        if (Holders.Any(fund => Falls(moment => CostHeld(moment, fund)))) errors.Add("holding.aboveCostHeld");
        if (Holders.Any(fund => entries.Any(entry => entry.From == fund && entry.What == "ExitProceeds" && entry.Amount > 0)
            && Falls(moment => moment.Level(fund, "ACME") ?? 0)))
            errors.Add("holding.valueLeftMissing");
        if (Funds.Any(fund => Falls(moment => Owed(moment, fund)))) errors.Add("cash.aboveCreditDrawn");
        if (Funds.Any(fund => RunsOut(fund, entries))) errors.Add("ledger.cashBelowZero");
        return [.. errors.Distinct()];

        bool Falls(Func<ReferenceLedger.Moment, BigInteger> balance) => balance(after) < 0 && balance(after) < balance(before);
    }

    private bool RunsOut(string fund, IReadOnlyList<Entry> entries)
    {
        var with = Ledger.With(entries);
        return with.Entries.Select(entry => entry.Day).Distinct().Any(day =>
        {
            var (before, after) = (Ledger.At(day, Ledger.Count).Cash(fund), with.At(day, with.Count).Cash(fund));
            return after < 0 && after < before;
        });
    }

    private static BigInteger CostHeld(ReferenceLedger.Moment moment, string fund) =>
        moment.Sum(fund, "ACME", "Investment", "InvestmentInKind") - moment.Sum(fund, "ACME", "CostRelieved");

    private static BigInteger Owed(ReferenceLedger.Moment moment, string fund) => moment.Sum(fund, fund, "CreditDrawn") - moment.Sum(fund, fund, "CreditRepaid");
}
