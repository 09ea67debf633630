using FundTracker.Application.Text;
using FundTracker.Domain.Results;
using FundTracker.Web.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FundTracker.Web.Api;

/// <summary>Refusals as problem details (RFC 9457): the name of each error, its sentence in the request's language, its field.</summary>
internal static class Problems
{
    /// <summary>The answer to a refused request.</summary>
    public static ProblemHttpResult From(IReadOnlyList<DomainError> errors)
    {
        var first = errors[0];
        return TypedResults.Problem(
            type: $"urn:fundtracker:error:{first.Code}",
            title: Sentence(first),
            statusCode: StatusOf(first),
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["code"] = first.Code,
                ["errors"] = errors,
            });
    }

    /// <summary>Input that could not even be read.</summary>
    public static ProblemHttpResult Malformed(string field, string detail) => TypedResults.Problem(
        type: "urn:fundtracker:error:request.malformed",
        title: UiText.Find("api.malformed", Languages.Current),
        detail: detail,
        statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "request.malformed", ["field"] = field });

    /// <summary>Malformed input is 400, a refused role 403, what is not there 404, a lost race or taken code 409, a refusing rule 422.</summary>
    public static int StatusOf(DomainError error) => error.Code switch
    {
        "pipeline.notAllowed" => StatusCodes.Status403Forbidden,
        "pipeline.notFound" => StatusCodes.Status404NotFound,
        "pipeline.busy" or "pipeline.codeTaken" => StatusCodes.Status409Conflict,
        _ when error.Code.StartsWith("input.", StringComparison.Ordinal) => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static string Sentence(DomainError error) => ErrorText.Render(error, Languages.Current);
}
