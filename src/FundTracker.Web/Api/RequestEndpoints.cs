using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Web.Api.Json;
using FundTracker.Web.Security;
using MediatR;

namespace FundTracker.Web.Api;

/// <summary>What an endpoint sends; its description is read from it.</summary>
/// <param name="Type">Type of the request.</param>
internal sealed record SendsRequest(Type Type);

/// <summary>An endpoint for a request of the application: read the input, send it, map the answer.</summary>
internal static class RequestEndpoints
{
    /// <summary>An address that answers a query.</summary>
    public static RouteHandlerBuilder Query<TRequest, TAnswer>(this IEndpointRouteBuilder api, string pattern)
        where TRequest : class, IQuery<TAnswer> =>
        Describe<TRequest, TAnswer>(api.MapGet(pattern, (Delegate)Send<TRequest, TAnswer>), StatusCodes.Status200OK);

    /// <summary>An address that answers a query whose input is too much for an address, and so is a body.</summary>
    public static RouteHandlerBuilder PostQuery<TRequest, TAnswer>(this IEndpointRouteBuilder api, string pattern)
        where TRequest : class, IQuery<TAnswer> => Describe<TRequest, TAnswer>(
            api.MapPost(pattern, (Delegate)Send<TRequest, TAnswer>).Accepts<TRequest>("application/json"), StatusCodes.Status200OK);

    /// <summary>An address that carries out a command.</summary>
    public static RouteHandlerBuilder Command<TRequest, TAnswer>(this IEndpointRouteBuilder api, string pattern)
        where TRequest : class, ICommand<TAnswer> =>
        Describe<TRequest, TAnswer>(api.MapPost(pattern, (Delegate)Send<TRequest, TAnswer>).Accepts<TRequest>("application/json"), StatusOf<TAnswer>());

    /// <summary>Reads, sends, maps.</summary>
    public static async Task<IResult> Send<TRequest, TAnswer>(HttpContext context, IDispatcher dispatcher, CancellationToken cancellation)
        where TRequest : class, IRequest<Result<TAnswer>>
    {
        var (request, problem) = await RequestBinding.Bind<TRequest>(context);
        if (request is null) return problem!;
        var result = await dispatcher.Send(request, Actors.From(context.User, Channel.Api), cancellation);
        return result.IsSuccess ? Answer(result.Value) : Problems.From(result.Errors);
    }

    private static IResult Answer<TAnswer>(TAnswer answer) =>
        answer is Done ? TypedResults.NoContent() : TypedResults.Json(answer, ApiJson.Options, statusCode: StatusOf<TAnswer>());

    /// <summary>A new thing's identity is answered with 201, nothing with 204, everything else with 200.</summary>
    private static int StatusOf<TAnswer>() =>
        typeof(TAnswer) == typeof(Done) ? StatusCodes.Status204NoContent
        : typeof(TAnswer).Name.EndsWith("Id", StringComparison.Ordinal) ? StatusCodes.Status201Created
        : StatusCodes.Status200OK;

    private static RouteHandlerBuilder Describe<TRequest, TAnswer>(RouteHandlerBuilder endpoint, int status)
    {
        endpoint.WithMetadata(new SendsRequest(typeof(TRequest)))
            .WithName(Name(typeof(TRequest)))
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        return status == StatusCodes.Status204NoContent ? endpoint.Produces(status) : endpoint.Produces<TAnswer>(status, "application/json");
    }

    /// <summary>Name of an address: that of its use case.</summary>
    public static string Name(Type request) => (request.DeclaringType ?? request).Name;
}
