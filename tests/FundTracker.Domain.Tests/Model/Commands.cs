using CsCheck;

namespace FundTracker.Domain.Tests.Model;

/// <summary>
/// Draws what people do next. A drawn action is a handful of numbers; what they stand for depends on how the model stands by then, so that
/// payments meet dues and reversals meet lines often enough.
/// </summary>
internal static class Commands
{
    private static readonly string[] Cash = ["ManagementFee", "Expense", "Tax", "Interest", "OtherIncome", "CreditDrawn", "CreditRepaid", "OpeningCash"];
    private static readonly string[] Changes = ["Increase", "Reduction", "Transfer", "Lapse", "Default"];
    private static readonly string[] Distributions = ["ReturnOfCapital", "GainDistribution", "IncomeDistribution"];
    private static readonly string[] Purposes = ["Investment", "ManagementFee", "Expense", "Other"];
    private static readonly string[] Steps = ["Submit", "Approve", "Issue", "Issue", "Reject", "Withdraw"];
    private static readonly string[] Exits = ["Listing", "TradeSale", "WriteOff"];

    private static readonly (string From, string To)[] Circles = [("SUB2", "SUB1"), ("SUB1", "MOTHER"), ("SUB1", "SUB1")];

    private static readonly (string Subject, string Name, string[] Values)[] Facts =
    [
        ("FIN", "investorKind", ["Fiscal", "StateOwned"]), ("CITY", "investorKind", ["StateOwned", "Fiscal", "SocialCapital", ""]),
        ("BANK", "investorKind", ["Financial", "Manager", "SocialCapital"]), ("SUB2", "fundStatus", ["Pipeline", "Active", ""]),
        ("MOTHER", "socialKinds", ["SocialCapital,Financial,Manager,StateOwned", "Financial", ""]),
    ];

    /// <summary>Numbers that stand for one action.</summary>
    public sealed record Drawn(int What, int A, int B, int C, long Amount, int Days)
    {
        /// <summary>One of some things, by a number.</summary>
        public static T Of<T>(IReadOnlyList<T> list, int number) => list[number % list.Count];
    }

