using System.Text.Json.Serialization;
using FundTracker.Web.Security;
using Scalar.AspNetCore;

namespace FundTracker.Web.Api;

/// <summary>The REST API: the same requests through the same pipeline as the screens send.</summary>
internal static class ApiComposition
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "FundTracker";
            document.Info.Version = "v1";
            return Task.CompletedTask;
        }));
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi(ApiRoutes.Description);
        app.MapScalarApiReference(ApiRoutes.Page, options => options.WithOpenApiRoutePattern(ApiRoutes.Description).DisableDefaultFonts());
        var api = app.MapGroup(ApiRoutes.Root).AddEndpointFilter<OwnSiteOnly>().DisableAntiforgery();
        api.MapSession();
    }
}
