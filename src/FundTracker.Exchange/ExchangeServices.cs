using FundTracker.Application.Exports;
using FundTracker.Application.Imports;
using FundTracker.Exchange.Demo;
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
}
