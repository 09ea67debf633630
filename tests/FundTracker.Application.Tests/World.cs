using System.Globalization;
using FundTracker.Application.Approvals;
using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Funds;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Records;
using FundTracker.Application.Registry;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Tests;

/// <summary>
/// The books that most tests start from, made through the dispatcher as people make them: mother fund MF with shareholders FIN (district
/// budget) and SOE (state-owned), sub-fund SUB, company ACME. Amounts are yuan.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    public const string Mf = "MF";
    public static readonly DateOnly Start = Day("2023-01-03");

    private World(TestHost host) => Host = host;

    public TestHost Host { get; }

    /// <summary>The books with their members and nothing committed.</summary>
    public static async Task<World> Empty()
    {
        var world = new World(await TestHost.Create());
        await world.Must(new SetUpMotherFund.Command(Mf, Family: null, "母基金", "Mother fund", "CNY", LegalForm.Company, 5_000_000_000m, Start));
        await world.Must(new RegisterInvestor.Command(Mf, "FIN", "区财政局", "District finance", Start, InvestorKind.Fiscal, FiscalLevel.District));
        await world.Must(new RegisterInvestor.Command(Mf, "SOE", "国资平台", "State platform", Start, InvestorKind.StateOwned));
        await world.Must(new OpenSubFund.Command(Mf, "SUB", "子基金", "Sub-fund", "CNY", Start, LegalForm.Partnership));
        await world.Must(new RegisterCompany.Command(Mf, "ACME", "示例企业", "Sample company", Start));
        return world;
    }

    /// <summary>The same, with commitments: FIN 300 and SOE 200 to the mother fund, the mother fund 100 to the sub-fund.</summary>
    public static async Task<World> Committed()
    {
        var world = await Empty();
        await world.Commit("FIN", Mf, 300m);
        await world.Commit("SOE", Mf, 200m);
        await world.Commit(Mf, "SUB", 100m);
        return world;
    }

    /// <summary>The same, with cash: the mother fund was paid 500, the sub-fund 100.</summary>
    public static async Task<World> Funded()
    {
        var world = await Committed();
        await world.Fund(Mf, 500m, "2023-02-01", ("FIN", 300m), ("SOE", 200m));
        await world.Fund("SUB", 100m, "2023-03-01", (Mf, 100m));
        return world;
    }

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);

    /// <summary>Sends what the test takes for granted, as the manager unless said otherwise.</summary>
    public Task<T> Must<T>(IRequest<Result<T>> request, Actor? actor = null) => Host.Must(request, actor ?? Actors.Manager1);

    /// <summary>Adds a member and has what was stated with it approved, which tests take for granted.</summary>
    public Task<NodeId> Must(ICommand<NodeId> register, Actor? actor = null) => Host.Dispatcher.Register(register, actor);

    public Task<Result<T>> Send<T>(IRequest<Result<T>> request, Actor? actor = null) => Host.Send(request, actor ?? Actors.Manager1);

    /// <summary>Sends what must be refused; holds the code, and that nothing at all was changed.</summary>
    public async Task<DomainError> Refuses<T>(string code, IRequest<Result<T>> request, Actor? actor = null)
    {
        var before = await Fingerprint();
        var outcome = await Send(request, actor);
        Assert.False(outcome.IsSuccess, $"{request} was not refused.");
        Assert.Equal(code, outcome.Error.Code);
        Assert.Equal(before, await Fingerprint());
        return outcome.Error;
    }

    /// <summary>Records and approves: lines, facts, steps of a plan.</summary>
    public Task<ApproveVoucher.Posted> Post(ICommand<VoucherId> record, Actor? actor = null) => Host.Dispatcher.Post(record, actor);

    /// <summary>Approves, with a reason for whatever rules may have against it.</summary>
    public Task<ApproveVoucher.Posted> Approve(VoucherId voucher) =>
        Must(new ApproveVoucher.Command(Mf, voucher, "resolution of the committee"), Actors.Approver1);

    /// <summary>Records an entry of the registry and approves it.</summary>
    public async Task<RegistryEntryId> Register(ICommand<RegistryEntryId> record)
    {
        var entry = await Must(record);
        await Must(new ApproveEntry.Command(Mf, entry), Actors.Approver1);
        return entry;
    }

    public Task<ApproveVoucher.Posted> Commit(string holder, string fund, decimal amount) =>
        Post(new RecordCommitment.Command(Mf, fund, holder, amount, Start));

    public Task<CapitalCallId> Draft(string fund, decimal amount, string notice = "2023-02-01", string due = "2023-02-20", int? tranche = null) =>
        Must(new DraftCapitalCall.Command(Mf, fund, [Investment(amount)], Day(notice), Day(due), tranche));

    /// <summary>A call drafted, submitted, approved by another and issued.</summary>
    public async Task<CapitalCallId> Issue(string fund, decimal amount, string notice = "2023-02-01", string due = "2023-02-20")
    {
        var call = await Approved(fund, amount, notice, due);
        await Must(new IssueCapitalCall.Command(Mf, call));
        return call;
    }

    public async Task<CapitalCallId> Approved(string fund, decimal amount, string notice = "2023-02-01", string due = "2023-02-20")
    {
        var call = await Draft(fund, amount, notice, due);
        await Must(new SubmitCapitalCall.Command(Mf, call));
        await Must(new ApproveCapitalCall.Command(Mf, call), Actors.Approver1);
        return call;
    }

    public Task<ApproveVoucher.Posted> Pay(CapitalCallId call, string investor, decimal amount, string date = "2023-02-10") =>
        Post(new RecordPayment.Command(Mf, call, investor, amount, Day(date)));

    public async Task Fund(string fund, decimal amount, string date, params (string Investor, decimal Amount)[] payments)
    {
        var call = await Issue(fund, amount, notice: date, due: date);
        foreach (var (investor, paid) in payments) await Pay(call, investor, paid, date);
    }

    public static CalledItem Investment(decimal amount) => new(CallPurpose.Investment, InsideCommitment: true, amount);

    /// <summary>The books on a day, with everything recorded.</summary>
    public async Task<LedgerView> View(string asOf = "2023-12-31") => new(await Host.Books(Mf), Day(asOf), Stamp.Max);

    /// <summary>A balance of the commitment of a holder to a fund.</summary>
    public async Task<Money> Balance(Func<LedgerView, int, long> balance, string holder, string fund, string asOf = "2023-12-31")
    {
        var view = await View(asOf);
        var edge = view.Book.FindEdge(EdgeKind.Commitment, view.Book.FindNode(holder)!.Id, view.Book.FindNode(fund)!.Id);
        return Money.FromMinor(balance(view, edge), Currency.Cny);
    }

    public async Task<Money> Cash(string fund, string asOf = "2023-12-31")
    {
        var view = await View(asOf);
        return Money.FromMinor(view.Cash(view.Book.FindNode(fund)!.Id), Currency.Cny);
    }

    public Task<GetCapitalCall.Answer> Call(CapitalCallId call, string asOf = "2023-12-31") =>
        Must(new GetCapitalCall.Query(Mf, call, Day(asOf)));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Everything that a command could change, as text.</summary>
    private Task<string> Fingerprint() => Host.Look(async db =>
    {
        var books = await db.Books.AsNoTracking().OrderBy(book => book.Chain).ToListAsync();
        var calls = await db.CapitalCalls.AsNoTracking().OrderBy(call => call.Id).ToListAsync();
        var vouchers = await db.Vouchers.AsNoTracking().OrderBy(voucher => voucher.Id).ToListAsync();
        var plans = await db.ContributionPlans.AsNoTracking().OrderBy(plan => plan.Id).ToListAsync();
        var evaluations = await db.Evaluations.AsNoTracking().OrderBy(evaluation => evaluation.Id).ToListAsync();
        string[] parts =
        [
            .. books.Select(book => $"{book.LedgerSequence}/{book.FactSequence}/{book.Version}/{Convert.ToHexString(book.LedgerHash)}"),
            .. calls.Select(call => $"{call.Id}:{call.Stage}:{call.Version}"),
            .. vouchers.Select(voucher => $"{voucher.Id}:{voucher.State}"),
            .. plans.Select(plan => $"{plan.Id}:{plan.Version}:{plan.Tranches.Sum(tranche => tranche.Conditions.Count(c => c.IsMet))}"),
            .. evaluations.Select(one => $"{one.Id}:{one.Stage}:{one.Version}:{one.Events.Count}:{one.Reviews.Count}:{one.Entries.Count}:{one.Sha256}"),
            $"{await db.Nodes.CountAsync()} nodes, {await db.Edges.CountAsync()} edges, {await db.Lines.CountAsync()} lines",
            $"{await db.Facts.CountAsync()} facts, {await db.FinancingRounds.CountAsync()} rounds, {await db.Documents.CountAsync()} documents",
            .. (await db.RegistryEntries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync()).Select(entry => $"{entry.Id}:{entry.State}"),
            $"{await db.Meetings.SumAsync(meeting => 1 + meeting.Version)} meetings and their changes",
            $"{await db.IndexLevels.CountAsync()} levels, {await db.BenchmarkEntries.CountAsync()} quartiles, {await db.Audit.CountAsync()} audit entries",
        ];
        return string.Join('\n', parts);
    });
}
