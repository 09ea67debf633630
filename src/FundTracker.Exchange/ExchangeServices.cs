using FundTracker.Application.Exports;
using FundTracker.Application.Imports;
using FundTracker.Application.Policies;
using FundTracker.Exchange.Demo;
using FundTracker.Exchange.Policies;
using FundTracker.Exchange.Reading;
using FundTracker.Exchange.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Exchange;

/// <summary>Registration of reading and writing files.</summary>
public static class ExchangeServices
{
    /// <summary>Adds readers, writers and the demonstration's records.</summary>
    public static IServiceCollection AddFundTrackerExchange(this IServiceCollection services)
    {
        services.AddSingleton<IImportFileReader, ImportFileReader>();
        services.AddSingleton<ISpreadsheetWriter, SpreadsheetWriter>();
        services.AddSingleton<IDemoData, DemoData>();
        return services;
    }

    /// <summary>Adds an administrator's rule and scheme files over the shipped ones.</summary>
    /// <param name="services">The services.</param>
    /// <param name="path">The folder; null or empty for the shipped files alone.</param>
    public static IServiceCollection AddPolicyFolder(this IServiceCollection services, string? path)
    {
        if (!string.IsNullOrWhiteSpace(path)) services.AddSingleton<IPolicyFolder>(new PolicyFolder(path));
        return services;
    }
}
