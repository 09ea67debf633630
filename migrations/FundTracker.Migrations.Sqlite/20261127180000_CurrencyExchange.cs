using FundTracker.Persistence;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FundTracker.Migrations.Sqlite;

/// <summary>A member has an own account in each currency, and the views name what moves money between them.</summary>
[DbContext(typeof(FundTrackerDb))]
[Migration("20261127180000_CurrencyExchange")]
public sealed class CurrencyExchange : Migration
{
    internal const string Last = "WHEN 39 THEN 'OpeningCash'";
    internal const string Names = $"{Last} WHEN 40 THEN 'CurrencySold' WHEN 41 THEN 'CurrencyBought'";

    private static readonly string[] OnePurse = ["MotherFund", "Kind", "Holder", "Investee"];

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_Edges_MotherFund_Kind_Holder_Investee", "Edges");
        migrationBuilder.CreateIndex("IX_Edges_MotherFund_Kind_Holder_Investee_Currency", "Edges", [.. OnePurse, "Currency"], unique: true);
        Views(migrationBuilder, Names);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_Edges_MotherFund_Kind_Holder_Investee_Currency", "Edges");
        migrationBuilder.CreateIndex("IX_Edges_MotherFund_Kind_Holder_Investee", "Edges", OnePurse, unique: true);
        Views(migrationBuilder, Last);
    }

    private static void Views(MigrationBuilder migrationBuilder, string names)
    {
        migrationBuilder.Sql("""DROP VIEW "LedgerLinesDecimal";""");
        migrationBuilder.Sql("""DROP VIEW "VoucherLinesDecimal";""");
        migrationBuilder.Sql(TriggersAndViews.LedgerLines.Replace(Last, names));
        migrationBuilder.Sql(TriggersAndViews.VoucherLines.Replace(Last, names));
    }
}
