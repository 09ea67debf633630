using System.Globalization;
using FundTracker.Application;
using FundTracker.Application.Policies;
using FundTracker.Application.Reports;
using FundTracker.Exchange;
using FundTracker.Persistence;
using FundTracker.Reports.Documents.Quarterly;
using FundTracker.Web.Api;
using FundTracker.Web.Components;
using FundTracker.Web.Features.Reports;
using FundTracker.Web.Security;
using FundTracker.Web.Shell;
using FundTracker.Web.Texts;
using MudBlazor.Services;

namespace FundTracker.Web.Composition;

/// <summary>Puts the web host together; what it does on start.</summary>
internal static class WebComposition
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        AddServices(builder);
        var app = builder.Build();
        Use(app);
        return app;
    }

    /// <summary>Why the host can't start with its settings, in a sentence; null where it can.</summary>
    public static string? WhyNotStarted(this WebApplication app) => app.Services.GetRequiredService<IPolicyFolder>().Fault is { } fault
        ? Application.Text.Texts.In(CultureInfo.CurrentUICulture.Name).Sentence(fault)
        : null;

    /// <summary>Brings the database to the newest version and, in the demonstration, fills it.</summary>
    public static async Task Prepare(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<HostSettings>();
        if (settings.MigrateOnStart) await PersistenceServices.Migrate(app.Services);
        await StartData.Fill(app.Services, settings, app.Lifetime.ApplicationStopping);
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var settings = HostSettings.Read(builder.Configuration, builder.Environment.ContentRootPath);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton<IHostFacts>(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddFundTrackerApplication();
        services.AddFundTrackerPersistence(new DatabaseOptions(settings.Provider, settings.Connection));
        services.AddFundTrackerExchange();
        services.AddPolicyFolder(builder.Configuration["FundTracker:Policies"]);
        services.AddSignIn(builder.Configuration);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        Telemetry.Add(builder);

        services.AddSingleton<UiText>();
        services.AddHttpContextAccessor();
        services.AddScoped<Sender>();
        services.AddScoped<Workspace>();
        services.AddScoped<ExcelFiles>();
        services.AddScoped<TrailPanel>();
        services.AddSingleton<IReportFiles, ReportFiles>();
        services.AddSingleton<IReportSeals, QuarterlySeals>();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddMudServices();
        services.AddRequestLocalization(Languages.Configure);
        services.AddApi();
    }

    private static void Use(WebApplication app)
    {
        app.UseWhen(context => ApiRoutes.IsAnswered(context.Request.Path), api => api.UseExceptionHandler());
        if (!app.Environment.IsDevelopment()) app.UseWhen(context => !ApiRoutes.IsAnswered(context.Request.Path), pages => pages.UseExceptionHandler("/error"));
        app.UseSecurityHeaderPolicies();
        app.UseRequestLocalization();
        app.UseWhen(
            context => !ApiRoutes.IsAnswered(context.Request.Path),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapShell();
        app.MapApi();
        app.MapReports();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
