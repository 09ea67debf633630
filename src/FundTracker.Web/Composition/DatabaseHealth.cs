using FundTracker.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FundTracker.Web.Composition;

/// <summary>Healthy while the database answers.</summary>
internal sealed class DatabaseHealth(IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await PersistenceServices.CanConnect(services, cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");
}
