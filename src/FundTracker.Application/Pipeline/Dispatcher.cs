using FundTracker.Domain.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Application.Pipeline;

/// <summary>The one way in: screens, API and command line send the same requests through it.</summary>
public interface IDispatcher
{
    /// <summary>Sends a request in a scope of its own. A command that lost a race for the same books is tried again from the start.</summary>
    /// <param name="request">The request.</param>
    /// <param name="actor">Who sends it.</param>
    /// <param name="cancellation">Stops the wait; a command already being saved may still finish.</param>
    /// <returns>What the handler answers, or the refusals; <see cref="PipelineErrors.Busy"/> where every try lost its race.</returns>
    Task<Result<T>> Send<T>(IRequest<Result<T>> request, Actor actor, CancellationToken cancellation = default);
}

internal sealed class Dispatcher(IServiceScopeFactory scopes) : IDispatcher
{
    private const int TriesMax = 8;

    public async Task<Result<T>> Send<T>(IRequest<Result<T>> request, Actor actor, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
            try
            {
                return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellation);
            }
            catch (Exception failure) when (attempt < TriesMax && (failure is DbUpdateConcurrencyException || Db(scope).IsLostRace(failure)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 * attempt), cancellation);
            }
            catch (Exception failure) when (failure is DbUpdateConcurrencyException || Db(scope).IsHeldUp(failure))
            {
                return PipelineErrors.Busy();
            }
        }
    }

    private static IFundTrackerDb Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<IFundTrackerDb>();
}

/// <summary>Refusals of the pipeline.</summary>
public static class PipelineErrors
{
    /// <summary>The user's roles do not allow the request.</summary>
    public static DomainError NotAllowed(string user) => new("pipeline.notAllowed", ("user", user));

    /// <summary>The books, or the record, are not there or not in the user's scope: both read the same.</summary>
    public static DomainError NotFound(string what, string code) => new("pipeline.notFound", ("what", what), ("code", code));

    /// <summary>Every try lost its race for the same books.</summary>
    public static DomainError Busy() => new("pipeline.busy");

    /// <summary>A code is taken.</summary>
    public static DomainError CodeTaken(string code) => new("pipeline.codeTaken", ("code", code));
}
