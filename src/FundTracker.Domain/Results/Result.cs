namespace FundTracker.Domain.Results;

/// <summary>A refusal that has a name: a stable code and the figures of its sentence. The sentence itself is text, kept by language.</summary>
/// <param name="Code">Stable, such as <c>call.aboveCallable</c>; a test holds that every code has a sentence in both languages.</param>
/// <param name="Args">Named values of the sentence: amounts, dates, names.</param>
public sealed record DomainError(string Code, params (string Name, object Value)[] Args)
{
    /// <summary>The field of the input that is wrong, where one can be named; otherwise null.</summary>
    public string? Field { get; private init; }

    /// <summary>The same refusal, pointing at a field of the input.</summary>
    public DomainError At(string field) => this with { Field = field };

    /// <summary>Code and arguments, for logs; users see the sentence.</summary>
    public override string ToString() => $"{Code}({string.Join(", ", Args.Select(arg => $"{arg.Name}={arg.Value}"))})";
}

/// <summary>Either a value or the reasons why there is none.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
public sealed class Result<T> : IOutcome
{
    private readonly T? value;

    private Result(T? value, IReadOnlyList<DomainError> errors) => (this.value, Errors) = (value, errors);

    /// <summary>Whether there is a value.</summary>
    public bool IsSuccess => Errors.Count == 0;

    /// <summary>The refusals; empty on success.</summary>
    public IReadOnlyList<DomainError> Errors { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Value => IsSuccess ? value! : throw new InvalidOperationException("No value: " + string.Join("; ", Errors));

    /// <summary>The first refusal.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public DomainError Error => IsSuccess ? throw new InvalidOperationException("No error.") : Errors[0];

    /// <summary>A success.</summary>
    public static Result<T> Ok(T value) => new(value, []);

    /// <summary>A refusal, for one reason or several.</summary>
    public static Result<T> Refused(params IReadOnlyList<DomainError> errors) =>
        errors.Count == 0 ? throw new ArgumentException("A refusal needs a reason.", nameof(errors)) : new(default, errors);

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => Ok(value);

    /// <summary>A refusal.</summary>
    public static implicit operator Result<T>(DomainError error) => Refused(error);

    /// <summary>Goes on with the value, or hands the refusals on.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) => IsSuccess ? next(Value) : Result<TNext>.Refused(Errors);

    /// <summary>Turns the value, or hands the refusals on.</summary>
    public Result<TNext> Map<TNext>(Func<T, TNext> map) => IsSuccess ? Result<TNext>.Ok(map(Value)) : Result<TNext>.Refused(Errors);
}

/// <summary>What the pipeline needs to know of any result, whatever it carries.</summary>
public interface IOutcome
{
    /// <summary>Whether there is a value.</summary>
    bool IsSuccess { get; }

    /// <summary>The refusals; empty on success.</summary>
    IReadOnlyList<DomainError> Errors { get; }
}

/// <summary>The value of a success that carries nothing.</summary>
public sealed record Done
{
    /// <summary>The only one.</summary>
    public static Done Value { get; } = new();
}
