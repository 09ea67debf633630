using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Web.Components.Forms;

namespace FundTracker.Web.Features.Funds;

/// <summary>A page that adds a member to the books.</summary>
public abstract class NewMemberPage : RecordingPage
{
    /// <summary>Short code.</summary>
    protected string? Code { get; set; }

    /// <summary>Chinese name.</summary>
    protected string? NameZh { get; set; }

    /// <summary>English name.</summary>
    protected string? NameEn { get; set; }

    /// <summary>Day from which its facts hold.</summary>
    protected DateOnly? Since { get; set; }

    /// <summary>The paper behind it; null for none.</summary>
    protected DocumentId? Paper { get; set; }

    /// <summary>Name of the member that was added last; null before.</summary>
    protected string? Added { get; private set; }

    /// <summary>Code of the member that was added last.</summary>
    protected string? AddedCode { get; private set; }

    /// <inheritdoc/>
    protected override Task Prepare()
    {
        Since = Workspace.WorkDay;
        return Task.CompletedTask;
    }

    /// <summary>Adds the member and shows what can be done with it; the form is empty again.</summary>
    protected async Task<IReadOnlyList<DomainError>> Add(ICommand<NodeId> command)
    {
        var added = await Sender.Send(command, Left);
        if (!added.IsSuccess) return added.Errors;
        (Added, AddedCode) = (string.IsNullOrWhiteSpace(NameZh) ? NameEn : NameZh, Code);
        (Code, NameZh, NameEn, Paper) = (null, null, null, null);
        await Ask();
        return [];
    }
}
