using FundTracker.Persistence;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FundTracker.Migrations.Sqlite;

/// <summary>An import keeps which hard rules it was let pass over, and why.</summary>
[DbContext(typeof(FundTrackerDb))]
[Migration("20261127210000_ImportOverrides")]
public sealed class ImportOverrides : Migration
{
    private static readonly string[] Columns = ["Overridden", "OverrideReason"];

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var column in Columns) migrationBuilder.AddColumn<string>(column, "ImportBatches", "TEXT", maxLength: 1000, nullable: false, defaultValue: "");
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var column in Columns) migrationBuilder.DropColumn(column, "ImportBatches");
    }
}
