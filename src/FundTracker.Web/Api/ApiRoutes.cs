namespace FundTracker.Web.Api;

/// <summary>Addresses of the REST API.</summary>
internal static class ApiRoutes
{
    /// <summary>Below it stands everything.</summary>
    public const string Root = "/api/v1";

    /// <summary>The description, in OpenAPI.</summary>
    public const string Description = Root + "/openapi.json";

    /// <summary>The page that shows the description.</summary>
    public const string Page = Root + "/docs";

    /// <summary>Whether a path is answered with data, not with a page.</summary>
    public static bool IsAnswered(PathString path) =>
        path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase) && !path.StartsWithSegments(Page, StringComparison.OrdinalIgnoreCase);
}
