using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Figures;

/// <summary>Address of a figure: what is computed, and of what. With as-of and known-at it finds the same figure again, years later.</summary>
/// <param name="Formula">Code of the formula, such as <c>tvpi</c> or <c>leverage.SocialToFiscal</c>.</param>
/// <param name="Scope">Code of the fund, or of a part of it: <c>LUZHOU1</c>, <c>LUZHOU1/sector:newEnergy</c>.</param>
public sealed record FigureId(string Formula, string Scope)
{
    /// <summary><c>tvpi@LUZHOU1</c>; printed beside the figure.</summary>
    public override string ToString() => $"{Formula}@{Scope}";

    /// <summary>Reads what <see cref="ToString"/> prints.</summary>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FigureId? id)
    {
        var at = text?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        id = at > 0 && at < text!.Length - 1 ? new FigureId(text[..at], text[(at + 1)..]) : null;
        return id is not null;
    }
}

/// <summary>A figure, whatever its unit: a value or the reason why there is none, with the trail to what it follows from.</summary>
public interface IFigure
{
    /// <summary>Its address.</summary>
    FigureId Id { get; }

    /// <summary>The value (<see cref="Money"/>, <see cref="Multiple"/>, <see cref="Percentage"/>, ...); null where there is none.</summary>
    object? Value { get; }

    /// <summary>Why there is no value; null where there is one.</summary>
    DomainError? NoneReason { get; }

    /// <summary>What it was computed from.</summary>
    Trail Trail { get; }

    /// <summary>Whether any line or fact in the trail is illustrative.</summary>
    bool IsIllustrative { get; }
}

/// <summary>A figure with its unit.</summary>
/// <typeparam name="T">Type of the value; its unit.</typeparam>
public sealed class Figure<T> : IFigure
    where T : class
{
    private Figure(FigureId id, T? value, DomainError? noneReason, Trail trail) => (Id, Value, NoneReason, Trail) = (id, value, noneReason, trail);

    /// <inheritdoc/>
    public FigureId Id { get; }

    /// <summary>The value; null where there is none.</summary>
    public T? Value { get; }

    /// <inheritdoc/>
    public DomainError? NoneReason { get; }

    /// <inheritdoc/>
    public Trail Trail { get; }

    /// <inheritdoc/>
    public bool IsIllustrative => Trail.IsIllustrative;

    /// <inheritdoc/>
    object? IFigure.Value => Value;

    /// <summary>A figure with a value.</summary>
    public static Figure<T> Of(FigureId id, T value, Trail trail) => new(id, value, null, trail);

    /// <summary>A figure without an answer: never zero for "don't know".</summary>
    public static Figure<T> None(FigureId id, DomainError reason, Trail? trail = null) => new(id, null, reason, trail ?? Trail.Empty);

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Require() => Value ?? throw new InvalidOperationException($"{Id} has no value: {NoneReason}");
}

/// <summary>What a figure follows from: other figures, lines of the ledger, facts.</summary>
/// <param name="Inputs">In the order of the formula.</param>
/// <param name="IsIllustrative">Whether any of them is.</param>
public sealed record Trail(IReadOnlyList<TrailInput> Inputs, bool IsIllustrative)
{
    /// <summary>Follows from nothing.</summary>
    public static Trail Empty { get; } = new([], IsIllustrative: false);

    /// <summary>A trail over some inputs.</summary>
    public static Trail Of(params IReadOnlyList<TrailInput> inputs) => new(inputs, AnyIllustrative(inputs));

    /// <summary>A trail of a figure that also reads the days of some lines: illustrative where one of these days is invented.</summary>
    /// <param name="view">The books.</param>
    /// <param name="edges">Dense indexes of the edges.</param>
    /// <param name="kinds">Kinds of lines.</param>
    /// <param name="inputs">In the order of the formula.</param>
    public static Trail Dated(LedgerView view, IReadOnlyList<int> edges, KindSet kinds, params IReadOnlyList<TrailInput> inputs)
    {
        var isIllustrative = AnyIllustrative(inputs);
        for (var i = 0; i < edges.Count && !isIllustrative; i++) isIllustrative = view.IsIllustrative(edges[i], kinds, RecordFields.Day);
        return new Trail(inputs, isIllustrative);
    }

    // Written out: tens of thousands of figures are made at a time.
    private static bool AnyIllustrative(IReadOnlyList<TrailInput> inputs)
    {
        for (var i = 0; i < inputs.Count; i++)
            if (inputs[i].IsIllustrative) return true;
        return false;
    }
}

/// <summary>One input of a figure.</summary>
/// <param name="Role">Part it plays in the formula, such as <c>numerator</c>; a key with a text in both languages.</param>
/// <param name="IsIllustrative">Whether it is, or stands on something that is.</param>
public abstract record TrailInput(string Role, bool IsIllustrative);

/// <summary>Another figure.</summary>
/// <param name="Role">Part in the formula.</param>
/// <param name="Figure">The figure.</param>
public sealed record FigureInput(string Role, IFigure Figure) : TrailInput(Role, Figure.IsIllustrative)
{
    /// <summary>Its day, where that is another than the day of the figure above it; else null.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>Which of the lines of a selection count.</summary>
public enum LinePart
{
    /// <summary>All.</summary>
    All,

