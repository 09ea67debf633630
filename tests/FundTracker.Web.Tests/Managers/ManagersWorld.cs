using FundTracker.Analytics.Ratios;
using FundTracker.Application.Approvals;
using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Figures;
using FundTracker.Application.Funds;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Records;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using FundTracker.Web.Tests.Browser;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FundTracker.Web.Tests.Managers;

/// <summary>A mother fund of three equal shareholders, 500 million each, beside whatever the host holds.</summary>
/// <param name="host">The host.</param>
/// <param name="fund">Code of the mother fund: a journey that posts has one of its own.</param>
internal sealed class ManagersWorld(LiveHost host, string fund = ManagersWorld.Fund)
{
    public const string Fund = "TRIO1";

    private static readonly string[] Shareholders = ["A", "B", "C"];
    private static readonly DateOnly SetUpOn = new(2025, 1, 6);

    /// <summary>Code of the mother fund.</summary>
    public string Code => fund;

    /// <summary>Code of a shareholder.</summary>
    public string Holder(string letter) => $"{fund}-{letter}";

    /// <summary>Sets the fund up once on a host.</summary>
    /// <returns>Whether it was not there yet.</returns>
    public async Task<bool> SetUp()
    {
        _ = host.Address;
        var funds = await Send(new ListMotherFunds.Query(), Actors.Manager1);
        if (funds.Any(row => row.Code == fund)) return false;
        await Register(
            new SetUpMotherFund.Command(fund, Family: null, "三方母基金", "Trio Fund", "CNY", LegalForm.Company, 1_500_000_000m, SetUpOn), Actors.Manager1);
        foreach (var letter in Shareholders)
        {
            await Register(
                new RegisterInvestor.Command(fund, Holder(letter), "股东" + letter, "Shareholder " + letter, SetUpOn, InvestorKind.StateOwned), Actors.Manager1);
            await Post(new RecordCommitment.Command(fund, fund, Holder(letter), 500_000_000m, SetUpOn));
        }

        await Register(
            new OpenSubFund.Command(fund, fund + "-P", "拟设基金", "Planned Fund", "CNY", SetUpOn, LegalForm.Partnership, Status: FundStatus.Pipeline),
            Actors.Manager1);
        return true;
    }

    /// <summary>The same, with 300 million called and paid in by the shareholders in January 2026.</summary>
    public async Task SetUpWithCash()
    {
        if (!await SetUp()) return;
        var call = await IssueCall(300_000_000m, new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 20));
        foreach (var letter in Shareholders) await Post(new RecordPayment.Command(fund, call, Holder(letter), 100_000_000m, new DateOnly(2026, 1, 15)));
    }

    /// <summary>An issued call on the shareholders, a third each.</summary>
    public async Task<CapitalCallId> IssueCall(decimal amount, DateOnly notice, DateOnly due)
    {
        var items = new[] { new CalledItem(CallPurpose.Investment, InsideCommitment: true, amount) };
        var call = await Send(new DraftCapitalCall.Command(fund, fund, items, notice, due), Actors.Manager1);
        await Send(new SubmitCapitalCall.Command(fund, call), Actors.Manager1);
        await Send(new ApproveCapitalCall.Command(fund, call), Actors.Approver1);
        await Send(new IssueCapitalCall.Command(fund, call), Actors.Manager1);
        return call;
    }

    /// <summary>Records something and has it approved.</summary>
    public async Task<ApproveVoucher.Posted> Post(ICommand<VoucherId> command) =>
        await Send(new ApproveVoucher.Command(fund, await Send(command, Actors.Manager1), "示例：管委会决议"), Actors.Approver1);

    /// <summary>Figures of the mother fund and its sub-funds on a day, by code.</summary>
    public async Task<IReadOnlyDictionary<string, FundFigures>> Figures(DateOnly asOf) =>
        (await Send(new GetFigures.Query(fund, asOf, null, null), Actors.Manager1)).Funds.ToDictionary(row => row.Fund.Code, StringComparer.Ordinal);

    /// <summary>Lets a browser look at the fund.</summary>
    public Task LookAtIt(IPage page, bool isDark = false) => page.Context.AddCookiesAsync([new Cookie
    {
        Name = "fundtracker.view", Value = Uri.EscapeDataString($"unit=Yuan&theme={(isDark ? "dark" : "light")}&fund={fund}"), Url = host.Address.ToString(),
    }]);

    /// <summary>Adds a member and has what was stated with it approved.</summary>
    public Task<NodeId> Register(ICommand<NodeId> command, Actor actor) =>
        host.Services.GetRequiredService<IDispatcher>().Register(command, actor);

    /// <summary>Sends a request that must succeed.</summary>
    public async Task<T> Send<T>(IRequest<Result<T>> request, Actor actor)
    {
        var answer = await host.Services.GetRequiredService<IDispatcher>().Send(request, actor);
        Assert.True(answer.IsSuccess, string.Join("; ", answer.Errors));
        return answer.Value;
    }
}
