using FundTracker.Web.Api.Json;
using FundTracker.Web.Security;
using Scalar.AspNetCore;

namespace FundTracker.Web.Api;

/// <summary>The REST API: the same requests through the same pipeline as the screens send.</summary>
internal static class ApiComposition
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddOpenApi("v1", ApiDescription.Configure);
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi(ApiRoutes.Description);
        app.MapScalarApiReference(ApiRoutes.Page, options => options.WithOpenApiRoutePattern(ApiRoutes.Description).DisableDefaultFonts());
        var api = app.MapGroup(ApiRoutes.Root).AddEndpointFilter<OwnSiteOnly>().DisableAntiforgery();
        api.MapSession();
        api.MapReading();
        api.MapRegistry();
        api.MapRecording();
        api.MapCommittee();
        api.MapUsers();
        api.MapImports();
    }
}
