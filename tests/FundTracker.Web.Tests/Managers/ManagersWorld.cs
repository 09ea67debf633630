using FundTracker.Application.Approvals;
using FundTracker.Application.Funds;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Records;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using FundTracker.Web.Tests.Browser;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FundTracker.Web.Tests.Managers;

/// <summary>A mother fund of three equal shareholders, 500 million each, beside whatever the host holds.</summary>
internal sealed class ManagersWorld(LiveHost host)
{
    public const string Fund = "TRIO1";

    private static readonly string[] Shareholders = ["SH-A", "SH-B", "SH-C"];

    /// <summary>Sets the fund up once on a host.</summary>
    public async Task SetUp()
    {
        _ = host.Address;
        var funds = await Send(new ListMotherFunds.Query(), Actors.Manager1);
        if (funds.Any(row => row.Code == Fund)) return;
        var setUp = new DateOnly(2025, 1, 6);
        await Register(new SetUpMotherFund.Command(Fund, Family: null, "三方母基金", "Trio Fund", "CNY", LegalForm.Company, 1_500_000_000m, setUp), Actors.Manager1);
        foreach (var code in Shareholders)
        {
            await Register(new RegisterInvestor.Command(Fund, code, "股东" + code[^1], "Shareholder " + code[^1], setUp, InvestorKind.StateOwned), Actors.Manager1);
            var voucher = await Send(new RecordCommitment.Command(Fund, Fund, code, 500_000_000m, setUp), Actors.Manager1);
            await Send(new ApproveVoucher.Command(Fund, voucher), Actors.Approver1);
        }

        await Register(
            new OpenSubFund.Command(Fund, "PLANNED1", "拟设基金", "Planned Fund", "CNY", setUp, LegalForm.Partnership, Status: FundStatus.Pipeline),
            Actors.Manager1);
    }

    /// <summary>Lets a browser look at the fund.</summary>
    public Task LookAtIt(IPage page, bool isDark = false) => page.Context.AddCookiesAsync([new Cookie
    {
        Name = "fundtracker.view", Value = Uri.EscapeDataString($"unit=Yuan&theme={(isDark ? "dark" : "light")}&fund={Fund}"), Url = host.Address.ToString(),
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
