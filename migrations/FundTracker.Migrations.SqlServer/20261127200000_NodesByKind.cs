using FundTracker.Persistence;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FundTracker.Migrations.SqlServer;

/// <summary>A mother fund is found by its code without looking at every company.</summary>
[DbContext(typeof(FundTrackerDb))]
[Migration("20261127200000_NodesByKind")]
public sealed class NodesByKind : Migration
{
    private const string Name = "IX_Nodes_Kind_Code";

    private static readonly string[] Columns = ["Kind", "Code"];

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex(Name, "Nodes", Columns);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropIndex(Name, "Nodes");
}
