using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace FundTracker.Web.Components.Forms;

/// <summary>A field with its label, help and refusals.</summary>
/// <typeparam name="TValue">What it holds; null or default while it is empty.</typeparam>
public abstract class Field<TValue> : ComponentBase, IFormField, IDisposable
{
    private FormErrors? joined;
    private DomainError? own;

    /// <summary>Words.</summary>
    [Inject]
    public UiText T { get; set; } = null!;

    /// <summary>The form's refusals.</summary>
    [CascadingParameter]
    public FormErrors? Form { get; set; }

    /// <inheritdoc/>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Name of the command's field that it fills, as refusals name it; empty for none.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    /// <inheritdoc/>
    [Parameter]
    public string? Help { get; set; }

    /// <inheritdoc/>
    [Parameter]
    public bool IsRequired { get; set; }

    /// <inheritdoc/>
    [Parameter]
    public bool IsWide { get; set; }

    /// <summary>What it holds.</summary>
    [Parameter]
    public TValue? Value { get; set; }

    /// <summary>Called when the user changed it.</summary>
    [Parameter]
    public EventCallback<TValue?> ValueChanged { get; set; }

    /// <inheritdoc/>
    public string Id { get; } = FieldIds.Next();

    /// <inheritdoc/>
    public IReadOnlyList<string> Problems =>
        [.. (own is null ? [] : new[] { own }).Concat(Form?.Of(this) ?? []).Select(Words.Sentence).Distinct(StringComparer.Ordinal)];

    /// <summary>The input.</summary>
    protected ElementReference Input { get; set; }

    /// <summary>What every input says of itself.</summary>
    protected IReadOnlyDictionary<string, object> Attributes
    {
        get
        {
            var hasProblem = Problems.Count > 0;
            var attributes = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["id"] = Id, ["aria-invalid"] = hasProblem ? "true" : "false", ["aria-required"] = IsRequired ? "true" : "false",
            };
            if (Help is not null || hasProblem) attributes["aria-describedby"] = $"{Id}-help {Id}-problem";
            return attributes;
        }
    }

    /// <summary>Whether nothing stands in it.</summary>
    protected virtual bool IsEmpty => Value is null or "";

    /// <inheritdoc/>
    public bool Owns(DomainError error) =>
        Name.Length > 0 && error.Field is { } field && string.Equals(field, Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public bool Check()
    {
        own = Problem() ?? (IsRequired && IsEmpty ? new DomainError(InputErrors.Required, ("field", Label)) : null);
        return own is null;
    }

    /// <inheritdoc/>
    public void Redraw() => StateHasChanged();

    /// <inheritdoc/>
    public virtual ValueTask Focus() => Input.FocusAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What can't be read of what was typed, or null.</summary>
    protected virtual DomainError? Problem() => null;

    /// <summary>Takes a new value; what was wrong with the old one is forgotten.</summary>
    protected Task Set(TValue? value)
    {
        own = null;
        return ValueChanged.InvokeAsync(value);
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (Form is null) return;
        joined = Form;
        joined.Add(this);
    }

    /// <summary>Leaves the form.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) joined?.Remove(this);
    }
}

/// <summary>Ids of inputs. One count for fields of every type: a count in the generic class would be one per type, and ids would meet.</summary>
internal static class FieldIds
{
    private static int count;

    /// <summary>An id that no other field of the process has.</summary>
    public static string Next() => FormattableString.Invariant($"field-{Interlocked.Increment(ref count)}");
}
