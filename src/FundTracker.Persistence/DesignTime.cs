using Microsoft.EntityFrameworkCore;

namespace FundTracker.Persistence;

/// <summary>Makes contexts for the migration tools and tests.</summary>
public static class DesignTime
{
    /// <summary>A context on a database; nothing is opened yet.</summary>
    public static FundTrackerDb Create(DatabaseOptions database)
    {
        var options = new DbContextOptionsBuilder<FundTrackerDb>();
        PersistenceServices.Configure(options, database);
        return new FundTrackerDb(options.Options);
    }
}
