namespace FundTracker.Architecture.Tests.Rules;

/// <summary>
/// One row of the dependency table: what a project may name in its file and its assembly may refer to.
/// </summary>
/// <param name="Project">Name of the project; also its root namespace.</param>
/// <param name="Assembly">Simple name of its assembly.</param>
/// <param name="Projects">Projects that it may refer to.</param>
/// <param name="Packages">Packages that it may refer to; <c>*</c> stands for any run of characters.</param>
/// <param name="Assemblies">Assemblies from beyond the .NET runtime, the same way; they come with the packages.</param>
internal sealed record Allowance(
    string Project, string Assembly, string[] Projects, string[] Packages, string[] Assemblies)
{
    /// <summary>Projects that only the namespace <c>Composition</c> may see.</summary>
    public string[] OnlyInComposition { get; init; } = [];

    /// <summary>Assemblies of .NET whose names begin like this; all of .NET unless the row is stricter.</summary>
    public string FrameworkPrefix { get; init; } = string.Empty;
}

/// <summary>The dependency table of the design: who may use what. A new row or word here is a decision.</summary>
internal static class DependencyTable
{
    private const string Domain = "FundTracker.Domain";
    private const string Analytics = "FundTracker.Analytics";
    private const string Application = "FundTracker.Application";
    private const string Persistence = "FundTracker.Persistence";
    private const string Exchange = "FundTracker.Exchange";
    private const string Reports = "FundTracker.Reports";
    private const string SqliteMigrations = "FundTracker.Migrations.Sqlite";
    private const string SqlServerMigrations = "FundTracker.Migrations.SqlServer";

    private static readonly string[] Composed =
        [Persistence, SqliteMigrations, SqlServerMigrations, Exchange, Reports];

    public static IReadOnlyList<Allowance> Rows { get; } =
    [
        new(Domain, Domain, [], [], []) { FrameworkPrefix = "System." },

        new(Analytics, Analytics, [Domain], ["System.Numerics.Tensors"], ["System.Numerics.Tensors"])
        {
            FrameworkPrefix = "System.",
        },

        new(Application, Application,
            [Domain, Analytics],
            [
                "MediatR", "FluentValidation", "FluentValidation.DependencyInjectionExtensions",
                "Microsoft.EntityFrameworkCore", "Microsoft.Extensions.*.Abstractions",
            ],
            [
                "MediatR", "FluentValidation*", "Microsoft.EntityFrameworkCore",
                "Microsoft.EntityFrameworkCore.Abstractions", "Microsoft.Extensions.*.Abstractions",
            ]),

        new(Persistence, Persistence,
            [Application, Domain],
            [
                "Microsoft.EntityFrameworkCore*", "Microsoft.AspNetCore.*.EntityFrameworkCore",
                "Microsoft.Extensions.Identity.Stores",
            ],
            [
                "Microsoft.EntityFrameworkCore*", "Microsoft.AspNetCore.*.EntityFrameworkCore",
                "Microsoft.AspNetCore.DataProtection*", "Microsoft.Extensions.*", "Microsoft.Data.*", "SQLitePCLRaw.*",
            ]),

        new(Exchange, Exchange,
            [Application, Domain],
            ["DocumentFormat.OpenXml", "CsvHelper"],
            ["DocumentFormat.OpenXml*", "CsvHelper", "Microsoft.Extensions.*.Abstractions"]),

        new(Reports, Reports,
            [Application, Analytics, Domain],
            ["SkiaSharp*", "HarfBuzzSharp*"],
            ["SkiaSharp*", "HarfBuzzSharp*", "Microsoft.Extensions.*.Abstractions"]),

        new(SqliteMigrations, SqliteMigrations,
            [Persistence], ["Microsoft.EntityFrameworkCore.Design"],
            ["Microsoft.EntityFrameworkCore*"]),

        new(SqlServerMigrations, SqlServerMigrations,
            [Persistence], ["Microsoft.EntityFrameworkCore.Design"],
            ["Microsoft.EntityFrameworkCore*"]),

        new("FundTracker.Web", "FundTracker.Web",
            [Application, Analytics, Domain, .. Composed],
            [
                "MudBlazor", "Microsoft.AspNetCore.Authentication.OpenIdConnect", "Microsoft.AspNetCore.OpenApi",
                "Scalar.AspNetCore", "NetEscapades.AspNetCore.SecurityHeaders", "OpenTelemetry.*",
            ],
            [
                "MediatR", "MudBlazor", "Microsoft.AspNetCore*", "Microsoft.Extensions.*", "Microsoft.JSInterop",
                "Microsoft.IdentityModel.*", "Microsoft.OpenApi", "Microsoft.Net.Http.Headers", "Scalar.AspNetCore*",
                "NetEscapades.AspNetCore.SecurityHeaders*", "OpenTelemetry*",
            ])
        {
            OnlyInComposition = Composed,
        },

        new("FundTracker.Cli", "fundtracker",
            [Application, Domain, Analytics, .. Composed],
            ["System.CommandLine", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.*.Abstractions"],
            [
                "System.CommandLine", "MediatR", "Microsoft.Extensions.DependencyInjection*",
                "Microsoft.Extensions.*.Abstractions",
            ])
        {
            OnlyInComposition = Composed,
        },
    ];

    public static Allowance Row(string project) => Rows.Single(row => row.Project == project);
}
