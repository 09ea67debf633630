using FundTracker.Web.Security;

namespace FundTracker.Web.Composition;

/// <summary>What the host is told by its configuration.</summary>
/// <param name="Provider">Engine: Sqlite or SqlServer.</param>
/// <param name="Connection">Connection string, or the path of a SQLite file.</param>
/// <param name="Demo">Whether the demonstration and its accounts are there.</param>
/// <param name="MigrateOnStart">Whether the database is brought to the newest version on start.</param>
/// <param name="StartDay">Day that pages look at first; null for today. The demonstration's records end on 2026-03-31.</param>
/// <param name="SingleSignOn">Whether an OpenID Connect authority is configured.</param>
internal sealed record HostSettings(string Provider, string Connection, bool Demo, bool MigrateOnStart, bool SingleSignOn, DateOnly? StartDay) : IHostFacts
{
    private static readonly DateOnly DemoEnd = new(2026, 3, 31);

    private const string DataSource = "Data Source=";

    public static HostSettings Read(IConfiguration configuration, string contentRoot)
    {
        var section = configuration.GetSection("FundTracker");
        var isDemo = section.GetValue("Demo", defaultValue: false);
        var provider = section["Provider"] ?? "Sqlite";
        var connection = configuration.GetConnectionString("FundTracker")
            ?? throw new InvalidOperationException("ConnectionStrings:FundTracker is empty: name a database.");
        return new HostSettings(
            provider,
            string.Equals(provider, "Sqlite", StringComparison.OrdinalIgnoreCase) ? WithFolder(connection, contentRoot) : connection,
            Demo: isDemo,
            MigrateOnStart: section.GetValue("MigrateOnStart", defaultValue: true),
            SingleSignOn: !string.IsNullOrEmpty(configuration["OpenIdConnect:Authority"]),
            StartDay: section.GetValue<DateOnly?>("StartDay") ?? (isDemo ? DemoEnd : null));
    }

    /// <summary>A relative file is looked for below the application's folder; its own folder is made where there is none.</summary>
    private static string WithFolder(string connection, string contentRoot)
    {
        var path = connection.StartsWith(DataSource, StringComparison.OrdinalIgnoreCase) ? connection[DataSource.Length..] : connection;
        if (path.Contains(';', StringComparison.Ordinal) || path.Contains('=', StringComparison.Ordinal)) return connection;
        var file = Path.GetFullPath(path, contentRoot);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return DataSource + file;
    }
}
