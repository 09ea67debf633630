using FundTracker.Persistence;
using Microsoft.EntityFrameworkCore.Design;

namespace FundTracker.Migrations.Sqlite;

/// <summary>Lets <c>dotnet ef</c> make migrations for this engine without a host.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<FundTrackerDb>
{
    /// <inheritdoc/>
    public FundTrackerDb CreateDbContext(string[] args) => DesignTime.Create(new DatabaseOptions("Sqlite", "Data Source=design.db"));
}