    /// <summary>Distributions that may be called again.</summary>
    Recallable,

    /// <summary>Payments outside the commitment.</summary>
    OutsideCommitment,

    /// <summary>Calls inside the commitment and what answers to them.</summary>
    Called,
}

/// <summary>Lines of the ledger, as a selection: which edges, which kinds. With the view it gives the same lines again.</summary>
/// <param name="Role">Part in the formula.</param>
/// <param name="Edges">Dense indexes of the edges.</param>
/// <param name="Kinds">Kinds of lines.</param>
/// <param name="Total">What the lines amount to in the formula, signed; null where they state a level in several currencies.</param>
/// <param name="IsIllustrative">Whether any of them is.</param>
public sealed record LinesInput(string Role, IReadOnlyList<int> Edges, KindSet Kinds, Money? Total, bool IsIllustrative) : TrailInput(Role, IsIllustrative)
{
    /// <summary>Which of the lines count.</summary>
    public LinePart Part { get; init; }

    /// <summary>The days whose lines count; null for all.</summary>
    public DateRange? Days { get; init; }

    /// <summary>Positions of the very lines, where edges, kinds and days do not single them out; else null.</summary>
    public IReadOnlyList<int>? Positions { get; init; }

    /// <summary>
    /// Of statements of value (NAVs, valuations): day of the oldest that the figure stands on, where that is stale on the day of the figure;
    /// else null.
    /// </summary>
    public DateOnly? StaleSince { get => StaleDeferred is { } deferred ? deferred.Value : field; init; }

    /// <summary>The same, looked for when somebody asks: a figure may stand on a hundred thousand valuations.</summary>
    public Lazy<DateOnly?>? StaleDeferred { private get; init; }

    /// <summary>Of statements of value (NAVs, valuations): day of the oldest that the figure stands on; null of all other lines.</summary>
    public DateOnly? StatedOn { get; init; }

    /// <summary>The capital calls whose lines count; null for all.</summary>
    public IReadOnlySet<long>? Calls { get; init; }

    /// <summary>Selects the lines of some kinds on some edges of a view.</summary>
    /// <param name="role">Part in the formula.</param>
    /// <param name="view">The books.</param>
    /// <param name="edges">Dense indexes of the edges.</param>
    /// <param name="kinds">Kinds of lines.</param>
    /// <param name="total">What the lines amount to in the formula, signed; null where they state a level in several currencies.</param>
    /// <param name="read">Fields of the lines that the formula reads.</param>
    public static LinesInput Of(
        string role, LedgerView view, IReadOnlyList<int> edges, KindSet kinds, Money? total, RecordFields read = FieldsRead.Share)
    {
        var isIllustrative = false;
        for (var i = 0; i < edges.Count && !isIllustrative; i++) isIllustrative = view.IsIllustrative(edges[i], kinds, read);
        return new LinesInput(role, edges, kinds, total, isIllustrative);
    }

    /// <summary>
    /// Positions of the lines, by sequence: all known and effective ones, or for levels (NAV, valuation) only the one that counts.
    /// </summary>
    public IEnumerable<int> Lines(LedgerView view)
    {
        if (Positions is not null) return Positions;
        var levels = Edges.Select(view.LevelLine).ToHashSet();
        return view.Lines(Edges.ToHashSet(), Kinds)
            .Where(i => !LineKinds.RuleOf((LineKind)view.Book.Columns.Kinds[i]).Replaces || levels.Contains(i))
            .Where(i => Calls is null || Calls.Contains(view.Book.Columns.Calls[i]))
            .Where(i => IsOfPart(view.Book.Columns, i) && (Days is null || Days.Contains(DateOnly.FromDayNumber(view.Book.Columns.Days[i]))));
    }

    private bool IsOfPart(LedgerColumns lines, int i) => Part switch
    {
        LinePart.Recallable => LineFlags.IsRecallable(lines.Flags[i]),
        LinePart.OutsideCommitment => !LineFlags.IsInside(lines.Flags[i]),
        LinePart.Called => lines.Calls[i] != 0 && LineFlags.IsInside(lines.Flags[i]),
        _ => true,
    };
}

/// <summary>A fact that the formula read: a class, a kind, a mapping.</summary>
/// <param name="Role">Part in the formula.</param>
/// <param name="Subject">The node it speaks of.</param>
/// <param name="Fact">The fact; null where none held.</param>
public sealed record FactInput(string Role, NodeId Subject, FactEntry? Fact)
    : TrailInput(Role, Fact?.Provenance == Provenance.Illustrative);

/// <summary>An entry of the registry that the formula read: a carrier's floor, a tenant's, what a company stated of a year.</summary>
/// <param name="Role">Part in the formula.</param>
/// <param name="Name">Whom it speaks of.</param>
/// <param name="Amount">What it adds: an amount or a quantity.</param>
/// <param name="Entry">The entry.</param>
public sealed record RegistryInput(string Role, BilingualName Name, object Amount, RegistryEntry Entry) : TrailInput(Role, Entry.Origin.IsIllustrative);
