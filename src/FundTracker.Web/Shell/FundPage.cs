using FundTracker.Domain.Results;
using FundTracker.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace FundTracker.Web.Shell;

/// <summary>A page about the fund, day and instant that the workspace looks at: it asks again whenever they move.</summary>
public abstract class FundPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource left = new();
    private IDisposable? moves;
    private IDisposable? changes;
    private bool isDisposed;

    /// <summary>What is looked at.</summary>
    [Inject]
    public Workspace Workspace { get; set; } = null!;

    /// <summary>Sends requests.</summary>
    [Inject]
    public Sender Sender { get; set; } = null!;

    /// <summary>Words.</summary>
    [Inject]
    public UiText T { get; set; } = null!;

    /// <summary>Why the page has nothing to show; empty while all is well.</summary>
    protected IReadOnlyList<DomainError> Errors { get; set; } = [];

    /// <summary>Whether an answer is still awaited.</summary>
    protected bool IsLoading { get; private set; } = true;

    /// <summary>Signalled when the page is left.</summary>
    protected CancellationToken Left => left.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Asks for what the page shows.</summary>
    protected abstract Task Load();

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        moves = Workspace.OnMove(Ask);
        changes = Workspace.OnChange(Redraw);
        await Ask();
    }

    /// <summary>Takes the value of an answer, or notes its refusals.</summary>
    protected T? Take<T>(Result<T> result)
        where T : class
    {
        if (result.IsSuccess) return result.Value;
        Errors = [.. Errors, .. result.Errors];
        return null;
    }

    /// <summary>Leaves the workspace alone.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (isDisposed || !disposing) return;
        isDisposed = true;
        moves?.Dispose();
        changes?.Dispose();
        left.Cancel();
        left.Dispose();
    }

    /// <summary>Asks again and draws.</summary>
    protected async Task Ask()
    {
        (IsLoading, Errors) = (true, []);
        try
        {
            await Load();
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            return;
        }

        IsLoading = false;
        await InvokeAsync(StateHasChanged);
    }

    private void Redraw() => _ = InvokeAsync(StateHasChanged);
}
