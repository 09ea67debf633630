using FundTracker.Domain.Capital;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Model;

/// <summary>The same commands through the domain itself: its rules, its vouchers, its calls, its books.</summary>
internal sealed class DomainFamily
{
    private static readonly Stamp Now = Stamp.EndOf(new DateOnly(2023, 1, 1));

    private readonly List<CapitalCall> calls = [];

    public DomainFamily()
    {
        Books = TestBooks.Of("mother MOTHER CNY\nfund SUB1 CNY\nfund SUB2 CNY\ncompany ACME");
        foreach (var (from, to) in ReferenceFamily.Commitments) Books.Drafts($"2023-01-01 {from}->{to} Commitment 1.00");
        foreach (var holder in ReferenceFamily.Holders) Books.Drafts($"2023-01-01 {holder}->ACME Investment 1.00");
        foreach (var fund in ReferenceFamily.Funds) Books.Drafts($"2023-01-01 {fund} OpeningCash 1.00");
        Books.Drafts("2023-01-01 ACME RoundRaised 1.00");
    }

    public TestBooks Books { get; }

    /// <summary>Stages of the calls, in order.</summary>
    public IEnumerable<string> Stages => calls.Select(call => call.Stage.ToString());

    /// <summary>Does what a command says.</summary>
    /// <returns>The codes of the refusals; empty where it was done.</returns>
    public IReadOnlyList<string> Do(Command command) => command switch
    {
        Command.Commit c => Codes(Commit(c)),
        Command.Change c => Codes(Change(c)),
        Command.DraftCall c => Codes(Draft(c)),
        Command.Step c => Codes(TakeStep(calls[c.Call], c.To, c.By)),
        Command.WalkToIssue c => Codes(Walk(calls[c.Call])),
        Command.Pay c => Codes(Pay(calls[c.Call], c)),
        Command.Cancel c => Codes(Cancel(calls[c.Call], c.Day)),
        Command.Reverse c => Codes(Post(
            [.. (c.Alone ? [c.Line - 1] : LineActs.TakenBackWith(Books.View(), c.Line - 1)).Select(line => Books.Head.Reversal(Books.Lines[line], "wrong"))])),
        Command.Distribute c => Codes(Distribute(c)),
        Command.InKind c => Codes(Post(Line($"{c.From}->{c.To}", LineKind.ContributionInKind, c.Amount, c.Day))),
        Command.StateNav c => Codes(Post(Line($"{c.From}->{c.To}", LineKind.Nav, c.Amount, c.Day))),
        Command.Invest c => Codes(Post(
            Line("ACME", LineKind.RoundRaised, c.Raised, c.Day) with { Round = new FinancingRoundId(c.Round) },
            Line($"{c.Fund}->ACME", c.Cash ? LineKind.Investment : LineKind.InvestmentInKind, c.Amount, c.Day) with { Round = new FinancingRoundId(c.Round) })),
        Command.Value c => Codes(Post(Line($"{c.Fund}->ACME", LineKind.Valuation, c.Amount, c.Day))),
        Command.Exit c => Codes(Exits.Lines(
            Books.Edge($"{c.Fund}->ACME"), Books.View().CostHeld(Books.Index($"{c.Fund}->ACME")),
            new ExitTerms(Enum.Parse<ExitKind>(c.Kind), Fen(c.Proceeds), Fen(c.Cost), c.Left is { } left ? Fen(left) : null), c.Day, "", document: null).Then(Post)),
        Command.FundCash c => Codes(Post(Line(c.Fund, Enum.Parse<LineKind>(c.What), c.Amount, c.Day))),
        Command.StateFact c => Codes(Books.Record(new FactDraft(Books.Node(c.Subject), c.Name, c.Text, c.Day), Now)),
        Command.MovePeriod c => Codes(Move(Quarter.Of(c.Year, c.Quarter), c.To)),
        _ => throw new ArgumentException(command.ToString(), nameof(command)),
    };

    private static List<string> Codes<T>(Result<T> result) => [.. result.Errors.Select(error => error.Code).Distinct()];

    private static Money Fen(long minor) => Money.FromMinor(minor, Currency.Cny);

    private LineDraft Line(string edge, LineKind kind, long minor, DateOnly day) => new(Books.Edge(edge), kind, day, Fen(minor));

    /// <summary>Judged when recorded, approved by somebody else, judged again when posted.</summary>
    private Result<Done> Post(IReadOnlyList<LineDraft> proposed, string approvedBy)
    {
        // These books keep no vouchers; the reference stands for one, as it does for a row of an import.
        List<LineDraft> drafts = [.. proposed.Select(draft => draft with { Reference = $"{Books.Lines.Count}" })];
        var errors = PostingRules.Check(Books.Snapshot, drafts);
        if (errors.Count > 0) return Result<Done>.Refused(errors);
        var voucher = Voucher.Record(new VoucherId(1), Books.Head.MotherFund, VoucherKind.FundCash, Books.Head.MotherFund, drafts, "manager1", Now);
        return voucher.Approve(approvedBy, Now).Then(content => Books.Try(content.Lines) is { Count: > 0 } refused ? Result<Done>.Refused(refused) : Done.Value);
    }

