using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Components.Authorization;

namespace FundTracker.Web.Shell;

/// <summary>Sends a page's requests as the user who is signed in.</summary>
public sealed class Sender(IDispatcher dispatcher, AuthenticationStateProvider authentication)
{
    /// <summary>Sends a request through the one pipeline.</summary>
    public async Task<Result<T>> Send<T>(IRequest<Result<T>> request, CancellationToken cancellation = default) =>
        await dispatcher.Send(request, await Actor(), cancellation);

    /// <summary>Who is signed in.</summary>
    public async Task<Actor> Actor() => Actors.From((await authentication.GetAuthenticationStateAsync()).User, Channel.Web);
}
