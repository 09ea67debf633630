using System.Reflection;
using FluentValidation;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Pipeline;

/// <summary>Refuses what the actor may not send.</summary>
internal sealed class Authorisation<TRequest, TResponse>(CurrentActor current) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly AllowedToAttribute Allowed = typeof(TRequest).GetCustomAttribute<AllowedToAttribute>()
        ?? throw new InvalidOperationException($"{typeof(TRequest)} does not say who may send it.");

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var actor = current.Actor;
        if (!actor.IsAny(Allowed.Roles)) return Refusal.Task<TResponse>(PipelineErrors.NotAllowed(actor.User));
        if (request is IWithinBooks within && !actor.MayEnter(within.Books))
            return Refusal.Task<TResponse>(PipelineErrors.NotFound("books", within.Books));
        var onlyAsSubFundManager = actor.IsAny(Role.SubFundManager) && !actor.IsAny(Allowed.Roles.Where(role => role != Role.SubFundManager));
        if (onlyAsSubFundManager && request is not IAboutOneself && !IsAboutItsFund(request, actor))
            return Refusal.Task<TResponse>(PipelineErrors.NotAllowed(actor.User));
        return next();
    }

    private static bool IsAboutItsFund(TRequest request, Actor actor) =>
        request is IAboutFund about && string.Equals(about.Fund, actor.SubFund, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Runs the validators of a request; each failure names its field.</summary>
internal sealed class Validation<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var errors = new List<DomainError>();
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(request, cancellationToken);
            errors.AddRange(outcome.Errors.Select(InputErrors.From));
        }

        return errors.Count == 0 ? await next() : Refusal.Of<TResponse>(errors);
    }
}

/// <summary>Refuses a request that names a document of other books, or none that there is.</summary>
internal sealed class Backing<TRequest, TResponse>(IFundTrackerDb db) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not IBacked { Document: { } document } backed) return await next();
        var code = backed.Books.ToUpperInvariant();
        var books = db.Nodes.OfType<MotherFund>().Where(fund => fund.Code == code).Select(fund => fund.Id);
        var isThere = await db.Documents.AnyAsync(paper => paper.Id == document && books.Contains(paper.MotherFund), cancellationToken);
        return isThere ? await next() : await Refusal.Task<TResponse>(PipelineErrors.NotFound("document", document.ToString()));
    }
}

/// <summary>Runs a command in one transaction with its audit entry: all of it is saved, or nothing.</summary>
internal sealed class Transaction<TRequest, TResponse>(IFundTrackerDb db, AuditTrail audit) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly bool IsCommand =
        Array.Exists(typeof(TRequest).GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (!IsCommand) return await next();
        // What can't be saved ends the whole command: there is no point in between to go back to.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var response = await next();
        if (response is IOutcome { IsSuccess: false }) return response;
        await audit.Append(request, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return response;
    }
}

internal static class Refusal
{
    public static T Of<T>(IReadOnlyList<DomainError> errors) => Of<T>((object)errors);

    public static Task<T> Task<T>(DomainError error) => System.Threading.Tasks.Task.FromResult(Of<T>((IReadOnlyList<DomainError>)[error]));

    private static T Of<T>(object errors) => (T)(typeof(T).GetMethod(nameof(Result<>.Refused))
        ?? throw new InvalidOperationException($"{typeof(T)} is not a result.")).Invoke(null, [errors])!;
}