    private Result<Done> Post(params IReadOnlyList<LineDraft> drafts) => Post(drafts, "approver1");

    private Result<Done> Commit(Command.Commit c)
    {
        var (holder, fund) = (Books.Snapshot.Node(Books.Node(c.From)), Books.Snapshot.Node(Books.Node(c.To)));
        return CommitmentRules.CheckNew(Books.View(), holder, fund)
            .Then(_ => Post([Line($"{c.From}->{c.To}", LineKind.Commitment, c.Amount, c.Day)], c.ApprovedBy));
    }

    private Result<Done> Change(Command.Change c) => CommitmentRules.Change(
        Enum.Parse<CommitmentChange>(c.Kind), Books.Edge($"{c.From}->{c.To}"), Books.Edge($"{c.Receiver}->{c.To}"), Fen(c.Amount), c.Day, "resolution",
        document: null, Fen(c.PaidIn)).Then(Post);

    private Result<CapitalCall> Draft(Command.DraftCall c)
    {
        var items = c.Items.Select(item => new CallItem(Enum.Parse<CallPurpose>(item.Purpose), item.Inside, Fen(item.Amount))).ToList();
        var number = calls.Count + 1;
        return CapitalCall.Draft(
            new CapitalCallId(number), (Books.Head.MotherFund, Books.Node(c.Fund)), number, items, CallStanding.Of(Books.View(), Books.Node(c.Fund)),
            notice: c.Notice, due: c.Due, "manager1", Now).Map(call =>
            {
                calls.Add(call);
                return call;
            });
    }

    private Result<Done> Walk(CapitalCall call)
    {
        TakeStep(call, "Submit", "manager1");
        TakeStep(call, "Approve", "approver1");
        return TakeStep(call, "Issue", "manager1");
    }

    private Result<Done> TakeStep(CapitalCall call, string step, string by)
    {
        var standings = CallStanding.Of(Books.View(), call.Fund);
        switch (step)
        {
            case "Submit": return call.Submit("manager1", Now);
            case "Approve": return call.Approve(by, Now, standings, tranche: null, "");
            case "Reject": return call.Reject(by, Now, "too early");
            case "Withdraw": return call.Withdraw(by, Now);
            default:
                // What the transaction does for a use case: where the ledger would refuse the lines, the call is not issued.
                var isClosed = call.Stage == CallStage.Approved && Books.Head.StateOf(call.NoticeDate) == PeriodState.Closed;
                var callable = CallStanding.Of(Books.View(), call.Fund).ToDictionary(standing => standing.Edge, standing => standing.Callable);
                var fits = call.Shares.Where(share => share.InsideCommitment).GroupBy(share => share.Edge)
                    .All(shares => shares.Sum(share => share.Amount.MinorUnits) <= callable.GetValueOrDefault(shares.Key));
                return isClosed && fits
                    ? LedgerErrors.PeriodClosed(call.NoticeDate, Books.Head.FirstOpenDay(call.NoticeDate))
                    : call.Issue(Now, standings).Then(Post);
        }
    }

    private Result<Done> Pay(CapitalCall call, Command.Pay c)
    {
        var edge = c.From == "NOBODY" ? new EdgeId(9_999) : Books.Edge($"{c.From}->{Books.Snapshot.Node(call.Fund).Code}");
        return call.Pay(edge, Fen(c.Amount), c.Day, call.PaidOf(Books.View())).Then(Post);
    }

    private Result<Done> Cancel(CapitalCall call, DateOnly day) => call.Cancellation(day, "not needed", call.PaidOf(Books.View())).Then(lines =>
    {
        var paid = call.PaidOf(Books.View());
        return Post(lines).Then(_ => call.Cancel(day, Now, "not needed", paid)).Map(_ => Done.Value);
    });

    private Result<Done> Distribute(Command.Distribute c)
    {
        var fund = Books.Snapshot.Node(Books.Node(c.Fund));
        return InvestorShares.ByPaidIn(new LedgerView(Books.Snapshot, c.Day, Stamp.Max), fund, Fen(c.Amount)).Then(shares => Post(
            [.. shares.Where(share => !share.Amount.IsZero).Select(share => new LineDraft(share.Edge, Enum.Parse<LineKind>(c.What), c.Day, share.Amount) { Recallable = c.Recallable })]));
    }

    private Result<PeriodEvent> Move(Quarter quarter, string to) => to switch
    {
        "Hold" => Books.Head.Hold(quarter, "approver1", Now),
        "Close" => Books.Head.Close(quarter, "approver1", Now),
        _ => Books.Head.Reopen(quarter, "approver1", Now, "late statement"),
    };
}
