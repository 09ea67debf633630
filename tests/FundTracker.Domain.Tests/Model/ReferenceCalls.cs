using System.Numerics;
using Entry = FundTracker.Domain.Tests.Model.ReferenceLedger.Entry;

namespace FundTracker.Domain.Tests.Model;

/// <summary>Capital calls of the model.</summary>
internal sealed partial class ReferenceFamily
{
    /// <summary>Calls in the order of their drafting; their numbers are one more than their places.</summary>
    public List<Call> Calls { get; } = [];

    /// <summary>One investor's part of one item.</summary>
    internal sealed record CallPart(string From, int Item, string Purpose, bool Inside, BigInteger Amount);

    /// <summary>A call; its stage is a word.</summary>
    internal sealed class Call
    {
        public required int Number { get; init; }

        public required string Fund { get; init; }

        public required DateOnly Notice { get; init; }

        public required IReadOnlyList<CallPart> Shares { get; init; }

        public string Stage { get; set; } = "Draft";
    }

    /// <summary>What an investor still has to pay under a call, by the lines.</summary>
    public BigInteger DueOf(Call call, string from) => Open(call).Where(pair => pair.Part.From == from).Aggregate(BigInteger.Zero, (sum, pair) => sum + pair.Left);

    private List<string> Draft(Command.DraftCall c)
    {
        var now = Ledger.Everything;
        var investors = Commitments.Where(edge => edge.To == c.Fund && now.Commitment(edge.From, edge.To) > 0).ToList();
        if (investors.Count == 0) return ["call.noInvestors"];
        if (c.Due < c.Notice) return ["call.dueBeforeNotice"];
        if (c.Items.Any(item => item.Amount <= 0)) return ["call.nothingCalled"];
        var weights = investors.Select(edge => now.Commitment(edge.From, edge.To)).ToList();
        var used = investors.Select(edge => BigInteger.Max(0, now.Commitment(edge.From, edge.To) - now.Callable(edge.From, edge.To))).ToList();
        var outside = investors.Select(edge => BigInteger.Max(0, CalledOutside(edge.From, edge.To))).ToList();
        var shares = new List<CallPart>();
        foreach (var (item, number) in c.Items.Select((item, i) => (item, i)))
        {
            var before = item.Inside ? used : outside;
            var parts = Sharing.ShareNext(item.Amount, before, weights);
            for (var i = 0; i < parts.Length; i++) before[i] += parts[i];
            shares.AddRange(parts.Select((part, i) => new CallPart(investors[i].From, number, item.Purpose, item.Inside, part)));
        }

        var call = new Call { Number = Calls.Count + 1, Fund = c.Fund, Notice = c.Notice, Shares = shares };
        if (IsAboveCallable(call)) return ["call.aboveCallable"];
        Calls.Add(call);
        return [];
    }

    private List<string> Walk(Call call)
    {
        foreach (var (step, by) in new[] { ("Submit", "manager1"), ("Approve", "approver1"), ("Issue", "manager1") })
            if (TakeStep(call, step, by) is { Count: > 0 } errors && step == "Issue") return errors;
        return [];
    }

    private List<string> TakeStep(Call call, string step, string by)
    {
        var from = step switch { "Submit" => "Draft", "Approve" or "Reject" => "Submitted", "Issue" => "Approved", _ => "Draft Submitted Approved" };
        if (!from.Split(' ').Contains(call.Stage)) return ["call.wrongStage"];
        if (step is "Approve" or "Reject" && by == "manager1") return ["approval.samePerson"];
        if (step == "Withdraw" && by != "manager1") return ["approval.notYours"];
        if (step is "Approve" or "Issue" && IsAboveCallable(call)) return ["call.aboveCallable"];
        if (step == "Issue")
        {
            if (StateOf(call.Notice) == "Closed") return ["ledger.periodClosed"];
            foreach (var part in call.Shares.Where(part => part.Amount > 0)) Ledger.Add(Line(call, part, "CallIssued", call.Notice, part.Amount));
        }

        call.Stage = step switch { "Submit" => "Submitted", "Approve" => "Approved", "Reject" => "Rejected", "Issue" => "Issued", _ => "Cancelled" };
        return [];
    }

    private List<string> Pay(Call call, Command.Pay c)
    {
        if (call.Stage != "Issued") return ["call.wrongStage"];
        if (c.Amount <= 0) return ["ledger.amountNotPositive"];
        if (c.Day < call.Notice) return ["call.paidBeforeNotice"];
        var open = Open(call).Where(pair => pair.Part.From == c.From).ToList();
        if (open.Count == 0) return ["call.notCalled"];
        if (c.Amount > DueOf(call, c.From)) return ["call.aboveDue"];
        var entries = new List<Entry>();
        BigInteger rest = c.Amount;
        foreach (var (part, left) in open)
        {
            var paid = BigInteger.Min(rest, left);
            rest -= paid;
            if (paid > 0) entries.Add(Line(call, part, "Contribution", c.Day, paid));
        }

        return Post([.. entries]);
    }

    private List<string> Cancel(Call call, DateOnly day)
    {
        if (call.Stage != "Issued") return ["call.wrongStage"];
        if (day < call.Notice) return ["call.cancelledBeforeNotice"];
        var open = Open(call).Where(pair => pair.Left > 0).ToList();
        if (open.Count == 0) return ["call.nothingOpen"];
        var errors = Post([.. open.Select(pair => Line(call, pair.Part, "CallCancelled", day, pair.Left))]);
        if (errors.Count == 0) call.Stage = "Cancelled";
        return errors;
    }

    private bool IsAboveCallable(Call call) => call.Shares.Where(part => part.Inside).GroupBy(part => part.From).Any(parts =>
    {
        var isInvestor = Ledger.Everything.Commitment(parts.Key, call.Fund) > 0;
        var callable = isInvestor ? Ledger.Everything.Callable(parts.Key, call.Fund) : 0;
        return parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part.Amount) > callable;
    });

    private BigInteger CalledOutside(string from, string to) =>
        Ledger.Everything.Seen.Where(entry => entry.From == from && entry.To == to && !entry.Inside).Aggregate(
            BigInteger.Zero, (sum, entry) => sum + entry.What switch { "CallIssued" => entry.Amount, "CallCancelled" => -entry.Amount, _ => 0 });

    /// <summary>What is open of each part: payments of one purpose fill its parts in their order.</summary>
    private List<(CallPart Part, BigInteger Left)> Open(Call call)
    {
        var open = new List<(CallPart, BigInteger)>();
        foreach (var same in call.Shares.GroupBy(part => (part.From, part.Purpose, part.Inside)))
        {
            var paid = Ledger.Entries
                .Where(entry => entry.Call == call.Number && entry.What == "Contribution" && (entry.From, entry.Purpose, entry.Inside) == same.Key)
                .Aggregate(BigInteger.Zero, (sum, entry) => sum + entry.Amount);
            foreach (var part in same.OrderBy(part => part.Item))
            {
                var filled = BigInteger.Min(paid, part.Amount);
                paid -= filled;
                open.Add((part, part.Amount - filled));
            }
        }

        return [.. open.OrderBy(pair => pair.Item1.Item)];
    }

    private static Entry Line(Call call, CallPart part, string what, DateOnly day, BigInteger amount) =>
        new(part.From, call.Fund, what, day, amount, part.Inside, Call: call.Number) { Purpose = part.Purpose };
}