    /// <summary>Any action.</summary>
    public static Gen<Drawn> Any { get; } = Gen.Select(
        Gen.Int[0, 99], Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 999], Gen.OneOf(Gen.Long[1, 100_000], Gen.Long[-10, 30_000_000]), Gen.Int[-25, 40])
        .Select((what, a, b, c, amount, days) => new Drawn(what, a, b, c, amount, days));

    /// <summary>What an action stands for as the model stands; <paramref name="place"/> is its place in the row, and time passes with it.</summary>
    public static Command Read(Drawn drawn, ReferenceFamily family, int place)
    {
        var day = new DateOnly(2023, 1, 10).AddDays((place * 9) + (drawn.B % 6 == 0 ? -150 : drawn.Days));
        var edge = Drawn.Of(ReferenceFamily.Commitments, drawn.A);
        var fund = Drawn.Of(ReferenceFamily.Funds, drawn.A);
        var (amount, small) = (drawn.Amount, drawn.Amount == 0 ? 1 : Math.Min(drawn.Amount, 5_000_000));
        var what = drawn.What is >= 22 and < 66 && family.Calls.Count == 0 ? 12 : drawn.What;
        return what switch
        {
            < 6 => drawn.B % 12 == 0
                ? new Command.Commit(ReadCircle(drawn, family).From, ReadCircle(drawn, family).To, amount, day, "approver1")
                : new Command.Commit(edge.From, edge.To, amount, day, drawn.C % 10 == 0 ? "Manager1" : "approver1"),
            < 12 => ReadChange(drawn, edge, day),
            < 22 => new Command.DraftCall(fund, ReadItems(drawn, family, fund), day, day.AddDays((drawn.B % 30) - 1)),
            < 28 => new Command.Step(
                drawn.A % 3 == 0 ? drawn.A % family.Calls.Count : family.Calls.Count - 1, Drawn.Of(Steps, drawn.B), drawn.C % 3 == 0 ? "manager1" : "approver1"),
            < 40 => new Command.WalkToIssue(Drawn.Of(UnderWayFirst(family), drawn.A)),
            < 62 => ReadPayment(drawn, family, day),
            < 66 => new Command.Cancel(Drawn.Of(IssuedFirst(family), drawn.A), day),
            < 72 => ReadReversal(drawn, family),
            < 78 => new Command.Distribute(fund, Drawn.Of(Distributions, drawn.B), drawn.C % 2 == 0, small, day),
            < 81 => new Command.InKind(edge.From, edge.To, small, day),
            < 85 => new Command.StateNav(edge.From, edge.To, amount, day),
            < 87 => new Command.Invest(Drawn.Of(ReferenceFamily.Holders, drawn.A), 1 + (drawn.B % 3), amount, small, drawn.C % 4 > 0, day),
            < 88 => new Command.Value(Drawn.Of(ReferenceFamily.Holders, drawn.A), amount, day),
            < 90 => ReadExit(drawn, family, day),
            < 92 => new Command.FundCash(fund, Drawn.Of(Cash, drawn.B), amount, day),
            < 94 => ReadFact(drawn, day),
            _ => ReadPeriod(drawn, family),
        };
    }

    /// <summary>A commitment that would close a circle: the other way round something stands, or it is the fund's to itself.</summary>
    private static (string From, string To) ReadCircle(Drawn drawn, ReferenceFamily family) => Drawn.Of(
        [.. Circles.Where(circle => circle.From == circle.To || family.Ledger.Entries.Any(entry => entry.From == circle.To && entry.To == circle.From))],
        drawn.A);

    private static Command.Reverse ReadReversal(Drawn drawn, ReferenceFamily family)
    {
        var open = family.Ledger.Entries.Where(entry => entry.Reverses == 0 && family.Ledger.Entries.All(other => other.Reverses != entry.Number))
            .Select(entry => entry.Number).ToList();
        return new Command.Reverse(drawn.C % 5 == 0 || open.Count == 0 ? 1 + (drawn.A % family.Ledger.Count) : Drawn.Of(open, drawn.B), Alone: drawn.C % 7 == 0);
    }

    /// <summary>Mostly the first quarter that is not closed, to be held and closed.</summary>
    private static Command.MovePeriod ReadPeriod(Drawn drawn, ReferenceFamily family)
    {
        if (drawn.A % 4 == 0) return new Command.MovePeriod(2023 + (drawn.A % 2), 1 + (drawn.B % 4), Drawn.Of(["Hold", "Close", "Reopen"], drawn.C));
        var day = new DateOnly(2023, 1, 1);
        while (family.StateOf(day) == "Closed") day = day.AddMonths(3);
        return new Command.MovePeriod(day.Year, (day.Month + 2) / 3, family.StateOf(day) == "Hold" ? "Close" : "Hold");
    }

    private static List<int> UnderWayFirst(ReferenceFamily family)
    {
        var underWay = family.Calls.Where(call => call.Stage is "Draft" or "Submitted" or "Approved").Select(call => call.Number - 1).ToList();
        return [.. underWay, .. underWay, .. underWay, .. underWay, .. Enumerable.Range(0, family.Calls.Count).TakeLast(1)];
    }

    private static List<int> IssuedFirst(ReferenceFamily family)
    {
        var issued = family.Calls.Where(call => call.Stage == "Issued").Select(call => call.Number - 1).ToList();
        var open = issued.Where(number => family.Calls[number].Shares.Any(share => family.DueOf(family.Calls[number], share.From) > 0)).ToList();
        return [.. open, .. open, .. open, .. open, .. issued, .. Enumerable.Range(0, family.Calls.Count).TakeLast(1)];
    }

    private static Command.Change ReadChange(Drawn drawn, (string From, string To) edge, DateOnly day)
    {
        var receiver = Drawn.Of([.. ReferenceFamily.Commitments.Where(other => other.To == edge.To)], drawn.C).From;
        return new Command.Change(Drawn.Of(Changes, drawn.B), edge.From, edge.To, receiver, drawn.Amount, drawn.C % 3 == 0 ? Math.Max(0, drawn.Amount / 2) : 0, day);
    }

    private static List<Command.Item> ReadItems(Drawn drawn, ReferenceFamily family, string fund)
    {
        var callable = ReferenceFamily.Commitments.Where(edge => edge.To == fund)
            .Aggregate(System.Numerics.BigInteger.Zero, (sum, edge) => sum + family.Ledger.Everything.Callable(edge.From, edge.To));
        var first = drawn.C % 3 == 0 && callable > 0 ? (long)callable : Math.Min(drawn.Amount, (long)callable);
        var items = new List<Command.Item> { new(Drawn.Of(Purposes, drawn.B), drawn.B % 5 > 0, drawn.C % 20 == 0 ? first + 1 : first) };
        if (drawn.B % 4 == 0) items.Add(new Command.Item(Drawn.Of(Purposes, drawn.C), drawn.C % 2 == 0, Math.Max(1, drawn.Amount / 10)));
        return items;
    }

    private static Command.Pay ReadPayment(Drawn drawn, ReferenceFamily family, DateOnly day)
    {
        var number = Drawn.Of(IssuedFirst(family), drawn.A);
        var call = family.Calls[number];
        var called = call.Shares.Select(share => share.From).Distinct().ToList();
        var owing = called.Where(from => family.DueOf(call, from) > 0).ToList();
        var payer = drawn.B % 20 == 0 ? "NOBODY" : Drawn.Of(owing.Count > 0 && drawn.B % 7 > 0 ? owing : called, drawn.B);
        var due = (long)family.DueOf(call, payer);
        var amount = (drawn.C % 8) switch { 0 => due + 1, 1 => due / 2, 2 => drawn.Amount, _ => due };
        return new Command.Pay(number, payer, amount, drawn.B % 9 == 0 ? call.Notice.AddDays(-1) : day < call.Notice ? call.Notice : day);
    }

    private static Command.Exit ReadExit(Drawn drawn, ReferenceFamily family, DateOnly day)
    {
        var fund = Drawn.Of(ReferenceFamily.Holders, drawn.A);
        var held = (long)family.CostHeld(fund);
        var kind = Drawn.Of(Exits, drawn.B);
        var cost = (drawn.C % 4) switch { 0 => held + 1, 1 => held / 2, _ => held };
        return new Command.Exit(fund, kind, kind == "WriteOff" && drawn.C % 5 > 0 ? 0 : Math.Max(0, drawn.Amount), cost, drawn.C % 7 == 0 ? Math.Abs(drawn.Amount) : null, day);
    }

    private static Command.StateFact ReadFact(Drawn drawn, DateOnly day)
    {
        var (subject, name, values) = Drawn.Of(Facts, drawn.A);
        return new Command.StateFact(subject, name, Drawn.Of(values, drawn.B), day);
    }
}
