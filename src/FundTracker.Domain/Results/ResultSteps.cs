namespace FundTracker.Domain.Results;

/// <summary>
/// Steps in a row, of which the first refusal ends the row: <c>from fund in books.Fund(code) from amount in Read(text) select (fund, amount)</c>.
/// </summary>
public static class ResultSteps
{
    /// <summary>Turns the value; what a query expression calls <c>select</c>.</summary>
    public static Result<TNext> Select<T, TNext>(this Result<T> result, Func<T, TNext> map) => result.Map(map);

    /// <summary>Goes on with the value and keeps both; what a query expression calls the second <c>from</c>.</summary>
    public static Result<TNext> SelectMany<T, TSecond, TNext>(this Result<T> result, Func<T, Result<TSecond>> second, Func<T, TSecond, TNext> map) =>
        result.Then(value => second(value).Map(next => map(value, next)));

    /// <summary>The same outcome, with some of the refusals told at a field of the input.</summary>
    public static Result<T> At<T>(this Result<T> result, Func<DomainError, bool> which, string field) => result.IsSuccess
        ? result
        : Result<T>.Refused([.. result.Errors.Select(error => which(error) ? error.At(field) : error)]);

    /// <summary>All values in order, or the refusals of all that have none.</summary>
    public static Result<IReadOnlyList<T>> All<T>(this IEnumerable<Result<T>> results)
    {
        var list = results.ToList();
        var errors = list.SelectMany(result => result.Errors).ToList();
        return errors.Count == 0
            ? Result<IReadOnlyList<T>>.Ok([.. list.Select(result => result.Value)])
            : Result<IReadOnlyList<T>>.Refused(errors);
    }

    /// <summary>Goes on with the value in a step that waits, or hands the refusals on.</summary>
    public static Task<Result<TNext>> Then<T, TNext>(this Result<T> result, Func<T, Task<Result<TNext>>> next) =>
        result.IsSuccess ? next(result.Value) : Task.FromResult(Result<TNext>.Refused(result.Errors));

    /// <summary>Waits, then goes on with the value, or hands the refusals on.</summary>
    public static async Task<Result<TNext>> Then<T, TNext>(this Task<Result<T>> result, Func<T, Result<TNext>> next) => (await result).Then(next);

    /// <summary>Waits, then goes on with the value in a step that waits again, or hands the refusals on.</summary>
    public static async Task<Result<TNext>> Then<T, TNext>(this Task<Result<T>> result, Func<T, Task<Result<TNext>>> next) =>
        await (await result).Then(next);

    /// <summary>Waits, then turns the value, or hands the refusals on.</summary>
    public static async Task<Result<TNext>> Map<T, TNext>(this Task<Result<T>> result, Func<T, TNext> map) => (await result).Map(map);
}
