using Microsoft.Net.Http.Headers;

namespace FundTracker.Web.Security;

/// <summary>
/// Refuses what another site makes a signed-in browser send: browsers say where a request comes from, by
/// <c>Sec-Fetch-Site</c> and by <c>Origin</c>. Programs send neither and carry no browser's cookies.
/// </summary>
internal sealed class OwnSiteOnly : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsOwn(request)
            ? await next(context)
            : Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "request.otherSite");
    }

    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none")) return false;
        var origin = request.Headers[HeaderNames.Origin].ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
