using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Testing;

/// <summary>Walks a capital call through its stages against books in memory: manager1 records, approver1 approves.</summary>
/// <param name="books">The books.</param>
/// <param name="fund">Code of the fund that calls.</param>
public sealed class CallBuilder(TestBooks books, string fund)
{
    private static readonly Stamp Now = LedgerText.Instant("2023-07-01T09:00:00Z");
    private int number;

    /// <summary>How the investors stand now.</summary>
    public IReadOnlyList<CallStanding> Standings => CallStanding.Of(books.View(), books.Node(fund));

    /// <summary>Drafts a call of one item inside the commitment, for investment.</summary>
    public Result<CapitalCall> Draft(decimal amount, string notice = "2023-02-01", string due = "2023-02-28") =>
        Draft([new CallItem(CallPurpose.Investment, InsideCommitment: true, Money.Of(amount, Currency.Cny))], notice, due);

    /// <summary>Drafts a call of some items.</summary>
    public Result<CapitalCall> Draft(IReadOnlyList<CallItem> items, string notice = "2023-02-01", string due = "2023-02-28")
    {
        number++;
        return CapitalCall.Draft(
            new CapitalCallId(number), (books.Head.MotherFund, books.Node(fund)), number, items, Standings, LedgerText.Date(notice),
            LedgerText.Date(due), "manager1", Now);
    }

    /// <summary>Drafts a call and hands it in.</summary>
    public CapitalCall Submitted(decimal amount, string notice = "2023-02-01", string due = "2023-02-28")
    {
        var call = Draft(amount, notice, due).Value;
        _ = call.Submit("manager1", Now).Value;
        return call;
    }

    /// <summary>Drafts a call, hands it in and has it approved.</summary>
    public CapitalCall Approved(decimal amount, string notice = "2023-02-01", string due = "2023-02-28")
    {
        var call = Submitted(amount, notice, due);
        _ = call.Approve("approver1", Now, Standings, tranche: null, overrideReason: "").Value;
        return call;
    }

    /// <summary>Drafts a call and walks it to its issue; its memo lines are posted.</summary>
    public CapitalCall Issued(decimal amount, string notice = "2023-02-01", string due = "2023-02-28")
    {
        var call = Approved(amount, notice, due);
        Post(call.Issue(Now, Standings).Value);
        return call;
    }

    /// <summary>Pays part of a call, or says why not.</summary>
    public Result<IReadOnlyList<LineDraft>> Pay(CapitalCall call, string edge, decimal amount, string date = "2023-02-20") =>
        call.Pay(books.Edge(edge), Money.Of(amount, Currency.Cny), LedgerText.Date(date), call.PaidOf(books.View())).Map(drafts =>
        {
            Post(drafts);
            return drafts;
        });

    /// <summary>Cancels what is unpaid of a call, or says why not.</summary>
    public Result<IReadOnlyList<LineDraft>> Cancel(CapitalCall call, string date = "2023-03-15", string reason = "not needed") =>
        call.Cancel(LedgerText.Date(date), Now, reason, call.PaidOf(books.View())).Map(drafts =>
        {
            Post(drafts);
            return drafts;
        });

    private void Post(IReadOnlyList<LineDraft> drafts)
    {
        var errors = books.Try(drafts);
        if (errors.Count > 0) throw new InvalidOperationException(string.Join("; ", errors));
    }
}
