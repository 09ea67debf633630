using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Components.Authorization;

namespace FundTracker.Web.Shell;

/// <summary>Sends a page's requests as the user who is signed in.</summary>
public sealed class Sender(IDispatcher dispatcher, AuthenticationStateProvider authentication, Workspace workspace)
{
    /// <summary>Sends a request through the one pipeline; what a command changed is made known to whatever is open.</summary>
    public async Task<Result<T>> Send<T>(IRequest<Result<T>> request, CancellationToken cancellation = default)
    {
        var answer = await dispatcher.Send(request, await Actor(), cancellation);
        if (answer.IsSuccess && request is ICommand<T>) await workspace.NoteRecord();
        return answer;
    }

    /// <summary>Who is signed in.</summary>
    public async Task<Actor> Actor() => Actors.From((await authentication.GetAuthenticationStateAsync()).User, Channel.Web);
}
