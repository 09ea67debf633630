using System.Reflection;
using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Committees;
using FundTracker.Application.Imports;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Policies;
using FundTracker.Application.Reports;
using FundTracker.Domain.Ledgers;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FundTracker.Application;

/// <summary>Registration of the use cases and their pipeline.</summary>
public static class ApplicationServices
{
    /// <summary>Adds dispatcher, pipeline, handlers and validators. A <see cref="TimeProvider"/> and the persistence are added by the host.</summary>
    public static IServiceCollection AddFundTrackerApplication(this IServiceCollection services)
    {
        services.AddSingleton<IDispatcher, Dispatcher>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<AuditTrail>();
        services.AddSingleton<ViewShelf>();
        services.AddScoped<Desk>();
        services.AddScoped<ImportFiles>();
        services.AddScoped<QuarterlyReportReader>();
        services.AddScoped<PaperDesk>();
        services.TryAddSingleton<IPolicyFolder, NoPolicyFolder>();
        services.AddSingleton<PolicyLibrary>();
        services.AddScoped<BooksForesight>();
        services.AddSingleton<LocalCases>();
        services.AddScoped<ServiceFactory>(provider => type => provider.GetRequiredService(type));
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorisation<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Validation<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Backing<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Transaction<,>));
        services.AddTransient<DemoStory>();
        AddHandlers(services, typeof(ApplicationServices).Assembly);
        services.AddValidatorsFromAssembly(typeof(ApplicationServices).Assembly, includeInternalTypes: true);
        return services;
    }

    private static void AddHandlers(IServiceCollection services, Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var handled in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))
                services.AddScoped(handled, type);
            if (type.IsAssignableTo(typeof(IDemoChapter))) services.AddTransient(typeof(IDemoChapter), type);
        }
    }
}
