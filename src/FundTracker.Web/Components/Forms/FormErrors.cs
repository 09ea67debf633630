using FundTracker.Domain.Results;

namespace FundTracker.Web.Components.Forms;

/// <summary>What is wrong with one form: each refusal stands at the field that it names, the rest above the form.</summary>
public sealed class FormErrors
{
    private readonly List<IFormField> fields = [];
    private IReadOnlyList<DomainError> errors = [];

    /// <summary>Refusals that no field of the form owns.</summary>
    public IReadOnlyList<DomainError> Rest => [.. errors.Where(error => !fields.Exists(of => of.Owns(error)))];

    /// <summary>Refusals of one field.</summary>
    public IEnumerable<DomainError> Of(IFormField field) => errors.Where(field.Owns);

    /// <summary>Adds a field while it is on the screen.</summary>
    public void Add(IFormField field) => fields.Add(field);

    /// <summary>Takes a field away that left the screen.</summary>
    public void Remove(IFormField field) => fields.Remove(field);

    /// <summary>Reads every field; what can't be read, or is missing, stands at its field and the first of these gets the focus.</summary>
    /// <returns>Whether the form may be sent.</returns>
    public async Task<bool> Check()
    {
        await Show([]);
        var wrong = fields.Where(field => !field.Check()).ToList();
        Redraw();
        if (wrong is [var first, ..]) await first.Focus();
        return wrong.Count == 0;
    }

    /// <summary>Shows refusals; the first field that owns one gets the focus.</summary>
    public async Task Show(IReadOnlyList<DomainError> refusals)
    {
        errors = refusals;
        Redraw();
        if (fields.Find(field => errors.Any(field.Owns)) is { } first) await first.Focus();
    }

    private void Redraw() => fields.ForEach(field => field.Redraw());
}

/// <summary>A field of a form, whatever it holds.</summary>
public interface IFormField
{
    /// <summary>Identity of the input; its label, help and errors take theirs from it.</summary>
    string Id { get; }

    /// <summary>What the user reads beside it.</summary>
    string Label { get; }

    /// <summary>A sentence below it, or null.</summary>
    string? Help { get; }

    /// <summary>Whether it must be filled in.</summary>
    bool IsRequired { get; }

    /// <summary>Whether it takes the whole width of the form.</summary>
    bool IsWide { get; }

    /// <summary>Sentences of what is wrong with it.</summary>
    IReadOnlyList<string> Problems { get; }

    /// <summary>Whether a refusal speaks of it.</summary>
    bool Owns(DomainError error);

    /// <summary>Reads what was typed; false where that is not possible or nothing stands where something must.</summary>
    bool Check();

    /// <summary>Draws it again.</summary>
    void Redraw();

    /// <summary>Gives it the focus.</summary>
    ValueTask Focus();
}
