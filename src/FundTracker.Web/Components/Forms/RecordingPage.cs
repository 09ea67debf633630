using FundTracker.Application.Funds;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace FundTracker.Web.Components.Forms;

/// <summary>A page on which a fund manager or an approver records something about the fund that is looked at.</summary>
public abstract class RecordingPage : FundPage
{
    private bool isPrepared;

    /// <summary>Leads on after a record was taken.</summary>
    [Inject]
    public NavigationManager Navigation { get; set; } = null!;

    /// <summary>Code of the fund that the address names, or null.</summary>
    [SupplyParameterFromQuery(Name = "fund")]
    public string? FundInAddress { get; set; }

    /// <summary>Code of the investor that the address names, or null.</summary>
    [SupplyParameterFromQuery(Name = "holder")]
    public string? HolderInAddress { get; set; }

    /// <summary>Code of the company that the address names, or null.</summary>
    [SupplyParameterFromQuery(Name = "company")]
    public string? CompanyInAddress { get; set; }

    /// <summary>Members of the books as of today.</summary>
    protected IReadOnlyList<Member> Members { get; private set; } = [];

    /// <summary>Code of the mother fund.</summary>
    protected string Books => Workspace.Fund ?? throw new InvalidOperationException("A form is shown only where there is a fund.");

    /// <summary>Funds of the books, the mother fund first.</summary>
    protected IReadOnlyList<Member> Funds => [.. Of(NodeKind.MotherFund), .. Of(NodeKind.SubFund)];

    /// <summary>Whoever may commit money to a fund.</summary>
    protected IReadOnlyList<Member> Holders => [.. Of(NodeKind.Investor), .. Funds];

    /// <summary>Companies of the books.</summary>
    protected IReadOnlyList<Member> Companies => Of(NodeKind.PortfolioCompany);

    /// <summary>Currency of a member; the mother fund's where nobody is chosen yet.</summary>
    protected Currency CurrencyOf(string? code) =>
        Members.FirstOrDefault(member => member.Node.Code == code)?.Node.Currency ?? Of(NodeKind.MotherFund).FirstOrDefault()?.Node.Currency ?? Currency.Cny;

    /// <summary>Whether a sub-fund's manager may hand this in for its own fund.</summary>
    protected virtual bool IsForOutsiders => false;

    /// <summary>Code of the sub-fund whose manager is signed in; null for everyone else.</summary>
    protected string? OwnSubFund { get; private set; }

    /// <summary>Fills in what the address says, once the members are known.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;

    /// <summary>Asks again what the page shows beside its fields.</summary>
    protected virtual Task Refresh() => Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task Load()
    {
        var actor = await Sender.Actor();
        var isOutsider = IsForOutsiders && actor.IsAny(Role.SubFundManager);
        if (!isOutsider && !actor.IsAny(Role.FundManager, Role.Approver))
        {
            Errors = [PipelineErrors.NotAllowed(actor.User)];
            return;
        }

        if (Workspace.Fund is not { } books) return;
        OwnSubFund = isOutsider ? actor.SubFund : null;
        Members = OwnSubFund is null
            ? Take(await Sender.Send(new GetMembers.Query(books, Workspace.Today), Left)) ?? []
            : Take(await Sender.Send(new GetFund.Query(books, OwnSubFund, Workspace.Today), Left)) is { } own ? [own.Fund] : [];
        if (!isPrepared) await Prepare();
        isPrepared = true;
        await Refresh();
    }

    /// <summary>Records lines that another person has to approve, and leads to where they can be seen waiting.</summary>
    /// <returns>The refusals; none where it was taken.</returns>
    protected async Task<IReadOnlyList<DomainError>> Record(ICommand<VoucherId> command)
    {
        var recorded = await Sender.Send(command, Left);
        if (recorded.IsSuccess)
            Navigation.NavigateTo(OwnSubFund is null ? WorkAddresses.OfVoucher(recorded.Value, isNew: true) : $"/sub-funds/{OwnSubFund}");
        return recorded.Errors;
    }

    private IReadOnlyList<Member> Of(NodeKind kind) => [.. Members.Where(member => member.Node.Kind == kind)];
}
